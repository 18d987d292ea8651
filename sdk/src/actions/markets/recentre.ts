import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type RecentreParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type RecentreReturnType = Hash;

export type RecentreErrorType = ThrownBy["recentre"] | WriteErrorType;

/**
 * Moves a pool's scale back to its opening scale. Anyone may call it until resolution; no price and no claim changes.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsOutOfRangeError} when a price would leave the range in which the arithmetic is exact.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 */
export async function recentre(client: WriteClient, parameters: RecentreParameters): Promise<RecentreReturnType> {
  return write(client, recentreCall(parameters));
}

/** Describes {@link recentre} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function recentreCall(parameters: RecentreParameters): MarketsCall<"recentre"> {
  const { markets, market } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "recentre", args: [market] };
}

export type ParseRecentreLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Recentred", true>;

/** Reads the `Recentred` events of one contract out of logs. */
export function parseRecentreLogs({ logs, markets }: LogsOf<"markets">): ParseRecentreLogsReturnType {
  return parseLogs(marketsAbi, "Recentred", markets, logs);
}
