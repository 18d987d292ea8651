import { isAddressEqual, type TransactionReceipt } from "viem";
import { getChainId } from "viem/actions";

import { encodeCall } from "../chain/encodeCalls.ts";
import { explain } from "../chain/explain.ts";
import type { ContractError } from "../errors/contracts/base.ts";
import {
  DeliveryKeyError,
  DeliveryNonceTakenError,
  DeliveryRevertedError,
  DeliveryInterruptedError,
  type DeliveryPendingError,
  type RpcBehindError,
} from "../errors/delivery.ts";
import type { AnyCall } from "../types/call.ts";
import type { WriteClient } from "../types/client.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import { headFrom, locate } from "./locate.ts";
import { prepare } from "./prepare.ts";
import { isPending, send } from "./send.ts";
import { createSession, type Patience, type Session } from "./session.ts";

export type DeliverParameters = Patience & {
  /** Names what is to happen once, for instance `trade 7 of round 3`; unique in the journal. */
  readonly key: string;
  /** What `tradeCall` and its like return; or a function that computes it, called only if nothing was sent yet. */
  readonly call: AnyCall | (() => AnyCall | Promise<AnyCall>);
  /** `memoryJournal()`, `fileJournal(folder)` of `deepfunding/delivery/file`, or one's own. */
  readonly journal: Journal;
  /** Blocks from the transaction's to the newest, both included, after which it is taken for certain; 1 by default. */
  readonly confirmations?: number | undefined;
};

export type DeliverReturnType = TransactionReceipt;

export type DeliverErrorType =
  | ContractError
  | DeliveryInterruptedError
  | DeliveryKeyError
  | DeliveryNonceTakenError
  | DeliveryPendingError
  | DeliveryRevertedError
  | RpcBehindError;

/**
 * Has a call mined once, however often it is run: with the same journal and key it goes on where it was. The call is
 * simulated, its nonce, gas and fees are fixed, it is signed if the account is local, and written to the journal
 * before it is sent. After that only this transaction is ever sent, or for an account whose wallet signs, one with the
 * same nonce.
 *
 * @returns The receipt, after `confirmations`.
 * @throws {ContractError} of the class of the custom error, when the simulation reverts; nothing was sent.
 * @throws {DeliveryInterruptedError} when the RPC fails `attempts` times in a row; run it again.
 * @throws {DeliveryPendingError} when it is not confirmed within `timeout`; run it again.
 * @throws {RpcBehindError} when within `timeout` the RPC does not reach a block that was seen before; run it again.
 * @throws {DeliveryRevertedError} when the transaction was mined and reverted.
 * @throws {DeliveryNonceTakenError} when another transaction of the account has used the nonce.
 * @throws {DeliveryKeyError} when the key stands for another call, account or chain.
 */
export async function deliver(client: WriteClient, parameters: DeliverParameters): Promise<DeliverReturnType> {
  const { key, confirmations = 1 } = parameters;
  const session = createSession(key, parameters);
  try {
    const delivery = await begin(client, session, parameters);
    for (let head = delivery.entry.seen; ;) {
      session.hash = delivery.entry.hash;
      head = await headFrom(client, session, head);
      const receipt = await advance(client, session, delivery, head);
      if (receipt && head - receipt.blockNumber + 1n >= BigInt(confirmations)) return succeeded(key, receipt);
      if (!delivery.justSent) await session.pause();
    }
  } catch (error) {
    throw await explain(error);
  }
}

/** A delivery under way. */
type Delivery = {
  entry: JournalEntry;
  /** Whether somebody may have the transaction. What is not out cannot be on the chain. */
  mayBeOut: boolean;
  /** Whether an RPC has just taken it: many chains have it mined by now, so it is worth looking at once. */
  justSent: boolean;
  /** Whether it was made in this run, and every RPC has refused it for its nonce. */
  isRefused: boolean;
  /** Times that the nonce was used and the RPC could not say by what. */
  unexplained: number;
  /** Times in a row that the RPC did not answer when it was sent. */
  unanswered: number;
  /** Writes what is new of it to the journal. */
  readonly note: (changes: Partial<JournalEntry>) => Promise<void>;
  /** Makes another transaction of the call, for one that cannot be mined. */
  readonly again: () => Promise<void>;
};

