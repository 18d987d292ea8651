import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type SealParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
};

export type SealReturnType = Hash;

export type SealErrorType = ThrownBy["seal"] | WriteErrorType;

/**
 * Ends the import of the genesis, as its deployer.
 * @returns Hash of the transaction.
 * @throws {ConnectedNotDeployerError} when the caller is not the deployer.
 * @throws {EdgeRegistryAlreadySealedError} when the import is complete already.
 * @throws {EdgeRegistryWrongRootError} when the import is not what the deployment committed to.
 * @throws {EdgeRegistryWrongOrderError} when an import is out of order.
 */
export async function seal(client: WriteClient, parameters: SealParameters): Promise<SealReturnType> {
  return write(client, sealCall(parameters));
}

/** Describes {@link seal} without sending it: for gas estimates or a Safe. */
export function sealCall(parameters: SealParameters): RegistryCall<"seal"> {
  const { registry } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "seal", args: [] };
}

export type ParseSealLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "Sealed", true>;

/** Reads the `Sealed` events of one contract out of logs. */
export function parseSealLogs({ logs, registry }: LogsOf<"registry">): ParseSealLogsReturnType {
  return parseLogs(edgeRegistryAbi, "Sealed", registry, logs);
}
