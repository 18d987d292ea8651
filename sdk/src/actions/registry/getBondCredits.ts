import type { Address } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetBondCreditsParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Whose credits to read. */
  readonly account: Address;
};

export type GetBondCreditsReturnType = bigint;

export type GetBondCreditsErrorType = ReadErrorType;

/** Reads what an account can withdraw from a registry, in units of money. */
export async function getBondCredits(
  client: ReadClient,
  parameters: GetBondCreditsParameters,
): Promise<GetBondCreditsReturnType> {
  const { registry, account, blockNumber } = given(parameters);
  return read(client, {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "credits",
    args: [account],
    ...atBlock(blockNumber),
  });
}
