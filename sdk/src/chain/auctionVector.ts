import type { Address } from "viem";

import { openingAuctionAbi } from "../abi/openingAuction.ts";
import type { ReadClient } from "../types/client.ts";
import { given } from "./given.ts";
import { atBlock, read, type ReadOptions } from "./read.ts";

/** Which auction to read, and when. */
export type AuctionVectorParameters = ReadOptions & {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
};

/** Reads one number for each outcome of an auction. */
export async function readAuctionVector(
  client: ReadClient,
  functionName: "moneyOf" | "pricesOf",
  parameters: AuctionVectorParameters,
): Promise<readonly bigint[]> {
  const { auction, market, blockNumber } = given(parameters);
  const contract = { address: auction, abi: openingAuctionAbi } as const;
  return read(client, { ...contract, functionName, args: [market], ...atBlock(blockNumber) });
}
