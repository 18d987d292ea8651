import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { outcomeERC20FactoryAbi } from "../../abi/outcomeERC20Factory.ts";
import type { FactoryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type CreateWrapperParameters = {
  /** Address of the `OutcomeERC20Factory` contract. */
  readonly factory: Address;
  /** Id of the token to wrap. */
  readonly id: bigint;
};

export type CreateWrapperReturnType = Hash;

export type CreateWrapperErrorType = ThrownBy["createWrapper"] | WriteErrorType;

/**
 * Creates the ERC-20 of an outcome token, at the address that `getWrapper` predicts; without effect if it exists.
 * @returns Hash of the transaction.
 * @throws {FailedDeploymentError} when a deployment failed.
 */
export async function createWrapper(
  client: WriteClient,
  parameters: CreateWrapperParameters,
): Promise<CreateWrapperReturnType> {
  return write(client, createWrapperCall(parameters));
}

/** Describes {@link createWrapper} without sending it: for gas estimates or a Safe. */
export function createWrapperCall(parameters: CreateWrapperParameters): FactoryCall<"create"> {
  const { factory, id } = given(parameters);
  return { address: factory, abi: outcomeERC20FactoryAbi, functionName: "create", args: [id] };
}

export type ParseCreateWrapperLogsReturnType = ParseEventLogsReturnType<
  typeof outcomeERC20FactoryAbi,
  "WrapperCreated",
  true
>;

/** Reads the `WrapperCreated` events of one contract out of logs. */
export function parseCreateWrapperLogs({ logs, factory }: LogsOf<"factory">): ParseCreateWrapperLogsReturnType {
  return parseLogs(outcomeERC20FactoryAbi, "WrapperCreated", factory, logs);
}
