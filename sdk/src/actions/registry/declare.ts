import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type DeclareParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
  /** Of the funded children in the order of the roster, in WAD, sum exactly 1e18; by default as before. */
  readonly weights?: readonly bigint[] | undefined;
  /** In WAD; by default as before. */
  readonly originality?: bigint | undefined;
  /** The most to pay, in units of money. */
  readonly maxBond: bigint;
};

export type DeclareReturnType = Hash;

export type DeclareErrorType = ThrownBy["declare"] | WriteErrorType;

/**
 * Declares base rates of a seed, as its maintainer, in Registration. If one changes by more than a factor of 2 the
 * sender pays a bond, which the registry must be allowed to take: `approveAsset`.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
 * @throws {EdgeRegistryWrongPhaseError} when a round is in another phase than the call needs.
 * @throws {EdgeRegistryNotSeedError} when a node is not in the target's roster.
 * @throws {EdgeRegistryNoChildrenError} when a seed without children declares.
 * @throws {EdgeRegistryAlreadyDeclaredError} when a node declared in the round already.
 * @throws {EdgeRegistryOptedOutError} when a project opted out.
 * @throws {EdgeRegistryWrongLengthError} when lists that belong together differ in length, or are too long.
 * @throws {EdgeRegistryZeroWeightError} when a child has no weight.
 * @throws {EdgeRegistryInvalidSumError} when weights do not sum to exactly 1.
 * @throws {EdgeRegistryInvalidOriginalityError} when an originality is out of bounds.
 * @throws {EdgeRegistryNotSettledError} when a node has to be settled first.
 * @throws {EdgeRegistryAboveMaximumError} when a bond or a stake is above the caller's maximum.
 * @throws {EdgeRegistryNotReceivedError} when less money arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 */
export async function declare(client: WriteClient, parameters: DeclareParameters): Promise<DeclareReturnType> {
  return write(client, declareCall(parameters));
}

/** Describes {@link declare} without sending it: for gas estimates or a Safe. */
export function declareCall(parameters: DeclareParameters): RegistryCall<"declare"> {
  const { registry, node, weights = [], originality = KEEP, maxBond } = given(parameters, "weights", "originality");
  return {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "declare",
    args: [node, [...weights], originality, maxBond],
  };
}

/** As an originality: as before. */
const KEEP = 2n ** 256n - 1n;

export type ParseDeclareLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "Declared", true>;

/** Reads the `Declared` events of one contract out of logs. */
export function parseDeclareLogs({ logs, registry }: LogsOf<"registry">): ParseDeclareLogsReturnType {
  return parseLogs(edgeRegistryAbi, "Declared", registry, logs);
}
