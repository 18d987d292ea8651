import { formatTime } from "../../utils/format.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a chain does not have the precompiles of EIP-2537. */
export class Bls12381NoPrecompileError extends ContractError<"Bls12381_NoPrecompile"> {
  override readonly name = "Bls12381NoPrecompileError";
  constructor(parameters: ContractErrorParameters<"Bls12381_NoPrecompile">) {
    super(parameters, `This chain has no precompile at ${parameters.precompile}.`, {
      docsPath: "/errors#bls12381noprecompileerror",
      metaMessages: ["Draw by headers, or by another beacon, on a chain that is not at Prague yet."],
    });
  }
}

/** Thrown when a beacon is deployed without a period. */
export class DrandRandomnessNoPeriodError extends ContractError<"DrandRandomness_NoPeriod"> {
  override readonly name = "DrandRandomnessNoPeriodError";
  constructor(parameters: ContractErrorParameters<"DrandRandomness_NoPeriod">) {
    super(parameters, "The beacon has no period.", {
      docsPath: "/errors#drandrandomnessnoperioderror",
      metaMessages: ["Pass the seconds from one round of the beacon to the next: 3 for quicknet."],
    });
  }
}

/** Thrown when a round of the beacon is not due yet. */
export class DrandRandomnessTooEarlyError extends ContractError<"DrandRandomness_TooEarly"> {
  override readonly name = "DrandRandomnessTooEarlyError";
  constructor(parameters: ContractErrorParameters<"DrandRandomness_TooEarly">) {
    const { round, time } = parameters;
    super(parameters, `Round ${round} of the beacon is due at ${formatTime(time)} by the chain's clock.`, {
      docsPath: "/errors#drandrandomnesstooearlyerror",
      metaMessages: ["Draw from then on; `getDraw` says which round it takes."],
    });
  }
}

/** Thrown when a proof is not as long as a signature. */
export class DrandRandomnessWrongLengthError extends ContractError<"DrandRandomness_WrongLength"> {
  override readonly name = "DrandRandomnessWrongLengthError";
  constructor(parameters: ContractErrorParameters<"DrandRandomness_WrongLength">) {
    const { expected, actual } = parameters;
    super(parameters, `The proof has ${actual} bytes; a signature has ${expected}.`, {
      docsPath: "/errors#drandrandomnesswronglengtherror",
      metaMessages: ["Pass what `getDrawProof`, or `beaconProof`, makes of the beacon's answer."],
    });
  }
}

/** Thrown when a proof is not the signature of the round. */
export class DrandRandomnessWrongSignatureError extends ContractError<"DrandRandomness_WrongSignature"> {
  override readonly name = "DrandRandomnessWrongSignatureError";
  constructor(parameters: ContractErrorParameters<"DrandRandomness_WrongSignature">) {
    super(parameters, `The proof is not the beacon's signature of round ${parameters.round}.`, {
      docsPath: "/errors#drandrandomnesswrongsignatureerror",
      metaMessages: ["Fetch that round of that beacon: `getDraw` names both."],
    });
  }
}

/** Thrown when the second of two sources of randomness does not come after the first. */
export class FallbackRandomnessNotInOrderError extends ContractError<"FallbackRandomness_NotInOrder"> {
  override readonly name = "FallbackRandomnessNotInOrderError";
  constructor(parameters: ContractErrorParameters<"FallbackRandomness_NotInOrder">) {
    const { first, second } = parameters;
    super(parameters, `The second source's time (${second}) does not come after the first one's (${first}).`, {
      docsPath: "/errors#fallbackrandomnessnotinordererror",
      metaMessages: ["Deploy the second source with a delay that is longer by the patience with the first."],
    });
  }
}

/** Thrown when the time of a draw was missed. */
export class HeaderRandomnessMissedError extends ContractError<"HeaderRandomness_Missed"> {
  override readonly name = "HeaderRandomnessMissedError";
  constructor(parameters: ContractErrorParameters<"HeaderRandomness_Missed">) {
    const { time, missedAt } = parameters;
    super(parameters, `The time ${formatTime(time)} was missed at ${formatTime(missedAt)}.`, {
      docsPath: "/errors#headerrandomnessmissederror",
      metaMessages: ["Another time counts now: read `getDraw` again, and draw in time."],
    });
  }
}

