import { getBlock } from "viem/actions";

import type { ReadClient } from "../types/client.ts";
import { mapInBatches } from "../utils/batches.ts";
import { explained } from "./explain.ts";
import type { MinedLog } from "./logRange.ts";

/** Reads the times of the blocks of logs, in unix seconds, where the RPC has not told them with the logs. */
export async function readTimes(client: ReadClient, logs: readonly MinedLog[]): Promise<ReadonlyMap<bigint, bigint>> {
  const times = new Map<bigint, bigint>();
  for (const { blockNumber, blockTimestamp } of logs) if (blockTimestamp) times.set(blockNumber, blockTimestamp);
  const missing = [...new Set(logs.map(({ blockNumber }) => blockNumber))].filter((number) => !times.has(number));
  const blocks = await mapInBatches(missing, (blockNumber) => explained(getBlock(client, { blockNumber })));
  for (const { number, timestamp } of blocks) times.set(number, timestamp);
  return times;
}
