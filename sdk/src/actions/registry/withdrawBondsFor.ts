import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type WithdrawBondsForParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Whose credits to pay. */
  readonly account: Address;
};

export type WithdrawBondsForReturnType = Hash;

export type WithdrawBondsForErrorType = ThrownBy["withdrawBondsFor"] | WriteErrorType;

/**
 * Pays an account's credits to it. Anyone may do it.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNothingToWithdrawError} when an account has no credits.
 */
export async function withdrawBondsFor(
  client: WriteClient,
  parameters: WithdrawBondsForParameters,
): Promise<WithdrawBondsForReturnType> {
  return write(client, withdrawBondsForCall(parameters));
}

/** Describes {@link withdrawBondsFor} without sending it: for gas estimates or a Safe. */
export function withdrawBondsForCall(parameters: WithdrawBondsForParameters): RegistryCall<"withdrawFor"> {
  const { registry, account } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "withdrawFor", args: [account] };
}

export type ParseWithdrawBondsForLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "Withdrawn", true>;

/** Reads the `Withdrawn` events of one contract out of logs. */
export function parseWithdrawBondsForLogs({ logs, registry }: LogsOf<"registry">): ParseWithdrawBondsForLogsReturnType {
  return parseLogs(edgeRegistryAbi, "Withdrawn", registry, logs);
}
