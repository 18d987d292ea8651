import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ChallengeEdgeParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the parent: `nodeId` of its project. */
  readonly parent: Hex;
  /** Id of the child: `nodeId` of its project. */
  readonly child: Hex;
  /** The most to pay, in units of money. */
  readonly maxStake: bigint;
};

export type ChallengeEdgeReturnType = Hash;

export type ChallengeEdgeErrorType = ThrownBy["challengeEdge"] | WriteErrorType;

/**
 * Challenges a candidate of the current round, before Trading. The sender pays half of its bond, which the registry
 * must be allowed to take: `approveAsset`.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotSealedError} when the import is not complete.
 * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
 * @throws {EdgeRegistryNotCandidateError} when an edge is no candidate of the round.
 * @throws {EdgeRegistryAlreadyChallengedError} when a candidate was challenged already.
 * @throws {EdgeRegistryAboveMaximumError} when a bond or a stake is above the caller's maximum.
 * @throws {EdgeRegistryNotReceivedError} when less money arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 */
export async function challengeEdge(
  client: WriteClient,
  parameters: ChallengeEdgeParameters,
): Promise<ChallengeEdgeReturnType> {
  return write(client, challengeEdgeCall(parameters));
}

/** Describes {@link challengeEdge} without sending it: for gas estimates or a Safe. */
export function challengeEdgeCall(parameters: ChallengeEdgeParameters): RegistryCall<"challengeEdge"> {
  const { registry, parent, child, maxStake } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "challengeEdge", args: [parent, child, maxStake] };
}

export type ParseChallengeEdgeLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "EdgeChallenged", true>;

/** Reads the `EdgeChallenged` events of one contract out of logs. */
export function parseChallengeEdgeLogs({ logs, registry }: LogsOf<"registry">): ParseChallengeEdgeLogsReturnType {
  return parseLogs(edgeRegistryAbi, "EdgeChallenged", registry, logs);
}
