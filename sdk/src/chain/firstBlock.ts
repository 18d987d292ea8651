import { getBlock } from "viem/actions";

import type { ReadClient } from "../types/client.ts";
import { explained } from "./explain.ts";

/**
 * Finds the first block whose time is at or after `time`: back from `latest` in steps that double, then by halves.
 * `undefined`: `latest` is before it.
 */
export async function findFirstBlock(
  client: ReadClient,
  { time, latest }: { readonly time: bigint; readonly latest: bigint },
): Promise<bigint | undefined> {
  const isBefore = async (blockNumber: bigint) => {
    const { timestamp } = await explained(getBlock(client, { blockNumber }));
    return timestamp < time;
  };
  if (await isBefore(latest)) return undefined;
  // Always: `after` is at or after the time, and `before` is before it, or the block before the first.
  let after = latest;
  let before = latest - 1n;
  for (let step = 2n; before >= 0n && !(await isBefore(before)); step *= 2n) {
    after = before;
    before -= step;
  }
  if (before < -1n) before = -1n;
  while (after - before > 1n) {
    const middle = (after + before) / 2n;
    if (await isBefore(middle)) before = middle;
    else after = middle;
  }
  return after;
}
