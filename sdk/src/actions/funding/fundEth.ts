import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { fundingPoolAbi } from "../../abi/fundingPool.ts";
import type { FundingPoolPayableCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type FundEthParameters = {
  /** Address of the `FundingPool` contract. */
  readonly fundingPool: Address;
  /** Wei to give. */
  readonly amount: bigint;
};

export type FundEthReturnType = Hash;

export type FundEthErrorType = ThrownBy["fundEth"] | WriteErrorType;

/**
 * Gives ether to the projects. A plain transfer does the same; with little gas it waits for `record`.
 * @returns Hash of the transaction.
 * @throws {FundingPoolNothingReceivedError} when nothing arrives.
 * @throws {FundingPoolNotConnectedError} when the funding pool is not connected to its rounds yet.
 */
export async function fundEth(client: WriteClient, parameters: FundEthParameters): Promise<FundEthReturnType> {
  return write(client, fundEthCall(parameters));
}

/** Describes {@link fundEth} without sending it: for gas estimates or a Safe. */
export function fundEthCall(parameters: FundEthParameters): FundingPoolPayableCall<"fundETH"> {
  const { fundingPool, amount } = given(parameters);
  return { address: fundingPool, abi: fundingPoolAbi, functionName: "fundETH", args: [], value: amount };
}

export type ParseFundEthLogsReturnType = ParseEventLogsReturnType<typeof fundingPoolAbi, "Funded", true>;

/** Reads the `Funded` events of one contract out of logs. */
export function parseFundEthLogs({ logs, fundingPool }: LogsOf<"fundingPool">): ParseFundEthLogsReturnType {
  return parseLogs(fundingPoolAbi, "Funded", fundingPool, logs);
}
