import { isAddressEqual, maxUint256 } from "viem";

import { approveAssetCall } from "../actions/asset/approveAsset.ts";
import { approveOutcomeCall } from "../actions/markets/approveOutcome.ts";
import { marketsAbi } from "../abi/markets.ts";
import { RpcUnreachableError } from "../errors/rpc.ts";
import type { ReadClient } from "../types/client.ts";
import { erc20Abi } from "../chain/erc20.ts";
import { read } from "../chain/read.ts";
import type { AnyCall } from "../types/call.ts";
import type { Address } from "viem";
import type { PreparedSpend, Spend } from "../types/prepared.ts";

/** How amounts of a token are shown. */
export type Display = Pick<PreparedSpend, "symbol" | "decimals">;

/** A symbol that can be shown: a hostile token's could write over what is around it. */
const SYMBOL = /^[\x21-\x7e]{1,32}$/;

/** Adds up what one contract takes of one token, however many calls take it. */
export function mergeSpends(spends: readonly Spend[]): readonly Spend[] {
  const merged: Spend[] = [];
  for (const spend of spends) {
    const index = merged.findIndex((other) => isSameAllowance(other, spend));
    const before = merged[index];
    if (before) merged[index] = { ...before, amount: before.amount + spend.amount };
    else merged.push(spend);
  }
  return merged;
}

/** Whether two spends are of one token by one contract, so that one allowance is for both. */
export function isSameAllowance(a: Spend, b: Spend): boolean {
  return isAddressEqual(a.asset, b.asset) && a.assetId === b.assetId && isAddressEqual(a.spender, b.spender);
}

/** Whether a contract may take less than it will. */
export function isMissing({ amount, allowance }: PreparedSpend): boolean {
  return allowance < amount;
}

/** Reads what an account has of a token, and what the spender may take of it. */
export function inspectSpend(client: ReadClient, account: Address, spend: Spend): Promise<PreparedSpend> {
  return spend.assetId === 0n ? inspectERC20(client, account, spend) : inspectOutcome(client, account, spend);
}

async function inspectERC20(client: ReadClient, account: Address, spend: Spend): Promise<PreparedSpend> {
  const { asset, spender } = spend;
  const token = { address: asset, abi: erc20Abi } as const;
  const [balance, allowance, shown] = await Promise.all([
    read(client, { ...token, functionName: "balanceOf", args: [account] }),
    read(client, { ...token, functionName: "allowance", args: [account, spender] }),
    readDisplay(client, asset),
  ]);
  return { ...spend, balance, allowance, ...shown };
}

/** Reads how amounts of an ERC-20 are shown. */
export async function readDisplay(client: ReadClient, asset: Address): Promise<Display> {
  const token = { address: asset, abi: erc20Abi } as const;
  const [symbol, decimals] = await Promise.all([
    optional(read(client, { ...token, functionName: "symbol" })),
    optional(read(client, { ...token, functionName: "decimals" })),
  ]);
  return display(asset, symbol, decimals);
}

async function inspectOutcome(client: ReadClient, account: Address, spend: Spend): Promise<PreparedSpend> {
  const { asset, assetId, spender } = spend;
  const markets = { address: asset, abi: marketsAbi } as const;
  const [balance, allowed, isOperator, symbol, decimals] = await Promise.all([
    read(client, { ...markets, functionName: "balanceOf", args: [account, assetId] }),
    read(client, { ...markets, functionName: "allowance", args: [account, spender, assetId] }),
    read(client, { ...markets, functionName: "isOperator", args: [account, spender] }),
    optional(read(client, { ...markets, functionName: "symbol", args: [assetId] })),
    optional(read(client, { ...markets, functionName: "decimals", args: [assetId] })),
  ]);
  // `Markets` moves its own tokens without asking.
  const allowance = isOperator || isAddressEqual(spender, asset) ? maxUint256 : allowed;
  return { ...spend, balance, allowance, ...display(asset, symbol, decimals) };
}

/** Describes the approval of exactly what a spender takes, or of another amount. */
export function approvalOf({ asset, assetId, spender, amount }: Spend, allowed = amount): AnyCall {
  return assetId === 0n
    ? approveAssetCall({ asset, spender, amount: allowed })
    : approveOutcomeCall({ markets: asset, spender, id: assetId, amount: allowed });
}

function display(asset: Address, symbol: string | undefined, decimals = 0): Display {
  return { symbol: symbol !== undefined && SYMBOL.test(symbol) ? symbol : asset, decimals };
}

/** What a token need not answer; that the RPC does not is another matter. */
export async function optional<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof RpcUnreachableError) throw error;
    return undefined;
  }
}
