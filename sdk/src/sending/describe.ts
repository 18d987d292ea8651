import { formatEther, formatUnits, isAddressEqual, type Address } from "viem";

import type { AnyCall } from "../types/call.ts";
import type { PreparedSpend } from "../types/prepared.ts";
import { formatTime } from "../utils/format.ts";
import { contractOf } from "./spends.ts";

/** How an address is called in a sentence. */
export type NameOf = (address: Address) => string;

/** Calls of one contract, and what they take. */
export type DescribedCalls = { readonly calls: readonly AnyCall[]; readonly spends: readonly PreparedSpend[] };

/** Names the contracts that are called; anything else stays an address. */
export function namesOf(calls: readonly AnyCall[]): NameOf {
  return (address) => {
    const call = calls.find((other) => isAddressEqual(other.address, address));
    const name = call && contractOf(call);
    return name === undefined ? address : `${name} (${address})`;
  };
}

/** For instance: allow Markets (0x…) to take 100 USDC. */
export function describeApproval(spend: PreparedSpend, nameOf: NameOf): string {
  return `allow ${nameOf(spend.spender)} to take ${amountOf(spend)}`;
}

/** For instance: let Markets (0x…) take no USDT. */
export function describeReset({ spender, symbol }: PreparedSpend, nameOf: NameOf): string {
  return `let ${nameOf(spender)} take no ${symbol}, which the token wants before it allows another amount`;
}

/** For instance: sign a permit, which costs nothing: allow Markets (0x…) to take 100 USDC until … */
export function describePermit(spend: PreparedSpend, deadline: bigint, nameOf: NameOf): string {
  return `sign a permit, which costs nothing: ${describeApproval(spend, nameOf)} until ${formatTime(deadline)}`;
}

/** For instance: call `split` and `trade` of Markets (0x…) in one transaction, which takes at most 100 USDC. */
export function describeCalls({ calls, spends }: DescribedCalls, nameOf: NameOf): string {
  const ether = calls.reduce((sum, { value = 0n }) => sum + value, 0n);
  const taken = spends.filter(({ amount }) => amount > 0n).map(amountOf);
  const costs = ether > 0n ? [...taken, `${formatEther(ether)} of the chain's own currency`] : taken;
  const names = toList(calls.map(({ functionName }) => `\`${functionName}\``));
  const [first] = calls;
  const target = first === undefined ? "" : ` of ${nameOf(first.address)}`;
  const together = calls.length > 1 ? " in one transaction" : "";
  return `call ${names}${target}${together}${costs.length > 0 ? `, which takes at most ${toList(costs)}` : ""}`;
}

/** Makes a sentence of what one does. */
export function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function toList(words: readonly string[]): string {
  const last = words.slice(-1);
  return [...(words.length > 1 ? [words.slice(0, -1).join(", ")] : []), ...last].join(" and ");
}

function amountOf({ amount, decimals, symbol }: PreparedSpend): string {
  return `${formatUnits(amount, decimals)} ${symbol}`;
}
