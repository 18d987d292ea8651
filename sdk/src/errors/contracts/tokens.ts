import { formatId } from "../../utils/format.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when a spender may not move that much of an outcome token. */
export class ERC6909InsufficientAllowanceError extends ContractError<"ERC6909InsufficientAllowance"> {
  override readonly name = "ERC6909InsufficientAllowanceError";
  constructor(parameters: ContractErrorParameters<"ERC6909InsufficientAllowance">) {
    const { spender, allowance, needed, id } = parameters;
    super(parameters, `${spender} may move ${allowance} of token ${formatId(id)}; ${needed} are needed.`, {
      docsPath: "/errors#erc6909insufficientallowanceerror",
      metaMessages: ["Call `approveOutcome` or `setOperator` first."],
    });
  }
}

/** Thrown when an account has too few outcome tokens. */
export class ERC6909InsufficientBalanceError extends ContractError<"ERC6909InsufficientBalance"> {
  override readonly name = "ERC6909InsufficientBalanceError";
  constructor(parameters: ContractErrorParameters<"ERC6909InsufficientBalance">) {
    const { sender, balance, needed, id } = parameters;
    super(parameters, `${sender} has ${balance} of token ${formatId(id)}; ${needed} are needed.`, {
      docsPath: "/errors#erc6909insufficientbalanceerror",
      metaMessages: ["Read what it has with `getBalances`; get more with `trade`, `split` or `splitPair`."],
    });
  }
}

/** Thrown when outcome tokens would go to nobody. */
export class ERC6909InvalidReceiverError extends ContractError<"ERC6909InvalidReceiver"> {
  override readonly name = "ERC6909InvalidReceiverError";
  constructor(parameters: ContractErrorParameters<"ERC6909InvalidReceiver">) {
    const { receiver } = parameters;
    super(parameters, `Outcome tokens cannot go to ${receiver}.`, {
      docsPath: "/errors#erc6909invalidreceivererror",
      metaMessages: ["Pass the account that is to get them as `receiver`."],
    });
  }
}

/** Thrown when a balance would be too large for its slot. */
export class OutcomeTokensBalanceOverflowError extends ContractError<"OutcomeTokens_BalanceOverflow"> {
  override readonly name = "OutcomeTokensBalanceOverflowError";
  constructor(parameters: ContractErrorParameters<"OutcomeTokens_BalanceOverflow">) {
    const { receiver, id, amount } = parameters;
    super(parameters, `${receiver} cannot hold ${amount} more of token ${formatId(id)}: balances are below 2^128.`, {
      docsPath: "/errors#outcometokensbalanceoverflowerror",
      metaMessages: ["Use a smaller amount."],
    });
  }
}

/** Thrown when outcome tokens would be withdrawn to their wrapper. */
export class OutcomeERC20InvalidReceiverError extends ContractError<"OutcomeERC20_InvalidReceiver"> {
  override readonly name = "OutcomeERC20InvalidReceiverError";
  constructor(parameters: ContractErrorParameters<"OutcomeERC20_InvalidReceiver">) {
    const { receiver } = parameters;
    super(parameters, `Outcome tokens cannot be withdrawn to their wrapper ${receiver}: nobody could get them out.`, {
      docsPath: "/errors#outcomeerc20invalidreceivererror",
      metaMessages: ["Pass an account as `receiver`."],
    });
  }
}

/** Thrown when outcome tokens did not change hands. */
export class OutcomeERC20TransferFailedError extends ContractError<"OutcomeERC20_TransferFailed"> {
  override readonly name = "OutcomeERC20TransferFailedError";
  constructor(parameters: ContractErrorParameters<"OutcomeERC20_TransferFailed">) {
    const { from, to, amount } = parameters;
    super(parameters, `${amount} outcome tokens did not move from ${from} to ${to}.`, {
      docsPath: "/errors#outcomeerc20transferfailederror",
      metaMessages: ["Check that the wrapper was created by the factory of the same `Markets`."],
    });
  }
}

