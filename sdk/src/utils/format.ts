import { numberToHex, type Hex } from "viem";

/** The last second that a `Date` can hold. */
const LAST_SECOND = 8_640_000_000_000n;

/** Writes an id of a market or a token as explorers do: 32 bytes in hex. */
export function formatId(id: bigint): Hex {
  return numberToHex(id, { size: 32 });
}

/** Writes unix seconds as a date, for instance `2026-01-31T12:00:00Z`; what is no date stays a number. */
export function formatTime(seconds: bigint): string {
  if (seconds > LAST_SECOND) return `second ${seconds}`;
  return new Date(Number(seconds) * 1000).toISOString().replace(".000Z", "Z");
}
