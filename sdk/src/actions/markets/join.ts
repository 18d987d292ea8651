import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type JoinParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** LP shares to mint. */
  readonly shares: bigint;
  /** The most to pay, in units. */
  readonly maxAssets: bigint;
  /**
   * The least LONG to get of each outcome, in units: `received` of `quoteJoin` and a margin. Without it somebody may push
   * the price away before you join and trade back on your liquidity; empty: no matter how many.
   */
  readonly minLongs: readonly bigint[];
  /** Last second at which the joining may happen, in unix seconds. */
  readonly deadline: bigint;
  /** Account that gets the shares and the LONGs. */
  readonly receiver: Address;
};

export type JoinReturnType = Hash;

export type JoinErrorType = ThrownBy["join"] | WriteErrorType;

/**
 * Adds liquidity to a pool, pro rata: the sender pays assets and gets shares, and LONGs back where the pool holds
 * less. No price moves. `quoteJoin` of the package's `math` says what it costs.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsClosedError} when trading has ended.
 * @throws {MarketsNoSharesError} when `shares` is 0.
 * @throws {MarketsAssetsAboveMaximumError} when joining would cost more than the caller accepts.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {MarketsPotOverflowError} when a market would hold too much.
 * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
 * @throws {MarketsExpiredError} when a call comes after its deadline.
 * @throws {MarketsLongsBelowMinimumError} when joining would give fewer LONGs of an outcome than the caller accepts.
 * @throws {MarketsWrongLengthError} when a list has the wrong length.
 */
export async function join(client: WriteClient, parameters: JoinParameters): Promise<JoinReturnType> {
  return write(client, joinCall(parameters));
}

/** Describes {@link join} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function joinCall(parameters: JoinParameters): MarketsCall<"join"> {
  const { markets, market, shares, maxAssets, minLongs, deadline, receiver } = given(parameters);
  return {
    address: markets,
    abi: marketsAbi,
    functionName: "join",
    args: [market, shares, maxAssets, minLongs, deadline, receiver],
  };
}

export type ParseJoinLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "LiquidityAdded", true>;

/** Reads the `LiquidityAdded` events of one contract out of logs. */
export function parseJoinLogs({ logs, markets }: LogsOf<"markets">): ParseJoinLogsReturnType {
  return parseLogs(marketsAbi, "LiquidityAdded", markets, logs);
}
