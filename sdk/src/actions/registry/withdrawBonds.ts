import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type WithdrawBondsParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Account that gets the money. */
  readonly receiver: Address;
};

export type WithdrawBondsReturnType = Hash;

export type WithdrawBondsErrorType = ThrownBy["withdrawBonds"] | WriteErrorType;

/**
 * Pays the sender's credits: bonds and stakes that came back, and rewards.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNothingToWithdrawError} when an account has no credits.
 */
export async function withdrawBonds(
  client: WriteClient,
  parameters: WithdrawBondsParameters,
): Promise<WithdrawBondsReturnType> {
  return write(client, withdrawBondsCall(parameters));
}

/** Describes {@link withdrawBonds} without sending it: for gas estimates or a Safe. */
export function withdrawBondsCall(parameters: WithdrawBondsParameters): RegistryCall<"withdraw"> {
  const { registry, receiver } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "withdraw", args: [receiver] };
}

export type ParseWithdrawBondsLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "Withdrawn", true>;

/** Reads the `Withdrawn` events of one contract out of logs. */
export function parseWithdrawBondsLogs({ logs, registry }: LogsOf<"registry">): ParseWithdrawBondsLogsReturnType {
  return parseLogs(edgeRegistryAbi, "Withdrawn", registry, logs);
}
