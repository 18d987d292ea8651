import type {
  Hash,
  SimulateContractErrorType,
  SimulateContractParameters,
  WriteContractErrorType,
  WriteContractParameters,
} from "viem";
import { simulateContract, writeContract } from "viem/actions";

import { type NoContractError, RpcUnreachableError } from "../errors/rpc.ts";
import { SendUnansweredError } from "../errors/sending.ts";
import type { AnyCall } from "../types/call.ts";
import type { WriteClient } from "../types/client.ts";
import { explain, explained } from "./explain.ts";
import { requireContract } from "./requireContract.ts";

/** What any call may fail with, whatever the contract says. */
export type WriteErrorType =
  NoContractError | RpcUnreachableError | SendUnansweredError | SimulateContractErrorType | WriteContractErrorType;

/**
 * Sends a call from the client's account, if a simulation says that it would succeed.
 * @throws {ContractError} of the class of the custom error that the contract reverts with.
 * @throws {NoContractError} when there is no contract at the address.
 * @throws {RpcUnreachableError} when the RPC does not answer before anything is sent.
 * @throws {SendUnansweredError} when it does not answer after that.
 */
export async function write(client: WriteClient, call: AnyCall): Promise<Hash> {
  // Whether a call may bring ether is in its own type; viem's would ask for the ABI's once more.
  const request: object = { ...call, account: client.account };
  await requireContract(client, call);
  await explained(simulateContract(client, request as SimulateContractParameters));
  // Without a chain of its own the client sends to whatever chain its RPC is on.
  return answered(writeContract(client, { ...request, chain: client.chain ?? null } as WriteContractParameters));
}

/** What an RPC or a wallet answers to something sent. @throws {SendUnansweredError} when it does not. */
export async function answered<T>(sent: Promise<T>): Promise<T> {
  try {
    return await sent;
  } catch (thrown) {
    const error = await explain(thrown);
    throw error instanceof RpcUnreachableError ? new SendUnansweredError({ cause: error }) : error;
  }
}
