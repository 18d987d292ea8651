import type {
  Abi,
  ContractFunctionArgs,
  ContractFunctionName,
  ReadContractErrorType,
  ReadContractParameters,
  ReadContractReturnType,
} from "viem";
import { readContract } from "viem/actions";

import type { RpcUnreachableError } from "../errors/rpc.ts";
import type { ReadClient } from "../types/client.ts";
import { explained } from "./explain.ts";

/** What any read may fail with, whatever the contract says. */
export type ReadErrorType = RpcUnreachableError | ReadContractErrorType;

/** When to read. */
export type ReadOptions = {
  /** Block to read at; by default the latest. */
  readonly blockNumber?: bigint | undefined;
};

/** Reads a contract; fails with this package's errors. */
export async function read<
  const abi extends Abi,
  name extends ContractFunctionName<abi, "pure" | "view">,
  const args extends ContractFunctionArgs<abi, "pure" | "view", name>,
>(
  client: ReadClient,
  parameters: ReadContractParameters<abi, name, args>,
): Promise<ReadContractReturnType<abi, name, args>> {
  return explained(readContract(client, parameters));
}

/** Passes a block number on, or leaves the choice to viem. */
export function atBlock(blockNumber: bigint | undefined): { readonly blockNumber?: bigint } {
  return blockNumber === undefined ? {} : { blockNumber };
}
