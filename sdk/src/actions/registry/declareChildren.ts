import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type DeclareChildrenParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
  /** Ids of the children, at most 128; none: the node keeps all of its credit. */
  readonly children: readonly Hex[];
  /** Their weights, in WAD, sum exactly 1e18. */
  readonly weights: readonly bigint[];
  /** What the node keeps of its credit, in WAD. */
  readonly originality: bigint;
};

export type DeclareChildrenReturnType = Hash;

export type DeclareChildrenErrorType = ThrownBy["declareChildren"] | WriteErrorType;

/**
 * Sets the children of a node that has no market, as its maintainer, in Registration.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
 * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
 * @throws {EdgeRegistryUnknownNodeError} when a node is not in the graph.
 * @throws {EdgeRegistryHasMarketError} when a node's weights are what its market says.
 * @throws {EdgeRegistryAlreadyDeclaredError} when a node declared in the round already.
 * @throws {EdgeRegistryOptedOutError} when a project opted out.
 * @throws {EdgeRegistryWrongLengthError} when lists that belong together differ in length, or are too long.
 * @throws {EdgeRegistryZeroWeightError} when a child has no weight.
 * @throws {EdgeRegistryInvalidSumError} when weights do not sum to exactly 1.
 * @throws {EdgeRegistryInvalidChildError} when a node cannot be a child there.
 * @throws {EdgeRegistryDuplicateChildError} when a child is on the list already.
 * @throws {EdgeRegistryInvalidOriginalityError} when an originality is out of bounds.
 * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
 * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
 */
export async function declareChildren(
  client: WriteClient,
  parameters: DeclareChildrenParameters,
): Promise<DeclareChildrenReturnType> {
  return write(client, declareChildrenCall(parameters));
}

/** Describes {@link declareChildren} without sending it: for gas estimates or a Safe. */
export function declareChildrenCall(parameters: DeclareChildrenParameters): RegistryCall<"declareChildren"> {
  const { registry, node, children, weights, originality } = given(parameters);
  return {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "declareChildren",
    args: [node, children, weights, originality],
  };
}

export type ParseDeclareChildrenLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "ListWritten", true>;

/** Reads the `ListWritten` events of one contract out of logs. */
export function parseDeclareChildrenLogs({ logs, registry }: LogsOf<"registry">): ParseDeclareChildrenLogsReturnType {
  return parseLogs(edgeRegistryAbi, "ListWritten", registry, logs);
}
