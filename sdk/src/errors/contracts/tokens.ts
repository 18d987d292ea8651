import { formatId } from "../../utils/format.ts";

import { contractError } from "./base.ts";

/** Thrown when a spender may not move that much of an outcome token. */
export class ERC6909InsufficientAllowanceError extends contractError("ERC6909InsufficientAllowance", {
  says: ({ spender, allowance, needed, id }) =>
    `${spender} may move ${allowance} of token ${formatId(id)}; ${needed} are needed.`,
  next: "Call `approveOutcome` or `setOperator` first.",
}) {}

/** Thrown when an account has too few outcome tokens. */
export class ERC6909InsufficientBalanceError extends contractError("ERC6909InsufficientBalance", {
  says: ({ sender, balance, needed, id }) => `${sender} has ${balance} of token ${formatId(id)}; ${needed} are needed.`,
  next: "Read what it has with `getBalances`; get more with `trade`, `split` or `splitPair`.",
}) {}

/** Thrown when outcome tokens would go to nobody. */
export class ERC6909InvalidReceiverError extends contractError("ERC6909InvalidReceiver", {
  says: ({ receiver }) => `Outcome tokens cannot go to ${receiver}.`,
  next: "Pass the account that is to get them as `receiver`.",
}) {}

/** Thrown when a balance would be too large for its slot. */
export class OutcomeTokensBalanceOverflowError extends contractError("OutcomeTokens_BalanceOverflow", {
  says: ({ receiver, id, amount }) =>
    `${receiver} cannot hold ${amount} more of token ${formatId(id)}: balances are below 2^128.`,
  next: "Use a smaller amount.",
}) {}

/** Thrown when outcome tokens would be withdrawn to their wrapper. */
export class OutcomeERC20InvalidReceiverError extends contractError("OutcomeERC20_InvalidReceiver", {
  says: ({ receiver }) => `Outcome tokens cannot be withdrawn to their wrapper ${receiver}: nobody could get them out.`,
  next: "Pass an account as `receiver`.",
}) {}

/** Thrown when outcome tokens did not change hands. */
export class OutcomeERC20TransferFailedError extends contractError("OutcomeERC20_TransferFailed", {
  says: ({ from, to, amount }) => `${amount} outcome tokens did not move from ${from} to ${to}.`,
  next: "Check that the wrapper was created by the factory of the same `Markets`.",
}) {}

/** Thrown when a contract may not take that much of an ERC-20. */
export class ERC20InsufficientAllowanceError extends contractError("ERC20InsufficientAllowance", {
  says: ({ spender, allowance, needed }) =>
    `${spender} may take ${allowance} units of the token; ${needed} are needed.`,
  next: "Call `approveAsset` first, or sign a permit.",
}) {}

/** Thrown when an account has too little of an ERC-20. */
export class ERC20InsufficientBalanceError extends contractError("ERC20InsufficientBalance", {
  says: ({ sender, balance, needed }) => `${sender} has ${balance} units of the token; ${needed} are needed.`,
  next: "Get more of it, or use a smaller amount.",
}) {}

/** Thrown when the zero address would approve. */
export class ERC20InvalidApproverError extends contractError("ERC20InvalidApprover", {
  says: ({ approver }) => `${approver} cannot approve.`,
  next: "Send the call from an account.",
}) {}

/** Thrown when an ERC-20 would go to nobody. */
export class ERC20InvalidReceiverError extends contractError("ERC20InvalidReceiver", {
  says: ({ receiver }) => `The token cannot go to ${receiver}.`,
  next: "Pass the account that is to get it as `receiver`.",
}) {}

/** Thrown when an ERC-20 would come from nobody. */
export class ERC20InvalidSenderError extends contractError("ERC20InvalidSender", {
  says: ({ sender }) => `The token cannot come from ${sender}.`,
  next: "Send the call from an account.",
}) {}

/** Thrown when the zero address would be approved. */
export class ERC20InvalidSpenderError extends contractError("ERC20InvalidSpender", {
  says: ({ spender }) => `${spender} cannot be approved.`,
  next: "Pass the contract that is to take the token as `spender`.",
}) {}

/** Thrown when an ERC-20 refused a transfer without saying why. */
export class SafeERC20FailedOperationError extends contractError("SafeERC20FailedOperation", {
  says: ({ token }) => `The token ${token} refused the transfer.`,
  next: "Check the balance and the allowance: `getSnapshot` shows both as `assets` and `allowance`.",
}) {}
