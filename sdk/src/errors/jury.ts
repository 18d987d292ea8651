import { BaseError } from "./BaseError.ts";

/** Thrown when a comparison says nothing: between a project and itself, or with an impossible choice or multiplier. */
export class InvalidComparisonError extends BaseError {
  override readonly name = "InvalidComparisonError";
  /** Position of the comparison in the list, from 0. */
  readonly index: number;
  constructor({ index, juror, reason }: { index: number; juror: string; reason: string }) {
    super(`Comparison ${index} (juror "${juror}"): ${reason}.`, {
      docsPath: "/errors#invalidcomparisonerror",
      metaMessages: ["A comparison names two projects, choice 1 or 2, and a multiplier from 1 to 1000."],
    });
    this.index = index;
  }
}

/** Thrown when there is nothing to aggregate. */
export class NoComparisonsError extends BaseError {
  override readonly name = "NoComparisonsError";
  constructor() {
    super("There are no comparisons.", {
      docsPath: "/errors#nocomparisonserror",
      metaMessages: ["Collect ballots, or pass an `anchor` and `projects`: then the base rates are the answer."],
    });
  }
}

/** Thrown when the comparisons do not connect all projects, so that some ratios are unknown. */
export class DisconnectedError extends BaseError {
  override readonly name = "DisconnectedError";
  /** Groups of projects without a comparison between them, the largest first. */
  readonly components: readonly (readonly string[])[];
  constructor({ components }: { components: readonly (readonly string[])[] }) {
    super(`The comparisons fall into ${components.length} groups of projects that nobody compared with each other.`, {
      docsPath: "/errors#disconnectederror",
      metaMessages: [
        ...groupLines(components),
        "Ask for comparisons between the groups, or pass an `anchor` so that base rates fill the gaps.",
      ],
    });
    this.components = components;
  }
}

/** Thrown when Bradley and Terry's weights have no bound: between some groups of projects all comparisons go one way. */
export class OneSidedError extends BaseError {
  override readonly name = "OneSidedError";
  /** Groups within which wins go both ways round, the largest first. */
  readonly groups: readonly (readonly string[])[];
  constructor({ groups }: { groups: readonly (readonly string[])[] }) {
    super(`Between ${groups.length} groups of projects every comparison went one way: no win bounds their ratio.`, {
      docsPath: "/errors#onesidederror",
      metaMessages: [
        ...groupLines(groups),
        "Pass an `anchor` (a small `tau` will do), ask for more comparisons, or use a loss that reads multipliers.",
      ],
    });
    this.groups = groups;
  }
}

/** Thrown when the minimum was not reached; the comparisons are then beyond what doubles can resolve. */
export class NotConvergedError extends BaseError {
  override readonly name = "NotConvergedError";
  constructor({ iterations, gradientNorm }: { iterations: number; gradientNorm: number }) {
    super(`No minimum after ${iterations} iterations: the gradient is still ${gradientNorm}.`, {
      docsPath: "/errors#notconvergederror",
      metaMessages: ["Check that deltas and taus are of the order of 1; please report the comparisons otherwise."],
    });
  }
}

/** Thrown when Huber's loss is flat at the minimum, so that other weights fit as well: nothing can be proven on-chain. */
export class NotUniqueError extends BaseError {
  override readonly name = "NotUniqueError";
  /** Groups that only comparisons on the flat part of the loss connect, the largest first. */
  readonly groups: readonly (readonly string[])[];
  constructor({ groups }: { groups: readonly (readonly string[])[] }) {
    super(`Other weights may fit as well: comparisons that agree leave ${groups.length} groups of outcomes.`, {
      docsPath: "/errors#notuniqueerror",
      metaMessages: [...groupLines(groups), "Ask for comparisons between the groups; this market is left to the Safe."],
    });
    this.groups = groups;
  }
}

/** Thrown when a juror's address is not known. */
export class UnknownJurorError extends BaseError {
  override readonly name = "UnknownJurorError";
  constructor({ juror }: { juror: string }) {
    super(`The juror "${juror}" has no address.`, {
      docsPath: "/errors#unknownjurorerror",
      metaMessages: ["Pass `jurors` with an address for each name that the comparisons have."],
    });
  }
}

function groupLines(groups: readonly (readonly string[])[]): string[] {
  return [
    ...groups.slice(0, 10).map((group, i) => `Group ${i + 1}: ${listed(group)}`),
    ...(groups.length > 10 ? [`… and ${groups.length - 10} more.`] : []),
  ];
}

function listed(projects: readonly string[]): string {
  const most = 5;
  const more = projects.length > most ? `, … (${projects.length})` : "";
  return projects.slice(0, most).join(", ") + more;
}
