import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ReportParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Payouts, in WAD, one for each outcome, summing to exactly 1e18. */
  readonly payouts: readonly bigint[];
};

export type ReportReturnType = Hash;

export type ReportErrorType = ThrownBy["report"] | WriteErrorType;

/**
 * Resolves a market, as its resolver. If that is a `Jury`, use `post` and `finalize`.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsNotResolverError} when the caller is not the resolver.
 * @throws {MarketsWrongLengthError} when a list has the wrong length.
 * @throws {MarketsInvalidSumError} when weights do not sum to exactly 1.
 */
export async function report(client: WriteClient, parameters: ReportParameters): Promise<ReportReturnType> {
  return write(client, reportCall(parameters));
}

/** Describes {@link report} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function reportCall(parameters: ReportParameters): MarketsCall<"report"> {
  const { markets, market, payouts } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "report", args: [market, payouts] };
}

export type ParseReportLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Resolved", true>;

/** Reads the `Resolved` events of one contract out of logs. */
export function parseReportLogs({ logs, markets }: LogsOf<"markets">): ParseReportLogsReturnType {
  return parseLogs(marketsAbi, "Resolved", markets, logs);
}
