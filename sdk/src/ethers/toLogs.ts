import type { Log as EthersLog } from "ethers";
import type { Address, Hex, Log } from "viem";

/**
 * Turns logs of ethers, for instance `receipt.logs`, into viem's: what `parseTradeLogs` and its like take.
 * @param logs Of a receipt, or of `provider.getLogs`.
 */
export function toLogs(logs: readonly EthersLog[]): Log[] {
  return logs.map(
    ({ address, blockHash, blockNumber, data, index, removed, topics, transactionHash, transactionIndex }) => ({
      address: address as Address,
      blockHash: blockHash as Hex,
      blockNumber: BigInt(blockNumber),
      data: data as Hex,
      logIndex: index,
      removed: removed === true, // ethers leaves it away in receipts, against its own type
      topics: [...topics] as Log["topics"],
      transactionHash: transactionHash as Hex,
      transactionIndex,
    }),
  );
}
