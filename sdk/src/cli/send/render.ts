import { formatEther, formatGwei } from "viem";

import { formatAmount } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import type { Sending, SentTransaction } from "./types.ts";

/** Says what will be sent, before anything is signed. */
export function renderRequest(from: string, transactions: readonly SentTransaction[], paper: Paper): string {
  const count = transactions.length === 1 ? "One transaction" : `${transactions.length} transactions`;
  return [
    paper.bold(`${count} from ${from}:`),
    ...transactions.map(renderTransaction),
    ...renderCosts(transactions),
  ].join("\n");
}

/** Says what was sent, or would be. */
export function renderSending({ mode, from, transactions }: Sending, paper: Paper): string {
  if (mode === "dry-run") return `${renderRequest(from, transactions, paper)}\n${paper.dim("Nothing was sent.")}`;
  return transactions
    .map(
      ({ description, hash }) =>
        `${paper.good("Done:")} ${description}${hash === undefined ? "" : ` ${paper.dim(hash)}`}`,
    )
    .join("\n");
}

function renderTransaction({ description, to, value, gas }: SentTransaction, index: number): string {
  const ether = value === 0n ? "" : `, with ${formatEther(value)} ETH`;
  const cost = gas === undefined ? "its gas is known after the approval" : `${gas.toLocaleString("en")} gas`;
  return `  ${index + 1}. ${description} (to ${to}${ether}; ${cost})`;
}

function renderCosts(transactions: readonly SentTransaction[]): readonly string[] {
  const costs = transactions.flatMap(({ cost }) => cost ?? []);
  const gas = transactions.reduce((sum, each) => sum + (each.gas ?? 0n), 0n);
  const cost = costs.reduce((sum, each) => sum + each, 0n);
  if (gas === 0n) return [];
  const atLeast = costs.length < transactions.length ? "at least " : "";
  return [`  Gas: ${atLeast}${formatAmount(cost, 18)} ETH at ${formatGwei(cost / gas)} gwei.`];
}