/** Thrown when a chain has no history contract that works. */
export class HeaderRandomnessNoHistoryError extends ContractError<"HeaderRandomness_NoHistory"> {
  override readonly name = "HeaderRandomnessNoHistoryError";
  constructor(parameters: ContractErrorParameters<"HeaderRandomness_NoHistory">) {
    const { expected, actual } = parameters;
    super(parameters, `The history contract says ${actual} of the block before; its hash is ${expected}.`, {
      docsPath: "/errors#headerrandomnessnohistoryerror",
      metaMessages: ["Deploy `DrandRandomness` on this chain: it does not keep its hashes as EIP-2935 says."],
    });
  }
}

/** Thrown when a block has no random number. */
export class HeaderRandomnessNotRandomError extends ContractError<"HeaderRandomness_NotRandom"> {
  override readonly name = "HeaderRandomnessNotRandomError";
  constructor(parameters: ContractErrorParameters<"HeaderRandomness_NotRandom">) {
    const { blockNumber, prevRandao } = parameters;
    super(parameters, `Block ${blockNumber} has no random number, but ${prevRandao}.`, {
      docsPath: "/errors#headerrandomnessnotrandomerror",
      metaMessages: ["On a local network mine the block alone, not in a batch; elsewhere use `DrandRandomness`."],
    });
  }
}

/** Thrown when a block is not the first one at or after the time of the draw. */
export class HeaderRandomnessNotTheFirstError extends ContractError<"HeaderRandomness_NotTheFirst"> {
  override readonly name = "HeaderRandomnessNotTheFirstError";
  constructor(parameters: ContractErrorParameters<"HeaderRandomness_NotTheFirst">) {
    const { time, parentTimestamp, timestamp } = parameters;
    const times = `it came at ${timestamp}, and its parent at ${parentTimestamp}`;
    super(parameters, `The block is not the first one at or after ${time}: ${times}.`, {
      docsPath: "/errors#headerrandomnessnotthefirsterror",
      metaMessages: ["Let `getDrawProof` find it; if another time counts by now, it finds that one's."],
    });
  }
}

/** Thrown when the second header is not the parent's of the first. */
export class HeaderRandomnessNotTheParentError extends ContractError<"HeaderRandomness_NotTheParent"> {
  override readonly name = "HeaderRandomnessNotTheParentError";
  constructor(parameters: ContractErrorParameters<"HeaderRandomness_NotTheParent">) {
    const { expected, actual } = parameters;
    super(parameters, `The second header has the hash ${actual}; the block's parent has ${expected}.`, {
      docsPath: "/errors#headerrandomnessnottheparenterror",
      metaMessages: ["Pass the headers of a block and of its parent, in this order: `encodeHeaderProof`."],
    });
  }
}

/** Thrown when a draw comes before its time. */
export class HeaderRandomnessTooEarlyError extends ContractError<"HeaderRandomness_TooEarly"> {
  override readonly name = "HeaderRandomnessTooEarlyError";
  constructor(parameters: ContractErrorParameters<"HeaderRandomness_TooEarly">) {
    super(parameters, `The draw takes the first block from ${formatTime(parameters.time)} on.`, {
      docsPath: "/errors#headerrandomnesstooearlyerror",
      metaMessages: ["Draw once that block was mined, in a later one."],
    });
  }
}

/** Thrown when a header is not that of a block whose hash the chain knows. */
export class HeaderRandomnessUnknownHeaderError extends ContractError<"HeaderRandomness_UnknownHeader"> {
  override readonly name = "HeaderRandomnessUnknownHeaderError";
  constructor(parameters: ContractErrorParameters<"HeaderRandomness_UnknownHeader">) {
    const { blockNumber, expected, actual } = parameters;
    const known = BigInt(expected) === 0n ? "the chain does not know that block's hash" : `the block has ${expected}`;
    super(parameters, `The header of block ${blockNumber} has the hash ${actual}; ${known}.`, {
      docsPath: "/errors#headerrandomnessunknownheadererror",
      metaMessages: ["Draw between the next block and 8,191 blocks later; after 48 hours another time counts."],
    });
  }
}
