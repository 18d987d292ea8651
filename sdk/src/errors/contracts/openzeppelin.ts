import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a call goes to an address without code. */
export class AddressEmptyCodeError extends ContractError<"AddressEmptyCode"> {
  override readonly name = "AddressEmptyCodeError";
  constructor(parameters: ContractErrorParameters<"AddressEmptyCode">) {
    const { target } = parameters;
    super(parameters, `There is no contract at ${target}.`, {
      docsPath: "/errors#addressemptycodeerror",
      metaMessages: ["Check the address and the chain."],
    });
  }
}

/** Thrown when a clone's arguments do not fit. */
export class CloneArgumentsTooLongError extends ContractError<"CloneArgumentsTooLong"> {
  override readonly name = "CloneArgumentsTooLongError";
  constructor(parameters: ContractErrorParameters<"CloneArgumentsTooLong">) {
    super(parameters, "The wrapper's arguments are too long.", {
      docsPath: "/errors#cloneargumentstoolongerror",
      metaMessages: ["Create wrappers with `createWrapper`."],
    });
  }
}

/** Thrown when nothing would be deployed. */
export class Create2EmptyBytecodeError extends ContractError<"Create2EmptyBytecode"> {
  override readonly name = "Create2EmptyBytecodeError";
  constructor(parameters: ContractErrorParameters<"Create2EmptyBytecode">) {
    super(parameters, "There is no code to deploy.", {
      docsPath: "/errors#create2emptybytecodeerror",
      metaMessages: ["Create wrappers with `createWrapper`."],
    });
  }
}

/** Thrown when a call failed without saying why. */
export class FailedCallError extends ContractError<"FailedCall"> {
  override readonly name = "FailedCallError";
  constructor(parameters: ContractErrorParameters<"FailedCall">) {
    super(parameters, "A call in the batch failed without saying why.", {
      docsPath: "/errors#failedcallerror",
      metaMessages: ["Send the calls one by one to find it, and leave enough gas."],
    });
  }
}

/** Thrown when a deployment failed. */
export class FailedDeploymentError extends ContractError<"FailedDeployment"> {
  override readonly name = "FailedDeploymentError";
  constructor(parameters: ContractErrorParameters<"FailedDeployment">) {
    super(parameters, "The wrapper could not be deployed.", {
      docsPath: "/errors#faileddeploymenterror",
      metaMessages: ["Send it again with more gas."],
    });
  }
}

/** Thrown when a contract has too little native currency. */
export class InsufficientBalanceError extends ContractError<"InsufficientBalance"> {
  override readonly name = "InsufficientBalanceError";
  constructor(parameters: ContractErrorParameters<"InsufficientBalance">) {
    const { balance, needed } = parameters;
    super(parameters, `The contract has ${balance} wei; ${needed} are needed.`, {
      docsPath: "/errors#insufficientbalanceerror",
      metaMessages: ["Send no value with these calls: they need none."],
    });
  }
}

/** Thrown when a token calls back in the middle of a transfer. */
export class ReentrancyGuardReentrantCallError extends ContractError<"ReentrancyGuardReentrantCall"> {
  override readonly name = "ReentrancyGuardReentrantCallError";
  constructor(parameters: ContractErrorParameters<"ReentrancyGuardReentrantCall">) {
    super(parameters, "The asset called back in the middle of a transfer.", {
      docsPath: "/errors#reentrancyguardreentrantcallerror",
      metaMessages: ["Tokens with callbacks cannot call the contract again; use another asset."],
    });
  }
}

/** Thrown when a signed number does not fit. */
export class SafeCastOverflowedIntDowncastError extends ContractError<"SafeCastOverflowedIntDowncast"> {
  override readonly name = "SafeCastOverflowedIntDowncastError";
  constructor(parameters: ContractErrorParameters<"SafeCastOverflowedIntDowncast">) {
    const { bits, value } = parameters;
    super(parameters, `${value} does not fit into ${bits} bits.`, {
      docsPath: "/errors#safecastoverflowedintdowncasterror",
      metaMessages: ["Use smaller amounts."],
    });
  }
}

/** Thrown when a number does not fit. */
export class SafeCastOverflowedUintDowncastError extends ContractError<"SafeCastOverflowedUintDowncast"> {
  override readonly name = "SafeCastOverflowedUintDowncastError";
  constructor(parameters: ContractErrorParameters<"SafeCastOverflowedUintDowncast">) {
    const { bits, value } = parameters;
    super(parameters, `${value} does not fit into ${bits} bits.`, {
      docsPath: "/errors#safecastoverfloweduintdowncasterror",
      metaMessages: ["Use smaller amounts."],
    });
  }
}

/** Thrown when a number does not fit into a signed one. */
export class SafeCastOverflowedUintToIntError extends ContractError<"SafeCastOverflowedUintToInt"> {
  override readonly name = "SafeCastOverflowedUintToIntError";
  constructor(parameters: ContractErrorParameters<"SafeCastOverflowedUintToInt">) {
    const { value } = parameters;
    super(parameters, `${value} is too large.`, {
      docsPath: "/errors#safecastoverfloweduinttointerror",
      metaMessages: ["Use smaller amounts."],
    });
  }
}

/** Thrown when a number does not fit into its text. */
export class StringsInsufficientHexLengthError extends ContractError<"StringsInsufficientHexLength"> {
  override readonly name = "StringsInsufficientHexLengthError";
  constructor(parameters: ContractErrorParameters<"StringsInsufficientHexLength">) {
    const { value, length } = parameters;
    super(parameters, `${value} does not fit into ${length} bytes of text.`, {
      docsPath: "/errors#stringsinsufficienthexlengtherror",
      metaMessages: ["Check the id: it is not one of a market."],
    });
  }
}

/** Thrown when a text that a contract keeps is broken. */
export class InvalidShortStringError extends ContractError<"InvalidShortString"> {
  override readonly name = "InvalidShortStringError";
  constructor(parameters: ContractErrorParameters<"InvalidShortString">) {
    super(parameters, "The contract's name or version is broken.", {
      docsPath: "/errors#invalidshortstringerror",
      metaMessages: ["Check the address: it is not one of this package's contracts."],
    });
  }
}

/** Thrown when a text does not fit into one word. */
export class StringTooLongError extends ContractError<"StringTooLong"> {
  override readonly name = "StringTooLongError";
  constructor(parameters: ContractErrorParameters<"StringTooLong">) {
    const { str } = parameters;
    super(parameters, `"${str}" is too long.`, {
      docsPath: "/errors#stringtoolongerror",
      metaMessages: ["Use at most 31 bytes."],
    });
  }
}

/** Thrown when bytes are no RLP. */
export class RLPInvalidEncodingError extends ContractError<"RLPInvalidEncoding"> {
  override readonly name = "RLPInvalidEncodingError";
  constructor(parameters: ContractErrorParameters<"RLPInvalidEncoding">) {
    super(parameters, "The header is not valid RLP.", {
      docsPath: "/errors#rlpinvalidencodingerror",
      metaMessages: ["Encode it with `encodeBlockHeader`."],
    });
  }
}

/** Thrown when a block header lacks a field. */
export class FieldNotPresentInBlockHeaderError extends ContractError<"FieldNotPresentInBlockHeader"> {
  override readonly name = "FieldNotPresentInBlockHeaderError";
  constructor(parameters: ContractErrorParameters<"FieldNotPresentInBlockHeader">) {
    super(parameters, "The header lacks a field that the chain must have.", {
      docsPath: "/errors#fieldnotpresentinblockheadererror",
      metaMessages: ["The chain is older than the Merge: it needs another source of randomness."],
    });
  }
}
