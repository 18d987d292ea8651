import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import type { RegistryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type CollectSlashedParameters = {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
};

export type CollectSlashedReturnType = Hash;

export type CollectSlashedErrorType = ThrownBy["collectSlashed"] | WriteErrorType;

/**
 * Gives what was slashed of bonds so far to the jurors' rewards. Anyone may call it; if nothing was, nothing happens.
 * @returns Hash of the transaction.
 * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
 */
export async function collectSlashed(
  client: WriteClient,
  parameters: CollectSlashedParameters,
): Promise<CollectSlashedReturnType> {
  return write(client, collectSlashedCall(parameters));
}

/** Describes {@link collectSlashed} without sending it: for gas estimates or a Safe. */
export function collectSlashedCall(parameters: CollectSlashedParameters): RegistryCall<"collectSlashed"> {
  const { registry } = given(parameters);
  return { address: registry, abi: edgeRegistryAbi, functionName: "collectSlashed", args: [] };
}

export type ParseCollectSlashedLogsReturnType = ParseEventLogsReturnType<
  typeof edgeRegistryAbi,
  "SlashedCollected",
  true
>;

/** Reads the `SlashedCollected` events of one contract out of logs. */
export function parseCollectSlashedLogs({ logs, registry }: LogsOf<"registry">): ParseCollectSlashedLogsReturnType {
  return parseLogs(edgeRegistryAbi, "SlashedCollected", registry, logs);
}
