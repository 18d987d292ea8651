import type { Address, Hash, TransactionReceipt } from "viem";

import { BaseError } from "./BaseError.ts";

const AGAIN = "Run it again with the same journal and key: what was sent is found, nothing is sent twice.";

/** Thrown when the RPC failed too often. Whatever had been sent by then, running the delivery again is safe. */
export class DeliveryInterruptedError extends BaseError {
  override readonly name = "DeliveryInterruptedError";
  /** Key of the delivery. */
  readonly key: string;
  /** Hash of the transaction, if there was one by then. */
  readonly hash: Hash | undefined;
  constructor({
    key,
    hash,
    cause,
  }: {
    readonly key: string;
    readonly hash?: Hash | undefined;
    readonly cause?: unknown;
  }) {
    super(`The RPC failed during the delivery "${key}".`, {
      cause,
      docsPath: "/errors#deliveryinterruptederror",
      metaMessages: [
        ...(hash === undefined ? [] : [`Its transaction is "${hash}"; it may or may not have been sent.`]),
        AGAIN,
      ],
    });
    this.key = key;
    this.hash = hash;
  }
}

/** Thrown when the time was up and the transaction was not mined, or not confirmed often enough. */
export class DeliveryPendingError extends BaseError {
  override readonly name = "DeliveryPendingError";
  /** Key of the delivery. */
  readonly key: string;
  /** Hash of the transaction, if it is known. */
  readonly hash: Hash | undefined;
  constructor({ key, hash }: { readonly key: string; readonly hash: Hash | undefined }) {
    super(`The delivery "${key}" is not confirmed yet.`, {
      docsPath: "/errors#deliverypendingerror",
      metaMessages: [
        hash === undefined ? "Its transaction is with the wallet or the RPC." : `Its transaction is "${hash}".`,
        AGAIN,
      ],
    });
    this.key = key;
    this.hash = hash;
  }
}

/** Thrown when the RPC stays behind a block that was seen before: what it says of the transaction would be old. */
export class RpcBehindError extends BaseError {
  override readonly name = "RpcBehindError";
  /** Number of the newest block that the RPC has. */
  readonly head: bigint;
  /** Number of a block that was seen before. */
  readonly seen: bigint;
  constructor({ key, head, seen }: { readonly key: string; readonly head: bigint; readonly seen: bigint }) {
    super(`The RPC is at block ${head}, the delivery "${key}" has seen block ${seen}.`, {
      docsPath: "/errors#rpcbehinderror",
      metaMessages: ["Wait until the RPC has caught up, or use another.", AGAIN],
    });
    this.head = head;
    this.seen = seen;
  }
}

/** Thrown when the transaction was mined and reverted: it has cost its gas and done nothing. */
export class DeliveryRevertedError extends BaseError {
  override readonly name = "DeliveryRevertedError";
  readonly receipt: TransactionReceipt;
  constructor({ key, receipt }: { readonly key: string; readonly receipt: TransactionReceipt }) {
    super(`The transaction "${receipt.transactionHash}" of the delivery "${key}" was mined and reverted.`, {
      docsPath: "/errors#deliveryrevertederror",
      metaMessages: [
        "It has changed nothing: the chain was no longer as when it was simulated.",
        "To try once more, deliver it under another key: the simulation will say what is wrong.",
      ],
    });
    this.receipt = receipt;
  }
}

/**
 * Thrown when the nonce of a delivery is used by another transaction, so that it can never be mined; or by one that the
 * RPC cannot show, so that nobody knows.
 */
export class DeliveryNonceTakenError extends BaseError {
  override readonly name = "DeliveryNonceTakenError";
  readonly account: Address;
  readonly nonce: number;
  /** The other transaction; `undefined` if the RPC cannot show which one used the nonce. */
  readonly takenBy: Hash | undefined;
  constructor({
    key,
    account,
    nonce,
    takenBy,
  }: {
    readonly key: string;
    readonly account: Address;
    readonly nonce: number;
    readonly takenBy: Hash | undefined;
  }) {
    const other = takenBy === undefined ? "a transaction that the RPC cannot show" : `the transaction "${takenBy}"`;
    super(`Nonce ${nonce} of "${account}", which the delivery "${key}" was sent with, was used by ${other}.`, {
      docsPath: "/errors#deliverynoncetakenerror",
      metaMessages:
        takenBy === undefined
          ? ["It may be the delivery's own. Run it again with an RPC that keeps the state of old blocks."]
          : [
              "Nothing of this delivery is on the chain, and its transaction can no longer be mined.",
              "To do it anyway, deliver it under another key. Let an account send one delivery at a time.",
            ],
    });
    this.account = account;
    this.nonce = nonce;
    this.takenBy = takenBy;
  }
}

/** Thrown when a key stands for another call, account or chain in the journal. */
export class DeliveryKeyError extends BaseError {
  override readonly name = "DeliveryKeyError";
  readonly key: string;
  /** What is not the same. */
  readonly differs: string;
  constructor({ key, differs }: { readonly key: string; readonly differs: string }) {
    super(`The journal has another delivery under the key "${key}": its ${differs} is not the same.`, {
      docsPath: "/errors#deliverykeyerror",
      metaMessages: [
        "Choose a key of its own for everything that is to happen once.",
        "A call that is computed anew each time is passed as a function: it is asked only if nothing was sent yet.",
      ],
    });
    this.key = key;
    this.differs = differs;
  }
}

/** Thrown when an entry of a journal cannot be read. Not knowing what was sent, nothing is sent. */
export class JournalEntryError extends BaseError {
  override readonly name = "JournalEntryError";
  constructor({ path, cause }: { readonly path: string; readonly cause?: unknown }) {
    super(`The journal's entry "${path}" cannot be read.`, {
      cause,
      docsPath: "/errors#journalentryerror",
      metaMessages: ["Restore the file. Without it nobody knows whether its transaction was sent."],
    });
  }
}
