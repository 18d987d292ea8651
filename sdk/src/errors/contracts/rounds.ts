import { hexToString } from "viem";

import { ROUND_KINDS, ROUND_PHASES } from "../../types/round.ts";
import { formatId, formatTime } from "../../utils/format.ts";

import { contractError } from "./base.ts";

/** Thrown when the draw was made already. */
export class RoundsAlreadyDrawnError extends contractError("Rounds_AlreadyDrawn", {
  says: ({ round, random }) => `The draw of round ${round} was made already: ${random}.`,
  next: "Choose the evaluation sets with `selectSeeds`.",
}) {}

/** Thrown when a market of a round is opened twice. */
export class RoundsAlreadyOpenedError extends contractError("Rounds_AlreadyOpened", {
  says: ({ round, kind, market }) =>
    `The market of round ${round} for ${describeKind(kind)} is ${formatId(market)} already.`,
  next: "Use it: there is one for each question and round.",
}) {}

/** Thrown when an evaluation set leaves out a seed with a better score. */
export class RoundsBetterSeedLeftOutError extends contractError("Rounds_BetterSeedLeftOut", {
  says: ({ index, score, least }) =>
    `Seed ${index} has the score ${score}, better than ${least} of the weakest that was taken.`,
  next: "Choose the set with `chooseSeeds`: the highest scores, ties to the lower index.",
}) {}

/** Thrown when sponsors give more than the markets of a round could hold. */
export class RoundsBudgetTooLargeError extends contractError("Rounds_BudgetTooLarge", {
  says: ({ budget, maximum }) => `Sponsors would give ${budget} units for the next round; the most is ${maximum}.`,
  next: "Give less: amounts are in the smallest units of the money.",
}) {}

/** Thrown when a round would start with too little liquidity. */
export class RoundsBudgetTooSmallError extends contractError("Rounds_BudgetTooSmall", {
  says: ({ budget, minimum }) => `Sponsors gave ${budget} units for the next round; the least is ${minimum}.`,
  next: "Give the rest with `sponsor`.",
}) {}

/** Thrown when rounds are deployed with a configuration that cannot work. */
export class RoundsInvalidConfigError extends contractError("Rounds_InvalidConfig", {
  says: ({ what, value }) => `The configuration is wrong: \`${text(what)}\` (${value}).`,
  next: "See `IRounds.Config` for what each entry means.",
}) {}

/** Thrown when an evaluation set takes a seed that is not eligible, or was taken already. */
export class RoundsInvalidSetError extends contractError("Rounds_InvalidSet", {
  says: ({ set, allowed }) => `The set ${formatSet(set)} takes seeds that are not in ${formatSet(allowed)}.`,
  next: "Choose the set with `chooseSeeds`; the three parts are disjoint.",
}) {}

/** Thrown when a market has to be resolved first. */
export class RoundsMarketPendingError extends contractError("Rounds_MarketPending", {
  says: ({ market }) => `Market ${formatId(market)} is not resolved yet.`,
  next: "Call `finalize` if it was posted, otherwise `fallBack`, of its jury.",
}) {}

/** Thrown when a round would start without a graph. */
export class RoundsNoSeedsError extends contractError("Rounds_NoSeeds", {
  says: "The target has no children.",
  next: "Import the graph with `importNodes` and `seal` it.",
}) {}

/** Thrown when a round would start before a contract that it works with is connected. */
export class RoundsNotConnectedError extends contractError("Rounds_NotConnected", {
  says: ({ part, rounds }) => `The contract ${part} is connected to ${rounds}, not to these rounds.`,
  next: "Its deployer connects it with `connect`, once.",
}) {}

/** Thrown when a draw was not made. */
export class RoundsNotDrawnError extends contractError("Rounds_NotDrawn", {
  says: ({ round }) => `The draw of round ${round} was not made.`,
  next: "Call `draw` with what `getDrawProof` brings; `getDraw` says from when on.",
}) {}

/** Thrown when a seed has no question of a kind. */
export class RoundsNotEligibleError extends contractError("Rounds_NotEligible", {
  says: ({ round, kind, index }) => `Seed ${index} has no question about ${describeKind(kind)} in round ${round}.`,
  next: "Only seeds with children have an originality, only those with two have weights of children.",
}) {}

/** Thrown when a kind was not opened. */
export class RoundsNotOpenedError extends contractError("Rounds_NotOpened", {
  says: ({ round, kind }) => `The markets of round ${round} for ${describeKind(kind)} are not open.`,
  next: "Call `openSeeds`, or `openSelection` for this kind.",
}) {}

/** Thrown when less money arrived than was asked for. */
export class RoundsNotReceivedError extends contractError("Rounds_NotReceived", {
  says: ({ expected, received }) => `Of ${expected} units of money only ${received} arrived.`,
  next: "Tokens that take a fee on transfer cannot be the money of a round.",
}) {}

/** Thrown when there is nothing to do, to collect or to pay. */
export class RoundsNothingError extends contractError("Rounds_Nothing", {
  says: "There is nothing to do.",
  next: "Amounts must be above 0; what was collected or paid is not there twice.",
}) {}

/** Thrown when an evaluation set takes too many seeds. */
export class RoundsQuotaExceededError extends contractError("Rounds_QuotaExceeded", {
  says: ({ taken, quota }) => `The set takes ${taken} seeds; the quota is ${quota}.`,
  next: "Choose the set with `chooseSeeds`.",
}) {}

/** Thrown when an evaluation set is known already, or was given up. */
export class RoundsSelectionDoneError extends contractError("Rounds_SelectionDone", {
  says: ({ round, kind }) => `The evaluation set of round ${round} for ${describeKind(kind)} is fixed already.`,
  next: "Read it with `getSelection`.",
}) {}

/** Thrown when an evaluation set is neither known nor given up. */
export class RoundsSelectionPendingError extends contractError("Rounds_SelectionPending", {
  says: ({ round, kind }) => `The evaluation set of round ${round} for ${describeKind(kind)} is not fixed.`,
  next: "Evaluation has ended: give it up with `fallBackSelection`.",
}) {}

/** Thrown when a sponsor takes back more than it gave. */
export class RoundsSponsorshipTooSmallError extends contractError("Rounds_SponsorshipTooSmall", {
  says: ({ available, amount }) => `You gave ${available} units for the next round, less than ${amount}.`,
  next: "Take back at most that; see `getSponsorship`.",
}) {}

/** Thrown when a step is for later. */
export class RoundsTooEarlyError extends contractError("Rounds_TooEarly", {
  says: ({ round, from, timestamp }) =>
    `Round ${round} is ready for this from ${formatTime(from)}; the block's time is ${formatTime(timestamp)}.`,
  next: "Call again from then on.",
}) {}

/** Thrown when a market is not one of a round. */
export class RoundsUnknownMarketError extends contractError("Rounds_UnknownMarket", {
  says: ({ market }) => `${formatId(market)} is not a market of a round.`,
  next: "Find a round's markets with `getMarkets` or `getRoundMarket`.",
}) {}

/** Thrown when a step does not fit the phase. */
export class RoundsWrongPhaseError extends contractError("Rounds_WrongPhase", {
  says: ({ round, phase }) => `Round ${round} is in the phase "${describePhase(phase)}".`,
  next: "See `schedule` of `getRound` for when the phase of this step begins and ends.",
}) {}

/** Thrown when an evaluation set takes a seed without a score. */
export class RoundsZeroScoreError extends contractError("Rounds_ZeroScore", {
  says: ({ index }) => `Seed ${index} has no score.`,
  next: "Leave it out: scores of zero never qualify.",
}) {}

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
