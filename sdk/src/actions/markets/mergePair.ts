import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type MergePairParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Outcome, from 0. */
  readonly outcome: number;
  /** Pairs to burn, in units. */
  readonly amount: bigint;
  /** Account that gets the asset. */
  readonly receiver: Address;
};

export type MergePairReturnType = Hash;

export type MergePairErrorType = ThrownBy["mergePair"] | WriteErrorType;

/**
 * Burns as much LONG and SHORT of one outcome of the sender and pays the asset.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
 */
export async function mergePair(client: WriteClient, parameters: MergePairParameters): Promise<MergePairReturnType> {
  return write(client, mergePairCall(parameters));
}

/** Describes {@link mergePair} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function mergePairCall(parameters: MergePairParameters): MarketsCall<"mergePair"> {
  const { markets, market, outcome, amount, receiver } = given(parameters);
  return {
    address: markets,
    abi: marketsAbi,
    functionName: "mergePair",
    args: [market, BigInt(outcome), amount, receiver],
  };
}

export type ParseMergePairLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "PairsChanged", true>;

/** Reads the `PairsChanged` events of one contract out of logs. Their amounts are negative. */
export function parseMergePairLogs({ logs, markets }: LogsOf<"markets">): ParseMergePairLogsReturnType {
  return parseLogs(marketsAbi, "PairsChanged", markets, logs).filter(({ args }) => args.amount < 0n);
}
