import type { Address } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { Order, Quote } from "../../math/lmsr.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetQuoteParameters = ReadOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** What to buy and sell, strictly ascending by outcome. */
  readonly orders: readonly Order[];
};

/** What the trade would cost, in units; see `Quote` of the package's `math`. */
export type GetQuoteReturnType = Omit<Quote, "after">;

export type GetQuoteErrorType = ThrownBy["getQuote"] | ReadErrorType;

/**
 * Asks the contract what a trade would cost. `quote` of the package's `math` says the same from a snapshot.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsClosedError} when trading has ended.
 * @throws {MarketsNoOrdersError} when the trade has no orders.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 * @throws {MarketsUnorderedOutcomesError} when orders are not strictly ascending by outcome.
 * @throws {MarketsZeroAmountError} when an order is for nothing.
 * @throws {MarketsOutOfRangeError} when a price would leave the range in which the arithmetic is exact.
 */
export async function getQuote(client: ReadClient, parameters: GetQuoteParameters): Promise<GetQuoteReturnType> {
  const { markets, market, orders, blockNumber } = given(parameters);
  return read(client, {
    address: markets,
    abi: marketsAbi,
    functionName: "quote",
    args: [market, orders],
    ...atBlock(blockNumber),
  });
}
