import { callOf, type Prepared, type PreparedStep, type WriteClient } from "deepfunding";
import { deliver, type Journal } from "deepfunding/delivery";
import { BaseError } from "deepfunding/errors";
import type { Address, TransactionReceipt } from "viem";

import type { Progress } from "../output/progress.ts";
import type { Sending, SentStep } from "./types.ts";

/** Key of the transaction that everything is about; approvals have keys of their own. */
const KEY = "call";

type Sender = { readonly client: WriteClient; readonly account: Address; readonly progress: Progress };

/**
 * Sends prepared steps so that it can be run again when the RPC fails: what was sent is found, nothing is sent twice.
 * @throws {DeliveryInterruptedError} when the RPC fails too often; run it again.
 */
export async function deliverSteps(
  { client, account, progress }: Sender,
  prepared: Prepared,
  journal: Journal,
): Promise<Sending> {
  const receipts: TransactionReceipt[] = [];
  for (const [i, step] of prepared.steps.entries()) {
    progress.show(step.description, i, prepared.steps.length);
    receipts.push(await deliver(client, { key: keyOf(step), call: callOf(step), journal }));
  }
  return toSending(account, prepared.steps, receipts);
}

/** Goes on with the transaction of a journal; `undefined` if it has none yet. */
export async function resumeDelivery(
  { client, account, progress }: Sender,
  journal: Journal,
): Promise<Sending | undefined> {
  if ((await journal.read(KEY)) === undefined) return undefined;
  progress.show("Looking for what was sent before");
  // The journal has the transaction: nobody asks what it should be.
  const call = () => Promise.reject(new BaseError("The journal has lost its entry."));
  const receipt = await deliver(client, { key: KEY, call, journal });
  return toSending(account, [{ kind: "call", description: "Go on with what was sent before." }], [receipt]);
}

function keyOf(step: PreparedStep): string {
  return step.kind === "approve"
    ? `approve ${step.spend.asset} ${step.spend.spender} ${String(step.call.args.at(-1))}`
    : KEY;
}

function toSending(
  from: Address,
  steps: readonly Pick<PreparedStep, "kind" | "description">[],
  receipts: readonly TransactionReceipt[],
): Sending {
  const sent = steps.flatMap(({ kind, description }, i): SentStep[] => {
    const receipt = receipts[i];
    if (receipt === undefined) return [];
    const { gasUsed: gas, effectiveGasPrice, transactionHash: hash } = receipt;
    return [{ kind, description, gas, cost: gas * effectiveGasPrice, hash }];
  });
  return { mode: "sent", from, steps: sent, logs: receipts.flatMap(({ logs }) => logs) };
}
