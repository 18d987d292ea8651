import { network } from "hardhat";

import { ROUND_KINDS, kindIndex } from "../../sdk/src/rounds/index.ts";
import { WAD } from "../../sdk/src/math/index.ts";
import { deployEcosystem, importGraph, type Deployment } from "./deployment.ts";
import { edgesOf, importOf } from "./genesis.ts";
import type { Dependencies } from "./graph.ts";
import { createMeter, type Meter, type PhaseGas } from "./meter.ts";

/** What the sponsors of a measured round give. */
const BUDGET = 1_000_000n * WAD;

/** The phases of which RO-3 says that they cost the same whatever is below the seeds. */
export const OPENING_PHASES = ["start", "openSeeds", "openSelection originality", "openSelection children"];

/** What opening a round cost on a graph with `edges` funded edges. */
export type Opening = { readonly edges: number; readonly phases: readonly PhaseGas[]; readonly gas: number };

/** Sponsors the next round and starts it. */
export async function startRound({ rounds, deployer }: Deployment, meter: Meter): Promise<void> {
  const suffix = (await rounds.current()) === 0n ? "" : ", next round";
  await meter.send(`sponsor${suffix}`, {}, (limit) => rounds.connect(deployer).sponsor(BUDGET, limit));
  await meter.send(`start${suffix}`, {}, (limit) => rounds.start(limit));
}

/** Lets Registration pass and opens the market of the seeds and both selections. */
export async function openRound({ rounds, connection }: Deployment, seeds: number, meter: Meter): Promise<void> {
  await connection.networkHelpers.time.increaseTo((await rounds.scheduleOf(await rounds.current())).tradingAt);
  await meter.send("openSeeds", { edges: seeds }, (limit) => rounds.openSeeds(limit));
  for (const kind of ROUND_KINDS.slice(1)) {
    await meter.send(`openSelection ${kind}`, { nodes: seeds }, (limit) =>
      rounds.openSelection(kindIndex(kind), limit),
    );
  }
}

/** Opens the first round of a graph on a chain of its own. */
export async function measureOpening(graph: Dependencies): Promise<Opening> {
  const genesis = importOf(graph);
  const deployment = await deployEcosystem(await network.create(), genesis);
  const meter = createMeter();
  await importGraph(deployment, genesis, meter);
  await startRound(deployment, meter);
  await openRound(deployment, graph.children.get(graph.target)?.length ?? 0, meter);
  const phases = meter.phases().filter(({ phase }) => OPENING_PHASES.includes(phase));
  return { edges: edgesOf(genesis.nodes), phases, gas: phases.reduce((sum, { gas }) => sum + gas, 0) };
}

/** How much dearer the dearest opening is than the cheapest, as a part of it. */
export function spreadOf(openings: readonly Opening[]): number {
  const gas = openings.map((opening) => opening.gas);
  return Math.max(...gas) / Math.min(...gas) - 1;
}
