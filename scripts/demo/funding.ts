import { parseEther, parseUnits, zeroAddress, type Address, type Hex } from "viem";

import { credit, planPulls, type Credit } from "../../sdk/src/graph/index.ts";
import type { Stage } from "./stage.ts";

/** What the donor sends by plain transfers. */
const ETHER = parseEther("10");
const DOLLARS = parseUnits("25000", 6);
/** A registrar's attestation takes effect after 14 days. */
const ATTESTATION_DELAY = 14 * 86_400;
/** So many projects have a maintainer in the demo, who claims. */
const MAINTAINERS = 60;

/** An asset that the funding pool was sent, by its symbol. */
export type Donation = { readonly symbol: string; readonly token: Address };

export type CreditResult = {
  readonly repo: string;
  /** Share of everything, in WAD. */
  readonly share: bigint;
  /** The largest path, and how many others there are. */
  readonly path: readonly string[];
  readonly others: bigint;
  /** What its maintainer was paid, by symbol, in units. */
  readonly paid: Readonly<Record<string, bigint>>;
};

export type Paid = {
  readonly credit: readonly CreditResult[];
  /** Share of dependencies that nobody listed, in WAD: it goes to the next round. */
  readonly unknown: bigint;
};

/** A donor sends ether and a token to the one address, by plain transfers. */
export async function donate({ chain, log }: Stage): Promise<void> {
  const donor = await chain.clientOf("donor");
  const to = chain.fundingPool;
  await chain.spend("donate", await donor.sendTransaction({ to, value: ETHER }));
  await chain.mintDonated(donor.account.address, DOLLARS);
  await chain.spend(
    "donate",
    await donor.writeContract({
      address: chain.donated,
      abi: transferAbi,
      functionName: "transfer",
      args: [to, DOLLARS],
    }),
  );
  // A wallet gives a transfer of ether no more gas than it needs to arrive, which is too little to book it at once.
  for (const token of [zeroAddress, chain.donated]) await chain.spend("record", await donor.record({ token }));
  log("A donor sent 10 ETH and 25,000 dUSD to the funding pool, by plain transfers.");
}

const transferAbi = [
  {
    type: "function",
    name: "transfer",
    stateMutability: "nonpayable",
    inputs: [
      { name: "to", type: "address" },
      { name: "amount", type: "uint256" },
    ],
    outputs: [{ name: "", type: "bool" }],
  },
] as const;

/** The assets of the demo: its money, and what the donor sends. */
export function assetsOf({ chain }: Stage): readonly Donation[] {
  return [
    { symbol: "tUSD", token: chain.money },
    { symbol: "ETH", token: zeroAddress },
    { symbol: "dUSD", token: chain.donated },
  ];
}

/** Moves all money of the round down the graph, and pays the maintainers of the projects with most credit. */
export async function payProjects(stage: Stage): Promise<Paid> {
  const { chain, plan, round, log } = stage;
  const anyone = await chain.clientOf("sponsor");
  const graph = await anyone.getGraph({ registry: chain.registry, round });
  const { projects, unknown } = credit(graph, { maxPaths: 1 });
  const rows = creditsOf(projects, plan.nameOf);
  for (const { symbol, token } of assetsOf(stage)) {
    const books = await anyone.getBooks({ round, token, graph });
    const { batches } = planPulls({ graph, books });
    for (const edges of batches) await chain.spend("pull", await anyone.pullMany({ round, token, edges }));
    const pulls = batches.reduce((sum, { length }) => sum + length, 0);
    if (pulls > 0) log(`${symbol} flowed along ${pulls} edges, in ${batches.length} transactions.`);
  }

  const claimants = rows.filter(({ share }) => share > 0n).slice(0, MAINTAINERS);
  await appointMaintainers(
    stage,
    claimants.map(({ node }) => node),
  );
  const paid = new Map<Hex, Record<string, bigint>>();
  for (const [i, { node }] of claimants.entries()) paid.set(node, await claimAll(stage, node, i));
  log(`The maintainers of ${claimants.length} projects claimed.`);
  return { unknown, credit: rows.map(({ node, ...row }) => ({ ...row, paid: paid.get(node) ?? {} })) };
}

function creditsOf(projects: Credit<Hex>["projects"], nameOf: ReadonlyMap<string, string>) {
  return [...projects].map(([node, { share, paths, others }]) => ({
    node,
    repo: nameOf.get(node) ?? node,
    share,
    path: (paths[0]?.nodes ?? []).map((id) => nameOf.get(id) ?? id),
    others: others.count,
  }));
}

/** The registrar attests a maintainer for each project; that is public for 14 days before it takes effect. */
async function appointMaintainers(stage: Stage, nodes: readonly Hex[]): Promise<void> {
  const { chain } = stage;
  const registrar = await chain.clientOf("registrar");
  const anyone = await chain.clientOf("sponsor");
  for (const [i, node] of nodes.entries()) {
    const { account } = await chain.memberOf("maintainer", i);
    const deadline = BigInt((await chain.now()) + ATTESTATION_DELAY);
    const attestation = await registrar.signAttestation({ node, maintainer: account.address, deadline });
    await chain.spend("attest", await anyone.attest({ attestation }));
  }
  await chain.increaseTo((await chain.now()) + ATTESTATION_DELAY);
}

async function claimAll(stage: Stage, node: Hex, index: number): Promise<Record<string, bigint>> {
  const { chain, round } = stage;
  const maintainer = await chain.memberOf("maintainer", index);
  const receiver = maintainer.account.address;
  const paid: Record<string, bigint> = {};
  const claims: { round: bigint; token: Address; node: Hex }[] = [];
  for (const { symbol, token } of assetsOf(stage)) {
    const amount = await maintainer.getClaimable({ round, token, node });
    if (amount === 0n) continue;
    paid[symbol] = amount;
    claims.push({ round, token, node });
  }
  if (claims.length > 0) await chain.spend("claim", await maintainer.claimMany({ claims, receiver }));
  return paid;
}
