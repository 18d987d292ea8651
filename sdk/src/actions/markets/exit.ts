import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ExitParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** How many shares to burn. */
  readonly shares: bigint;
  /** Whether they are founding shares, which leave only from `closesAt`. */
  readonly founding: boolean;
  /** The least to be paid, in units; the rest comes as LONGs. */
  readonly minAssets: bigint;
  /** Account that gets the assets and the LONGs. */
  readonly receiver: Address;
};

export type ExitReturnType = Hash;

export type ExitErrorType = ThrownBy["exit"] | WriteErrorType;

/**
 * Removes liquidity from a pool, pro rata: burns shares of the sender and pays assets and LONGs. No price moves. After
 * resolution `redeem` the shares instead.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsNoSharesError} when `shares` is 0.
 * @throws {MarketsSharesLockedError} when founding shares would leave before trading ends.
 * @throws {MarketsAssetsBelowMinimumError} when leaving would pay less than the caller accepts.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
 * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
 */
export async function exit(client: WriteClient, parameters: ExitParameters): Promise<ExitReturnType> {
  return write(client, exitCall(parameters));
}

/** Describes {@link exit} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function exitCall(parameters: ExitParameters): MarketsCall<"exit"> {
  const { markets, market, shares, founding, minAssets, receiver } = given(parameters);
  return {
    address: markets,
    abi: marketsAbi,
    functionName: "exit",
    args: [market, shares, founding, minAssets, receiver],
  };
}

export type ParseExitLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "LiquidityRemoved", true>;

/** Reads the `LiquidityRemoved` events of one contract out of logs. */
export function parseExitLogs({ logs, markets }: LogsOf<"markets">): ParseExitLogsReturnType {
  return parseLogs(marketsAbi, "LiquidityRemoved", markets, logs);
}
