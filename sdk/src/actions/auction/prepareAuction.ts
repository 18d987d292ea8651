import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import { sponsorBudget } from "../../auction/bids.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type PrepareAuctionParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market, which the sender created with the auction as its `opener`. */
  readonly market: bigint;
  /** The market's `context`: with it the id proves who created the market. */
  readonly context: Hex;
  /** Base rates, in WAD, summing to exactly 1e18: the opening prices if nobody bids. */
  readonly prices: readonly bigint[];
  /** Liquidity of the pool, and budget of the sponsor's bid, in units. */
  readonly b: bigint;
  /** What the sponsor gives, in units; by default the least: `sponsorBudget(b)`. What opening does not need comes back. */
  readonly budget?: bigint | undefined;
  /** When reveals end and the pool can open, in unix seconds. Commitments end halfway from now. */
  readonly opensAt: bigint;
};

export type PrepareAuctionReturnType = Hash;

export type PrepareAuctionErrorType = ThrownBy["prepareAuction"] | WriteErrorType;

/**
 * Prepares the auction of a market that the sender created, and bids b on the base rates. The auction must be allowed
 * to take the budget: `approveAsset` with it as the `spender`; for an outcome token `approveOutcome` or `setOperator`.
 * @returns Hash of the transaction.
 * @throws {OpeningAuctionNotCreatorError} when the sender did not create the market with the auction as its opener.
 * @throws {OpeningAuctionExistsError} when the auction was prepared before.
 * @throws {OpeningAuctionOpensTooSoonError} when there would be no hour to commit and another one to reveal.
 * @throws {OpeningAuctionOpensTooLateError} when the pool would open when trading has ended.
 * @throws {OpeningAuctionWrongLengthError} when there is not one number for each outcome.
 * @throws {OpeningAuctionLiquidityTooLowError} when b is below what a pool needs.
 * @throws {OpeningAuctionTooMuchMoneyError} when the auction would hold more than a market can.
 * @throws {OpeningAuctionBudgetTooSmallError} when the budget is below what opening can cost.
 * @throws {OpeningAuctionPriceTooLowError} when the sponsor's bid would hold less than one unit of an outcome.
 * @throws {MarketsInvalidSumError} when the weights do not sum to exactly 1.
 * @throws {OpeningAuctionNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when the auction may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when the sender has too little of an ERC-20.
 * @throws {ERC6909InsufficientAllowanceError} when the auction may not take that much of an outcome token.
 * @throws {ERC6909InsufficientBalanceError} when the sender has too few outcome tokens.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 */
export async function prepareAuction(
  client: WriteClient,
  parameters: PrepareAuctionParameters,
): Promise<PrepareAuctionReturnType> {
  return write(client, prepareAuctionCall(parameters));
}

/** Describes {@link prepareAuction} without sending it: for `multicallAuction`, gas estimates or a Safe. */
export function prepareAuctionCall(parameters: PrepareAuctionParameters): OpeningAuctionCall<"prepare"> {
  const { auction, market, context, prices, b, budget = sponsorBudget(b), opensAt } = given(parameters, "budget");
  const args = [market, context, prices, b, budget, opensAt] as const;
  return { address: auction, abi: openingAuctionAbi, functionName: "prepare", args };
}

export type ParsePrepareAuctionLogsReturnType = ParseEventLogsReturnType<
  typeof openingAuctionAbi,
  "AuctionPrepared",
  true
>;

/** Reads the `AuctionPrepared` events of one contract out of logs. */
export function parsePrepareAuctionLogs({ logs, auction }: LogsOf<"auction">): ParsePrepareAuctionLogsReturnType {
  return parseLogs(openingAuctionAbi, "AuctionPrepared", auction, logs);
}
