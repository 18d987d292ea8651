import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type {
  MarketsAlreadyResolvedError,
  MarketsInvalidSumError,
  MarketsNotResolverError,
  MarketsUnknownMarketError,
  MarketsWrongLengthError,
} from "../../errors/contracts/markets.ts";
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

export type ReportErrorType =
  | MarketsUnknownMarketError
  | MarketsAlreadyResolvedError
  | MarketsNotResolverError
  | MarketsWrongLengthError
  | MarketsInvalidSumError
  | WriteErrorType;

/**
 * Resolves a market, as its resolver. If that is a `Jury`, use `post` and `finalize`.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsAlreadyResolvedError} when the market is resolved.
 * @throws {MarketsNotResolverError} when the caller is not the resolver.
 * @throws {MarketsWrongLengthError} when a list has the wrong length.
 * @throws {MarketsInvalidSumError} when weights do not sum to exactly 1.
 */
export function report(client: WriteClient, parameters: ReportParameters): Promise<ReportReturnType> {
  return write(client, reportCall(parameters));
}

/** Describes {@link report} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function reportCall({ markets, market, payouts }: ReportParameters): MarketsCall<"report"> {
  return { address: markets, abi: marketsAbi, functionName: "report", args: [market, payouts] };
}

export type ParseReportLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Resolved", true>;

/** Reads the `Resolved` events of one contract out of logs. */
export function parseReportLogs({ logs, markets }: LogsOf<"markets">): ParseReportLogsReturnType {
  return parseLogs(marketsAbi, "Resolved", markets, logs);
}
