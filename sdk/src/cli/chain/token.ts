import { zeroAddress, type Address } from "viem";

import type { ReadClient } from "../../internal/client.ts";
import { readDisplay, type Display } from "../../sending/allowances.ts";
import { formatAmount } from "../output/format.ts";

/** An asset, and how amounts of it are shown; the zero address stands for ether. */
export type Token = Display & { readonly token: Address };

/** Reads how amounts of a token are shown. */
export async function readToken(client: ReadClient, token: Address): Promise<Token> {
  const shown = token === zeroAddress ? { symbol: "ETH", decimals: 18 } : await readDisplay(client, token);
  return { token, ...shown };
}

/** Writes an amount with its token, for people: `12.5 USDC`. */
export function formatMoney(units: bigint, { symbol, decimals }: Display): string {
  return `${formatAmount(units, decimals)} ${symbol}`;
}
