import type { NetworkConnection } from "hardhat/types/network";
import { keccak256, toHex, zeroAddress } from "viem";

import type { FundingPool } from "../../types/ethers-contracts/funding/FundingPool.js";
import type { HostilePayee } from "../../types/ethers-contracts/mocks/HostilePayee.js";
import type { HostileToken } from "../../types/ethers-contracts/mocks/HostileToken.js";
import type { MockFundingGraph } from "../../types/ethers-contracts/mocks/MockFundingGraph.js";

export const WAD = 10n ** 18n;
export const ETH = zeroAddress;
export const CLAIM_ROUNDS = 2n;

/** A node of the graphs of these tests. */
export function node(name: string): `0x${string}` {
  return keccak256(toHex(name));
}

export const TARGET = node("target");
export const UNKNOWN = node("unknown");

/** A share of 1, given in thousandths, in WAD. */
export function milli(thousandths: number): bigint {
  return (BigInt(thousandths) * WAD) / 1000n;
}

/** By name: originality in thousandths, and children with their weights in thousandths. */
export type TestGraph = Readonly<
  Record<string, { readonly o: number; readonly children: Readonly<Record<string, number>> }>
>;

/**
 * The two paths of the literature: target → a (.205) → shared (.050) and target → b (.127) → shared (.108), where a
 * passes on .600 and b .624 of what it gets. UNKNOWN is the target's fourth child.
 */
export const TWO_PARENTS: TestGraph = {
  target: { o: 0, children: { a: 205, b: 127, c: 568, unknown: 100 } },
  a: { o: 400, children: { shared: 50, x: 950 } },
  b: { o: 376, children: { y: 892, shared: 108 } },
};

/** Writes the final weights of a round. */
export async function setGraph(mock: MockFundingGraph, round: bigint, graph: TestGraph): Promise<void> {
  for (const [name, { o, children }] of Object.entries(graph)) {
    const weights = Object.values(children).map(milli);
    await mock.setNode(round, node(name), milli(o), Object.keys(children).map(node), weights);
  }
}

/** All edges of a graph, parents before children if it lists them so. */
export function edgesOf(graph: TestGraph) {
  return Object.entries(graph).flatMap(([name, { children }]) =>
    Object.keys(children).map((child, index) => ({ parent: node(name), child: node(child), index: BigInt(index) })),
  );
}

export type FundingDeployment = Awaited<ReturnType<typeof deployFunding>>;

/** A pool before its first settlement; rounds 1 to 5 have the weights of {@link TWO_PARENTS}. */
export async function deployFunding({ ethers }: NetworkConnection) {
  const [deployer, funder, alice, bob, carol] = await ethers.getSigners();
  if (!deployer || !funder || !alice || !bob || !carol) throw new Error("The network has too few accounts.");
  const mock: MockFundingGraph = await ethers.deployContract("MockFundingGraph");
  const pool: FundingPool = await ethers.deployContract("FundingPool", [deployer, CLAIM_ROUNDS]);
  await pool.getFunction("connect")(mock); // ethers has a `connect` of its own
  await mock.setUnsettled(1n);
  for (let round = 1n; round <= 5n; ++round) await setGraph(mock, round, TWO_PARENTS);
  await mock.setPayee(node("a"), alice);
  await mock.setPayee(node("shared"), bob);

  const token: HostileToken = await ethers.deployContract("HostileToken");
  await token.mint(funder, 10n ** 24n);
  await token.connect(funder).approve(pool, ethers.MaxUint256);
  const hostile: HostilePayee = await ethers.deployContract("HostilePayee");
  return { alice, bob, carol, deployer, funder, hostile, mock, pool, token };
}
