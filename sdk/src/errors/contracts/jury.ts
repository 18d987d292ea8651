import { formatId, formatTime } from "../../utils/format.ts";
import { formatWad } from "../../utils/wad.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a jury is deployed with an address that cannot be right. */
export class JuryInvalidAddressError extends ContractError<"Jury_InvalidAddress"> {
  override readonly name = "JuryInvalidAddressError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidAddress">) {
    const { account } = parameters;
    super(parameters, `${account} cannot be used here.`, {
      docsPath: "/errors#juryinvalidaddresserror",
      metaMessages: [
        "The Safe and the recipient of stakes must not be zero; markets and stake token must be contracts.",
      ],
    });
  }
}

/** Thrown when a jury is deployed with a period that is empty or too long. */
export class JuryInvalidPeriodError extends ContractError<"Jury_InvalidPeriod"> {
  override readonly name = "JuryInvalidPeriodError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidPeriod">) {
    const { period, maximum } = parameters;
    super(parameters, `A period of ${period} seconds is not possible.`, {
      docsPath: "/errors#juryinvalidperioderror",
      metaMessages: [`Pass 1 to ${maximum} seconds.`],
    });
  }
}

/** Thrown when payouts do not sum to exactly 1. */
export class JuryInvalidSumError extends ContractError<"Jury_InvalidSum"> {
  override readonly name = "JuryInvalidSumError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidSum">) {
    const { sum } = parameters;
    super(parameters, `The payouts sum to ${formatWad(sum)}, not to exactly 1.`, {
      docsPath: "/errors#juryinvalidsumerror",
      metaMessages: ["Scale them with `floorWeights`: they must sum to 1000000000000000000."],
    });
  }
}

/** Thrown when a posting was amended as often as it may be. */
export class JuryNoAmendmentLeftError extends ContractError<"Jury_NoAmendmentLeft"> {
  override readonly name = "JuryNoAmendmentLeftError";
  constructor(parameters: ContractErrorParameters<"Jury_NoAmendmentLeft">) {
    const { market, maximum } = parameters;
    super(parameters, `The posting of market ${formatId(market)} was amended ${maximum} times already.`, {
      docsPath: "/errors#jurynoamendmentlefterror",
      metaMessages: ["It can only be affirmed, or left to stand."],
    });
  }
}

/** Thrown when less of the stake token arrived than was asked for. */
export class JuryNotReceivedError extends ContractError<"Jury_NotReceived"> {
  override readonly name = "JuryNotReceivedError";
  constructor(parameters: ContractErrorParameters<"Jury_NotReceived">) {
    const { expected, received } = parameters;
    super(parameters, `Of ${expected} units of the stake token only ${received} arrived.`, {
      docsPath: "/errors#jurynotreceivederror",
      metaMessages: ["Tokens that take a fee on transfer cannot be used for stakes."],
    });
  }
}

/** Thrown when an account has no credits. */
export class JuryNothingToWithdrawError extends ContractError<"Jury_NothingToWithdraw"> {
  override readonly name = "JuryNothingToWithdrawError";
  constructor(parameters: ContractErrorParameters<"Jury_NothingToWithdraw">) {
    const { account } = parameters;
    super(parameters, `There is nothing to withdraw for ${account}.`, {
      docsPath: "/errors#jurynothingtowithdrawerror",
      metaMessages: ["Credits appear when a challenge is answered or has passed without an answer."],
    });
  }
}

/** Thrown when a market has another resolver. */
export class JuryNotResolverError extends ContractError<"Jury_NotResolver"> {
  override readonly name = "JuryNotResolverError";
  constructor(parameters: ContractErrorParameters<"Jury_NotResolver">) {
    const { market, resolver } = parameters;
    super(parameters, `This jury does not resolve market ${formatId(market)}; its resolver is ${resolver}.`, {
      docsPath: "/errors#jurynotresolvererror",
      metaMessages: ["Check the id; the zero address means that there is no such market."],
    });
  }
}

