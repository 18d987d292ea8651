import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";
import { getChainId } from "viem/actions";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import { commitmentOf } from "../../auction/commitment.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { explained } from "../../chain/explain.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { read, type ReadErrorType } from "../../chain/read.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import { DepositTooSmallError } from "../../errors/auction.ts";
import { LengthMismatchError } from "../../errors/math.ts";
import { InvalidBudgetError } from "../../errors/strategy.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import { max } from "../../math/rounding.ts";
import type { WriteClient } from "../../types/client.ts";

export type CommitBidParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** B, in units of the market's asset. */
  readonly budget: bigint;
  /** One for each outcome, in WAD, summing to exactly 1e18: `bidFromCsv`, for instance. */
  readonly weights: readonly bigint[];
  /** 32 secret bytes, needed to reveal: `deriveBidSalt`, or `randomSalt`, which must be kept. */
  readonly salt: Hex;
  /** Units to add to the deposit; by default what is missing of the budget. More hides how much the bid is for. */
  readonly deposit?: bigint | undefined;
  /**
   * At most 4,096 bytes that are emitted with the commitment, for anyone to read: the bid, encrypted for oneself, so that
   * a key is enough to reveal it. None by default.
   */
  readonly note?: Hex | undefined;
};

/** A commitment, as `commitmentOf` computes it. */
export type CommitBidCallParameters = Pick<CommitBidParameters, "auction" | "market"> & {
  readonly commitment: Hex;
  /** Units to add to the deposit. All deposits together must be at least the budget. */
  readonly deposit: bigint;
  readonly note?: Hex | undefined;
};

export type CommitBidReturnType = Hash;

export type CommitBidErrorType = ThrownBy["commitBid"] | ReadErrorType | WriteErrorType;

/**
 * Commits the sender to a bid, or replaces its commitment; only the hash is sent. What could never be revealed, and so
 * would cost half of the deposit, is refused here. The auction must be allowed to take the deposit: `approveAsset` with
 * it as the `spender`, `permitAuction`; for an outcome token `approveOutcome` or `setOperator`.
 * @returns Hash of the transaction.
 * @throws {InvalidBudgetError} when the budget is not positive.
 * @throws {InvalidWeightsError} when a weight is negative.
 * @throws {InvalidSumError} when the weights do not sum to exactly 1.
 * @throws {LengthMismatchError} when there is not one weight for each outcome.
 * @throws {DepositTooSmallError} when the bid would be for more than its deposit.
 * @throws {OpeningAuctionWrongPhaseError} when commitments have ended, or there is no auction.
 * @throws {OpeningAuctionNoteTooLongError} when the note is longer than 4,096 bytes.
 * @throws {OpeningAuctionTooMuchMoneyError} when the auction would hold more than a market can.
 * @throws {OpeningAuctionNotReceivedError} when less of the asset arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when the auction may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when the sender has too little of an ERC-20.
 * @throws {ERC6909InsufficientAllowanceError} when the auction may not take that much of an outcome token.
 * @throws {ERC6909InsufficientBalanceError} when the sender has too few outcome tokens.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 */
export async function commitBid(client: WriteClient, parameters: CommitBidParameters): Promise<CommitBidReturnType> {
  const { auction, market, budget, weights, salt } = given(parameters);
  if (budget <= 0n) throw new InvalidBudgetError({ budget });
  const contract = { address: auction, abi: openingAuctionAbi } as const;
  const bidder = client.account.address;
  const [chainId, bid, money] = await Promise.all([
    explained(getChainId(client)),
    read(client, { ...contract, functionName: "getBid", args: [market, bidder] }),
    read(client, { ...contract, functionName: "moneyOf", args: [market] }),
  ]);
  if (weights.length !== money.length) {
    throw new LengthMismatchError({ what: "Weights", expected: money.length, actual: weights.length });
  }
  const deposit = parameters.deposit ?? max(budget - bid.deposit, 0n);
  if (budget > bid.deposit + deposit) throw new DepositTooSmallError({ budget, deposit: bid.deposit + deposit });
  const commitment = commitmentOf({ chainId, auction, market, bidder, budget, weights, salt });
  return write(client, commitBidCall({ auction, market, commitment, deposit, note: parameters.note }));
}

/**
 * Describes a commitment without sending it: for `multicallAuction` (with a permit), gas estimates or a Safe. Nothing
 * is checked: see {@link commitBid}.
 */
export function commitBidCall(parameters: CommitBidCallParameters): OpeningAuctionCall<"commit"> {
  const { auction, market, commitment, deposit, note = "0x" } = given(parameters, "note");
  const args = [market, commitment, deposit, note] as const;
  return { address: auction, abi: openingAuctionAbi, functionName: "commit", args };
}

export type ParseCommitBidLogsReturnType = ParseEventLogsReturnType<typeof openingAuctionAbi, "BidCommitted", true>;

/** Reads the `BidCommitted` events of one contract out of logs. */
export function parseCommitBidLogs({ logs, auction }: LogsOf<"auction">): ParseCommitBidLogsReturnType {
  return parseLogs(openingAuctionAbi, "BidCommitted", auction, logs);
}
