import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ConvertBackParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Outcome, from 0. */
  readonly outcome: number;
  /** LONGs to burn of each, in units. */
  readonly amount: bigint;
  /** Account that gets the SHORT. */
  readonly receiver: Address;
};

export type ConvertBackReturnType = Hash;

export type ConvertBackErrorType = ThrownBy["convertBack"] | WriteErrorType;

/**
 * Burns LONG of every outcome but one of the sender and mints as much SHORT of that one.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 */
export async function convertBack(
  client: WriteClient,
  parameters: ConvertBackParameters,
): Promise<ConvertBackReturnType> {
  return write(client, convertBackCall(parameters));
}

/** Describes {@link convertBack} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function convertBackCall(parameters: ConvertBackParameters): MarketsCall<"convertBack"> {
  const { markets, market, outcome, amount, receiver } = given(parameters);
  return {
    address: markets,
    abi: marketsAbi,
    functionName: "convertBack",
    args: [market, BigInt(outcome), amount, receiver],
  };
}

export type ParseConvertBackLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Converted", true>;

/** Reads the `Converted` events of one contract out of logs. Their amounts are negative. */
export function parseConvertBackLogs({ logs, markets }: LogsOf<"markets">): ParseConvertBackLogsReturnType {
  return parseLogs(marketsAbi, "Converted", markets, logs).filter(({ args }) => args.amount < 0n);
}
