import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetCreditsParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Whose credits to read. */
  readonly account: Address;
};

/** What the account can withdraw, in units of the stake token. */
export type GetCreditsReturnType = bigint;

export type GetCreditsErrorType = ReadErrorType;

/** Reads what an account can withdraw from a jury. */
export async function getCredits(client: ReadClient, parameters: GetCreditsParameters): Promise<GetCreditsReturnType> {
  const { jury, account, blockNumber } = given(parameters);
  return read(client, {
    address: jury,
    abi: juryAbi,
    functionName: "credits",
    args: [account],
    ...atBlock(blockNumber),
  });
}
