import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type SplitPairParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Outcome, from 0. */
  readonly outcome: number;
  /** Assets to pay, in units. */
  readonly amount: bigint;
  /** Account that gets LONG and SHORT. */
  readonly receiver: Address;
};

export type SplitPairReturnType = Hash;

export type SplitPairErrorType = ThrownBy["splitPair"] | WriteErrorType;

/**
 * Pays the asset and mints as much LONG and SHORT of one outcome.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {MarketsPotOverflowError} when a market would hold too much.
 */
export async function splitPair(client: WriteClient, parameters: SplitPairParameters): Promise<SplitPairReturnType> {
  return write(client, splitPairCall(parameters));
}

/** Describes {@link splitPair} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function splitPairCall(parameters: SplitPairParameters): MarketsCall<"splitPair"> {
  const { markets, market, outcome, amount, receiver } = given(parameters);
  return {
    address: markets,
    abi: marketsAbi,
    functionName: "splitPair",
    args: [market, BigInt(outcome), amount, receiver],
  };
}

export type ParseSplitPairLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "PairsChanged", true>;

/** Reads the `PairsChanged` events of one contract out of logs. The reverse, whose amounts are negative, is left out. */
export function parseSplitPairLogs({ logs, markets }: LogsOf<"markets">): ParseSplitPairLogsReturnType {
  return parseLogs(marketsAbi, "PairsChanged", markets, logs).filter(({ args }) => args.amount >= 0n);
}
