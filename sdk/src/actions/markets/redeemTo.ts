import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type RedeemToParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Ids of the tokens: see `longId`, `shortId`, `sharesId`, `foundingSharesId`. */
  readonly ids: readonly bigint[];
  /** How much of each, in units. */
  readonly amounts: readonly bigint[];
  /** Account that gets the ERC-20. */
  readonly receiver: Address;
};

export type RedeemToReturnType = Hash;

export type RedeemToErrorType = ThrownBy["redeemTo"] | WriteErrorType;

/**
 * Burns tokens and shares and pays the base ERC-20 through any nesting of markets, rounded down at each level. Tokens
 * over an asset that pays 0 are burnt for nothing.
 * @returns Hash of the transaction.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoIdsError} when there are no ids to redeem.
 * @throws {MarketsWrongLengthError} when a list has the wrong length.
 * @throws {MarketsNotResolvedError} when a market is not resolved yet.
 * @throws {MarketsInvalidIdError} when an id is not a token of a market that can be redeemed.
 * @throws {MarketsDifferentBaseAssetError} when ids lead to more than one ERC-20.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {MarketsAssetOverchargedError} when a payment took more from `Markets` than was paid.
 */
export async function redeemTo(client: WriteClient, parameters: RedeemToParameters): Promise<RedeemToReturnType> {
  return write(client, redeemToCall(parameters));
}

/** Describes {@link redeemTo} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function redeemToCall(parameters: RedeemToParameters): MarketsCall<"redeemTo"> {
  const { markets, ids, amounts, receiver } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "redeemTo", args: [ids, amounts, receiver] };
}

export type ParseRedeemToLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Redeemed", true>;

/** Reads the `Redeemed` events of one contract out of logs. */
export function parseRedeemToLogs({ logs, markets }: LogsOf<"markets">): ParseRedeemToLogsReturnType {
  return parseLogs(marketsAbi, "Redeemed", markets, logs);
}