/** Thrown when the caller is not the jurors' Safe. */
export class JuryNotSafeError extends ContractError<"Jury_NotSafe"> {
  override readonly name = "JuryNotSafeError";
  constructor(parameters: ContractErrorParameters<"Jury_NotSafe">) {
    const { caller, safe } = parameters;
    super(parameters, `Only the jurors' Safe ${safe} may do this; you are ${caller}.`, {
      docsPath: "/errors#jurynotsafeerror",
      metaMessages: ["Build the call with `postCall`, `affirmCall` or `amendCall` and execute it through the Safe."],
    });
  }
}

/** Thrown when a call comes too early. */
export class JuryTooEarlyError extends ContractError<"Jury_TooEarly"> {
  override readonly name = "JuryTooEarlyError";
  constructor(parameters: ContractErrorParameters<"Jury_TooEarly">) {
    const { market, from, timestamp } = parameters;
    super(
      parameters,
      `Market ${formatId(market)} is ready for this from ${formatTime(from)}; the block's time is ${formatTime(timestamp)}.`,
      { docsPath: "/errors#jurytooearlyerror", metaMessages: ["Call again from then on."] },
    );
  }
}

/** Thrown when a call comes too late. */
export class JuryTooLateError extends ContractError<"Jury_TooLate"> {
  override readonly name = "JuryTooLateError";
  constructor(parameters: ContractErrorParameters<"Jury_TooLate">) {
    const { market, last, timestamp } = parameters;
    super(
      parameters,
      `For market ${formatId(market)} this was possible until ${formatTime(last)}; the block's time is ${formatTime(timestamp)}.`,
      {
        docsPath: "/errors#jurytoolateerror",
        metaMessages: [
          "Read where the market stands with `getPosting`: it can be finalized, or falls back to its prices.",
        ],
      },
    );
  }
}

/** Thrown when there is not one payout for each outcome. */
export class JuryWrongLengthError extends ContractError<"Jury_WrongLength"> {
  override readonly name = "JuryWrongLengthError";
  constructor(parameters: ContractErrorParameters<"Jury_WrongLength">) {
    const { expected, actual } = parameters;
    super(parameters, `${actual} payouts were passed; the market has ${expected} outcomes.`, {
      docsPath: "/errors#jurywronglengtherror",
      metaMessages: ["Pass one for each outcome, in the order of the market."],
    });
  }
}

/** Thrown when payouts are not those that were posted last. */
export class JuryWrongPayoutsError extends ContractError<"Jury_WrongPayouts"> {
  override readonly name = "JuryWrongPayoutsError";
  constructor(parameters: ContractErrorParameters<"Jury_WrongPayouts">) {
    const { expected, actual } = parameters;
    super(parameters, `The payouts have the hash ${actual}; those that were posted have ${expected}.`, {
      docsPath: "/errors#jurywrongpayoutserror",
      metaMessages: ["Take them from the last `Posted` event: `parsePostLogs`."],
    });
  }
}

/** Thrown when a call does not fit where the market stands. */
export class JuryWrongStatusError extends ContractError<"Jury_WrongStatus"> {
  override readonly name = "JuryWrongStatusError";
  constructor(parameters: ContractErrorParameters<"Jury_WrongStatus">) {
    const { market, status } = parameters;
    super(parameters, `Market ${formatId(market)} is ${describeStatus(status)}.`, {
      docsPath: "/errors#jurywrongstatuserror",
      metaMessages: [
        "Read where it stands with `getPosting`. A market is posted, may be challenged, and is answered and finalized once.",
      ],
    });
  }
}

/** Thrown when a jury is deployed with free challenges. */
export class JuryZeroStakeError extends ContractError<"Jury_ZeroStake"> {
  override readonly name = "JuryZeroStakeError";
  constructor(parameters: ContractErrorParameters<"Jury_ZeroStake">) {
    super(parameters, "Challenges must cost something.", {
      docsPath: "/errors#juryzerostakeerror",
      metaMessages: ["Deploy with a stake above 0."],
    });
  }
}

