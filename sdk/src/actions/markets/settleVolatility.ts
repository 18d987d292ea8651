import type { Address, Hash } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type SettleVolatilityParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Outcomes to settle, from 0. */
  readonly outcomes: readonly number[];
};

export type SettleVolatilityReturnType = Hash;

export type SettleVolatilityErrorType = ThrownBy["settleVolatility"] | WriteErrorType;

/**
 * Counts moves of prices that were not followed by a trade. Anyone may call it, from `closesAt`; a move counts once.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsNotClosedError} when trading still goes on.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 */
export async function settleVolatility(
  client: WriteClient,
  parameters: SettleVolatilityParameters,
): Promise<SettleVolatilityReturnType> {
  return write(client, settleVolatilityCall(parameters));
}

/** Describes {@link settleVolatility} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function settleVolatilityCall(parameters: SettleVolatilityParameters): MarketsCall<"settleVolatility"> {
  const { markets, market, outcomes } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "settleVolatility", args: [market, outcomes.map(BigInt)] };
}
