import { hexToString } from "viem";

import { ROUND_KINDS, ROUND_PHASES } from "../../types/round.ts";
import { formatId, formatTime } from "../../utils/format.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when the draw was made already. */
export class RoundsAlreadyDrawnError extends ContractError<"Rounds_AlreadyDrawn"> {
  override readonly name = "RoundsAlreadyDrawnError";
  constructor(parameters: ContractErrorParameters<"Rounds_AlreadyDrawn">) {
    const { round, random } = parameters;
    super(parameters, `The draw of round ${round} was made already: ${random}.`, {
      docsPath: "/errors#roundsalreadydrawnerror",
      metaMessages: ["Choose the evaluation sets with `selectSeeds`."],
    });
  }
}

/** Thrown when a market of a round is opened twice. */
export class RoundsAlreadyOpenedError extends ContractError<"Rounds_AlreadyOpened"> {
  override readonly name = "RoundsAlreadyOpenedError";
  constructor(parameters: ContractErrorParameters<"Rounds_AlreadyOpened">) {
    const { round, kind, market } = parameters;
    super(parameters, `The market of round ${round} for ${describeKind(kind)} is ${formatId(market)} already.`, {
      docsPath: "/errors#roundsalreadyopenederror",
      metaMessages: ["Use it: there is one for each question and round."],
    });
  }
}

/** Thrown when an evaluation set leaves out a seed with a better score. */
export class RoundsBetterSeedLeftOutError extends ContractError<"Rounds_BetterSeedLeftOut"> {
  override readonly name = "RoundsBetterSeedLeftOutError";
  constructor(parameters: ContractErrorParameters<"Rounds_BetterSeedLeftOut">) {
    const { index, score, least } = parameters;
    super(parameters, `Seed ${index} has the score ${score}, better than ${least} of the weakest that was taken.`, {
      docsPath: "/errors#roundsbetterseedleftouterror",
      metaMessages: ["Choose the set with `chooseSeeds`: the highest scores, ties to the lower index."],
    });
  }
}

/** Thrown when sponsors give more than the markets of a round could hold. */
export class RoundsBudgetTooLargeError extends ContractError<"Rounds_BudgetTooLarge"> {
  override readonly name = "RoundsBudgetTooLargeError";
  constructor(parameters: ContractErrorParameters<"Rounds_BudgetTooLarge">) {
    const { budget, maximum } = parameters;
    super(parameters, `Sponsors would give ${budget} units for the next round; the most is ${maximum}.`, {
      docsPath: "/errors#roundsbudgettoolargeerror",
      metaMessages: ["Give less: amounts are in the smallest units of the money."],
    });
  }
}

/** Thrown when a round would start with too little liquidity. */
export class RoundsBudgetTooSmallError extends ContractError<"Rounds_BudgetTooSmall"> {
  override readonly name = "RoundsBudgetTooSmallError";
  constructor(parameters: ContractErrorParameters<"Rounds_BudgetTooSmall">) {
    const { budget, minimum } = parameters;
    super(parameters, `Sponsors gave ${budget} units for the next round; the least is ${minimum}.`, {
      docsPath: "/errors#roundsbudgettoosmallerror",
      metaMessages: ["Give the rest with `sponsor`."],
    });
  }
}

/** Thrown when rounds are deployed with a configuration that cannot work. */
export class RoundsInvalidConfigError extends ContractError<"Rounds_InvalidConfig"> {
  override readonly name = "RoundsInvalidConfigError";
  constructor(parameters: ContractErrorParameters<"Rounds_InvalidConfig">) {
    const { what, value } = parameters;
    super(parameters, `The configuration is wrong: \`${text(what)}\` (${value}).`, {
      docsPath: "/errors#roundsinvalidconfigerror",
      metaMessages: ["See `IRounds.Config` for what each entry means."],
    });
  }
}

/** Thrown when an evaluation set takes a seed that is not eligible, or was taken already. */
export class RoundsInvalidSetError extends ContractError<"Rounds_InvalidSet"> {
  override readonly name = "RoundsInvalidSetError";
  constructor(parameters: ContractErrorParameters<"Rounds_InvalidSet">) {
    const { set, allowed } = parameters;
    super(parameters, `The set ${formatSet(set)} takes seeds that are not in ${formatSet(allowed)}.`, {
      docsPath: "/errors#roundsinvalidseterror",
      metaMessages: ["Choose the set with `chooseSeeds`; the three parts are disjoint."],
    });
  }
}

