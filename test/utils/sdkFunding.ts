import type { NetworkConnection } from "hardhat/types/network";
import { zeroAddress, type Address, type Hex } from "viem";

import { deepFundingActions } from "../../sdk/src/index.ts";
import { CLAIM_ROUNDS, milli, node, TWO_PARENTS, WAD, type TestGraph } from "./funding.ts";

/** A pool whose rounds are a mock, and clients with the SDK's actions: a funder, the payee of projects, another. */
export async function deploySdkFunding({ viem }: NetworkConnection, projects: TestGraph = TWO_PARENTS) {
  const graph = await viem.deployContract("MockFundingGraph");
  const [first, second, third] = await viem.getWalletClients();
  if (!first || !second || !third) throw new Error("The network has too few accounts.");
  const pool = await viem.deployContract("FundingPool", [first.account.address, CLAIM_ROUNDS]);
  await pool.write.connect([graph.address]);
  await graph.write.setUnsettled([1n]);
  for (const round of [1n, 2n, 3n, 4n]) {
    for (const [name, { o, children }] of Object.entries(projects)) {
      const weights = Object.values(children).map(milli);
      await graph.write.setNode([round, node(name), milli(o), Object.keys(children).map(node), weights]);
    }
  }
  const money = await viem.deployContract("TestToken", ["Test USD", "tUSD", 6]);
  await money.write.mint([first.account.address, WAD]);

  const contracts = { markets: zeroAddress as Address, fundingPool: pool.address };
  const actions = deepFundingActions(contracts);
  const client = (await viem.getPublicClient()).extend(actions);
  const [funder, payee, other] = [first.extend(actions), second.extend(actions), third.extend(actions)];
  const mined = (hash: Hex) => client.waitForTransactionReceipt({ hash });
  return { client, funder, fundingPool: pool.address, graph, mined, money: money.address, other, payee };
}

export type SdkFunding = Awaited<ReturnType<typeof deploySdkFunding>>;

/** Settles round 1 with ether. */
export async function settleWithEther({ funder, graph, mined }: SdkFunding, amount: bigint): Promise<void> {
  await mined(await funder.fundEth({ amount }));
  await graph.write.setUnsettled([2n]);
}
