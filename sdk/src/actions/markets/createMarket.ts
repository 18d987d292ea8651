import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import type { MarketParams } from "../../types/marketParams.ts";
import { toAbiParams } from "../../utils/toAbiParams.ts";

export type CreateMarketParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** What the market is. */
  readonly params: MarketParams;
};

export type CreateMarketReturnType = Hash;

export type CreateMarketErrorType = ThrownBy["createMarket"] | WriteErrorType;

/**
 * Creates a market; its id is what `computeMarket` predicts for the sender. Its pool, if any, is opened by `openPool`.
 * @returns Hash of the transaction.
 * @throws {MarketsInvalidOutcomeCountError} when a market would have too few or too many outcomes.
 * @throws {MarketsInvalidAssetError} when an asset is neither a contract nor an outcome token.
 * @throws {MarketsInvalidResolverError} when a market would have no resolver.
 * @throws {MarketsInvalidOpenerError} when a market would have no opener.
 * @throws {MarketsInvalidTwapWindowError} when the TWAP window is empty or begins before time 0.
 * @throws {MarketsFeeRateTooHighError} when a fee rate is above the maximum.
 * @throws {MarketsMarketExistsError} when the caller has created the same market already.
 */
export async function createMarket(
  client: WriteClient,
  parameters: CreateMarketParameters,
): Promise<CreateMarketReturnType> {
  return write(client, createMarketCall(parameters));
}

/** Describes {@link createMarket} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function createMarketCall(parameters: CreateMarketParameters): MarketsCall<"createMarket"> {
  const { markets, params } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "createMarket", args: [toAbiParams(params)] };
}

export type ParseCreateMarketLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "MarketCreated", true>;

/** Reads the `MarketCreated` events of one contract out of logs. */
export function parseCreateMarketLogs({ logs, markets }: LogsOf<"markets">): ParseCreateMarketLogsReturnType {
  return parseLogs(marketsAbi, "MarketCreated", markets, logs);
}