/** Thrown when a market has to be resolved first. */
export class RoundsMarketPendingError extends ContractError<"Rounds_MarketPending"> {
  override readonly name = "RoundsMarketPendingError";
  constructor(parameters: ContractErrorParameters<"Rounds_MarketPending">) {
    const { market } = parameters;
    super(parameters, `Market ${formatId(market)} is not resolved yet.`, {
      docsPath: "/errors#roundsmarketpendingerror",
      metaMessages: ["Call `finalize` if it was posted, otherwise `fallBack`, of its jury."],
    });
  }
}

/** Thrown when a round would start without a graph. */
export class RoundsNoSeedsError extends ContractError<"Rounds_NoSeeds"> {
  override readonly name = "RoundsNoSeedsError";
  constructor(parameters: ContractErrorParameters<"Rounds_NoSeeds">) {
    super(parameters, "The target has no children.", {
      docsPath: "/errors#roundsnoseedserror",
      metaMessages: ["Import the graph with `importNodes` and `seal` it."],
    });
  }
}

/** Thrown when a draw was not made. */
export class RoundsNotDrawnError extends ContractError<"Rounds_NotDrawn"> {
  override readonly name = "RoundsNotDrawnError";
  constructor(parameters: ContractErrorParameters<"Rounds_NotDrawn">) {
    const { round } = parameters;
    super(parameters, `The draw of round ${round} was not made.`, {
      docsPath: "/errors#roundsnotdrawnerror",
      metaMessages: ["Call `draw` with what `getDrawProof` brings; `getDraw` says from when on."],
    });
  }
}

/** Thrown when a seed has no question of a kind. */
export class RoundsNotEligibleError extends ContractError<"Rounds_NotEligible"> {
  override readonly name = "RoundsNotEligibleError";
  constructor(parameters: ContractErrorParameters<"Rounds_NotEligible">) {
    const { round, kind, index } = parameters;
    super(parameters, `Seed ${index} has no question about ${describeKind(kind)} in round ${round}.`, {
      docsPath: "/errors#roundsnoteligibleerror",
      metaMessages: ["Only seeds with children have an originality, only those with two have weights of children."],
    });
  }
}

/** Thrown when a kind was not opened. */
export class RoundsNotOpenedError extends ContractError<"Rounds_NotOpened"> {
  override readonly name = "RoundsNotOpenedError";
  constructor(parameters: ContractErrorParameters<"Rounds_NotOpened">) {
    const { round, kind } = parameters;
    super(parameters, `The markets of round ${round} for ${describeKind(kind)} are not open.`, {
      docsPath: "/errors#roundsnotopenederror",
      metaMessages: ["Call `openSeeds`, or `openSelection` for this kind."],
    });
  }
}

/** Thrown when less money arrived than was asked for. */
export class RoundsNotReceivedError extends ContractError<"Rounds_NotReceived"> {
  override readonly name = "RoundsNotReceivedError";
  constructor(parameters: ContractErrorParameters<"Rounds_NotReceived">) {
    const { expected, received } = parameters;
    super(parameters, `Of ${expected} units of money only ${received} arrived.`, {
      docsPath: "/errors#roundsnotreceivederror",
      metaMessages: ["Tokens that take a fee on transfer cannot be the money of a round."],
    });
  }
}

/** Thrown when there is nothing to do, to collect or to pay. */
export class RoundsNothingError extends ContractError<"Rounds_Nothing"> {
  override readonly name = "RoundsNothingError";
  constructor(parameters: ContractErrorParameters<"Rounds_Nothing">) {
    super(parameters, "There is nothing to do.", {
      docsPath: "/errors#roundsnothingerror",
      metaMessages: ["Amounts must be above 0; what was collected or paid is not there twice."],
    });
  }
}

/** Thrown when an evaluation set takes too many seeds. */
export class RoundsQuotaExceededError extends ContractError<"Rounds_QuotaExceeded"> {
  override readonly name = "RoundsQuotaExceededError";
  constructor(parameters: ContractErrorParameters<"Rounds_QuotaExceeded">) {
    const { taken, quota } = parameters;
    super(parameters, `The set takes ${taken} seeds; the quota is ${quota}.`, {
      docsPath: "/errors#roundsquotaexceedederror",
      metaMessages: ["Choose the set with `chooseSeeds`."],
    });
  }
}

