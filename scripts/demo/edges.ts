import type { Hex } from "viem";

import { edgeRegistryAbi } from "../../sdk/src/abi/index.ts";
import { shortName } from "../../cli/src/output/format.ts";
import { nodeId } from "../../sdk/src/graph/index.ts";
import type { Proposal } from "./plan.ts";
import { formatMoney, fundAccount, type Stage } from "./stage.ts";

export type BondResult = {
  readonly edge: string;
  /** In units of money. */
  readonly bond: bigint;
  readonly outcome: "kept" | "left" | "challenged, kept" | "challenged, left";
  /** What the proposer got back, in units. */
  readonly returned: bigint;
  /** What the liquidity providers got of it, in units. */
  readonly charge: bigint;
  /** What was slashed of it, in units. */
  readonly slashed: bigint;
};

export type Bonded = Proposal & { readonly bond: bigint; readonly stake: bigint };

/** Proposes the edges of the plan with their bonds; somebody challenges one. */
export async function proposeEdges(stage: Stage): Promise<Bonded[]> {
  const { chain, plan, log } = stage;
  const proposer = await chain.clientOf("proposer");
  const parent = nodeId(plan.parent);
  const bonded: Bonded[] = [];
  for (const proposal of plan.proposals) {
    const { project, rate, challenged } = proposal;
    const { slotBond, rateBond } = await proposer.getBond({ parent, rate });
    const bond = slotBond + rateBond;
    await fundAccount(chain, proposer, chain.registry, bond);
    await chain.spend("proposeEdge", await proposer.proposeEdge({ parent, project, rate, maxBond: bond }));
    const stake = challenged ? await challenge(stage, parent, project, bond) : 0n;
    bonded.push({ ...proposal, bond, stake });
    const end = challenged ? `; somebody challenges it with ${formatMoney(stake)}` : "";
    log(`Proposed ${shortName(plan.parent)} → ${shortName(project)} with a bond of ${formatMoney(bond)}${end}.`);
  }
  return bonded;
}

async function challenge({ chain }: Stage, parent: Hex, project: string, bond: bigint): Promise<bigint> {
  const challenger = await chain.clientOf("challenger");
  const stake = (bond + 1n) / 2n;
  await fundAccount(chain, challenger, chain.registry, stake);
  const child = nodeId(project);
  await chain.spend("challengeEdge", await challenger.challengeEdge({ parent, child, maxStake: stake }));
  return stake;
}

/** Reads what became of the bonds, and pays out what came back. */
export async function settleBonds(stage: Stage, bonded: readonly Bonded[]): Promise<BondResult[]> {
  const { chain, plan } = stage;
  const events = await chain.publicClient.getContractEvents({
    address: chain.registry,
    abi: edgeRegistryAbi,
    eventName: "EdgeSettled",
    args: { round: stage.round, parent: nodeId(plan.parent) },
    fromBlock: 0n,
    strict: true,
  });
  for (const role of ["proposer", "challenger"] as const) {
    const client = await chain.clientOf(role);
    const account = client.account.address;
    if ((await client.getBondCredits({ account })) === 0n) continue;
    await chain.spend("withdrawBonds", await client.withdrawBonds({ receiver: account }));
  }
  return bonded.map(({ project, bond, challenged }) => {
    const event = events.find(({ args }) => args.child === nodeId(project));
    if (event === undefined) throw new Error(`The bond of "${project}" was not settled.`);
    const { kept, charge, slashed } = event.args;
    const fate = kept ? "kept" : "left";
    return {
      edge: `${plan.parent} -> ${project}`,
      bond,
      outcome: challenged ? (`challenged, ${fate}` as const) : fate,
      charge,
      slashed,
      returned: bond - charge - slashed,
    };
  });
}
