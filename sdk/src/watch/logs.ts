import { BlockNotFoundError, formatLog, type Hex } from "viem";
import { getBlock } from "viem/actions";

import { explain, explained } from "../chain/explain.ts";
import { latestBlock, readLogs, type LogFilter, type MinedLog } from "../chain/logRange.ts";
import type { ReadClient } from "../types/client.ts";
import type { BlockHeader, ChainView } from "./follow.ts";

/** A chain's logs of one filter, for `followStep`. */
export function logsOfChain(client: ReadClient, filter: LogFilter, maxBlockRange: bigint): ChainView<MinedLog> {
  return {
    head: () => latestBlock(client),
    header: (number) => readHeader(client, number),
    eventsOf: ({ hash }) => readBlock(client, filter, hash as Hex),
    eventsBetween: async (fromBlock, toBlock) => {
      const logs = await readLogs(client, [filter], { fromBlock, toBlock, maxBlockRange });
      return logs.map((log) => [log.blockNumber, log] as const);
    },
  };
}

async function readHeader(client: ReadClient, blockNumber: bigint): Promise<BlockHeader | undefined> {
  try {
    const { number, hash, parentHash } = await getBlock(client, { blockNumber });
    return { number, hash, parentHash };
  } catch (error) {
    if (error instanceof BlockNotFoundError) return undefined;
    throw await explain(error);
  }
}

async function readBlock(client: ReadClient, { address, topics }: LogFilter, blockHash: Hex): Promise<MinedLog[]> {
  const params = {
    address: typeof address === "string" ? address : [...address],
    topics: topics.map((topic) => (topic === null || typeof topic === "string" ? topic : [...topic])),
    blockHash,
  };
  const logs = await explained(client.request({ method: "eth_getLogs", params: [params] }));
  return logs.map((log) => formatLog(log) as MinedLog);
}
