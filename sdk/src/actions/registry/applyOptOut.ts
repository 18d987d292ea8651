import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ApplyOptOutParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the parent: `nodeId` of its project. */
  readonly parent: Hex;
  /** Id of the child: `nodeId` of its project. */
  readonly child: Hex;
};

export type ApplyOptOutReturnType = Hash;

export type ApplyOptOutErrorType = ThrownBy["applyOptOut"] | WriteErrorType;

/**
 * Takes a project that opted out off a list: of the target and of seeds in Registration, of other nodes from Opening
 * to the end of the Challenge phase. Anyone may do it.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotSealedError} when the import is not complete.
 * @throws {EdgeRegistryNotOptedOutError} when a project did not opt out, or only for a later round.
 * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
 * @throws {EdgeRegistryNotChildError} when a node is not a child that could be taken off.
 * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
 * @throws {EdgeRegistryHasMarketError} when a node's weights are what its market says.
 */
export async function applyOptOut(
  client: WriteClient,
  parameters: ApplyOptOutParameters,
): Promise<ApplyOptOutReturnType> {
  return write(client, applyOptOutCall(parameters));
}

/** Describes {@link applyOptOut} without sending it: for gas estimates or a Safe. */
export function applyOptOutCall(parameters: ApplyOptOutParameters): RegistryCall<"applyOptOut"> {
  const { registry, parent, child } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "applyOptOut", args: [parent, child] };
}

export type ParseApplyOptOutLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "OptOutApplied", true>;

/** Reads the `OptOutApplied` events of one contract out of logs. */
export function parseApplyOptOutLogs({ logs, registry }: LogsOf<"registry">): ParseApplyOptOutLogsReturnType {
  return parseLogs(edgeRegistryAbi, "OptOutApplied", registry, logs);
}
