import type { Address } from "viem";
import { getChainId, getCode } from "viem/actions";

import { NoContractError } from "../errors/rpc.ts";
import type { AnyCall } from "../types/call.ts";
import type { ReadClient } from "../types/client.ts";
import { explained } from "./explain.ts";

/** What an account that has handed itself to a contract has for code (EIP-7702). */
const DELEGATED = "0xef0100";

/** Contracts that a client has found: they do not go away. */
const FOUND = new WeakMap<object, Set<string>>();

/**
 * Checks that there is a contract where a call goes to: the chain lets every call to an address without one succeed, and
 * keeps the ether that it brings.
 * @throws {NoContractError}
 */
export async function requireContract(
  client: ReadClient,
  call: Pick<AnyCall, "address" | "functionName">,
): Promise<void> {
  const { address, functionName } = call;
  const found = FOUND.get(client) ?? new Set<string>();
  FOUND.set(client, found);
  const chainId = await explained(getChainId(client));
  const key = `${chainId} ${address.toLowerCase()}`;
  if (found.has(key)) return;
  const code = await explained(getCode(client, { address }));
  if (code === undefined || code === "0x") throw new NoContractError({ address, chainId, functionName });
  // An account may take itself back.
  if (!code.startsWith(DELEGATED)) found.add(key);
}

/** As {@link requireContract}, of all calls but those that go to what an earlier one makes. */
export async function requireContracts(
  client: ReadClient,
  calls: readonly AnyCall[],
  madeBefore: (address: Address) => boolean,
): Promise<void> {
  const checked = calls.filter(({ address }) => !madeBefore(address));
  await Promise.all(checked.map((call) => requireContract(client, call)));
}
