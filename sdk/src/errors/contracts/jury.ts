import { formatId, formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { contractError } from "./base.ts";

/** Thrown when a jury is deployed with an address that cannot be right. */
export class JuryInvalidAddressError extends contractError("Jury_InvalidAddress", {
  says: ({ account }) => `${account} cannot be used here.`,
  next: "The Safe and the recipient of stakes must not be zero; markets and stake token must be contracts.",
}) {}

/** Thrown when a jury is deployed with a period that is empty or too long. */
export class JuryInvalidPeriodError extends contractError("Jury_InvalidPeriod", {
  says: ({ period }) => `A period of ${period} seconds is not possible.`,
  next: ({ maximum }) => `Pass 1 to ${maximum} seconds.`,
}) {}

/** Thrown when payouts do not sum to exactly 1. */
export class JuryInvalidSumError extends contractError("Jury_InvalidSum", {
  says: ({ sum }) => `The payouts sum to ${formatWad(sum)}, not to exactly 1.`,
  next: "Scale them with `floorWeights`: they must sum to 1000000000000000000.",
}) {}

/** Thrown when a posting was amended as often as it may be. */
export class JuryNoAmendmentLeftError extends contractError("Jury_NoAmendmentLeft", {
  says: ({ market, maximum }) => `The posting of market ${formatId(market)} was amended ${maximum} times already.`,
  next: "It can only be affirmed, or left to stand.",
}) {}

/** Thrown when less of the stake token arrived than was asked for. */
export class JuryNotReceivedError extends contractError("Jury_NotReceived", {
  says: ({ expected, received }) => `Of ${expected} units of the stake token only ${received} arrived.`,
  next: "Tokens that take a fee on transfer cannot be used for stakes.",
}) {}

/** Thrown when an account has no credits. */
export class JuryNothingToWithdrawError extends contractError("Jury_NothingToWithdraw", {
  says: ({ account }) => `There is nothing to withdraw for ${account}.`,
  next: "Credits appear when a challenge is answered or has passed without an answer.",
}) {}

/** Thrown when a market has another resolver. */
export class JuryNotResolverError extends contractError("Jury_NotResolver", {
  says: ({ market, resolver }) => `This jury does not resolve market ${formatId(market)}; its resolver is ${resolver}.`,
  next: "Check the id; the zero address means that there is no such market.",
}) {}

/** Thrown when the caller is not the jurors' Safe. */
export class JuryNotSafeError extends contractError("Jury_NotSafe", {
  says: ({ caller, safe }) => `Only the jurors' Safe ${safe} may do this; you are ${caller}.`,
  next: "Build the call with `postCall`, `affirmCall` or `amendCall` and execute it through the Safe.",
}) {}

/** Thrown when a call comes too early. */
export class JuryTooEarlyError extends contractError("Jury_TooEarly", {
  says: ({ market, from, timestamp }) =>
    `Market ${formatId(market)} is ready for this from ${formatTime(from)}; the block's time is ${formatTime(timestamp)}.`,
  next: "Call again from then on.",
}) {}

/** Thrown when a call comes too late. */
export class JuryTooLateError extends contractError("Jury_TooLate", {
  says: ({ market, last, timestamp }) =>
    `For market ${formatId(market)} this was possible until ${formatTime(last)}; the block's time is ${formatTime(timestamp)}.`,
  next: "Read where the market stands with `getPosting`: it can be finalized, or falls back to its prices.",
}) {}

/** Thrown when there is not one payout for each outcome. */
export class JuryWrongLengthError extends contractError("Jury_WrongLength", {
  says: ({ expected, actual }) => `${actual} payouts were passed; the market has ${expected} outcomes.`,
  next: "Pass one for each outcome, in the order of the market.",
}) {}

/** Thrown when payouts are not those that were posted last. */
export class JuryWrongPayoutsError extends contractError("Jury_WrongPayouts", {
  says: ({ expected, actual }) => `The payouts have the hash ${actual}; those that were posted have ${expected}.`,
  next: "Take them from the last `Posted` event: `parsePostLogs`.",
}) {}

/** Thrown when a call does not fit where the market stands. */
export class JuryWrongStatusError extends contractError("Jury_WrongStatus", {
  says: ({ market, status }) => `Market ${formatId(market)} is ${describeStatus(status)}.`,
  next: "Read where it stands with `getPosting`. A market is posted, may be challenged, and is answered and finalized once.",
}) {}

/** Thrown when a jury is deployed with free challenges. */
export class JuryZeroStakeError extends contractError("Jury_ZeroStake", {
  says: "Challenges must cost something.",
  next: "Deploy with a stake above 0.",
}) {}

/** Thrown when a juror's ballot for a market was published already. */
export class JuryAlreadyPublishedError extends contractError("Jury_AlreadyPublished", {
  says: ({ market, juror }) => `The ballot of ${juror} for market ${formatId(market)} was published already.`,
  next: "A juror has one ballot for each market; the first to be published counts.",
}) {}

/** Thrown when a walk has not come to the last ballot. */
export class JuryBallotsLeftError extends contractError("Jury_BallotsLeft", {
  says: ({ market, cursor, ballots }) =>
    `Only ${cursor} of the ${ballots} ballots of market ${formatId(market)} were walked for these log weights.`,
  next: "Send all chunks of `proveWeights` with `walkBallots` first, from the same account; compute them again if ballots were added.",
}) {}

/** Thrown when a ballot has no comparison, or too many. */
export class JuryInvalidBallotSizeError extends contractError("Jury_InvalidBallotSize", {
  says: ({ comparisons }) => `A ballot of ${comparisons} comparisons is not possible.`,
  next: ({ maximum }) => `A ballot has 1 to ${maximum} comparisons.`,
}) {}

/** Thrown when a comparison says nothing. */
export class JuryInvalidComparisonError extends contractError("Jury_InvalidComparison", {
  says: ({ index }) => `Comparison ${index} of the ballot is not valid.`,
  next: "It compares outcomes a < b of the market, is won by one of them, by a multiplier from 1e6 to 1000e6 (1e-6).",
}) {}

/** Thrown when log weights do not sum to 0. */
export class JuryInvalidLogSumError extends contractError("Jury_InvalidLogSum", {
  says: ({ sum, maximum }) => `The log weights sum to ${sum} units, not to at most ${maximum}.`,
  next: "Take off their mean, as `proveWeights` does.",
}) {}

/** Thrown when a jury is deployed with a loss by which nothing could be verified. */
export class JuryInvalidLossError extends contractError("Jury_InvalidLoss", {
  says: ({ huberDelta, anchor, tolerance, minBallots }) =>
    `delta ${huberDelta}, anchor ${anchor}, tolerance ${tolerance} and ${minBallots} ballots do not make a loss.`,
  next: "Pass a tolerance from 1 to 1e12, a delta of 0 or well above 2^19 tolerances, at most 100e18, an anchor of at most 1e24, and 1 ballot or more.",
}) {}

/** Thrown when the root of the jurors is zero. */
export class JuryInvalidRootError extends contractError("Jury_InvalidRoot", {
  says: ({ round }) => `The root of the jurors of round ${round} is zero.`,
  next: "Build it with `buildJurorsTree`.",
}) {}

/** Thrown when a ballot's signature is not the juror's. */
export class JuryInvalidSignatureError extends contractError("Jury_InvalidSignature", {
  says: ({ juror, digest }) => `The signature is not one of ${juror} for the ballot with hash ${digest}.`,
  next: "Sign exactly this ballot, for this chain and this jury: `signBallot`.",
}) {}

/** Thrown when the jurors of a round were committed already. */
export class JuryJurorsCommittedError extends contractError("Jury_JurorsCommitted", {
  says: ({ round, root }) => `The jurors of round ${round} were committed already, with root ${root}.`,
  next: "They are committed once for each round.",
}) {}

/** Thrown when a log weight is out of range. */
export class JuryLogWeightOutOfRangeError extends contractError("Jury_LogWeightOutOfRange", {
  says: ({ index, logWeight }) => `Log weight ${index}, ${formatWad(logWeight)}, is out of range.`,
  next: ({ maximum }) => `It may be from -${formatWad(maximum)} to ${formatWad(maximum)}: every optimum is.`,
}) {}

/** Thrown when nothing was paid for an audit, or nothing is left. */
export class JuryNoAuditError extends contractError("Jury_NoAudit", {
  says: ({ round, kind, index }) =>
    `There is nothing paid for the audit of seed ${index} in round ${round} (${describeKind(kind)}).`,
  next: "It was refunded or collected before, or never paid: see `getAudits`.",
}) {}

/** Thrown when a walk goes beyond the last ballot. */
export class JuryNoSuchBallotError extends contractError("Jury_NoSuchBallot", {
  says: ({ market, ballots }) => `Market ${formatId(market)} has only ${ballots} ballots.`,
  next: "Pass the ballots that `getBallots` reads, each once.",
}) {}

/** Thrown when an audit cannot be collected, or not yet. */
export class JuryNotCollectableError extends contractError("Jury_NotCollectable", {
  says: ({ round, kind, index }) =>
    `The audit of seed ${index} in round ${round} (${describeKind(kind)}) cannot be collected.`,
  next: "It is collected when the seed was selected and its market was resolved by a posting; otherwise it is refunded.",
}) {}

/** Thrown when the rewards of a round were not distributed yet. */
export class JuryNotDistributedError extends contractError("Jury_NotDistributed", {
  says: ({ round }) => `The rewards of round ${round} were not distributed yet.`,
  next: "Call `distributeRewards` first.",
}) {}

/** Thrown when a seed cannot be audited. */
export class JuryNotEligibleError extends contractError("Jury_NotEligible", {
  says: ({ round, kind, index }) => `Seed ${index} in round ${round} cannot be audited for its ${describeKind(kind)}.`,
  next: "Originality is asked of seeds with children, the weights of children of seeds with at least two.",
}) {}

/** Thrown when an account is not one of a round's jurors. */
export class JuryNotJurorError extends contractError("Jury_NotJuror", {
  says: ({ round, juror }) => `${juror} is not a juror of round ${round}, by this salt and proof.`,
  next: "Take both from `buildJurorsTree(...).proofOf(juror)`.",
}) {}

/** Thrown when log weights are not the optimum of the ballots. */
export class JuryNotOptimalError extends contractError("Jury_NotOptimal", {
  says: ({ index, gradient, uncertainty, tolerance }) =>
    `The gradient of outcome ${index}, ${gradient} units and up to ${uncertainty} uncertain, is above the tolerance of ${tolerance}.`,
  next: "Compute them with `proveWeights` from all ballots, with the jury's own loss and the pool's opening prices.",
}) {}

/** Thrown when an audit cannot be refunded, or not yet. */
export class JuryNotRefundableError extends contractError("Jury_NotRefundable", {
  says: ({ round, kind, index }) =>
    `The audit of seed ${index} in round ${round} (${describeKind(kind)}) cannot be refunded.`,
  next: "It is refunded when the seed was not selected, or was not judged until the round is settled.",
}) {}

/** Thrown when ballots do not prove that weights are the only optimum. */
export class JuryNotUniqueError extends contractError("Jury_NotUnique", {
  says: ({ market, groups }) =>
    `The ballots of market ${formatId(market)} leave ${groups} groups of outcomes without comparisons that prove anything.`,
  next: "More comparisons are needed, between the groups; this market is left to the Safe.",
}) {}

/** Thrown when a juror has no reward left in a market. */
export class JuryNothingToClaimError extends contractError("Jury_NothingToClaim", {
  says: ({ market, juror }) => `There is no reward for ${juror} in market ${formatId(market)}.`,
  next: "Its ballot was not published or not accepted, or its reward was claimed before: see `getBallotReward`.",
}) {}

/** Thrown when the rewards of another round are to be distributed first. */
export class JuryOutOfTurnError extends contractError("Jury_OutOfTurn", {
  says: ({ round }) => `The rewards of round ${round} cannot be distributed now.`,
  next: ({ next }) => `Rounds are distributed in order, each once; the next is ${next}.`,
}) {}

/** Thrown when a call for a round comes too early. */
export class JuryRoundTooEarlyError extends contractError("Jury_RoundTooEarly", {
  says: ({ round, from, timestamp }) =>
    `Round ${round} is ready for this from ${formatTime(from)}; the block's time is ${formatTime(timestamp)}.`,
  next: "Call again from then on.",
}) {}

/** Thrown when a call for a round comes too late. */
export class JuryRoundTooLateError extends contractError("Jury_RoundTooLate", {
  says: ({ round, last, timestamp }) =>
    `In round ${round} this was possible until ${formatTime(last)}; the block's time is ${formatTime(timestamp)}.`,
  next: "Wait for the next round.",
}) {}

/** Thrown when an evaluation set is known, so that audits come too late. */
export class JurySelectionDoneError extends contractError("Jury_SelectionDone", {
  says: ({ round, kind }) => `The evaluation set of round ${round} (${describeKind(kind)}) is known already.`,
  next: "Audits are paid between the end of trading and the selection.",
}) {}

/** Thrown when a market has too few ballots for a verified posting. */
export class JuryTooFewBallotsError extends contractError("Jury_TooFewBallots", {
  says: ({ market, ballots, minimum }) =>
    `Market ${formatId(market)} has ${ballots} ballots; a verified posting needs ${minimum}.`,
  next: "It is left to the Safe, or falls back to its prices.",
}) {}

/** Thrown when there is no such round. */
export class JuryUnknownRoundError extends contractError("Jury_UnknownRound", {
  says: ({ round }) => `There is no round ${round}.`,
  next: "Check the number; a jury that is not connected to its rounds has none.",
}) {}

/** Thrown when what was passed as a ballot is another. */
export class JuryWrongBallotError extends contractError("Jury_WrongBallot", {
  says: ({ market, index, expected, actual }) =>
    `Ballot ${index} of market ${formatId(market)} has the hash ${expected}; what was passed has ${actual}.`,
  next: "Pass the ballots that `getBallots` reads, in order, from where the walk is: see `getWalk`.",
}) {}

/** Thrown when a market is not one of the ballot's round. */
export class JuryWrongRoundError extends contractError("Jury_WrongRound", {
  says: ({ market, expected, actual }) =>
    `Market ${formatId(market)} belongs to round ${actual}, the ballot to ${expected}.`,
  next: "Sign ballots with the round that the market belongs to; 0 is none.",
}) {}

const STATUSES = ["not posted", "posted", "challenged", "affirmed", "resolved"];

/** The contract's `Status` in words. */
function describeStatus(status: number): string {
  return STATUSES[status] ?? `in status ${status}`;
}

const KINDS = ["weight", "originality", "weights of its children"];

/** What a seed is judged for, in words. */
function describeKind(kind: number): string {
  return KINDS[kind] ?? `kind ${kind}`;
}
