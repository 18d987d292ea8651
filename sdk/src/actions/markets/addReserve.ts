import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type AddReserveParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Assets to give, in units. */
  readonly amount: bigint;
};

export type AddReserveReturnType = Hash;

export type AddReserveErrorType = ThrownBy["addReserve"] | WriteErrorType;

/**
 * Gives assets to the pool; they become liquidity linearly until `closesAt`. What was not released belongs to the
 * liquidity providers.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsClosedError} when trading has ended.
 * @throws {MarketsReserveTooSmallError} when it is below 1% of b.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {MarketsPotOverflowError} when a market would hold too much.
 * @throws {MarketsCashOverflowError} when full sets that were traded in circles fill the pool's books.
 */
export async function addReserve(client: WriteClient, parameters: AddReserveParameters): Promise<AddReserveReturnType> {
  return write(client, addReserveCall(parameters));
}

/** Describes {@link addReserve} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function addReserveCall(parameters: AddReserveParameters): MarketsCall<"addReserve"> {
  const { markets, market, amount } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "addReserve", args: [market, amount] };
}

export type ParseAddReserveLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "ReserveAdded", true>;

/** Reads the `ReserveAdded` events of one contract out of logs. */
export function parseAddReserveLogs({ logs, markets }: LogsOf<"markets">): ParseAddReserveLogsReturnType {
  return parseLogs(marketsAbi, "ReserveAdded", markets, logs);
}
