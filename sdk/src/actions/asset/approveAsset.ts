import { parseAbi, type Address, type Hash, type ParseEventLogsReturnType } from "viem";

import { erc20Abi } from "../../chain/erc20.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import { read } from "../../chain/read.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { WriteClient } from "../../types/client.ts";

const approvalAbi = parseAbi(["event Approval(address indexed owner, address indexed spender, uint256 value)"]);

export type ApproveAssetParameters = {
  /** Address of the ERC-20. */
  readonly asset: Address;
  /** Contract that may take it: `Markets`, or a `Jury` for a stake. */
  readonly spender: Address;
  /** What it must be allowed to take, in units. */
  readonly amount: bigint;
};

/** Hash of the transaction; `undefined` if the allowance suffices and nothing was sent. */
export type ApproveAssetReturnType = Hash | undefined;

export type ApproveAssetErrorType = ReadErrorType | WriteErrorType;

/**
 * Lets a contract take some of an ERC-20 of the sender, if it may not take as much already.
 * @returns Hash of the transaction, to wait for; `undefined` if none was needed.
 */
export async function approveAsset(
  client: WriteClient,
  parameters: ApproveAssetParameters,
): Promise<ApproveAssetReturnType> {
  const { asset, spender, amount } = given(parameters);
  const allowance = await read(client, {
    address: asset,
    abi: erc20Abi,
    functionName: "allowance",
    args: [client.account.address, spender],
  });
  return allowance >= amount ? undefined : write(client, approveAssetCall(parameters));
}

/** Describes the approval of {@link approveAsset} without sending it: for a Safe. */
export function approveAssetCall(parameters: ApproveAssetParameters) {
  const { asset, spender, amount } = given(parameters);
  return { address: asset, abi: erc20Abi, functionName: "approve", args: [spender, amount] } as const;
}

export type ParseApproveAssetLogsReturnType = ParseEventLogsReturnType<typeof approvalAbi, "Approval", true>;

/** Reads the `Approval` events of one ERC-20 out of logs. */
export function parseApproveAssetLogs({ logs, asset }: LogsOf<"asset">): ParseApproveAssetLogsReturnType {
  return parseLogs(approvalAbi, "Approval", asset, logs);
}
