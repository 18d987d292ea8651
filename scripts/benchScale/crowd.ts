import { network } from "hardhat";
import { keccak256, toHex, type Hex } from "viem";

import { nodeId, type GraphEdge } from "../../sdk/src/graph/index.ts";
import { WAD } from "../../sdk/src/math/index.ts";
import { deployEcosystem, importGraph, type Deployment } from "./deployment.ts";
import { importOfEdges } from "./genesis.ts";
import { createMeter, type Meter, type PhaseGas } from "./meter.ts";
import { openRound, startRound } from "./opening.ts";
import { drawAndSelect, fallingVerdict, openNodes, resolve, settle, tradeEverywhere } from "./round.ts";

/** The least rate of a candidate (ER-10). */
const RATE = WAD / 100_000n;
const NO_LIMIT = 2n ** 255n;
/** More than a bond or a stake. */
const MONEY = 1_000_000n * WAD;
/** Funded children of a node, and candidates of a round, at most (ER-2, ER-11). */
const [MAX_CHILDREN, MAX_CANDIDATES] = [128, 127];

/**
 * Runs a round that strangers make as large as the rules allow: the target and its first seed have 128 children and get
 * 127 candidates each, by as many proposers, all challenged, by as many challengers; all candidates of the target have
 * children, so that 255 seeds are eligible; and all candidates leave.
 * @param size Children of the target and of the first seed.
 * @param candidates Candidates of both.
 */
export async function runCrowdedRound(
  log: (line: string) => void,
  size = MAX_CHILDREN,
  candidates = MAX_CANDIDATES,
): Promise<readonly PhaseGas[]> {
  const seeds = projects("seed", size);
  const late = projects("late", candidates);
  const edges = [
    ...listOf("target", seeds),
    // What is proposed for the target has to be in the graph, to have children.
    ...listOf("seed-0", [...late, ...projects("child", size - candidates)]),
    ...seeds.slice(1).flatMap((seed) => listOf(seed, [`${seed}-x`, `${seed}-y`])),
    ...late.flatMap((seed) => listOf(seed, [`${seed}-x`, `${seed}-y`])),
  ];
  const genesis = importOfEdges("target", edges);
  const deployment = await deployEcosystem(await network.create(), genesis);
  const meter = createMeter();
  await importGraph(deployment, genesis, meter);
  await startRound(deployment, meter);
  await propose(deployment, nodeId("target"), late, meter);
  await propose(deployment, nodeId("seed-0"), projects("new", candidates), meter);
  log("proposed and challenged");
  await openRound(deployment, size + candidates, meter);
  const questions = await openNodes(deployment, meter);
  await tradeEverywhere(deployment, questions, meter);
  log("traded in every market");
  await drawAndSelect(deployment, meter);
  await resolve(deployment, questions, meter, fallingVerdict);
  await settle(deployment, questions, meter);
  log("settled every node");
  return meter.phases();
}

/** One edge of each project, proposed and challenged by accounts that do nothing else. */
async function propose(deployment: Deployment, parent: Hex, names: readonly string[], meter: Meter): Promise<void> {
  const { registry } = deployment;
  for (const name of names) {
    const proposer = await newcomer(deployment, `${parent} proposer of ${name}`);
    await meter.send("proposeEdge", { edges: 1 }, (limit) =>
      registry.connect(proposer).proposeEdge(parent, name, RATE, NO_LIMIT, limit),
    );
    const challenger = await newcomer(deployment, `${parent} challenger of ${name}`);
    await meter.send("challengeEdge", { edges: 1 }, (limit) =>
      registry.connect(challenger).challengeEdge(parent, nodeId(name), NO_LIMIT, limit),
    );
  }
}

/** An account with money that the registry may take. */
async function newcomer({ connection, money, registry }: Deployment, name: string) {
  const { ethers, networkHelpers } = connection;
  const address = `0x${keccak256(toHex(name)).slice(26)}`;
  await networkHelpers.impersonateAccount(address);
  await networkHelpers.setBalance(address, WAD);
  const account = await ethers.getSigner(address);
  await money.mint(account, MONEY);
  await money.connect(account).approve(registry, ethers.MaxUint256);
  return account;
}

/** Edges to children of which the first has nearly everything: the others leave room for the least rate. */
function listOf(parent: string, children: readonly string[]): readonly GraphEdge[] {
  const first = WAD - BigInt(children.length - 1) * RATE;
  return children.map((child, i) => ({ parent, child, weight: i === 0 ? first : RATE }));
}

function projects(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
}
