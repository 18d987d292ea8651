import type { Address } from "viem";
import { simulateContract, type SimulateContractParameters } from "viem/actions";

import { ContractError } from "../errors/contracts/base.ts";
import type { AnyCall } from "../types/call.ts";
import type { ReadClient } from "../types/client.ts";
import { explain } from "./explain.ts";
import { atBlock } from "./read.ts";

/** Whether a call would succeed; what is not the contract's refusal is thrown. */
export async function wouldSucceed(
  client: ReadClient,
  call: AnyCall,
  { account, blockNumber }: { readonly account?: Address | undefined; readonly blockNumber?: bigint | undefined },
): Promise<boolean> {
  const request: object = { ...call, ...(account && { account }), ...atBlock(blockNumber) };
  try {
    await simulateContract(client, request as SimulateContractParameters);
    return true;
  } catch (error) {
    const failure = await explain(error);
    if (failure instanceof ContractError) return false;
    throw failure;
  }
}
