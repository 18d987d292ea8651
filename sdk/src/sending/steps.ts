import { isAddressEqual, type SimulateContractParameters } from "viem";
import { estimateGas, getBlock, simulateContract } from "viem/actions";

import { encodeCall } from "../chain/encodeCalls.ts";
import { explain } from "../chain/explain.ts";
import type { AnyCall } from "../types/call.ts";
import type { ReadClient, WriteClient } from "../types/client.ts";
import type {
  ApproveStep,
  BatchStep,
  CallStep,
  PermitStep,
  Prepared,
  PreparedSpend,
  PreparedStep,
  Spend,
} from "../types/prepared.ts";
import { approvalOf, isMissing, isSameAllowance, optional } from "./allowances.ts";
import {
  describeApproval,
  describeCalls,
  describePermit,
  describeReset,
  namesOf,
  toSentence,
  type NameOf,
} from "./describe.ts";
import { groupCalls, takesPermits, transactionOf, type Group } from "./groups.ts";
import { canSign, permitOf } from "./offers.ts";

/** Seconds for which a permit can be used, if nothing else is said. */
const PERMIT_LIFETIME = 3600n;

/** Calls, and what they take. */
export type Plan = Pick<Prepared, "account" | "spends"> & {
  readonly calls: readonly AnyCall[];
  /** What each of the calls takes. */
  readonly taken: readonly (readonly Spend[])[];
  /** Whether neighbouring calls of one contract share a transaction. */
  readonly together: boolean;
};

/** One batch of what is missing and the calls. */
export function batchStep({ calls, spends, taken }: Plan): BatchStep {
  const nameOf = namesOf(calls);
  const missing = spends.filter(isMissing);
  const parts = [
    ...missing.map((spend) => describeApproval(spend, nameOf)),
    ...calls.map((call, i) => describeCalls({ calls: [call], spends: prepared(taken[i] ?? [], spends) }, nameOf)),
  ];
  return {
    kind: "batch",
    description: toSentence(`in one batch of the wallet, all or nothing: ${parts.join("; ")}`),
    approvals: missing.map((spend) => approvalOf(spend)),
    calls,
  };
}

/**
 * One transaction for each contract in turn, after the permits and approvals that are missing.
 * @param permits What permits to sign; of what is left out, approvals.
 */
export async function separateSteps(
  client: ReadClient,
  { account, calls, spends, taken, together }: Plan,
  permits: readonly PermitStep[],
): Promise<readonly PreparedStep[]> {
  const nameOf = namesOf(calls);
  const toApprove = spends.filter((spend) => isMissing(spend) && !permits.some((step) => step.spend === spend));
  const approvals = await Promise.all(toApprove.map((spend) => approveSteps(client, account, spend, nameOf)));
  const steps: PreparedStep[] = approvals.flat();
  const unused = new Set(permits);
  let done = 0;
  const groups = together ? groupCalls(calls) : calls.map((call): Group => [call]);
  for (const group of groups) {
    for (const step of takesPermits(group[0]) ? unused : []) {
      if (!isAddressEqual(step.spend.spender, group[0].address)) continue;
      unused.delete(step);
      steps.push(step);
    }
    const mine = prepared(taken.slice(done, (done += group.length)).flat(), spends);
    // What comes after another step may depend on it.
    const gas = steps.length === 0 ? await gasOf(client, account, transactionOf(group)) : undefined;
    steps.push(callStep(group, mine, gas, nameOf));
  }
  return steps;
}

/**
 * The permits that may replace approvals: of tokens that offer them, for contracts that take them with a call.
 * @param lastSecond Until when they can be used, in unix seconds; by default an hour after the latest block.
 */
export async function permitSteps(
  client: WriteClient,
  plan: Plan,
  lastSecond: bigint | undefined,
): Promise<readonly PermitStep[]> {
  const nameOf = namesOf(plan.calls);
  const possible = plan.spends.filter((spend) => isMissing(spend) && spend.assetId === 0n && isCalled(plan, spend));
  if (possible.length === 0 || !(await canSign(client))) return [];
  const deadline = lastSecond ?? (await getBlock(client)).timestamp + PERMIT_LIFETIME;
  const steps = await Promise.all(
    possible.map(async (spend): Promise<PermitStep | undefined> => {
      const { asset: token, spender, amount } = spend;
      const typedData = await permitOf(client, { token, spender, amount, deadline });
      const description = toSentence(describePermit(spend, deadline, nameOf));
      return typedData && { kind: "permit", description, spend, typedData };
    }),
  );
  return steps.filter((step) => step !== undefined);
}

function isCalled({ calls }: Plan, { spender }: Spend): boolean {
  return calls.some((call) => isAddressEqual(call.address, spender) && takesPermits(call));
}

/** An approval; after one of 0 where the token refuses to change another (USDT). */
async function approveSteps(
  client: ReadClient,
  account: Prepared["account"],
  spend: PreparedSpend,
  nameOf: NameOf,
): Promise<readonly ApproveStep[]> {
  const call = approvalOf(spend);
  const approve = { kind: "approve", description: toSentence(describeApproval(spend, nameOf)), spend, call } as const;
  const estimate = gasOf(client, account, call);
  const gas = await (spend.allowance > 0n ? optional(estimate) : estimate);
  if (gas !== undefined) return [{ ...approve, gas }];

  const reset = approvalOf(spend, 0n);
  const description = toSentence(describeReset(spend, nameOf));
  return [
    { kind: "approve", description, spend, call: reset, gas: await gasOf(client, account, reset) },
    { ...approve, gas },
  ];
}

function callStep(calls: Group, spends: readonly PreparedSpend[], gas: bigint | undefined, nameOf: NameOf): CallStep {
  return { kind: "call", description: toSentence(describeCalls({ calls, spends }, nameOf)), calls, gas };
}

/** What some calls take, with what the chain says of it. */
function prepared(taken: readonly Spend[], spends: readonly PreparedSpend[]): readonly PreparedSpend[] {
  return spends.flatMap((spend) => {
    const mine = taken.filter((other) => isSameAllowance(other, spend));
    const amount = mine.reduce((sum, other) => sum + other.amount, 0n);
    return mine.length === 0 ? [] : [{ ...spend, amount }];
  });
}

/** Gas of a transaction, after a simulation that says why it would fail. */
async function gasOf(client: ReadClient, account: Prepared["account"], call: AnyCall): Promise<bigint> {
  try {
    await simulateContract(client, { ...call, account } as object as SimulateContractParameters);
    return await estimateGas(client, { account, ...encodeCall(call) });
  } catch (error) {
    throw await explain(error);
  }
}
