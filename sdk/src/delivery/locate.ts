import { isAddressEqual, type Hash, type Transaction, type TransactionReceipt } from "viem";
import { getBlock, getBlockNumber, getTransactionCount, getTransactionReceipt } from "viem/actions";

import { RpcBehindError } from "../errors/delivery.ts";
import type { ReadClient } from "../types/client.ts";
import type { JournalEntry } from "./journal.ts";
import { hasCause, isRpcFailure, type Session } from "./session.ts";

/** Where a delivery stands on the chain. */
export type Location =
  | { readonly status: "mined"; readonly receipt: TransactionReceipt }
  /** The nonce is free. */
  | { readonly status: "open" }
  /** The nonce is used; by which transaction is `undefined` if the RPC contradicts itself or has forgotten the block. */
  | { readonly status: "taken"; readonly takenBy: Hash | undefined };

/** Looks for the transaction of a delivery, by its hash, then by its nonce: a wallet may have sent it with other fees. */
export async function locate(
  client: ReadClient,
  session: Session,
  entry: JournalEntry,
  head: bigint,
): Promise<Location> {
  const byHash = entry.hash && (await receiptOf(client, session, entry.hash));
  if (byHash) return { status: "mined", receipt: byHash };
  const used = await session.ask(() => getTransactionCount(client, { address: entry.from }));
  if (used <= entry.nonce) return { status: "open" };

  const found = await findByNonce(client, session, entry, head);
  if (found === undefined) return { status: "taken", takenBy: undefined };
  if (!isSameCall(found, entry)) return { status: "taken", takenBy: found.hash };
  const receipt = await receiptOf(client, session, found.hash);
  return receipt ? { status: "mined", receipt } : { status: "taken", takenBy: undefined };
}

/** Returns the number of the newest block; waits until the RPC is as far as it was seen before. */
export async function headFrom(client: ReadClient, session: Session, seen: bigint): Promise<bigint> {
  for (;;) {
    const head = await session.ask(() => getBlockNumber(client, { cacheTime: 0 }));
    if (head >= seen) return head;
    await session.pause(() => new RpcBehindError({ key: session.key, head, seen }));
  }
}

/** Reads a receipt; `undefined` if the RPC knows of none. */
export async function receiptOf(
  client: ReadClient,
  session: Session,
  hash: Hash,
): Promise<TransactionReceipt | undefined> {
  try {
    return await session.ask(() => getTransactionReceipt(client, { hash }));
  } catch (error) {
    if (hasCause(error, ["TransactionReceiptNotFoundError"])) return undefined;
    throw error;
  }
}

/**
 * Finds the transaction that used a nonce, in the first block after which the account had sent more, by bisection: from
 * the block at which the nonce was free, or from before, if the RPC that said so was behind.
 */
async function findByNonce(
  client: ReadClient,
  { ask }: Session,
  { from, nonce, preparedAt }: JournalEntry,
  head: bigint,
): Promise<Transaction | undefined> {
  try {
    const isUsedAt = async (blockNumber: bigint) =>
      (await ask(() => getTransactionCount(client, { address: from, blockNumber }))) > nonce;
    let [before, after] = [preparedAt, head];
    for (let step = 1n; before > 0n && (await isUsedAt(before)); step *= 2n) {
      [before, after] = [before > step ? before - step : 0n, before];
    }
    while (after - before > 1n) {
      const middle = (before + after) / 2n;
      if (await isUsedAt(middle)) after = middle;
      else before = middle;
    }
    const { transactions } = await ask(() => getBlock(client, { blockNumber: after, includeTransactions: true }));
    return transactions.find((each) => isAddressEqual(each.from, from) && each.nonce === nonce);
  } catch (error) {
    if (isRpcFailure(error) || hasCause(error, ["DeliveryInterruptedError"])) throw error;
    return undefined; // an RPC that keeps no old state, or is on another branch now
  }
}

function isSameCall({ to, input, value }: Transaction, entry: JournalEntry): boolean {
  return to !== null && isAddressEqual(to, entry.to) && input === entry.data && value === entry.value;
}
