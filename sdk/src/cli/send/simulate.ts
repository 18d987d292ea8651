import { type Address, type StateOverride } from "viem";
import { call as simulate, estimateGas, getGasPrice } from "viem/actions";

import { toSdkError } from "../../errors/contract.ts";
import type { ReadClient } from "../../internal/client.ts";
import { overrideAllowance } from "./allowance.ts";
import type { SendRequest, SentTransaction, Transaction } from "./types.ts";

/**
 * Simulates transactions without sending any: each on the chain as it is, with the approvals before it as made.
 * @returns Them, with gas and cost where they are known.
 * @throws {ContractError} of the class of the custom error that one reverts with.
 */
export async function simulateAll(
  client: ReadClient,
  from: Address,
  transactions: readonly (Transaction & { readonly isApproval: boolean })[],
  spends: NonNullable<SendRequest["spends"]>,
): Promise<readonly SentTransaction[]> {
  const overrides = await Promise.all(
    spends.map(({ asset, spender }) => overrideAllowance(client, { asset, owner: from, spender })),
  );
  const stateOverride = overrides.flatMap((each) => each ?? []);
  const isCertain = overrides.every((each) => each !== undefined);
  const gasPrice = await getGasPrice(client);
  const results: SentTransaction[] = [];
  for (const { isApproval, ...transaction } of transactions) {
    // What waits for an approval, of a token whose storage is not known, cannot be simulated before it.
    const isOpen = !isApproval && !isCertain && transactions.some((each) => each.isApproval);
    const gas = isOpen ? undefined : await gasOf(client, from, transaction, isApproval ? [] : stateOverride);
    results.push({ ...transaction, gas, cost: gas === undefined ? undefined : gas * gasPrice, hash: undefined });
  }
  return results;
}

async function gasOf(
  client: ReadClient,
  from: Address,
  { to, data, value }: Transaction,
  stateOverride: StateOverride,
): Promise<bigint> {
  const request = { account: from, to, data, value, ...(stateOverride.length > 0 && { stateOverride }) };
  try {
    // Asked first: nodes say more about a call that reverts than about gas that cannot be estimated.
    await simulate(client, request);
    return await estimateGas(client, request);
  } catch (error) {
    throw toSdkError(error);
  }
}
