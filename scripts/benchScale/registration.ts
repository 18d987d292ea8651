import type { Hex } from "viem";

import { WAD } from "../../sdk/src/math/index.ts";
import type { Deployment } from "./deployment.ts";
import type { Import } from "./genesis.ts";
import type { Meter } from "./meter.ts";

/** The dearest rate that can be proposed, so that the edge stays and another leaves. */
const RATE = WAD / 64n;
const NO_LIMIT = 2n ** 255n;
const CLAIMANTS = 5;
const FUNDING = 1_000_000n * WAD;

/** What happens before trading: an edge to the node with the most children, maintainers, and money. */
export async function register(deployment: Deployment, genesis: Import, meter: Meter): Promise<readonly Hex[]> {
  const { registry, pool, money, alice } = deployment;
  const [, ...seeds] = genesis.nodes;
  const [first] = seeds;
  if (first === undefined) throw new Error("No seed has children.");
  const largest = seeds.reduce((a, b) => (b.children.length > a.children.length ? b : a), first);
  await meter.send("proposeEdge", { edges: 1 }, (limit) =>
    registry.connect(alice).proposeEdge(largest.node, "https://example.org/proposed", RATE, NO_LIMIT, limit),
  );
  const claimants = seeds.slice(0, CLAIMANTS).map(({ node }) => node);
  for (const node of claimants) await attest(deployment, node, meter);
  await meter.send("fund", {}, (limit) => pool.connect(alice).fund(money, FUNDING, limit));
  return claimants;
}

async function attest({ connection, registry, registrar, alice }: Deployment, node: Hex, meter: Meter) {
  const { chainId } = await connection.ethers.provider.getNetwork();
  const domain = { name: "EdgeRegistry", version: "1", chainId, verifyingContract: await registry.getAddress() };
  const fields = { node: "bytes32", maintainer: "address", nonce: "uint256", deadline: "uint256" };
  const types = { Attestation: Object.entries(fields).map(([name, type]) => ({ name, type })) };
  const [nonce, deadline] = [await registry.nonceOf(node), 2n ** 64n];
  const signature = await registrar.signTypedData(domain, types, { node, maintainer: alice.address, nonce, deadline });
  await meter.send("attest", { nodes: 1 }, (limit) => registry.attest(node, alice, nonce, deadline, signature, limit));
}

/** Money goes down every edge, and some of those whom it reaches take it. */
export async function distribute(deployment: Deployment, genesis: Import, claimants: readonly Hex[], meter: Meter) {
  const { pool, money, registry, rounds, alice } = deployment;
  const round = await rounds.current();
  const token = await money.getAddress();
  for (const { node } of genesis.nodes) {
    const count = Number(await registry.childCountAt(round, node));
    const edges = Array.from({ length: count }, (_, index) => ({ parent: node, index }));
    await meter.send("pullMany", { nodes: 1, edges: count }, (limit) => pool.pullMany(round, token, edges, limit));
  }
  for (const node of claimants) {
    await meter.send("claim", { nodes: 1 }, (limit) => pool.connect(alice).claim(round, token, node, alice, limit));
  }
}
