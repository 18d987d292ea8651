import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type OptOutParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

export type OptOutReturnType = Hash;

export type OptOutErrorType = ThrownBy["optOut"] | WriteErrorType;

/**
 * Takes a project out of the game, for ever, from the next round, as its maintainer.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
 * @throws {EdgeRegistryOptedOutError} when a project opted out.
 */
export async function optOut(client: WriteClient, parameters: OptOutParameters): Promise<OptOutReturnType> {
  return write(client, optOutCall(parameters));
}

/** Describes {@link optOut} without sending it: for gas estimates or a Safe. */
export function optOutCall(parameters: OptOutParameters): RegistryCall<"optOut"> {
  const { registry, node } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "optOut", args: [node] };
}

export type ParseOptOutLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "OptedOut", true>;

/** Reads the `OptedOut` events of one contract out of logs. */
export function parseOptOutLogs({ logs, registry }: LogsOf<"registry">): ParseOptOutLogsReturnType {
  return parseLogs(edgeRegistryAbi, "OptedOut", registry, logs);
}
