import type { Address, Hash } from "viem";

import type { AnyCall } from "../types/call.ts";
import type { PreparedStep, StepReceipt } from "../types/prepared.ts";
import { causesOf } from "../utils/causes.ts";
import { BaseError } from "./BaseError.ts";

export type StepFailedErrorParameters = {
  readonly steps: readonly PreparedStep[];
  /** Position of the step that failed, from 0. */
  readonly index: number;
  /** Hash of its transaction, or the wallet's id of its batch, if it was sent and nobody knows what became of it. */
  readonly pending: string | undefined;
  readonly receipts: readonly StepReceipt[];
  readonly cause: unknown;
};

/** Thrown when a step of prepared calls fails. Those before it are done, those after it were not begun. */
export class StepFailedError extends BaseError {
  override readonly name = "StepFailedError";
  /** The step that failed. */
  readonly step: PreparedStep;
  /** Hash of its transaction, or the wallet's id of its batch, if nobody knows what became of it. */
  readonly pending: string | undefined;
  /** Of the steps that are done, in order. */
  readonly receipts: readonly StepReceipt[];
  /** The calls that were not made, in order: `prepareCalls` takes them, and leaves out what is allowed already. */
  readonly remaining: readonly AnyCall[];

  constructor({ steps, index, pending, receipts, cause }: StepFailedErrorParameters) {
    const step = steps[index] as PreparedStep;
    const say = (some: readonly PreparedStep[]) => some.map(({ description }) => `  ${description}`);
    super(`Step ${index + 1} of ${steps.length} failed. ${step.description}`, {
      cause,
      docsPath: "/errors#stepfailederror",
      metaMessages: [
        ...(index === 0 ? ["Nothing was done before it."] : ["Done before it:", ...say(steps.slice(0, index))]),
        ...(index === steps.length - 1 ? [] : ["Not begun:", ...say(steps.slice(index + 1))]),
        ...mayHappen(pending, cause),
        "To go on, pass `remaining` to `prepareCalls`. What is allowed already is left out.",
      ],
    });
    this.step = step;
    this.pending = pending;
    this.receipts = receipts;
    this.remaining = steps.slice(index).flatMap(callsOf);
  }
}

/** Thrown when a token refuses a call, in words of its own or without any. */
export class TokenRefusedError extends BaseError {
  override readonly name = "TokenRefusedError";
  /** Address of the token. */
  readonly token: Address;
  constructor({ token, functionName, cause }: { token: Address; functionName: string; cause: unknown }) {
    const said = reasonOf(cause);
    super(`The token ${token} refuses \`${functionName}\`${said === undefined ? "" : `: ${said}`}.`, {
      docsPath: "/errors#tokenrefusederror",
      metaMessages: ["The token may be paused, or block the account or the contract: look at it in an explorer."],
    });
    this.token = token;
  }
}

/** What a contract gave as its reason, in one line that can be shown. */
function reasonOf(cause: unknown): string | undefined {
  const reasons = [...causesOf(cause)].map((error) => (error as { readonly reason?: unknown }).reason);
  const reason = reasons.find((each) => typeof each === "string" && each !== "");
  return typeof reason === "string"
    ? reason
        .replace(/[^\x20-\x7e]/g, "")
        .replace(/\.$/, "")
        .slice(0, 200)
    : undefined;
}

/** Thrown when the RPC does not answer while a transaction is sent: it may have it all the same. */
export class SendUnansweredError extends BaseError {
  override readonly name = "SendUnansweredError";
  constructor({ cause }: { readonly cause: unknown }) {
    super("The RPC did not answer while the transaction was sent: it may happen all the same.", {
      cause,
      docsPath: "/errors#sendunanswerederror",
      metaMessages: [
        "Look at the account's transactions before you send it again.",
        "`deliver` writes down what it sends, so that it can be run again.",
      ],
    });
  }
}

/** Thrown when a transaction was mined and reverted, although its simulation did not. */
export class TransactionRevertedError extends BaseError {
  override readonly name = "TransactionRevertedError";
  /** Hash of the transaction. */
  readonly hash: Hash;
  constructor({ hash }: { readonly hash: Hash }) {
    super(`The transaction "${hash}" was mined and reverted.`, {
      docsPath: "/errors#transactionrevertederror",
      metaMessages: ["Others were faster, or it ran out of gas: prepare the calls again, the simulation says which."],
    });
    this.hash = hash;
  }
}

/** Thrown when the user had a transaction replaced by another. */
export class TransactionReplacedError extends BaseError {
  override readonly name = "TransactionReplacedError";
  /** Hash of the transaction that was sent. */
  readonly hash: Hash;
  /** Hash of the one that was mined instead. */
  readonly replacement: Hash;
  constructor({ hash, replacement }: { readonly hash: Hash; readonly replacement: Hash }) {
    super(`The transaction "${hash}" was replaced by "${replacement}", which does something else.`, {
      docsPath: "/errors#transactionreplacederror",
      metaMessages: ["It will not happen any more. Prepare the calls again if you still want them."],
    });
    this.hash = hash;
    this.replacement = replacement;
  }
}

/** Thrown when a wallet could not carry out a batch. */
export class BatchFailedError extends BaseError {
  override readonly name = "BatchFailedError";
  /** The wallet's id of the batch. */
  readonly id: string;
  /** The wallet's code (EIP-5792): 4xx never sent, 5xx reverted. */
  readonly statusCode: number;
  constructor({ id, statusCode }: { readonly id: string; readonly statusCode: number }) {
    super(`The wallet reports status ${statusCode} for the batch "${id}"; none of its calls happened.`, {
      docsPath: "/errors#batchfailederror",
      metaMessages: [
        "Prepare the calls again; with `batch: false` they are simulated one by one, which shows the cause.",
      ],
    });
    this.id = id;
    this.statusCode = statusCode;
  }
}

/** Whether the step that failed may still happen. */
function mayHappen(pending: string | undefined, cause: unknown): readonly string[] {
  if (pending === undefined && !(cause instanceof SendUnansweredError)) return ["Nothing is lost."];
  const sent = pending === undefined ? "It may have been sent" : `It was sent as ${pending}`;
  return [`${sent} and may still happen: look at it before anything else.`];
}

function callsOf(step: PreparedStep): readonly AnyCall[] {
  return step.kind === "call" || step.kind === "batch" ? step.calls : [];
}
