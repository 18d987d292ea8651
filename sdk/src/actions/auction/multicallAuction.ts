import type { Address, ContractFunctionName, Hash } from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../chain/contractCalls.ts";
import { encodeCalls } from "../../chain/encodeCalls.ts";
import { given } from "../../chain/given.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type MulticallAuctionParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Calls to make in one transaction, in this order. */
  readonly calls: readonly OpeningAuctionCall<ContractFunctionName<typeof openingAuctionAbi, "nonpayable">>[];
};

export type MulticallAuctionReturnType = Hash;

export type MulticallAuctionErrorType = ThrownBy["multicallAuction"] | WriteErrorType;

/**
 * Makes several calls of the auction in one transaction, for instance `permitAuctionCall` and then `commitBidCall`, or
 * reveals in several markets; all or none of them happen.
 * @returns Hash of the transaction.
 * @throws {ContractError} of the call that fails.
 * @throws {InvalidParameterError} when a call is for another contract.
 */
export async function multicallAuction(
  client: WriteClient,
  parameters: MulticallAuctionParameters,
): Promise<MulticallAuctionReturnType> {
  return write(client, multicallAuctionCall(parameters));
}

/**
 * Describes {@link multicallAuction} without sending it: for gas estimates or a Safe.
 * @throws {InvalidParameterError} when a call is for another contract.
 */
export function multicallAuctionCall(parameters: MulticallAuctionParameters): OpeningAuctionCall<"multicall"> {
  const { auction, calls } = given(parameters);
  return {
    address: auction,
    abi: openingAuctionAbi,
    functionName: "multicall",
    args: [encodeCalls(auction, calls)],
  };
}
