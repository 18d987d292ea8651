import type { Display } from "deepfunding";
import { formatUnits } from "viem";

import { escapeInvisible } from "./printable.ts";

/** Decimals of an amount that people look at. */
const SHOWN = 4;

/** Writes an amount of a token for people: with separators, cut to four decimals; what is less is `<0.0001`. */
export function formatAmount(units: bigint, decimals: number): string {
  if (units < 0n) return `-${formatAmount(-units, decimals)}`;
  const [whole = "0", fraction = ""] = formatUnits(units, decimals).split(".");
  const shown = fraction.slice(0, SHOWN).replace(/0+$/, "");
  if (whole === "0" && shown === "" && units > 0n) return `<0.${"0".repeat(SHOWN - 1)}1`;
  return `${BigInt(whole).toLocaleString("en")}${shown && `.${shown}`}`;
}

/** Writes an amount with its token, for people: `12.5 USDC`. */
export function formatMoney(units: bigint, { symbol, decimals }: Display): string {
  return `${formatAmount(units, decimals)} ${symbol}`;
}

/** Writes a WAD as a percentage for people, for instance `12.345%`. */
export function formatPercent(wad: bigint): string {
  return `${(Number(wad) / 1e16).toFixed(3)}%`;
}

/** A project's name without what all of them share. */
export function shortName(project: string): string {
  return project.replace(/^https:\/\/(github\.com\/)?/, "");
}

/** Writes a duration for people: its two greatest units, for instance `3 d 4 h`. */
export function formatDuration(seconds: bigint): string {
  const parts = [
    [seconds / 86_400n, "d"],
    [(seconds / 3_600n) % 24n, "h"],
    [(seconds / 60n) % 60n, "min"],
    [seconds % 60n, "s"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0n);
  if (first < 0) return "0 s";
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0n)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}

/** Writes data as JSON; integers of any size as decimal strings, as JSON's numbers are doubles. */
export function formatJson(data: unknown): string {
  const text = JSON.stringify(data, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value), 2);
  return escapeInvisible(text);
}