/** Thrown when a juror's ballot for a market was published already. */
export class JuryAlreadyPublishedError extends ContractError<"Jury_AlreadyPublished"> {
  override readonly name = "JuryAlreadyPublishedError";
  constructor(parameters: ContractErrorParameters<"Jury_AlreadyPublished">) {
    const { market, juror } = parameters;
    super(parameters, `The ballot of ${juror} for market ${formatId(market)} was published already.`, {
      docsPath: "/errors#juryalreadypublishederror",
      metaMessages: ["A juror has one ballot for each market; the first to be published counts."],
    });
  }
}

/** Thrown when a walk has not come to the last ballot. */
export class JuryBallotsLeftError extends ContractError<"Jury_BallotsLeft"> {
  override readonly name = "JuryBallotsLeftError";
  constructor(parameters: ContractErrorParameters<"Jury_BallotsLeft">) {
    const { market, cursor, ballots } = parameters;
    super(
      parameters,
      `Only ${cursor} of the ${ballots} ballots of market ${formatId(market)} were walked for these log weights.`,
      {
        docsPath: "/errors#juryballotslefterror",
        metaMessages: [
          "Send all chunks of `proveWeights` with `walkBallots` first, from the same account; compute them again if ballots were added.",
        ],
      },
    );
  }
}

/** Thrown when a ballot has no comparison, or too many. */
export class JuryInvalidBallotSizeError extends ContractError<"Jury_InvalidBallotSize"> {
  override readonly name = "JuryInvalidBallotSizeError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidBallotSize">) {
    const { comparisons, maximum } = parameters;
    super(parameters, `A ballot of ${comparisons} comparisons is not possible.`, {
      docsPath: "/errors#juryinvalidballotsizeerror",
      metaMessages: [`A ballot has 1 to ${maximum} comparisons.`],
    });
  }
}

/** Thrown when a comparison says nothing. */
export class JuryInvalidComparisonError extends ContractError<"Jury_InvalidComparison"> {
  override readonly name = "JuryInvalidComparisonError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidComparison">) {
    const { index } = parameters;
    super(parameters, `Comparison ${index} of the ballot is not valid.`, {
      docsPath: "/errors#juryinvalidcomparisonerror",
      metaMessages: [
        "It compares outcomes a < b of the market, is won by one of them, by a multiplier from 1e6 to 1000e6 (1e-6).",
      ],
    });
  }
}

/** Thrown when log weights do not sum to 0. */
export class JuryInvalidLogSumError extends ContractError<"Jury_InvalidLogSum"> {
  override readonly name = "JuryInvalidLogSumError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidLogSum">) {
    const { sum, maximum } = parameters;
    super(parameters, `The log weights sum to ${sum} units, not to at most ${maximum}.`, {
      docsPath: "/errors#juryinvalidlogsumerror",
      metaMessages: ["Take off their mean, as `proveWeights` does."],
    });
  }
}

/** Thrown when a jury is deployed with a loss by which nothing could be verified. */
export class JuryInvalidLossError extends ContractError<"Jury_InvalidLoss"> {
  override readonly name = "JuryInvalidLossError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidLoss">) {
    const { huberDelta, anchor, tolerance, minBallots } = parameters;
    super(
      parameters,
      `delta ${huberDelta}, anchor ${anchor}, tolerance ${tolerance} and ${minBallots} ballots do not make a loss.`,
      {
        docsPath: "/errors#juryinvalidlosserror",
        metaMessages: [
          "Pass a tolerance from 1 to 1e12, a delta of 0 or well above 2^19 tolerances, at most 100e18, an anchor of at most 1e24, and 1 ballot or more.",
        ],
      },
    );
  }
}

/** Thrown when the root of the jurors is zero. */
export class JuryInvalidRootError extends ContractError<"Jury_InvalidRoot"> {
  override readonly name = "JuryInvalidRootError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidRoot">) {
    const { round } = parameters;
    super(parameters, `The root of the jurors of round ${round} is zero.`, {
      docsPath: "/errors#juryinvalidrooterror",
      metaMessages: ["Build it with `buildJurorsTree`."],
    });
  }
}

/** Thrown when a ballot's signature is not the juror's. */
export class JuryInvalidSignatureError extends ContractError<"Jury_InvalidSignature"> {
  override readonly name = "JuryInvalidSignatureError";
  constructor(parameters: ContractErrorParameters<"Jury_InvalidSignature">) {
    const { juror, digest } = parameters;
    super(parameters, `The signature is not one of ${juror} for the ballot with hash ${digest}.`, {
      docsPath: "/errors#juryinvalidsignatureerror",
      metaMessages: ["Sign exactly this ballot, for this chain and this jury: `signBallot`."],
    });
  }
}

