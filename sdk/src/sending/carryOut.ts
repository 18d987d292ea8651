import type { Chain, Hash, Log, WalletCallReceipt } from "viem";
import { getChainId, sendCalls, waitForCallsStatus, waitForTransactionReceipt } from "viem/actions";

import { encodeCall } from "../chain/encodeCalls.ts";
import { explain } from "../chain/explain.ts";
import { signPermitTypedData, type SignedPermit } from "../chain/permit.ts";
import { answered, write } from "../chain/write.ts";
import { BatchFailedError, TransactionReplacedError, TransactionRevertedError } from "../errors/sending.ts";
import type { AnyCall } from "../types/call.ts";
import type { WriteClient } from "../types/client.ts";
import type { BatchStep, PreparedStep, StepReceipt } from "../types/prepared.ts";
import { transactionOf, type Group } from "./groups.ts";

/** A receipt as wallets give them for a batch (EIP-5792). */
type WalletReceipt = WalletCallReceipt<bigint, "success" | "reverted">;

/** Told the hash of a transaction, or the wallet's id of a batch, as soon as it is sent. */
type OnSent = (id: string) => void;

/** What a step leaves behind. */
export type Outcome = {
  /** Permits that are signed and not used yet. */
  readonly permits: readonly SignedPermit[];
  readonly receipts: readonly StepReceipt[];
};

/**
 * Does one step, and waits until it is signed or mined. A transaction is simulated first.
 * @param permits Signed in earlier steps and not used yet: the next call uses them.
 */
export async function carryOut(
  client: WriteClient,
  step: PreparedStep,
  permits: readonly SignedPermit[],
  onSent: OnSent,
): Promise<Outcome> {
  switch (step.kind) {
    case "permit":
      return { permits: [...permits, await signPermitTypedData(client, step.typedData)], receipts: [] };
    case "approve":
      return { permits, receipts: [await sendOne(client, step.call, onSent)] };
    case "call":
      return { permits: [], receipts: [await sendOne(client, transactionOf(step.calls as Group, permits), onSent)] };
    case "batch":
      return { permits, receipts: await sendBatch(client, step, onSent) };
  }
}

/** Whether nothing that was sent can happen any more. */
export function isFinal(error: unknown): boolean {
  return [BatchFailedError, TransactionReplacedError, TransactionRevertedError].some((type) => error instanceof type);
}

async function sendOne(client: WriteClient, call: AnyCall, onSent: OnSent): Promise<StepReceipt> {
  const hash = await write(client, call);
  onSent(hash);
  try {
    let replacement: Hash | undefined;
    const receipt = await waitForTransactionReceipt(client, {
      hash,
      onReplaced: ({ reason, transaction }) => {
        if (reason !== "repriced") replacement = transaction.hash;
      },
    });
    if (replacement !== undefined) throw new TransactionReplacedError({ hash, replacement });
    if (receipt.status === "reverted") throw new TransactionRevertedError({ hash: receipt.transactionHash });
    return receipt;
  } catch (error) {
    throw await explain(error);
  }
}

async function sendBatch(client: WriteClient, { approvals, calls }: BatchStep, onSent: OnSent) {
  try {
    // Without a chain of its own the client sends to whatever chain its wallet is on.
    const chain = client.chain ?? ({ id: await getChainId(client) } as Chain);
    const raw = [...approvals, ...calls].map(encodeCall);
    const { id } = await answered(sendCalls(client, { account: client.account, chain, calls: raw, forceAtomic: true }));
    onSent(id);
    const { receipts = [], status, statusCode } = await waitForCallsStatus(client, { id });
    if (status !== "success") throw new BatchFailedError({ id, statusCode });
    return receipts.map(toStepReceipt);
  } catch (error) {
    throw await explain(error);
  }
}

/** Completes the events of a wallet's receipt: only what decoding them needs is there. */
function toStepReceipt({ logs, transactionHash, blockHash, blockNumber, gasUsed }: WalletReceipt): StepReceipt {
  const place = { transactionHash, blockHash, blockNumber, logIndex: null, transactionIndex: null, removed: false };
  return { transactionHash, blockHash, blockNumber, gasUsed, logs: logs.map((log) => ({ ...place, ...log }) as Log) };
}
