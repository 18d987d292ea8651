import { formatWad } from "../utils/wad.ts";

import { BaseError } from "./BaseError.ts";

/** Thrown when projects depend on each other in a circle, so that credit would never come to rest. */
export class GraphCycleError extends BaseError {
  override readonly name = "GraphCycleError";
  /** The projects of one circle, each a parent of the next and the last of the first. */
  readonly cycle: readonly string[];
  constructor({ cycle }: { cycle: readonly string[] }) {
    const most = 10;
    const shown = cycle.length > most ? [...cycle.slice(0, most), `… (${cycle.length})`] : cycle;
    super(`The graph has a cycle: ${[...shown, cycle[0]].join(" → ")}.`, {
      docsPath: "/errors#graphcycleerror",
      metaMessages: ["Remove one of its edges: credit flows from the target downwards only."],
    });
    this.cycle = cycle;
  }
}

/** Thrown when the weights of a project's children do not sum to exactly 1. */
export class GraphWeightsError extends BaseError {
  override readonly name = "GraphWeightsError";
  /** The project. */
  readonly node: string;
  /** What its children's weights sum to, in WAD. */
  readonly sum: bigint;
  constructor({ node, sum }: { node: string; sum: bigint }) {
    super(`The weights of the children of "${node}" sum to ${formatWad(sum)}, not to exactly 1.`, {
      docsPath: "/errors#graphweightserror",
      metaMessages: ["Scale them with `floorWeights`: they must sum to 1000000000000000000."],
    });
    this.node = node;
    this.sum = sum;
  }
}

/** Thrown when a project of a graph cannot be what it is said to be. */
export class InvalidGraphError extends BaseError {
  override readonly name = "InvalidGraphError";
  /** The project. */
  readonly node: string;
  constructor({ node, reason }: { node: string; reason: string }) {
    super(`Project "${node}" ${reason}.`, {
      docsPath: "/errors#invalidgrapherror",
      metaMessages: [
        "Originality and weights are from 0 to 1e18, the target's originality is 0, and a parent names a child once.",
      ],
    });
    this.node = node;
  }
}

/** Thrown when a graph is larger than what the caller wants to read. */
export class GraphTooLargeError extends BaseError {
  override readonly name = "GraphTooLargeError";
  constructor({ limit, maximum }: { limit: "maxDepth" | "maxNodes"; maximum: number }) {
    super(`The graph goes beyond \`${limit}\` of ${maximum}.`, {
      docsPath: "/errors#graphtoolargeerror",
      metaMessages: [`Pass a higher \`${limit}\` if that is what you expect.`],
    });
  }
}

/** Thrown when the edges of a parent cannot be its weights. */
export class InvalidEdgesError extends BaseError {
  override readonly name = "InvalidEdgesError";
  /** Canonical name of the parent. */
  readonly parent: string;
  constructor({ parent, reason }: { parent: string; reason: string }) {
    super(`The children of "${parent}" cannot be imported: ${reason}.`, {
      docsPath: "/errors#invalidedgeserror",
      metaMessages: ["The weights of a parent are positive and sum to 1e18; pass `normalize: true` to scale them."],
    });
    this.parent = parent;
  }
}

/** Thrown when it is not said what projects with children keep of their credit, or said wrongly. */
export class InvalidOriginalityError extends BaseError {
  override readonly name = "InvalidOriginalityError";
  /** Canonical names of the projects. */
  readonly projects: readonly string[];
  constructor({ projects }: { projects: readonly string[] }) {
    super(`${projects.length} projects with children have no originality from 0 to 1e18.`, {
      docsPath: "/errors#invalidoriginalityerror",
      metaMessages: [
        `They are ${projects.slice(0, 5).join(", ")}${projects.length > 5 ? ", …" : ""}.`,
        "Pass one for each; the target has none of its own.",
      ],
    });
    this.projects = projects;
  }
}

/** Thrown when a text is not a lock file that says what depends on what. */
export class InvalidLockfileError extends BaseError {
  override readonly name = "InvalidLockfileError";
  constructor({ reason, remedy, cause }: { reason: string; remedy: string; cause?: unknown }) {
    super(`This is no lock file of npm: ${reason}.`, {
      docsPath: "/errors#invalidlockfileerror",
      cause,
      metaMessages: [remedy],
    });
  }
}
