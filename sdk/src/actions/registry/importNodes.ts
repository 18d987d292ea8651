import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { NodeImport } from "../../graph/genesis.ts";
import type { WriteClient } from "../../types/client.ts";

export type ImportNodesParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Nodes, parents before children that are parents themselves. */
  readonly nodes: readonly NodeImport[];
};

export type ImportNodesReturnType = Hash;

export type ImportNodesErrorType = ThrownBy["importNodes"] | WriteErrorType;

/**
 * Imports nodes of the genesis, as its deployer. `genesis` makes them, in order and in chunks.
 * @returns Hash of the transaction.
 * @throws {ConnectedNotDeployerError} when the caller is not the deployer.
 * @throws {EdgeRegistryAlreadySealedError} when the import is complete already.
 * @throws {EdgeRegistryWrongOrderError} when an import is out of order.
 * @throws {EdgeRegistryWrongLengthError} when lists that belong together differ in length, or are too long.
 * @throws {EdgeRegistryInvalidSumError} when weights do not sum to exactly 1.
 * @throws {EdgeRegistryZeroWeightError} when a child has no weight.
 * @throws {EdgeRegistryDuplicateChildError} when a child is on the list already.
 * @throws {EdgeRegistryInvalidChildError} when a node cannot be a child there.
 * @throws {EdgeRegistryInvalidOriginalityError} when an originality is out of bounds.
 * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
 */
export async function importNodes(
  client: WriteClient,
  parameters: ImportNodesParameters,
): Promise<ImportNodesReturnType> {
  return write(client, importNodesCall(parameters));
}

/** Describes {@link importNodes} without sending it: for gas estimates or a Safe. */
export function importNodesCall(parameters: ImportNodesParameters): RegistryCall<"importNodes"> {
  const { registry, nodes } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "importNodes", args: [nodes.map(toArgument)] };
}

function toArgument({ node, originality, children, weights }: NodeImport) {
  return { node, originality, children, weights };
}

export type ParseImportNodesLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "ListWritten", true>;

/** Reads the `ListWritten` events of one contract out of logs. */
export function parseImportNodesLogs({ logs, registry }: LogsOf<"registry">): ParseImportNodesLogsReturnType {
  return parseLogs(edgeRegistryAbi, "ListWritten", registry, logs);
}