/** Thrown when the jurors of a round were committed already. */
export class JuryJurorsCommittedError extends ContractError<"Jury_JurorsCommitted"> {
  override readonly name = "JuryJurorsCommittedError";
  constructor(parameters: ContractErrorParameters<"Jury_JurorsCommitted">) {
    const { round, root } = parameters;
    super(parameters, `The jurors of round ${round} were committed already, with root ${root}.`, {
      docsPath: "/errors#juryjurorscommittederror",
      metaMessages: ["They are committed once for each round."],
    });
  }
}

/** Thrown when a log weight is out of range. */
export class JuryLogWeightOutOfRangeError extends ContractError<"Jury_LogWeightOutOfRange"> {
  override readonly name = "JuryLogWeightOutOfRangeError";
  constructor(parameters: ContractErrorParameters<"Jury_LogWeightOutOfRange">) {
    const { index, logWeight, maximum } = parameters;
    super(parameters, `Log weight ${index}, ${formatWad(logWeight)}, is out of range.`, {
      docsPath: "/errors#jurylogweightoutofrangeerror",
      metaMessages: [`It may be from -${formatWad(maximum)} to ${formatWad(maximum)}: every optimum is.`],
    });
  }
}

/** Thrown when nothing was paid for an audit, or nothing is left. */
export class JuryNoAuditError extends ContractError<"Jury_NoAudit"> {
  override readonly name = "JuryNoAuditError";
  constructor(parameters: ContractErrorParameters<"Jury_NoAudit">) {
    const { round, kind, index } = parameters;
    super(
      parameters,
      `There is nothing paid for the audit of seed ${index} in round ${round} (${describeKind(kind)}).`,
      {
        docsPath: "/errors#jurynoauditerror",
        metaMessages: ["It was refunded or collected before, or never paid: see `getAudits`."],
      },
    );
  }
}

/** Thrown when a walk goes beyond the last ballot. */
export class JuryNoSuchBallotError extends ContractError<"Jury_NoSuchBallot"> {
  override readonly name = "JuryNoSuchBallotError";
  constructor(parameters: ContractErrorParameters<"Jury_NoSuchBallot">) {
    const { market, ballots } = parameters;
    super(parameters, `Market ${formatId(market)} has only ${ballots} ballots.`, {
      docsPath: "/errors#jurynosuchballoterror",
      metaMessages: ["Pass the ballots that `getBallots` reads, each once."],
    });
  }
}

/** Thrown when an audit cannot be collected, or not yet. */
export class JuryNotCollectableError extends ContractError<"Jury_NotCollectable"> {
  override readonly name = "JuryNotCollectableError";
  constructor(parameters: ContractErrorParameters<"Jury_NotCollectable">) {
    const { round, kind, index } = parameters;
    super(parameters, `The audit of seed ${index} in round ${round} (${describeKind(kind)}) cannot be collected.`, {
      docsPath: "/errors#jurynotcollectableerror",
      metaMessages: [
        "It is collected when the seed was selected and its market was resolved by a posting; otherwise it is refunded.",
      ],
    });
  }
}

/** Thrown when the rewards of a round were not distributed yet. */
export class JuryNotDistributedError extends ContractError<"Jury_NotDistributed"> {
  override readonly name = "JuryNotDistributedError";
  constructor(parameters: ContractErrorParameters<"Jury_NotDistributed">) {
    const { round } = parameters;
    super(parameters, `The rewards of round ${round} were not distributed yet.`, {
      docsPath: "/errors#jurynotdistributederror",
      metaMessages: ["Call `distributeRewards` first."],
    });
  }
}

