import { isAddressEqual, type Address } from "viem";

import { explain } from "../chain/explain.ts";
import { given } from "../chain/given.ts";
import { requireContracts } from "../chain/requireContract.ts";
import type { ReadErrorType } from "../chain/read.ts";
import { InvalidParameterError } from "../errors/math.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import type { AnyCall } from "../types/call.ts";
import type { ReadClient, WriteClient } from "../types/client.ts";
import type { Prepared, Spend } from "../types/prepared.ts";
import { inspectSpend, mergeSpends } from "./allowances.ts";
import { offersBatches } from "./offers.ts";
import { madeBy, spendsOf } from "./spends.ts";
import { batchStep, permitSteps, separateSteps } from "./steps.ts";

export type PrepareCallsParameters = {
  /** What to do, in this order: what `tradeCall` and its like return. Approvals and permits are added, leave them out. */
  readonly calls: readonly AnyCall[];
  /** What the calls take besides what their arguments say: for calls of other contracts than this package's. */
  readonly spends?: readonly Spend[] | undefined;
  /** Who makes the calls; by default the client's account. Another one, a Safe for instance, is neither asked to sign nor for a batch. */
  readonly account?: Address | undefined;
  /** Whether to use the batches of a wallet that offers them (EIP-5792); by default where calls go together. */
  readonly batch?: boolean | undefined;
  /**
   * Whether calls of one contract that follow each other go into one transaction; `true` by default. Say `false` where
   * that may be more than a block takes: then no batch is used either, unless `batch` is `true`.
   */
  readonly together?: boolean | undefined;
  /** Whether to sign permits where token and contract take them (EIP-2612); `true` by default. */
  readonly permit?: boolean | undefined;
  /** Last second at which the permits can be used, in unix seconds; by default an hour after the latest block. */
  readonly deadline?: bigint | undefined;
};

export type PrepareCallsReturnType = Prepared;

export type PrepareCallsErrorType = ThrownBy["prepareCalls"] | ReadErrorType;

/**
 * Says what will be signed and sent for some calls, before anything is: by the wallet's batch if it offers one; else by
 * permits, which are signatures, where token and contract take them; else by approvals of exactly what is missing. Calls
 * of one contract that follow each other go into one transaction. Nothing is signed or sent: that does `sendPrepared`.
 * @returns The steps, in order, and what the calls take.
 * @throws {ContractError} of the class of the custom error, when the first transaction would revert.
 * @throws {InvalidParameterError} when there is no call, or nobody to make it.
 * @throws {NoContractError} when a call goes to an address without a contract.
 */
export async function prepareCalls(
  client: ReadClient,
  parameters: PrepareCallsParameters,
): Promise<PrepareCallsReturnType> {
  try {
    return await prepare(client, parameters);
  } catch (error) {
    throw await explain(error);
  }
}

async function prepare(client: ReadClient, parameters: PrepareCallsParameters): Promise<Prepared> {
  const { calls } = given(parameters);
  const { spends: others = [], together = true, batch = together, permit = true, deadline } = parameters;
  const account = accountOf(client, parameters);
  // What another call of the list makes is not there yet.
  await requireContracts(client, calls, await madeBy(client, calls));
  const taken = await spendsOf({ client, account, calls });
  const merged = mergeSpends([...taken.flat(), ...others]);
  const spends = await Promise.all(merged.map((spend) => inspectSpend(client, account, spend)));
  const plan = { account, calls, spends, taken, together };

  const wallet = walletOf(client, account);
  const isOne = calls.length === 1 && spends.every(({ allowance, amount }) => allowance >= amount);
  if (wallet && batch && !isOne && (await offersBatches(wallet))) return { account, spends, steps: [batchStep(plan)] };
  const permits = wallet && permit ? await permitSteps(wallet, plan, deadline) : [];
  return { account, spends, steps: await separateSteps(client, plan, permits) };
}

function accountOf(client: ReadClient, { account = client.account?.address, calls }: PrepareCallsParameters): Address {
  if (calls.length === 0) throw new InvalidParameterError({ parameter: "calls", value: "empty", expected: "calls" });
  if (account !== undefined) return account;
  const expected = "the address of who makes the calls, or the client must have an account";
  throw new InvalidParameterError({ parameter: "account", value: account, expected });
}

/** The client, if it can sign and send for the account. */
function walletOf(client: ReadClient, account: Address): WriteClient | undefined {
  return client.account && isAddressEqual(client.account.address, account) ? (client as WriteClient) : undefined;
}
