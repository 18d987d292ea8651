import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { Order } from "../../math/lmsr.ts";
import type { WriteClient } from "../../types/client.ts";

export type TradeParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** What to buy and sell, strictly ascending by outcome: `orders` of `planTrades`. */
  readonly orders: readonly Order[];
  /** The most to pay, all included, in units; negative: the least to be paid. `maxCost` of `planTrades`. */
  readonly maxCost: bigint;
  /** Last second at which the trade may happen, in unix seconds. */
  readonly deadline: bigint;
  /** Account that gets the tokens bought and the proceeds. */
  readonly receiver: Address;
};

export type TradeReturnType = Hash;

export type TradeErrorType = ThrownBy["trade"] | WriteErrorType;

/**
 * Buys and sells outcomes of one market in one step.
 * @returns Hash of the transaction.
 * @throws {MarketsExpiredError} when a call comes after its deadline.
 * @throws {MarketsNoOrdersError} when the trade has no orders.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 * @throws {MarketsUnorderedOutcomesError} when orders are not strictly ascending by outcome.
 * @throws {MarketsZeroAmountError} when an order is for nothing.
 * @throws {MarketsOutOfRangeError} when a price would leave the range in which the arithmetic is exact.
 * @throws {MarketsCostAboveMaximumError} when a trade would cost more, or pay less, than the caller accepts.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsClosedError} when trading has ended.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {MarketsPotOverflowError} when a market would hold too much.
 * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
 * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
 */
export async function trade(client: WriteClient, parameters: TradeParameters): Promise<TradeReturnType> {
  return write(client, tradeCall(parameters));
}

/** Describes {@link trade} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function tradeCall(parameters: TradeParameters): MarketsCall<"trade"> {
  const { markets, market, orders, maxCost, deadline, receiver } = given(parameters);
  return {
    address: markets,
    abi: marketsAbi,
    functionName: "trade",
    args: [market, orders, maxCost, deadline, receiver],
  };
}

export type ParseTradeLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Traded", true>;

/** Reads the `Traded` events of one contract out of logs. */
export function parseTradeLogs({ logs, markets }: LogsOf<"markets">): ParseTradeLogsReturnType {
  return parseLogs(marketsAbi, "Traded", markets, logs);
}
