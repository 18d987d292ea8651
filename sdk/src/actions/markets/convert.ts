import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ConvertParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Outcome, from 0. */
  readonly outcome: number;
  /** SHORTs to burn, in units. */
  readonly amount: bigint;
  /** Account that gets the LONGs. */
  readonly receiver: Address;
};

export type ConvertReturnType = Hash;

export type ConvertErrorType = ThrownBy["convert"] | WriteErrorType;

/**
 * Burns SHORT of one outcome of the sender and mints as much LONG of every other.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 */
export async function convert(client: WriteClient, parameters: ConvertParameters): Promise<ConvertReturnType> {
  return write(client, convertCall(parameters));
}

/** Describes {@link convert} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function convertCall(parameters: ConvertParameters): MarketsCall<"convert"> {
  const { markets, market, outcome, amount, receiver } = given(parameters);
  return {
    address: markets,
    abi: marketsAbi,
    functionName: "convert",
    args: [market, BigInt(outcome), amount, receiver],
  };
}

export type ParseConvertLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Converted", true>;

/** Reads the `Converted` events of one contract out of logs. The reverse, whose amounts are negative, is left out. */
export function parseConvertLogs({ logs, markets }: LogsOf<"markets">): ParseConvertLogsReturnType {
  return parseLogs(marketsAbi, "Converted", markets, logs).filter(({ args }) => args.amount >= 0n);
}
