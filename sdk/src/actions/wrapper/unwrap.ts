import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { outcomeERC20Abi } from "../../abi/outcomeERC20.ts";
import type { WrapperCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type UnwrapParameters = {
  /** Address of the `OutcomeERC20` contract: see `getWrapper`. */
  readonly wrapper: Address;
  /** Wrapped tokens to burn, in units. */
  readonly amount: bigint;
  /** Account that gets the outcome tokens. */
  readonly receiver: Address;
};

export type UnwrapReturnType = Hash;

export type UnwrapErrorType = ThrownBy["unwrap"] | WriteErrorType;

/**
 * Turns wrapped tokens of the sender back into as many outcome tokens.
 * @returns Hash of the transaction.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 * @throws {OutcomeERC20InvalidReceiverError} when outcome tokens would be withdrawn to their wrapper.
 * @throws {OutcomeERC20TransferFailedError} when outcome tokens did not change hands.
 */
export async function unwrap(client: WriteClient, parameters: UnwrapParameters): Promise<UnwrapReturnType> {
  return write(client, unwrapCall(parameters));
}

/** Describes {@link unwrap} without sending it: for gas estimates or a Safe. */
export function unwrapCall(parameters: UnwrapParameters): WrapperCall<"withdraw"> {
  const { wrapper, amount, receiver } = given(parameters);
  return { address: wrapper, abi: outcomeERC20Abi, functionName: "withdraw", args: [amount, receiver] };
}

export type ParseUnwrapLogsReturnType = ParseEventLogsReturnType<typeof outcomeERC20Abi, "Withdrawn", true>;

/** Reads the `Withdrawn` events of one contract out of logs. */
export function parseUnwrapLogs({ logs, wrapper }: LogsOf<"wrapper">): ParseUnwrapLogsReturnType {
  return parseLogs(outcomeERC20Abi, "Withdrawn", wrapper, logs);
}
