import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type RaiseLevelParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
  /** Id of the parent: `nodeId` of its project. */
  readonly parent: Hex;
  /** How many levels below the parent, 1 to 256; by default 1. */
  readonly steps?: bigint | undefined;
};

export type RaiseLevelReturnType = Hash;

export type RaiseLevelErrorType = ThrownBy["raiseLevel"] | WriteErrorType;

/**
 * Puts a node below another, so that an edge between them can be proposed.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotSealedError} when the import is not complete.
 * @throws {EdgeRegistryUnknownNodeError} when a node is not in the graph.
 * @throws {EdgeRegistryInvalidStepsError} when a node is raised by an impossible number of levels.
 * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
 */
export async function raiseLevel(client: WriteClient, parameters: RaiseLevelParameters): Promise<RaiseLevelReturnType> {
  return write(client, raiseLevelCall(parameters));
}

/** Describes {@link raiseLevel} without sending it: for gas estimates or a Safe. */
export function raiseLevelCall(parameters: RaiseLevelParameters): RegistryCall<"raiseLevel"> {
  const { registry, node, parent, steps = 1n } = given(parameters, "steps");
  return { address: registry, abi: edgeRegistryAbi, functionName: "raiseLevel", args: [node, parent, steps] };
}

export type ParseRaiseLevelLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "LevelRaised", true>;

/** Reads the `LevelRaised` events of one contract out of logs. */
export function parseRaiseLevelLogs({ logs, registry }: LogsOf<"registry">): ParseRaiseLevelLogsReturnType {
  return parseLogs(edgeRegistryAbi, "LevelRaised", registry, logs);
}
