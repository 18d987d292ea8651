import type { Address } from "viem";

import { openingAuctionAbi } from "../abi/openingAuction.ts";
import type { ReadClient } from "../types/client.ts";
import { atBlock, read, type ReadOptions } from "./read.ts";

/** Which auction to read, and when. */
export type AuctionVectorParameters = ReadOptions & {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** Reads one number for each outcome of an auction. */
export function readAuctionVector(
  client: ReadClient,
  functionName: "moneyOf" | "pricesOf",
  { auction, market, blockNumber }: AuctionVectorParameters,
): Promise<readonly bigint[]> {
  const contract = { address: auction, abi: openingAuctionAbi } as const;
  return read(client, { ...contract, functionName, args: [market], ...atBlock(blockNumber) });
}
