import { formatLog, numberToHex, type Hex, type Log } from "viem";
import { getBlockNumber } from "viem/actions";

import { InvalidParameterError } from "../errors/math.ts";
import type { ReadClient } from "../types/client.ts";
import { explained } from "./explain.ts";

/** What most public RPCs answer in one request. */
export const MAX_BLOCK_RANGE = 10_000n;

/** Which blocks to search for events. */
export type LogRange = {
  /** Block to search from. By default the first. */
  readonly fromBlock?: bigint | undefined;
  /** Block to search to, that one included. By default the latest. */
  readonly toBlock?: bigint | undefined;
  /** How many blocks one request asks for at most; RPCs limit it. By default 10,000. */
  readonly maxBlockRange?: bigint | undefined;
};

/** A range whose ends are known. */
export type BlockRange = { readonly fromBlock: bigint; readonly toBlock: bigint; readonly maxBlockRange: bigint };

/** A log that is in a block. */
export type MinedLog = Log<bigint, number, false>;

/** Which events to read, by address and topics; a list of topics at a position means any of them. */
export type LogFilter = {
  readonly address: Hex | readonly Hex[];
  readonly topics: readonly (Hex | readonly Hex[] | null)[];
};

/**
 * Fills in the ends of a range.
 * @throws {InvalidParameterError} when the range is empty or the steps are.
 */
export async function toBlockRange(client: ReadClient, range: LogRange): Promise<BlockRange> {
  const { fromBlock = 0n, maxBlockRange = MAX_BLOCK_RANGE } = range;
  const toBlock = range.toBlock ?? (await latestBlock(client));
  if (maxBlockRange < 1n) {
    throw new InvalidParameterError({ parameter: "maxBlockRange", value: maxBlockRange, expected: "at least 1" });
  }
  if (fromBlock > toBlock) {
    throw new InvalidParameterError({ parameter: "fromBlock", value: fromBlock, expected: `${toBlock} or earlier` });
  }
  return { fromBlock, toBlock, maxBlockRange };
}

/** Number of the latest block. It is asked for, not taken from viem's cache. */
export async function latestBlock(client: ReadClient): Promise<bigint> {
  return explained(getBlockNumber(client, { cacheTime: 0 }));
}

/** Reads the logs of several filters over a range, a few blocks at a time, in the order of the chain. */
export async function readLogs(
  client: ReadClient,
  filters: readonly LogFilter[],
  { fromBlock, toBlock, maxBlockRange }: BlockRange,
): Promise<MinedLog[]> {
  const logs: MinedLog[] = [];
  for (let from = fromBlock; from <= toBlock; from += maxBlockRange) {
    const end = from + maxBlockRange - 1n;
    const to = end < toBlock ? end : toBlock;
    const found = await Promise.all(filters.map((filter) => readFilter(client, filter, from, to)));
    logs.push(...inOrder(found.flat()));
  }
  return logs;
}

/** viem's `getLogs` knows topics only by the arguments of events, not as they are. */
async function readFilter(client: ReadClient, filter: LogFilter, from: bigint, to: bigint): Promise<MinedLog[]> {
  const range = { fromBlock: numberToHex(from), toBlock: numberToHex(to) };
  const address = typeof filter.address === "string" ? filter.address : [...filter.address];
  const topics = filter.topics.map((topic) => (topic === null || typeof topic === "string" ? topic : [...topic]));
  const logs = await explained(client.request({ method: "eth_getLogs", params: [{ address, topics, ...range }] }));
  return logs.map((log) => formatLog(log) as MinedLog);
}

/** Sorts logs as the chain has them; one that several filters found is there once. */
export function inOrder(logs: readonly MinedLog[]): MinedLog[] {
  const sorted = [...logs].sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex);
  return sorted.filter((log, i) => {
    const before = sorted[i - 1];
    return before?.blockNumber !== log.blockNumber || before.logIndex !== log.logIndex;
  });
}
