import { expect } from "chai";
import { network } from "hardhat";

import { runCrowdedRound } from "../../scripts/benchScale/crowd.ts";
import { deployEcosystem, importGraph } from "../../scripts/benchScale/deployment.ts";
import { importOf } from "../../scripts/benchScale/genesis.ts";
import {
  generateGraph,
  GG24_SHAPE,
  shapeOf,
  thinGraph,
  type Dependencies,
  type Shape,
} from "../../scripts/benchScale/graph.ts";
import { createMeter, GAS_CAP, TransactionFailedError } from "../../scripts/benchScale/meter.ts";
import { measureOpening, OPENING_PHASES, spreadOf } from "../../scripts/benchScale/opening.ts";
import { runRound } from "../../scripts/benchScale/runRound.ts";
import { nodeId } from "../../sdk/src/graph/index.ts";
import { WAD } from "../../sdk/src/math/index.ts";

const TINY: Shape = { seeds: 5, childless: 1, edges: 20, largest: 9, projects: 16 };

function sum(weights: readonly bigint[]): bigint {
  return weights.reduce((total, weight) => total + weight, 0n);
}

function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
}

describe("The bench of scale", function () {
  describe("its graphs", function () {
    it("should generate what has the size of the GG24 graph, and of a tiny one", function () {
      expect(shapeOf(generateGraph())).to.deep.equal(GG24_SHAPE);
      expect(shapeOf(generateGraph(TINY))).to.deep.equal(TINY);
      expect(generateGraph()).to.deep.equal(generateGraph());
      for (const list of generateGraph().children.values()) expect(new Set(list).size).to.equal(list.length);
    });

    it("should thin what is below the seeds and leave them their questions", function () {
      const { children, target } = thinGraph(generateGraph(TINY), 3);
      expect(children.get(target)).to.deep.equal(generateGraph(TINY).children.get(target));
      const sizes = [...children.values()].slice(1).map((list) => list.length);
      expect(sizes[0]).to.equal(3);
      expect(sizes).to.have.length(TINY.seeds - TINY.childless);
      expect(Math.min(...sizes)).to.equal(2);
    });
  });

  describe("its genesis", function () {
    const graph: Dependencies = {
      target: "target",
      children: new Map([
        ["target", ["a", "b", "c"]],
        ["a", ["b", ...names("x", 140)]],
        ["b", ["c", "y", "a"]],
        ["far", ["z"]],
      ]),
    };

    it("should put parents first and drop the edge that closes a cycle", function () {
      const genesis = importOf(graph);
      expect(genesis.nodes.map(({ node }) => node)).to.deep.equal(["target", "a", "b"].map(nodeId));
      expect(genesis.dropped).to.deep.equal([["b", "a"]]);
      expect(genesis.nodes[2]?.children).to.deep.equal(["c", "y"].map(nodeId));
    });

    it("should keep the first 128 children, whose weights are in proportion 1/rank and sum to exactly 1", function () {
      const { nodes, cut } = importOf(graph);
      expect(cut.map(({ child }) => child)).to.deep.equal(names("x", 140).slice(127));
      for (const { weights } of nodes) expect(sum(weights)).to.equal(WAD);
      const [first = 0n, second = 0n] = nodes[1]?.weights ?? [];
      const last = nodes[1]?.weights.at(-1) ?? 0n;
      expect(nodes[1]?.children).to.deep.equal(["b", ...names("x", 127)].map(nodeId));
      expect(first - 2n * second).to.be.within(0n, 1000n);
      expect(first - 128n * last).to.be.within(0n, 1000n);
    });
  });

  it("should refuse a transaction that does not fit below the cap, and import the same in several", async function () {
    const seeds = names("seed", 5);
    const lists = seeds.map((seed) => [seed, names(`${seed}-child`, 128)] as const);
    const graph: Dependencies = { target: "target", children: new Map([["target", seeds], ...lists]) };
    const deployment = await deployEcosystem(await network.create(), importOf(graph));
    const atOnce = importGraph(deployment, importOf(graph, { gasPerTransaction: 10n ** 9n }), createMeter());
    await expect(atOnce).to.be.rejectedWith(TransactionFailedError, /^import: /);
    await importGraph(deployment, importOf(graph), createMeter());
    expect(await deployment.registry.isSealed()).to.equal(true);
  });

  it("should run a whole round, each transaction below the cap, and leave weights that sum to 1", async function () {
    const genesis = importOf(generateGraph(TINY), { gasPerTransaction: 10n ** 6n });
    const { deployment, phases } = await runRound(genesis, () => undefined);
    const { registry, rounds } = deployment;

    const gasOf = (name: string) => phases.find(({ phase }) => phase === name);
    for (const { largest } of phases) expect(largest).to.be.within(1, GAS_CAP - 1);
    for (const kind of ["originality", "children"]) {
      for (const step of ["openNode", "trade"]) expect(gasOf(`${step} ${kind}`)?.nodes).to.equal(4);
    }
    expect(gasOf("settleSeed")?.nodes).to.equal(4);
    expect(gasOf("import")).to.include({ nodes: 5, edges: TINY.seeds + TINY.edges });
    expect(gasOf("pullMany")?.edges).to.equal(TINY.seeds + TINY.edges + 1); // with the edge that was proposed

    expect(await rounds.current()).to.equal(2n);
    for (const { node } of genesis.nodes) {
      const [, weights] = await registry.childrenAt(1n, node);
      expect(sum(weights)).to.equal(WAD);
    }
  });

  it("should crowd a round with challenged candidates, each transaction below the cap", async function () {
    const phases = await runCrowdedRound(() => undefined, 4, 3);
    const gasOf = (name: string) => phases.find(({ phase }) => phase === name);
    for (const { largest } of phases) expect(largest).to.be.within(1, GAS_CAP - 1);
    expect(gasOf("challengeEdge")?.transactions).to.equal(6);
    expect(gasOf("openNode originality")?.nodes).to.equal(7);
    expect(gasOf("openNode children")?.edges).to.equal(4 + 3 + 6 * 2);
    expect(gasOf("settleTarget")?.edges).to.equal(7);
    expect(gasOf("settleSeed")?.nodes).to.equal(7);
  });

  it("RO-3: should find that opening a round costs the same whatever is below the seeds", async function () {
    const graph = generateGraph(TINY);
    const openings = [await measureOpening(thinGraph(graph, 3)), await measureOpening(graph)];
    expect(openings[0]?.edges).to.be.lessThan(openings[1]?.edges ?? 0);
    expect(openings[1]?.phases.map(({ phase }) => phase)).to.deep.equal(OPENING_PHASES);
    expect(openings[0]?.phases).to.deep.equal(openings[1]?.phases);
    expect(spreadOf(openings)).to.equal(0);
  });
});
