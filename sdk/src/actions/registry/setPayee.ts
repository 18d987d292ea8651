import type { Address, Hash, Hex, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
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

export type SetPayeeErrorType = ThrownBy["setPayee"] | WriteErrorType;

/**
 * Says who is paid for a node, as its maintainer.
 * @returns Hash of the transaction.
 * @throws {EdgeRegistryNotMaintainerError} when the caller is not the maintainer.
 */
export async function setPayee(client: WriteClient, parameters: SetPayeeParameters): Promise<SetPayeeReturnType> {
  return write(client, setPayeeCall(parameters));
}

/** Describes {@link setPayee} without sending it: for gas estimates or a Safe. */
export function setPayeeCall(parameters: SetPayeeParameters): RegistryCall<"setPayee"> {
  const { registry, node, payee } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "setPayee", args: [node, payee] };
}

export type ParseSetPayeeLogsReturnType = ParseEventLogsReturnType<typeof edgeRegistryAbi, "PayeeSet", true>;

/** Reads the `PayeeSet` events of one contract out of logs. */
export function parseSetPayeeLogs({ logs, registry }: LogsOf<"registry">): ParseSetPayeeLogsReturnType {
  return parseLogs(edgeRegistryAbi, "PayeeSet", registry, logs);
}
