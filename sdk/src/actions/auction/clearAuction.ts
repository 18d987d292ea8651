import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ClearAuctionParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type ClearAuctionReturnType = Hash;

export type ClearAuctionErrorType = ThrownBy["clearAuction"] | WriteErrorType;

/**
 * Opens the pool at the clearing price and splits the full sets for all claims. Anyone may call it, from `opensAt` on.
 * @returns Hash of the transaction.
 * @throws {OpeningAuctionWrongPhaseError} when reveals have not ended, or it was cleared, or is void.
 */
export async function clearAuction(
  client: WriteClient,
  parameters: ClearAuctionParameters,
): Promise<ClearAuctionReturnType> {
  return write(client, clearAuctionCall(parameters));
}

/** Describes {@link clearAuction} without sending it: for `multicallAuction`, gas estimates or a Safe. */
export function clearAuctionCall(parameters: ClearAuctionParameters): OpeningAuctionCall<"clear"> {
  const { auction, market } = given(parameters);
  return { address: auction, abi: openingAuctionAbi, functionName: "clear", args: [market] };
}

export type ParseClearAuctionLogsReturnType = ParseEventLogsReturnType<
  typeof openingAuctionAbi,
  "AuctionCleared",
  true
>;

/** Reads the `AuctionCleared` events of one contract out of logs. */
export function parseClearAuctionLogs({ logs, auction }: LogsOf<"auction">): ParseClearAuctionLogsReturnType {
  return parseLogs(openingAuctionAbi, "AuctionCleared", auction, logs);
}
