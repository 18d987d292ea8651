import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type MergeParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Full sets to burn, in units. */
  readonly amount: bigint;
  /** Account that gets the asset. */
  readonly receiver: Address;
};

export type MergeReturnType = Hash;

export type MergeErrorType = ThrownBy["merge"] | WriteErrorType;

/**
 * Burns as much of every LONG of the sender and pays the asset.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
 */
export async function merge(client: WriteClient, parameters: MergeParameters): Promise<MergeReturnType> {
  return write(client, mergeCall(parameters));
}

/** Describes {@link merge} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function mergeCall(parameters: MergeParameters): MarketsCall<"merge"> {
  const { markets, market, amount, receiver } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "merge", args: [market, amount, receiver] };
}

export type ParseMergeLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "SetsChanged", true>;

/** Reads the `SetsChanged` events of one contract out of logs. Their amounts are negative. */
export function parseMergeLogs({ logs, markets }: LogsOf<"markets">): ParseMergeLogsReturnType {
  return parseLogs(marketsAbi, "SetsChanged", markets, logs).filter(({ args }) => args.amount < 0n);
}
