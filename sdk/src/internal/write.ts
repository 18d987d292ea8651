import type { Abi, Address, Hash, SimulateContractErrorType, WriteContractErrorType } from "viem";
import { simulateContract, writeContract } from "viem/actions";

import { toSdkError } from "../errors/contract.ts";
import type { RpcUnreachableError } from "../errors/rpc.ts";
import type { WriteClient } from "./client.ts";

/** What any call may fail with, whatever the contract says. */
export type WriteErrorType = RpcUnreachableError | SimulateContractErrorType | WriteContractErrorType;

/** A call whose types have done their work. */
type AnyCall = {
  readonly address: Address;
  readonly abi: Abi | readonly unknown[];
  readonly functionName: string;
  readonly args: readonly unknown[];
};

/**
 * Sends a call from the client's account, if a simulation says that it would succeed.
 * @throws {ContractError} of the class of the custom error that the contract reverts with.
 * @throws {RpcUnreachableError} when the RPC does not answer.
 */
export async function write(client: WriteClient, call: AnyCall): Promise<Hash> {
  try {
    const request = { ...call, account: client.account };
    await simulateContract(client, request);
    // Without a chain of its own the client sends to whatever chain its RPC is on.
    return await writeContract(client, { ...request, chain: client.chain ?? null });
  } catch (error) {
    throw toSdkError(error);
  }
}