/** Thrown when an evaluation set is known already, or was given up. */
export class RoundsSelectionDoneError extends ContractError<"Rounds_SelectionDone"> {
  override readonly name = "RoundsSelectionDoneError";
  constructor(parameters: ContractErrorParameters<"Rounds_SelectionDone">) {
    const { round, kind } = parameters;
    super(parameters, `The evaluation set of round ${round} for ${describeKind(kind)} is fixed already.`, {
      docsPath: "/errors#roundsselectiondoneerror",
      metaMessages: ["Read it with `getSelection`."],
    });
  }
}

/** Thrown when an evaluation set is neither known nor given up. */
export class RoundsSelectionPendingError extends ContractError<"Rounds_SelectionPending"> {
  override readonly name = "RoundsSelectionPendingError";
  constructor(parameters: ContractErrorParameters<"Rounds_SelectionPending">) {
    const { round, kind } = parameters;
    super(parameters, `The evaluation set of round ${round} for ${describeKind(kind)} is not fixed.`, {
      docsPath: "/errors#roundsselectionpendingerror",
      metaMessages: ["Evaluation has ended: give it up with `fallBackSelection`."],
    });
  }
}

/** Thrown when a sponsor takes back more than it gave. */
export class RoundsSponsorshipTooSmallError extends ContractError<"Rounds_SponsorshipTooSmall"> {
  override readonly name = "RoundsSponsorshipTooSmallError";
  constructor(parameters: ContractErrorParameters<"Rounds_SponsorshipTooSmall">) {
    const { available, amount } = parameters;
    super(parameters, `You gave ${available} units for the next round, less than ${amount}.`, {
      docsPath: "/errors#roundssponsorshiptoosmallerror",
      metaMessages: ["Take back at most that; see `getSponsorship`."],
    });
  }
}

/** Thrown when a step is for later. */
export class RoundsTooEarlyError extends ContractError<"Rounds_TooEarly"> {
  override readonly name = "RoundsTooEarlyError";
  constructor(parameters: ContractErrorParameters<"Rounds_TooEarly">) {
    const { round, from, timestamp } = parameters;
    super(
      parameters,
      `Round ${round} is ready for this from ${formatTime(from)}; the block's time is ${formatTime(timestamp)}.`,
      { docsPath: "/errors#roundstooearlyerror", metaMessages: ["Call again from then on."] },
    );
  }
}

/** Thrown when a step does not fit the phase. */
export class RoundsWrongPhaseError extends ContractError<"Rounds_WrongPhase"> {
  override readonly name = "RoundsWrongPhaseError";
  constructor(parameters: ContractErrorParameters<"Rounds_WrongPhase">) {
    const { round, phase } = parameters;
    super(parameters, `Round ${round} is in the phase "${describePhase(phase)}".`, {
      docsPath: "/errors#roundswrongphaseerror",
      metaMessages: ["See `schedule` of `getRound` for when the phase of this step begins and ends."],
    });
  }
}

/** Thrown when an evaluation set takes a seed without a score. */
export class RoundsZeroScoreError extends ContractError<"Rounds_ZeroScore"> {
  override readonly name = "RoundsZeroScoreError";
  constructor(parameters: ContractErrorParameters<"Rounds_ZeroScore">) {
    const { index } = parameters;
    super(parameters, `Seed ${index} has no score.`, {
      docsPath: "/errors#roundszeroscoreerror",
      metaMessages: ["Leave it out: scores of zero never qualify."],
    });
  }
}

/** The contract's `Kind` in words. */
function describeKind(kind: number): string {
  return ROUND_KINDS[kind] ?? `kind ${kind}`;
}

/** The contract's `Phase` in words. */
function describePhase(phase: number): string {
  return ROUND_PHASES[phase] ?? `phase ${phase}`;
}

/** A set of seeds as a list of their indices. */
function formatSet(set: bigint): string {
  const seeds = Array.from({ length: 256 }, (_, i) => i).filter((i) => ((set >> BigInt(i)) & 1n) === 1n);
  return `{${seeds.join(", ")}}`;
}

function text(name: `0x${string}`): string {
  return hexToString(name, { size: 32 });
}
