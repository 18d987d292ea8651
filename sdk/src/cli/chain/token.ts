import { maxUint256, parseUnits, zeroAddress, type Address } from "viem";

import { readDisplay, type Display } from "../../sending/allowances.ts";
import type { ReadClient } from "../../types/client.ts";
import { InvalidValueError } from "../errors.ts";
import { formatAmount } from "../output/format.ts";

/** An asset, and how amounts of it are shown; the zero address stands for ether. */
export type Token = Display & { readonly token: Address };

/** Reads how amounts of a token are shown. */
export async function readToken(client: ReadClient, token: Address): Promise<Token> {
  const shown = token === zeroAddress ? { symbol: "ETH", decimals: 18 } : await readDisplay(client, token);
  return { token, ...shown };
}

/** What amounts of the tokens of markets, which have hardly names of their own, are called. */
export const OUTCOME_TOKENS = "outcome tokens";

/**
 * Makes units of an amount that the user has written: exactly those.
 * @throws {InvalidValueError} when it has more decimals than the token, or is more than any token has.
 */
export function unitsOf(amount: string, { symbol, decimals }: Display): bigint {
  const [, fraction = ""] = amount.replace(/(?<=\.\d*)0+$/, "").split(".");
  const expected = `an amount of ${symbol}, which has ${decimals} decimals`;
  const units = fraction.length > decimals ? undefined : parseUnits(amount, decimals);
  if (units === undefined || units > maxUint256)
    throw new InvalidValueError({ what: "Amount", text: amount, expected });
  return units;
}

/** Writes an amount with its token, for people: `12.5 USDC`. */
export function formatMoney(units: bigint, { symbol, decimals }: Display): string {
  return `${formatAmount(units, decimals)} ${symbol}`;
}
