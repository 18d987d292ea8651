import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { EdgeRegistryNotMaintainerError } from "../../errors/contracts/registry.ts";
import type { WriteClient } from "../../types/client.ts";

export type SetPayeeParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the node: `nodeId` of its project. */
  readonly node: Hex;
  /** Who is paid; the zero address: the maintainer. */
  readonly payee: Address;
};

export type SetPayeeReturnType = Hash;

export type SetPayeeErrorType = EdgeRegistryNotMaintainerError | WriteErrorType;

/**
 * Says who is paid for a node, as its maintainer.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
 */
export function setPayee(client: WriteClient, parameters: SetPayeeParameters): Promise<SetPayeeReturnType> {
  return write(client, setPayeeCall(parameters));
}

/** Describes {@link setPayee} without sending it: for gas estimates or a Safe. */
export function setPayeeCall({ registry, node, payee }: SetPayeeParameters): RegistryCall<"setPayee"> {
  return { address: registry, abi: edgeRegistryAbi, functionName: "setPayee", args: [node, payee] };
}

export type ParseSetPayeeLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "PayeeSet", true>;

/** Reads the `PayeeSet` events of one contract out of logs. */
export function parseSetPayeeLogs({ logs, registry }: LogsOf<"registry">): ParseSetPayeeLogsReturnType {
  return parseLogs(edgeRegistryAbi, "PayeeSet", registry, logs);
}
