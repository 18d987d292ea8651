import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { outcomeERC20Abi } from "../../abi/outcomeERC20.ts";
import type { WrapperCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type WrapParameters = {
  /** Address of the `OutcomeERC20` contract: see `getWrapper`. */
  readonly wrapper: Address;
  /** Outcome tokens to wrap, in units. */
  readonly amount: bigint;
  /** Account that gets the ERC-20. */
  readonly receiver: Address;
};

export type WrapReturnType = Hash;

export type WrapErrorType = ThrownBy["wrap"] | WriteErrorType;

/**
 * Turns outcome tokens of the sender into as many ERC-20 ones. Allow the wrapper to take them first: `approveOutcome`
 * or `setOperator`.
 * @returns Hash of the transaction.
 * @throws {ERC6909InsufficientAllowanceError} when a spender may not move that much of an outcome token.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {OutcomeERC20TransferFailedError} when outcome tokens did not change hands.
 */
export async function wrap(client: WriteClient, parameters: WrapParameters): Promise<WrapReturnType> {
  return write(client, wrapCall(parameters));
}

/** Describes {@link wrap} without sending it: for gas estimates or a Safe. */
export function wrapCall(parameters: WrapParameters): WrapperCall<"deposit"> {
  const { wrapper, amount, receiver } = given(parameters);
  return { address: wrapper, abi: outcomeERC20Abi, functionName: "deposit", args: [amount, receiver] };
}

export type ParseWrapLogsReturnType = ParseEventLogsReturnType<typeof outcomeERC20Abi, "Deposited", true>;

/** Reads the `Deposited` events of one contract out of logs. */
export function parseWrapLogs({ logs, wrapper }: LogsOf<"wrapper">): ParseWrapLogsReturnType {
  return parseLogs(outcomeERC20Abi, "Deposited", wrapper, logs);
}