/** Thrown when a seed cannot be audited. */
export class JuryNotEligibleError extends ContractError<"Jury_NotEligible"> {
  override readonly name = "JuryNotEligibleError";
  constructor(parameters: ContractErrorParameters<"Jury_NotEligible">) {
    const { round, kind, index } = parameters;
    super(parameters, `Seed ${index} in round ${round} cannot be audited for its ${describeKind(kind)}.`, {
      docsPath: "/errors#jurynoteligibleerror",
      metaMessages: [
        "Originality is asked of seeds with children, the weights of children of seeds with at least two.",
      ],
    });
  }
}

/** Thrown when an account is not one of a round's jurors. */
export class JuryNotJurorError extends ContractError<"Jury_NotJuror"> {
  override readonly name = "JuryNotJurorError";
  constructor(parameters: ContractErrorParameters<"Jury_NotJuror">) {
    const { round, juror } = parameters;
    super(parameters, `${juror} is not a juror of round ${round}, by this salt and proof.`, {
      docsPath: "/errors#jurynotjurorerror",
      metaMessages: ["Take both from `buildJurorsTree(...).proofOf(juror)`."],
    });
  }
}

/** Thrown when log weights are not the optimum of the ballots. */
export class JuryNotOptimalError extends ContractError<"Jury_NotOptimal"> {
  override readonly name = "JuryNotOptimalError";
  constructor(parameters: ContractErrorParameters<"Jury_NotOptimal">) {
    const { index, gradient, uncertainty, tolerance } = parameters;
    super(
      parameters,
      `The gradient of outcome ${index}, ${gradient} units and up to ${uncertainty} uncertain, is above the tolerance of ${tolerance}.`,
      {
        docsPath: "/errors#jurynotoptimalerror",
        metaMessages: [
          "Compute them with `proveWeights` from all ballots, with the jury's own loss and the pool's opening prices.",
        ],
      },
    );
  }
}

/** Thrown when an audit cannot be refunded, or not yet. */
export class JuryNotRefundableError extends ContractError<"Jury_NotRefundable"> {
  override readonly name = "JuryNotRefundableError";
  constructor(parameters: ContractErrorParameters<"Jury_NotRefundable">) {
    const { round, kind, index } = parameters;
    super(parameters, `The audit of seed ${index} in round ${round} (${describeKind(kind)}) cannot be refunded.`, {
      docsPath: "/errors#jurynotrefundableerror",
      metaMessages: ["It is refunded when the seed was not selected, or was not judged until the round is settled."],
    });
  }
}

/** Thrown when ballots do not prove that weights are the only optimum. */
export class JuryNotUniqueError extends ContractError<"Jury_NotUnique"> {
  override readonly name = "JuryNotUniqueError";
  constructor(parameters: ContractErrorParameters<"Jury_NotUnique">) {
    const { market, groups } = parameters;
    super(
      parameters,
      `The ballots of market ${formatId(market)} leave ${groups} groups of outcomes without comparisons that prove anything.`,
      {
        docsPath: "/errors#jurynotuniqueerror",
        metaMessages: ["More comparisons are needed, between the groups; this market is left to the Safe."],
      },
    );
  }
}

/** Thrown when a juror has no reward left in a market. */
export class JuryNothingToClaimError extends ContractError<"Jury_NothingToClaim"> {
  override readonly name = "JuryNothingToClaimError";
  constructor(parameters: ContractErrorParameters<"Jury_NothingToClaim">) {
    const { market, juror } = parameters;
    super(parameters, `There is no reward for ${juror} in market ${formatId(market)}.`, {
      docsPath: "/errors#jurynothingtoclaimerror",
      metaMessages: [
        "Its ballot was not published or not accepted, or its reward was claimed before: see `getBallotReward`.",
      ],
    });
  }
}

/** Thrown when the rewards of another round are to be distributed first. */
export class JuryOutOfTurnError extends ContractError<"Jury_OutOfTurn"> {
  override readonly name = "JuryOutOfTurnError";
  constructor(parameters: ContractErrorParameters<"Jury_OutOfTurn">) {
    const { round, next } = parameters;
    super(parameters, `The rewards of round ${round} cannot be distributed now.`, {
      docsPath: "/errors#juryoutofturnerror",
      metaMessages: [`Rounds are distributed in order, each once; the next is ${next}.`],
    });
  }
}

