import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../abi/edgeRegistry.ts";
import { roundsAbi } from "../abi/rounds.ts";
import type { ReadClient } from "../types/client.ts";
import { atBlock, read, type ReadOptions } from "./read.ts";

/** The contracts that a deployment of `Rounds` works with, and the node that it is about. */
export type RoundContracts = {
  readonly rounds: Address;
  readonly markets: Address;
  readonly registry: Address;
  readonly jury: Address;
  readonly money: Address;
  readonly target: Hex;
};

/** Reads what a deployment of `Rounds` works with. */
export async function readRoundContracts(
  client: ReadClient,
  { rounds, blockNumber }: ReadOptions & { readonly rounds: Address },
): Promise<RoundContracts> {
  const base = { address: rounds, abi: roundsAbi, ...atBlock(blockNumber) } as const;
  const [markets, registry, jury, money] = await Promise.all([
    read(client, { ...base, functionName: "MARKETS" }),
    read(client, { ...base, functionName: "REGISTRY" }),
    read(client, { ...base, functionName: "JURY" }),
    read(client, { ...base, functionName: "MONEY" }),
  ]);
  const target = await read(client, {
    ...atBlock(blockNumber),
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "TARGET",
  });
  return { rounds, markets, registry, jury, money, target };
}
