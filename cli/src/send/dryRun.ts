import { type Prepared, type PreparedStep, type ReadClient, transactionsOf } from "deepfunding";
import { toSdkError } from "deepfunding/errors";
import type { Address, StateOverride } from "viem";
import { call as simulate, estimateGas, getGasPrice } from "viem/actions";

import { overrideAllowance } from "./allowance.ts";
import type { SentStep } from "./types.ts";

/**
 * Says what prepared steps would cost. `prepareCalls` has simulated what comes first; what waits for a permit or an
 * approval is simulated here, on a chain where those are made.
 * @throws {ContractError} of the class of the custom error that a step would revert with.
 */
export async function estimateSteps(client: ReadClient, prepared: Prepared): Promise<readonly SentStep[]> {
  const price = await getGasPrice(client);
  const overrides = await overridesOf(client, prepared);
  const steps: SentStep[] = [];
  for (const [i, step] of prepared.steps.entries()) {
    const isFirstCall = !prepared.steps.slice(0, i).some(({ kind }) => kind === "call");
    // What comes after another call may need what that brings.
    const gas =
      gasIn(step) ?? (isFirstCall ? await gasAfterApprovals(client, prepared.account, step, overrides) : undefined);
    const { kind, description } = step;
    steps.push({ kind, description, gas, cost: gas === undefined ? undefined : gas * price, hash: undefined });
  }
  return steps;
}

function gasIn(step: PreparedStep): bigint | undefined {
  return step.kind === "call" || step.kind === "approve" ? step.gas : undefined;
}

/** The chain's state as if all that is missing were allowed; `undefined` if a token cannot be changed so. */
async function overridesOf(client: ReadClient, { account, spends }: Prepared): Promise<StateOverride | undefined> {
  const missing = spends.filter(({ amount, allowance, assetId }) => allowance < amount && assetId === 0n);
  const found = await Promise.all(
    missing.map(({ asset, spender }) => overrideAllowance(client, { asset, spender, owner: account })),
  );
  return found.some((each) => each === undefined) ? undefined : found.flatMap((each) => each ?? []);
}

async function gasAfterApprovals(
  client: ReadClient,
  account: Address,
  step: PreparedStep,
  stateOverride: StateOverride | undefined,
): Promise<bigint | undefined> {
  if (step.kind !== "call" || stateOverride === undefined) return undefined;
  const [transaction] = transactionsOf({ steps: [step] });
  const request = { account, ...transaction, stateOverride };
  try {
    await simulate(client, request);
  } catch (error) {
    throw toSdkError(error);
  }
  // It would succeed. Not every node estimates gas on a changed state as well.
  return estimateGas(client, request).catch(() => undefined);
}
