import type { Address, Hash } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { encodeCalls } from "../../chain/encodeCalls.ts";
import { given } from "../../chain/given.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type MulticallMarketsParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Calls of it, in their order: `permitCall`, `splitCall`, `tradeCall`, … */
  readonly calls: readonly MarketsCall[];
};

export type MulticallMarketsReturnType = Hash;

export type MulticallMarketsErrorType = ThrownBy["multicallMarkets"] | WriteErrorType;

/**
 * Makes several calls of `Markets` in one transaction: all or none.
 * @returns Hash of the transaction.
 * @throws {ContractError} of the call that fails.
 * @throws {InvalidParameterError} when a call is for another contract.
 */
export async function multicallMarkets(
  client: WriteClient,
  parameters: MulticallMarketsParameters,
): Promise<MulticallMarketsReturnType> {
  return write(client, multicallMarketsCall(parameters));
}

/**
 * Describes {@link multicallMarkets} without sending it: for gas estimates or a Safe.
 * @throws {InvalidParameterError} when a call is for another contract.
 */
export function multicallMarketsCall(parameters: MulticallMarketsParameters): MarketsCall<"multicall"> {
  const { markets, calls } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "multicall", args: [encodeCalls(markets, calls)] };
}
