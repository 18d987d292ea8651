import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type OpenPoolParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Opening prices (the base rates), in WAD, one for each outcome, summing to exactly 1e18, each at least 1e9. */
  readonly prices: readonly bigint[];
  /** Liquidity parameter, in units of the asset: a price moves by the factor e when b tokens are bought. */
  readonly b: bigint;
  /** Account that gets the founding shares. */
  readonly receiver: Address;
};

export type OpenPoolReturnType = Hash;

export type OpenPoolErrorType = ThrownBy["openPool"] | WriteErrorType;

/**
 * Opens the market's pool; the sender pays `b ln(1 / min price)`, rounded up, and gets founding shares. `openingFunds`
 * of the package's `math` says how much.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsPoolExistsError} when the pool is open already.
 * @throws {MarketsNotOpenerError} when the pool is somebody else's to open.
 * @throws {MarketsClosedError} when trading has ended.
 * @throws {MarketsWrongLengthError} when a list has the wrong length.
 * @throws {MarketsInvalidLiquidityError} when b is out of its range.
 * @throws {MarketsPriceTooLowError} when an opening price is below the minimum.
 * @throws {MarketsInvalidSumError} when weights do not sum to exactly 1.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {MarketsPotOverflowError} when a market would hold too much.
 */
export async function openPool(client: WriteClient, parameters: OpenPoolParameters): Promise<OpenPoolReturnType> {
  return write(client, openPoolCall(parameters));
}

/** Describes {@link openPool} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function openPoolCall(parameters: OpenPoolParameters): MarketsCall<"openPool"> {
  const { markets, market, prices, b, receiver } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "openPool", args: [market, prices, b, receiver] };
}

export type ParseOpenPoolLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "PoolOpened", true>;

/** Reads the `PoolOpened` events of one contract out of logs. */
export function parseOpenPoolLogs({ logs, markets }: LogsOf<"markets">): ParseOpenPoolLogsReturnType {
  return parseLogs(marketsAbi, "PoolOpened", markets, logs);
}
