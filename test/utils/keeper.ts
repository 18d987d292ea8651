import { expect } from "chai";
import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, type Address, type Hash } from "viem";

import { deepFundingActions, type GetRoundStatusReturnType } from "../../sdk/src/client/index.ts";
import { write } from "../../sdk/src/chain/write.ts";
import type { AnyCall } from "../../sdk/src/types/call.ts";

import { conductorOf, deployRounds, type RoundsOptions } from "./rounds.ts";

/** A whole ecosystem, and clients with the SDK's actions: who keeps its rounds going, and who sponsors them. */
export async function deployKept(connection: NetworkConnection, options: RoundsOptions = {}) {
  const { viem } = connection;
  const deployment = await deployRounds(connection, options);
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const contracts = {
    markets: await addressOf(deployment.markets),
    lens: deployment.lens,
    jury: await addressOf(deployment.jury),
    registry: await addressOf(deployment.registry),
    fundingPool: await addressOf(deployment.pool),
    openingAuction: await addressOf(deployment.auction),
    rounds: await addressOf(deployment.rounds),
  };
  const as = async (account: { readonly address: string }) =>
    (await viem.getWalletClient(getAddress(account.address))).extend(deepFundingActions(contracts));
  const publicClient = await viem.getPublicClient();
  return {
    ...deployment,
    ...conductorOf(connection, deployment),
    connection,
    contracts,
    keeper: await as(deployment.bob),
    sponsor: await as(deployment.alice),
    mined: async (hash: Hash) => publicClient.waitForTransactionReceipt({ hash }),
  };
}

export type Kept = Awaited<ReturnType<typeof deployKept>>;

/** What anyone may send as it is. */
export function sendable({ tasks }: GetRoundStatusReturnType) {
  return tasks.filter(({ who, call }) => who === "anyone" && call !== undefined);
}

/** Every call that is listed succeeds, by itself, at the block that was read. */
export async function assertAllSucceed({ connection, safe, keeper }: Kept, status: GetRoundStatusReturnType) {
  const publicClient = await connection.viem.getPublicClient();
  for (const { action, who, call } of status.tasks) {
    if (call === undefined) continue;
    const account: Address = who === "jurors' Safe" ? safe : keeper.account.address;
    await publicClient.simulateContract({ ...(call as AnyCall & { abi: [] }), account }).catch((error: unknown) => {
      throw new Error(`${action} is listed and fails`, { cause: error });
    });
  }
}

/**
 * Does nothing but what the list says, until there is nothing left of it. Returns what was sent, in order.
 * @param beacon What drand answered, where the draw is made by it.
 */
export async function keep(
  kept: Kept,
  watch: (status: GetRoundStatusReturnType) => Promise<unknown> = async () => undefined,
  beacon?: string,
): Promise<string[]> {
  const sent: string[] = [];
  for (let step = 0; step < 200; ++step) {
    const status = await kept.keeper.getRoundStatus({ beacon });
    expect(status.tasks.length > 0 || status.next !== undefined, "an empty list and no appointment").to.equal(true);
    await assertAllSucceed(kept, status);
    await watch(status);
    const [task] = sendable(status);
    if (task?.call) {
      await kept.mined(await write(kept.keeper, task.call));
      sent.push(task.action);
    } else if (status.next === undefined) {
      return sent;
    } else {
      await waitFor(kept, status.next);
    }
  }
  throw new Error(`The round does not end: ${sent.join(" ")}`);
}

type Appointment = { readonly at: bigint | undefined; readonly block: bigint | undefined };

export async function waitFor({ connection }: Kept, { at, block }: Appointment): Promise<void> {
  const { time, mine } = connection.networkHelpers;
  if (at !== undefined) await time.increaseTo(at);
  // One by one: a batch has no randomness.
  for (let latest = BigInt(await time.latestBlock()); block !== undefined && latest < block; ++latest) await mine(1);
}

/** How often each action was sent. */
export function countOf(sent: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const action of sent) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}
