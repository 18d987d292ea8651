import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import { canonicalProject } from "../../csv/project.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ProposeEdgeParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the parent: `nodeId` of its project. */
  readonly parent: Hex;
  /** URL of the project in any spelling: the canonical one is proposed. */
  readonly project: string;
  /** Its base rate, in WAD: 1e-5 to 1/64. */
  readonly rate: bigint;
  /** The most to pay, in units of money. */
  readonly maxBond: bigint;
};

export type ProposeEdgeReturnType = Hash;

export type ProposeEdgeErrorType = ThrownBy["proposeEdge"] | WriteErrorType;

/**
 * Proposes an edge for the current round, in Registration. The sender pays the bond, which the registry must be
 * allowed to take: `approveAsset`; `getBond` says how much.
 * @returns Hash of the transaction.
 * @throws {InvalidProjectError} when the name of a project cannot be a URL.
 * @throws {EdgeRegistryNotSealedError} when the import is not complete.
 * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
 * @throws {EdgeRegistryNotSeedError} when a node is not in the target's roster.
 * @throws {EdgeRegistryInvalidProjectError} when a project's name is empty or too long.
 * @throws {EdgeRegistryInvalidChildError} when a node cannot be a child there.
 * @throws {EdgeRegistryDuplicateChildError} when a child is on the list already.
 * @throws {EdgeRegistryOptedOutError} when a project opted out.
 * @throws {EdgeRegistryInvalidRateError} when a base rate is out of bounds.
 * @throws {EdgeRegistryQuotaFullError} when a parent takes no more candidates in a round.
 * @throws {EdgeRegistryLevelViolationError} when an edge would not lead to a deeper level.
 * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
 * @throws {EdgeRegistryAlreadyDeclaredError} when a node declared in the round already.
 * @throws {EdgeRegistryAboveMaximumError} when a bond or a stake is above the caller's maximum.
 * @throws {EdgeRegistryNotReceivedError} when less money arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 */
export async function proposeEdge(
  client: WriteClient,
  parameters: ProposeEdgeParameters,
): Promise<ProposeEdgeReturnType> {
  return write(client, proposeEdgeCall(parameters));
}

/** Describes {@link proposeEdge} without sending it: for gas estimates or a Safe. */
export function proposeEdgeCall(parameters: ProposeEdgeParameters): RegistryCall<"proposeEdge"> {
  const { registry, parent, project, rate, maxBond } = given(parameters);
  return {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "proposeEdge",
    args: [parent, canonicalProject(project), rate, maxBond],
  };
}

export type ParseProposeEdgeLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "EdgeProposed", true>;

/** Reads the `EdgeProposed` events of one contract out of logs. */
export function parseProposeEdgeLogs({ logs, registry }: LogsOf<"registry">): ParseProposeEdgeLogsReturnType {
  return parseLogs(edgeRegistryAbi, "EdgeProposed", registry, logs);
}
