import { network } from "hardhat";

import { deployEcosystem, importGraph, type Deployment } from "./deployment.ts";
import type { Import } from "./genesis.ts";
import { createMeter, type PhaseGas } from "./meter.ts";
import { openRound, startRound } from "./opening.ts";
import { distribute, register } from "./registration.ts";
import { drawAndSelect, openNodes, resolve, settle, tradeEverywhere } from "./round.ts";

/** A whole round, measured; the chain is left in Registration of the next. */
export type RoundRun = { readonly deployment: Deployment; readonly phases: readonly PhaseGas[] };

/** Runs one round over a graph, with the market of every node opened and traded once, up to the start of the next. */
export async function runRound(genesis: Import, log: (line: string) => void): Promise<RoundRun> {
  const meter = createMeter();
  const deployment = await deployEcosystem(await network.create(), genesis);
  await importGraph(deployment, genesis, meter);
  log("imported the graph");
  await startRound(deployment, meter);
  const claimants = await register(deployment, genesis, meter);
  await openRound(deployment, genesis.nodes[0]?.children.length ?? 0, meter);
  const questions = await openNodes(deployment, meter);
  log("opened every market");
  await tradeEverywhere(deployment, questions, meter);
  log("traded in every market");
  await drawAndSelect(deployment, meter);
  log("drew and selected");
  await resolve(deployment, questions, meter);
  await settle(deployment, questions, meter);
  log("settled every node");
  await distribute(deployment, genesis, claimants, meter);
  log("money went down every edge");
  await startRound(deployment, meter);
  return { deployment, phases: meter.phases() };
}
