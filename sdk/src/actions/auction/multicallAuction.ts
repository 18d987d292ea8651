import {
  encodeFunctionData,
  type Address,
  type ContractFunctionName,
  type EncodeFunctionDataParameters,
  type Hash,
} from "viem";

import { openingAuctionAbi } from "../../abi/openingAuction.ts";
import type { OpeningAuctionCall } from "../../internal/call.ts";
import type { WriteClient } from "../../internal/client.ts";
import { write, type WriteErrorType } from "../../internal/write.ts";

export type MulticallAuctionParameters = {
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Calls to make in one transaction, in this order. */
  readonly calls: readonly OpeningAuctionCall<ContractFunctionName<typeof openingAuctionAbi, "nonpayable">>[];
};

export type MulticallAuctionReturnType = Hash;

export type MulticallAuctionErrorType = WriteErrorType;

/**
 * Makes several calls of the auction in one transaction, for instance `permitAuctionCall` and then `commitBidCall`, or
 * reveals in several markets; all or none of them happen. Fails with the errors of the calls.
 * @returns Hash of the transaction.
 */
export function multicallAuction(
  client: WriteClient,
  parameters: MulticallAuctionParameters,
): Promise<MulticallAuctionReturnType> {
  return write(client, multicallAuctionCall(parameters));
}

/** Describes {@link multicallAuction} without sending it: for gas estimates or a Safe. */
export function multicallAuctionCall({ auction, calls }: MulticallAuctionParameters): OpeningAuctionCall<"multicall"> {
  return {
    address: auction,
    abi: openingAuctionAbi,
    functionName: "multicall",
    args: [calls.map((call) => encodeFunctionData(call as EncodeFunctionDataParameters))],
  };
}
