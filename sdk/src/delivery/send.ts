import { numberToHex, type Hash } from "viem";
import { getTransaction, getTransactionCount } from "viem/actions";

import { explain } from "../chain/explain.ts";
import type { WriteClient } from "../types/client.ts";
import { causesOf } from "../utils/causes.ts";
import type { JournalEntry } from "./journal.ts";
import { hasCause, isRpcFailure, type Session } from "./session.ts";

/** What nodes answer to a transaction that they have, or whose nonce is used or promised; their words differ. */
const KNOWN = /already known|already imported|known transaction|already exists/i;
const NONCE_USED = /nonce.{0,20}too low|nonce.{0,40}already.{0,10}used|expected nonce to be \d+ but got/i;
const REPLACEMENT = /replacement.{0,20}underpriced|replacement fee too low/i;

/** What became of an attempt to send. */
export type Sent =
  | { readonly status: "sent"; readonly hash: Hash | undefined }
  /** For its nonce: the node may be right, or behind. */
  | { readonly status: "refused" }
  /** It may have arrived all the same. */
  | { readonly status: "unanswered"; readonly cause: unknown };

/**
 * Sends a transaction, once. Its nonce is fixed, so that however often this is repeated it is mined at most once.
 * Fails with what the node refuses for another reason than the nonce, for instance that the account has too little.
 */
export async function send(client: WriteClient, entry: JournalEntry): Promise<Sent> {
  const { signed, hash } = entry;
  try {
    if (signed === undefined) return { status: "sent", hash: await sendByWallet(client, entry) };
    await client.request({ method: "eth_sendRawTransaction", params: [signed] }, { retryCount: 0 });
    return { status: "sent", hash };
  } catch (error) {
    if (isRpcFailure(error)) return { status: "unanswered", cause: await explain(error) };
    if (says(error, KNOWN)) return { status: "sent", hash };
    if (says(error, NONCE_USED) || says(error, REPLACEMENT)) return { status: "refused" };
    throw error;
  }
}

/** Whether the RPC has the transaction of a delivery, mined or not. */
export async function isPending(client: WriteClient, { ask }: Session, entry: JournalEntry): Promise<boolean> {
  const { from, hash, nonce } = entry;
  if (hash === undefined || entry.signed === undefined) {
    // A wallet may have changed the fees, and with them the hash.
    return (await ask(() => getTransactionCount(client, { address: from, blockTag: "pending" }))) > nonce;
  }
  try {
    await ask(() => getTransaction(client, { hash }));
    return true;
  } catch (error) {
    if (hasCause(error, ["TransactionNotFoundError"])) return false;
    throw error;
  }
}

function sendByWallet(client: WriteClient, { from, to, data, value, gas, nonce }: JournalEntry): Promise<Hash> {
  const request = { from, to, data, value: numberToHex(value), gas: numberToHex(gas), nonce: numberToHex(nonce) };
  return client.request({ method: "eth_sendTransaction", params: [request] }, { retryCount: 0 });
}

function says(error: unknown, words: RegExp): boolean {
  return [...causesOf(error)].some(({ message }) => words.test(message));
}
