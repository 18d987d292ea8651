import type { Address, ContractFunctionName, Hash } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolCall } from "../../chain/contractCalls.ts";
import { encodeCalls } from "../../chain/encodeCalls.ts";
import { given } from "../../chain/given.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type MulticallFundingParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Calls to make in one transaction, in this order; none may bring ether. */
  readonly calls: readonly FundingPoolCall<ContractFunctionName<typeof fundingPoolAbi, "nonpayable">>[];
};

export type MulticallFundingReturnType = Hash;

export type MulticallFundingErrorType = ThrownBy["multicallFunding"] | WriteErrorType;

/**
 * Makes several calls of the funding pool in one transaction, for instance `pullManyCall` and then `claimCall`; all or
 * none of them happen.
 * @returns Hash of the transaction.
 * @throws {ContractError} of the call that fails.
 * @throws {InvalidParameterError} when a call is for another contract.
 */
export async function multicallFunding(
  client: WriteClient,
  parameters: MulticallFundingParameters,
): Promise<MulticallFundingReturnType> {
  return write(client, multicallFundingCall(parameters));
}

/**
 * Describes {@link multicallFunding} without sending it: for gas estimates or a Safe.
 * @throws {InvalidParameterError} when a call is for another contract.
 */
export function multicallFundingCall(parameters: MulticallFundingParameters): FundingPoolCall<"multicall"> {
  const { fundingPool, calls } = given(parameters);
  return {
    address: fundingPool,
    abi: fundingPoolAbi,
    functionName: "multicall",
    args: [encodeCalls(fundingPool, calls)],
  };
}
