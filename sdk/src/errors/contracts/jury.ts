import { formatId, formatTime } from "../../internal/format.ts";
import { formatWad } from "../../math/decimal.ts";

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

const STATUSES = ["not posted", "posted", "challenged", "affirmed", "resolved"];

/** The contract's `Status` in words. */
function describeStatus(status: number): string {
  return STATUSES[status] ?? `in status ${status}`;
}
