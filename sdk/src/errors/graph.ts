import { BaseError } from "./BaseError.ts";

/** Thrown when projects depend on each other in a circle: credit could not flow down. */
export class CycleError extends BaseError {
  override readonly name = "CycleError";
  /** The projects of the circle, each the parent of the next, the last one of the first. */
  readonly cycle: readonly string[];
  constructor({ cycle }: { cycle: readonly string[] }) {
    super(`The edges make a circle of ${cycle.length} projects.`, {
      docsPath: "/errors#cycleerror",
      metaMessages: [[...cycle, cycle[0]].join(" -> "), "Leave out one of these edges."],
    });
    this.cycle = cycle;
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