async function begin(client: WriteClient, session: Session, parameters: DeliverParameters): Promise<Delivery> {
  const { key, call, journal } = parameters;
  const make = async () => prepare(client, session, typeof call === "function" ? await call() : call);
  const known = await journal.read(key);
  const own = known ?? (await make());
  const entry = known ?? (await journal.create(key, own));
  if (known !== undefined || entry !== own) await assertSame(client, session, parameters, entry);

  const note = async (changes: Partial<JournalEntry>) => {
    delivery.entry = { ...delivery.entry, ...changes };
    await journal.update(key, delivery.entry);
  };
  const delivery: Delivery = {
    entry,
    mayBeOut: known !== undefined || entry !== own,
    justSent: false,
    isRefused: false,
    unexplained: 0,
    unanswered: 0,
    note,
    again: async () => {
      await note(await make());
      [delivery.mayBeOut, delivery.isRefused] = [false, false];
    },
  };
  return delivery;
}

/** Looks where a delivery stands and does what is to be done; returns its receipt if there is one. */
async function advance(
  client: WriteClient,
  session: Session,
  delivery: Delivery,
  head: bigint,
): Promise<TransactionReceipt | undefined> {
  const { entry, mayBeOut, note } = delivery;
  delivery.justSent = false;
  const location = mayBeOut ? await locate(client, session, entry, head) : ({ status: "open" } as const);
  if (location.status === "open") {
    await sendOnce(client, session, delivery);
    return undefined;
  }
  if (location.status === "taken") {
    const { takenBy } = location;
    if (takenBy === undefined && ++delivery.unexplained < session.attempts) return undefined;
    // The nonce was read from an old block, and nobody has accepted the transaction: another takes its place.
    if (takenBy !== undefined && delivery.isRefused) {
      await delivery.again();
      return undefined;
    }
    throw new DeliveryNonceTakenError({ key: session.key, account: entry.from, nonce: entry.nonce, takenBy });
  }
  const { receipt } = location;
  const seen = receipt.blockNumber > head ? receipt.blockNumber : head;
  if (seen > entry.seen || entry.hash !== receipt.transactionHash) await note({ hash: receipt.transactionHash, seen });
  return receipt;
}

/** Sends what the RPC does not have: for the first time, or because it was lost or a reorganisation took it away. */
async function sendOnce(client: WriteClient, session: Session, delivery: Delivery): Promise<void> {
  const { entry, mayBeOut, note } = delivery;
  if (mayBeOut && (await isPending(client, session, entry))) return;
  const sent = await send(client, entry);
  delivery.mayBeOut = true;
  if (sent.status === "sent") {
    delivery.justSent = !mayBeOut;
    delivery.unanswered = 0;
    delivery.isRefused = false;
    if (sent.hash !== entry.hash) await note({ hash: sent.hash });
  } else if (sent.status === "refused") {
    // Nobody should have it. But some RPCs pass a transaction on twice and tell what came of the second time.
    delivery.isRefused ||= !mayBeOut;
  } else {
    delivery.isRefused = false;
    // A wallet asks its user, who may still be thinking when the connection breaks: it is not asked again by itself.
    if (++delivery.unanswered < session.attempts && entry.signed !== undefined) return;
    throw new DeliveryInterruptedError({ key: session.key, hash: entry.hash, cause: sent.cause });
  }
}

function succeeded(key: string, receipt: TransactionReceipt): TransactionReceipt {
  if (receipt.status === "reverted") throw new DeliveryRevertedError({ key, receipt });
  return receipt;
}

async function assertSame(
  client: WriteClient,
  session: Session,
  { key, call }: DeliverParameters,
  entry: JournalEntry,
): Promise<void> {
  const differs = (what: string, same: boolean) => {
    if (!same) throw new DeliveryKeyError({ key, differs: what });
  };
  differs("account", isAddressEqual(client.account.address, entry.from));
  if (typeof call !== "function") {
    const { to, data, value } = encodeCall(call);
    differs("call", isAddressEqual(to, entry.to) && data === entry.data && value === entry.value);
  }
  differs("chain", (await session.ask(() => getChainId(client))) === entry.chainId);
}
