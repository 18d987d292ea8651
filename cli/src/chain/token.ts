import { type Display, type ReadClient, readDisplay } from "deepfunding";
import { maxUint256, parseUnits, zeroAddress, type Address } from "viem";

import { InvalidValueError } from "../errors.ts";

/** An asset, and how amounts of it are shown; the zero address stands for ether. */
export type Token = Display & { readonly token: Address };

/** What each client was asked about last: what the command that uses it is about. */
const lastRead = new WeakMap<ReadClient, Token>();

/** Reads how amounts of a token are shown. */
export async function readToken(client: ReadClient, token: Address): Promise<Token> {
  const shown = token === zeroAddress ? { symbol: "ETH", decimals: 18 } : await readDisplay(client, token);
  const read = { token, ...shown };
  lastRead.set(client, read);
  return read;
}

/** The token that a command has read last: what the amounts of its errors are of. */
export function lastToken(client: ReadClient): Token | undefined {
  return lastRead.get(client);
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
