import type { Address } from "viem";

import { outcomeERC20FactoryAbi } from "../../abi/outcomeERC20Factory.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetWrapperParameters = ReadOptions & {
  /** Address of the `OutcomeERC20Factory` contract. */
  readonly factory: Address;
  /** Id of the wrapped token. */
  readonly id: bigint;
};

/** Address of the `OutcomeERC20`. */
export type GetWrapperReturnType = Address;

export type GetWrapperErrorType = ReadErrorType;

/** Reads the address of a token's ERC-20 wrapper, whether or not it was created. */
export async function getWrapper(client: ReadClient, parameters: GetWrapperParameters): Promise<GetWrapperReturnType> {
  const { factory, id, blockNumber } = given(parameters);
  return read(client, {
    address: factory,
    abi: outcomeERC20FactoryAbi,
    functionName: "computeAddress",
    args: [id],
    ...atBlock(blockNumber),
  });
}
