import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type RedeemParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Ids of the tokens: see `longId`, `shortId`, `sharesId`, `foundingSharesId`. */
  readonly ids: readonly bigint[];
  /** How much of each, in units. */
  readonly amounts: readonly bigint[];
  /** Account that gets the assets. */
  readonly receiver: Address;
};

export type RedeemReturnType = Hash;

export type RedeemErrorType = ThrownBy["redeem"] | WriteErrorType;

/**
 * Burns tokens and shares of resolved markets and pays each market's asset, rounded down once for each run of
 * neighbouring ids of one market.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoIdsError} when there are no ids to redeem.
 * @throws {MarketsWrongLengthError} when a list has the wrong length.
 * @throws {MarketsNotResolvedError} when a market is not resolved yet.
 * @throws {MarketsInvalidIdError} when an id is not a token of a market that can be redeemed.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
 */
export async function redeem(client: WriteClient, parameters: RedeemParameters): Promise<RedeemReturnType> {
  return write(client, redeemCall(parameters));
}

/** Describes {@link redeem} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function redeemCall(parameters: RedeemParameters): MarketsCall<"redeem"> {
  const { markets, ids, amounts, receiver } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "redeem", args: [ids, amounts, receiver] };
}

export type ParseRedeemLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Redeemed", true>;

/** Reads the `Redeemed` events of one contract out of logs. */
export function parseRedeemLogs({ logs, markets }: LogsOf<"markets">): ParseRedeemLogsReturnType {
  return parseLogs(marketsAbi, "Redeemed", markets, logs);
}
