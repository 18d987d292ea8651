import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type VetoParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
};

export type VetoReturnType = Hash;

export type VetoErrorType = ThrownBy["veto"] | WriteErrorType;

/**
 * Vetoes an attestation that waits, as the maintainer in office.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
 * @throws {EdgeRegistryNothingToVetoError} when no attestation waits.
 */
export async function veto(client: WriteClient, parameters: VetoParameters): Promise<VetoReturnType> {
  return write(client, vetoCall(parameters));
}

/** Describes {@link veto} without sending it: for gas estimates or a Safe. */
export function vetoCall(parameters: VetoParameters): RegistryCall<"veto"> {
  const { registry, node } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "veto", args: [node] };
}

export type ParseVetoLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "Vetoed", true>;

/** Reads the `Vetoed` events of one contract out of logs. */
export function parseVetoLogs({ logs, registry }: LogsOf<"registry">): ParseVetoLogsReturnType {
  return parseLogs(edgeRegistryAbi, "Vetoed", registry, logs);
}
