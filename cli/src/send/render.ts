import { formatGwei, type Address } from "viem";

import { formatAmount } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import type { Sending, SentStep } from "./types.ts";

/** Says what will be signed and sent, before anything is. */
export function renderRequest(from: Address, steps: readonly SentStep[], paper: Paper): string {
  const title = paper.bold(`From ${from}:`);
  return [title, ...steps.map(renderStep), ...renderCosts(steps)].join("\n");
}

/** Says what was sent, or would be. */
export function renderSending(sending: Sending, paper: Paper): string {
  if (sending.mode === "dry-run") {
    return `${renderRequest(sending.from, sending.steps, paper)}\n${paper.dim("Nothing was sent.")}`;
  }
  if (sending.mode !== "sent") return "";
  const done = ({ description, hash }: SentStep) =>
    `${paper.good("Done:")} ${description}${hash === undefined ? "" : `\n      ${paper.dim(hash)}`}`;
  return [...sending.steps.map(done), ...renderCosts(sending.steps)].join("\n");
}

function renderStep({ kind, description, gas }: SentStep, index: number): string {
  const cost = gas === undefined ? "" : ` (${gas.toLocaleString("en")} gas)`;
  const unknown = gas === undefined && kind !== "permit" ? " (its gas depends on the steps before it)" : "";
  return `  ${index + 1}. ${description}${cost}${unknown}`;
}

function renderCosts(steps: readonly SentStep[]): readonly string[] {
  const known = steps.filter(({ gas }) => gas !== undefined);
  const gas = known.reduce((sum, each) => sum + (each.gas ?? 0n), 0n);
  const cost = known.reduce((sum, each) => sum + (each.cost ?? 0n), 0n);
  if (gas === 0n) return [];
  const isMore = known.length < steps.filter(({ kind }) => kind !== "permit").length;
  return [`Gas: ${isMore ? "at least " : ""}${formatAmount(cost, 18)} ETH, ${formatGwei(cost / gas)} gwei each.`];
}