/** Thrown when a call for a round comes too early. */
export class JuryRoundTooEarlyError extends ContractError<"Jury_RoundTooEarly"> {
  override readonly name = "JuryRoundTooEarlyError";
  constructor(parameters: ContractErrorParameters<"Jury_RoundTooEarly">) {
    const { round, from, timestamp } = parameters;
    super(
      parameters,
      `Round ${round} is ready for this from ${formatTime(from)}; the block's time is ${formatTime(timestamp)}.`,
      {
        docsPath: "/errors#juryroundtooearlyerror",
        metaMessages: ["Call again from then on."],
      },
    );
  }
}

/** Thrown when a call for a round comes too late. */
export class JuryRoundTooLateError extends ContractError<"Jury_RoundTooLate"> {
  override readonly name = "JuryRoundTooLateError";
  constructor(parameters: ContractErrorParameters<"Jury_RoundTooLate">) {
    const { round, last, timestamp } = parameters;
    super(
      parameters,
      `In round ${round} this was possible until ${formatTime(last)}; the block's time is ${formatTime(timestamp)}.`,
      {
        docsPath: "/errors#juryroundtoolateerror",
        metaMessages: ["Wait for the next round."],
      },
    );
  }
}

/** Thrown when an evaluation set is known, so that audits come too late. */
export class JurySelectionDoneError extends ContractError<"Jury_SelectionDone"> {
  override readonly name = "JurySelectionDoneError";
  constructor(parameters: ContractErrorParameters<"Jury_SelectionDone">) {
    const { round, kind } = parameters;
    super(parameters, `The evaluation set of round ${round} (${describeKind(kind)}) is known already.`, {
      docsPath: "/errors#juryselectiondoneerror",
      metaMessages: ["Audits are paid between the end of trading and the selection."],
    });
  }
}

/** Thrown when a market has too few ballots for a verified posting. */
export class JuryTooFewBallotsError extends ContractError<"Jury_TooFewBallots"> {
  override readonly name = "JuryTooFewBallotsError";
  constructor(parameters: ContractErrorParameters<"Jury_TooFewBallots">) {
    const { market, ballots, minimum } = parameters;
    super(parameters, `Market ${formatId(market)} has ${ballots} ballots; a verified posting needs ${minimum}.`, {
      docsPath: "/errors#jurytoofewballotserror",
      metaMessages: ["It is left to the Safe, or falls back to its prices."],
    });
  }
}

/** Thrown when there is no such round. */
export class JuryUnknownRoundError extends ContractError<"Jury_UnknownRound"> {
  override readonly name = "JuryUnknownRoundError";
  constructor(parameters: ContractErrorParameters<"Jury_UnknownRound">) {
    const { round } = parameters;
    super(parameters, `There is no round ${round}.`, {
      docsPath: "/errors#juryunknownrounderror",
      metaMessages: ["Check the number; a jury that is not connected to its rounds has none."],
    });
  }
}

/** Thrown when what was passed as a ballot is another. */
export class JuryWrongBallotError extends ContractError<"Jury_WrongBallot"> {
  override readonly name = "JuryWrongBallotError";
  constructor(parameters: ContractErrorParameters<"Jury_WrongBallot">) {
    const { market, index, expected, actual } = parameters;
    super(
      parameters,
      `Ballot ${index} of market ${formatId(market)} has the hash ${expected}; what was passed has ${actual}.`,
      {
        docsPath: "/errors#jurywrongballoterror",
        metaMessages: ["Pass the ballots that `getBallots` reads, in order, from where the walk is: see `getWalk`."],
      },
    );
  }
}

/** Thrown when a market is not one of the ballot's round. */
export class JuryWrongRoundError extends ContractError<"Jury_WrongRound"> {
  override readonly name = "JuryWrongRoundError";
  constructor(parameters: ContractErrorParameters<"Jury_WrongRound">) {
    const { market, expected, actual } = parameters;
    super(parameters, `Market ${formatId(market)} belongs to round ${actual}, the ballot to ${expected}.`, {
      docsPath: "/errors#jurywrongrounderror",
      metaMessages: ["Sign ballots with the round that the market belongs to; 0 is none."],
    });
  }
}

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
