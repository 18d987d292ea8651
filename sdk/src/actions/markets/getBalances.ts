import { decodeFunctionResult, encodeFunctionData, type Address } from "viem";
import { simulateContract } from "viem/actions";

import { marketsAbi } from "../../abi/markets.ts";
import { explain } from "../../chain/explain.ts";
import { given } from "../../chain/given.ts";
import { atBlock, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetBalancesParameters = ReadOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Whose balances to read. */
  readonly account: Address;
  /** Ids of tokens of any markets. */
  readonly ids: readonly bigint[];
};

/** Balances, in units, in the order of the ids. */
export type GetBalancesReturnType = readonly bigint[];

export type GetBalancesErrorType = ReadErrorType;

/** Reads balances of many tokens in one call: `Markets` batches reads itself, whatever else is on the chain. */
export async function getBalances(
  client: ReadClient,
  parameters: GetBalancesParameters,
): Promise<GetBalancesReturnType> {
  const { markets, account, ids, blockNumber } = given(parameters);
  const balanceOf = { abi: marketsAbi, functionName: "balanceOf" } as const;
  try {
    const { result } = await simulateContract(client, {
      address: markets,
      abi: marketsAbi,
      functionName: "multicall",
      args: [ids.map((id) => encodeFunctionData({ ...balanceOf, args: [account, id] }))],
      ...atBlock(blockNumber),
    });
    return result.map((data) => decodeFunctionResult({ ...balanceOf, data }));
  } catch (error) {
    throw await explain(error);
  }
}
