import { parseAbi, type Address, type Hash, type ParseEventLogsReturnType } from "viem";
import { waitForTransactionReceipt } from "viem/actions";

import { erc20Abi } from "../../chain/erc20.ts";
import { explained } from "../../chain/explain.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import type { ReadErrorType } from "../../chain/read.ts";
import { read } from "../../chain/read.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import { TokenRefusedError, TransactionRevertedError } from "../../errors/sending.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";
import { causesOf } from "../../utils/causes.ts";

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

export type ApproveAssetErrorType = ThrownBy["approveAsset"] | ReadErrorType | WriteErrorType;

/**
 * Lets a contract take some of an ERC-20 of the sender, if it may not take as much already. Of a token that changes an
 * allowance only from 0 (USDT) the allowance is taken back first, which is waited for.
 * @returns Hash of the transaction, to wait for; `undefined` if none was needed.
 * @throws {TokenRefusedError} when the token refuses.
 * @throws {TransactionRevertedError} when taking the allowance back was mined and reverted.
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
  if (allowance >= amount) return undefined;
  const approve = () => write(client, approveAssetCall({ asset, spender, amount }));
  try {
    return await approve();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (allowance === 0n) throw new TokenRefusedError({ token: asset, functionName: "approve", cause: error });
  }
  await takeBack(client, { asset, spender });
  return refusedBy(asset, approve());
}

/** Takes an allowance back, and waits until it is. */
async function takeBack(
  client: WriteClient,
  { asset, spender }: Omit<ApproveAssetParameters, "amount">,
): Promise<void> {
  const hash = await refusedBy(asset, write(client, approveAssetCall({ asset, spender, amount: 0n })));
  const { status } = await explained(waitForTransactionReceipt(client, { hash }));
  if (status === "reverted") throw new TransactionRevertedError({ hash });
}

async function refusedBy<T>(token: Address, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw isRefusal(error) ? new TokenRefusedError({ token, functionName: "approve", cause: error }) : error;
  }
}

/** Whether a contract has refused a call that this package does not know: of those that it does, errors have classes. */
function isRefusal(error: unknown): boolean {
  return [...causesOf(error)].some(({ name }) => name === "ContractFunctionRevertedError");
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