/** Thrown when a contract may not take that much of an ERC-20. */
export class ERC20InsufficientAllowanceError extends ContractError<"ERC20InsufficientAllowance"> {
  override readonly name = "ERC20InsufficientAllowanceError";
  constructor(parameters: ContractErrorParameters<"ERC20InsufficientAllowance">) {
    const { spender, allowance, needed } = parameters;
    super(parameters, `${spender} may take ${allowance} units of the token; ${needed} are needed.`, {
      docsPath: "/errors#erc20insufficientallowanceerror",
      metaMessages: ["Call `approveAsset` first, or sign a permit."],
    });
  }
}

/** Thrown when an account has too little of an ERC-20. */
export class ERC20InsufficientBalanceError extends ContractError<"ERC20InsufficientBalance"> {
  override readonly name = "ERC20InsufficientBalanceError";
  constructor(parameters: ContractErrorParameters<"ERC20InsufficientBalance">) {
    const { sender, balance, needed } = parameters;
    super(parameters, `${sender} has ${balance} units of the token; ${needed} are needed.`, {
      docsPath: "/errors#erc20insufficientbalanceerror",
      metaMessages: ["Get more of it, or use a smaller amount."],
    });
  }
}

/** Thrown when the zero address would approve. */
export class ERC20InvalidApproverError extends ContractError<"ERC20InvalidApprover"> {
  override readonly name = "ERC20InvalidApproverError";
  constructor(parameters: ContractErrorParameters<"ERC20InvalidApprover">) {
    const { approver } = parameters;
    super(parameters, `${approver} cannot approve.`, {
      docsPath: "/errors#erc20invalidapprovererror",
      metaMessages: ["Send the call from an account."],
    });
  }
}

/** Thrown when an ERC-20 would go to nobody. */
export class ERC20InvalidReceiverError extends ContractError<"ERC20InvalidReceiver"> {
  override readonly name = "ERC20InvalidReceiverError";
  constructor(parameters: ContractErrorParameters<"ERC20InvalidReceiver">) {
    const { receiver } = parameters;
    super(parameters, `The token cannot go to ${receiver}.`, {
      docsPath: "/errors#erc20invalidreceivererror",
      metaMessages: ["Pass the account that is to get it as `receiver`."],
    });
  }
}

/** Thrown when an ERC-20 would come from nobody. */
export class ERC20InvalidSenderError extends ContractError<"ERC20InvalidSender"> {
  override readonly name = "ERC20InvalidSenderError";
  constructor(parameters: ContractErrorParameters<"ERC20InvalidSender">) {
    const { sender } = parameters;
    super(parameters, `The token cannot come from ${sender}.`, {
      docsPath: "/errors#erc20invalidsendererror",
      metaMessages: ["Send the call from an account."],
    });
  }
}

/** Thrown when the zero address would be approved. */
export class ERC20InvalidSpenderError extends ContractError<"ERC20InvalidSpender"> {
  override readonly name = "ERC20InvalidSpenderError";
  constructor(parameters: ContractErrorParameters<"ERC20InvalidSpender">) {
    const { spender } = parameters;
    super(parameters, `${spender} cannot be approved.`, {
      docsPath: "/errors#erc20invalidspendererror",
      metaMessages: ["Pass the contract that is to take the token as `spender`."],
    });
  }
}

/** Thrown when an ERC-20 refused a transfer without saying why. */
export class SafeERC20FailedOperationError extends ContractError<"SafeERC20FailedOperation"> {
  override readonly name = "SafeERC20FailedOperationError";
  constructor(parameters: ContractErrorParameters<"SafeERC20FailedOperation">) {
    const { token } = parameters;
    super(parameters, `The token ${token} refused the transfer.`, {
      docsPath: "/errors#safeerc20failedoperationerror",
      metaMessages: ["Check the balance and the allowance: `getSnapshot` shows both as `assets` and `allowance`."],
    });
  }
}
