import { BaseError } from "./BaseError.ts";

/** Thrown when `e^x` does not fit into 255 bits. */
export class ExpOverflowError extends BaseError {
  override readonly name = "ExpOverflowError";
  constructor({ x }: { x: bigint }) {
    super(`e^x overflows for x = ${x} (in WAD).`, {
      docsPath: "/errors#expoverflowerror",
      metaMessages: ["Pass an exponent below 135.305999368893231589e18."],
    });
  }
}

/** Thrown when a logarithm is taken of a number that is not positive. */
export class LnUndefinedError extends BaseError {
  override readonly name = "LnUndefinedError";
  constructor({ x }: { x: bigint }) {
    super(`The logarithm of ${x} is undefined.`, {
      docsPath: "/errors#lnundefinederror",
      metaMessages: ["Pass a positive number."],
    });
  }
}

/** Thrown when a text is not a decimal number. */
export class InvalidDecimalError extends BaseError {
  override readonly name = "InvalidDecimalError";
  constructor({ text }: { text: string }) {
    super(`"${text}" is not a decimal number.`, {
      docsPath: "/errors#invaliddecimalerror",
      metaMessages: ["Write digits with at most one dot and an exponent of at most three digits: 0.25 or 2.5e-1."],
    });
  }
}

/** Thrown when numbers cannot be scaled to weights: none, a negative one, one that is not finite, or all zero. */
export class InvalidWeightsError extends BaseError {
  override readonly name = "InvalidWeightsError";
  constructor({ reason, index }: { reason: string; index?: number | undefined }) {
    super(`These numbers are not weights: ${index === undefined ? "" : `number ${index} `}${reason}.`, {
      docsPath: "/errors#invalidweightserror",
      metaMessages: ["Weights are finite, not negative, and at least one is positive."],
    });
  }
}

/** Thrown when a vector must sum to exactly 1e18 and does not. */
export class InvalidSumError extends BaseError {
  override readonly name = "InvalidSumError";
  constructor({ sum }: { sum: bigint }) {
    super(`The weights sum to ${sum} and not to 1000000000000000000 (1 in WAD).`, {
      docsPath: "/errors#invalidsumerror",
      metaMessages: ["Scale them with `floorWeights`."],
    });
  }
}

/** Thrown when two lists that belong together differ in length. */
export class LengthMismatchError extends BaseError {
  override readonly name = "LengthMismatchError";
  constructor({ what, expected, actual }: { what: string; expected: number; actual: number }) {
    super(`${what}: ${actual} given, ${expected} expected.`, {
      docsPath: "/errors#lengthmismatcherror",
      metaMessages: ["Pass one for each outcome, in the order of the market."],
    });
  }
}

/** Thrown when a parameter is outside its domain. */
export class InvalidParameterError extends BaseError {
  override readonly name = "InvalidParameterError";
  constructor({ parameter, value, expected }: { parameter: string; value: unknown; expected: string }) {
    super(`\`${parameter}\` is ${String(value)}; it must be ${expected}.`, {
      docsPath: "/errors#invalidparametererror",
      metaMessages: [`Correct \`${parameter}\` and try again: nothing was computed or sent.`],
    });
  }
}

/** Thrown when a parameter is missing. */
export class MissingParameterError extends BaseError {
  override readonly name = "MissingParameterError";
  /** Name of the parameter. */
  readonly parameter: string;

  constructor({ parameter }: { parameter: string }) {
    super(`\`${parameter}\` is missing.`, {
      docsPath: "/errors#missingparametererror",
      metaMessages: [`Pass \`${parameter}\` and try again: nothing was computed or sent.`],
    });
    this.parameter = parameter;
  }
}

/** Thrown when there is no order to quote. */
export class NoOrdersError extends BaseError {
  override readonly name = "NoOrdersError";
  constructor() {
    super("There is no order to quote.", {
      docsPath: "/errors#noorderserror",
      metaMessages: ["Pass at least one order; an empty plan needs no trade."],
    });
  }
}

/** Thrown when an order names an outcome that the market does not have. */
export class UnknownOutcomeError extends BaseError {
  override readonly name = "UnknownOutcomeError";
  constructor({ outcome, outcomes }: { outcome: number; outcomes: number }) {
    super(`There is no outcome ${outcome}: the market has ${outcomes}.`, {
      docsPath: "/errors#unknownoutcomeerror",
      metaMessages: [`Outcomes are counted from 0 to ${outcomes - 1}.`],
    });
  }
}

/** Thrown when orders are not strictly ascending by outcome. */
export class UnorderedOutcomesError extends BaseError {
  override readonly name = "UnorderedOutcomesError";
  constructor({ previous, outcome }: { previous: number; outcome: number }) {
    super(`The order for outcome ${outcome} comes after the one for outcome ${previous}.`, {
      docsPath: "/errors#unorderedoutcomeserror",
      metaMessages: ["Sort the orders by outcome and name each outcome once."],
    });
  }
}

/** Thrown when an order is for nothing. */
export class ZeroAmountError extends BaseError {
  override readonly name = "ZeroAmountError";
  constructor({ outcome }: { outcome: number }) {
    super(`The order for outcome ${outcome} is for 0.`, {
      docsPath: "/errors#zeroamounterror",
      metaMessages: ["Leave it out, or give it an amount: positive buys, negative sells."],
    });
  }
}

/** Thrown when a log weight would leave the range in which the pool's arithmetic is exact. */
export class OutOfRangeError extends BaseError {
  override readonly name = "OutOfRangeError";
  constructor({ outcome, logWeight }: { outcome: number; logWeight: bigint }) {
    super(`The order for outcome ${outcome} would move its log weight to ${logWeight}, out of 1 to 60e18.`, {
      docsPath: "/errors#outofrangeerror",
      metaMessages: ["Call `recentre` if others moved the scale; otherwise trade less."],
    });
  }
}

/** Thrown when a divergence is infinite: an outcome has weight but price 0. */
export class InfiniteDivergenceError extends BaseError {
  override readonly name = "InfiniteDivergenceError";
  constructor({ outcome }: { outcome: number }) {
    super(`The divergence is infinite: outcome ${outcome} has a positive weight but price 0.`, {
      docsPath: "/errors#infinitedivergenceerror",
      metaMessages: ["Give every outcome with a weight a positive price, for instance the floor of 1e-5."],
    });
  }
}
