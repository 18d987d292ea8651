import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type RefundAuctionParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type RefundAuctionReturnType = Hash;

export type RefundAuctionErrorType = ThrownBy["refundAuction"] | WriteErrorType;

/**
 * Pays the sponsor what opening the pool did not need of its budget; once the market is resolved also what its bid was
 * worth; all of it if the auction is void. It may be called again, and does nothing where nothing is due.
 * @returns Hash of the transaction.
 * @throws {SafeERC20FailedOperationError} when the token refuses the transfer.
 */
export async function refundAuction(
  client: WriteClient,
  parameters: RefundAuctionParameters,
): Promise<RefundAuctionReturnType> {
  return write(client, refundAuctionCall(parameters));
}

/** Describes {@link refundAuction} without sending it: for `multicallAuction`, gas estimates or a Safe. */
export function refundAuctionCall(parameters: RefundAuctionParameters): OpeningAuctionCall<"refund"> {
  const { auction, market } = given(parameters);
  return { address: auction, abi: openingAuctionAbi, functionName: "refund", args: [market] };
}

export type ParseRefundAuctionLogsReturnType = ParseEventLogsReturnType<
  typeof openingAuctionAbi,
  "SponsorRefunded",
  true
>;

/** Reads the `SponsorRefunded` events of one contract out of logs. */
export function parseRefundAuctionLogs({ logs, auction }: LogsOf<"auction">): ParseRefundAuctionLogsReturnType {
  return parseLogs(openingAuctionAbi, "SponsorRefunded", auction, logs);
}
