import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type SplitParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Assets to pay, in units (100 USDC is `100_000000n`). */
  readonly amount: bigint;
  /** Account that gets the LONGs. */
  readonly receiver: Address;
};

export type SplitReturnType = Hash;

export type SplitErrorType = ThrownBy["split"] | WriteErrorType;

/**
 * Pays the asset and mints as much of every LONG.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {MarketsPotOverflowError} when a market would hold too much.
 */
export async function split(client: WriteClient, parameters: SplitParameters): Promise<SplitReturnType> {
  return write(client, splitCall(parameters));
}

/** Describes {@link split} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function splitCall(parameters: SplitParameters): MarketsCall<"split"> {
  const { markets, market, amount, receiver } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "split", args: [market, amount, receiver] };
}

export type ParseSplitLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "SetsChanged", true>;

/** Reads the `SetsChanged` events of one contract out of logs. The reverse, whose amounts are negative, is left out. */
export function parseSplitLogs({ logs, markets }: LogsOf<"markets">): ParseSplitLogsReturnType {
  return parseLogs(marketsAbi, "SetsChanged", markets, logs).filter(({ args }) => args.amount >= 0n);
}
