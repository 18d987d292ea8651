import { formatWad } from "../math/decimal.ts";

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
