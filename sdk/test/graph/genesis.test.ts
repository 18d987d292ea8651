import { expect } from "chai";
import { keccak256, stringToHex } from "viem";

import { GraphCycleError, InvalidEdgesError, InvalidOriginalityError } from "../../src/errors/graph.ts";
import { genesis, genesisRoot, nodeId, UNKNOWN_NODE, type GraphEdge } from "../../src/graph/index.ts";
import { WAD } from "../../src/utils/wad.ts";

const edge = (parent: string, child: string, weight: bigint): GraphEdge => ({ parent, child, weight });
const HALF = WAD / 2n;
const DIAMOND = [
  // The parents come in an order in which they cannot be imported.
  edge("b", "d", WAD),
  edge("a", "b", HALF),
  edge("a", "d", HALF),
  edge("Ethereum", "a", HALF),
  edge("ethereum", "b", HALF),
  edge("d", "unknown", WAD),
  edge("elsewhere", "a", WAD),
];
const ORIGINALITY = { A: HALF, b: 0n, d: WAD };

describe("nodeId", function () {
  it("is the hash of the canonical name, whatever the spelling", function () {
    const id = keccak256(stringToHex("https://github.com/sigp/lighthouse"));
    for (const name of [
      "sigp/lighthouse",
      "https://www.github.com/Sigp/Lighthouse.git",
      "git@github.com:sigp/lighthouse",
    ]) {
      expect(nodeId(name)).to.equal(id);
    }
  });

  it("knows UNKNOWN in any case", function () {
    expect([nodeId("UNKNOWN"), nodeId("unknown")]).to.deep.equal([UNKNOWN_NODE, UNKNOWN_NODE]);
    expect(UNKNOWN_NODE).to.equal(keccak256(stringToHex("UNKNOWN")));
  });
});

describe("genesis", function () {
  it("puts parents before children, the heaviest child first, and leaves out what the target does not lead to", function () {
    const { target, root, transactions, cut, unreachable } = genesis({
      target: "ethereum",
      edges: DIAMOND,
      originality: ORIGINALITY,
    });
    const nodes = transactions.flat();
    expect(nodes).to.deep.equal([
      { node: nodeId("ethereum"), originality: 0n, children: [nodeId("a"), nodeId("b")], weights: [HALF, HALF] },
      { node: nodeId("a"), originality: HALF, children: [nodeId("b"), nodeId("d")], weights: [HALF, HALF] },
      { node: nodeId("b"), originality: 0n, children: [nodeId("d")], weights: [WAD] },
      { node: nodeId("d"), originality: WAD, children: [UNKNOWN_NODE], weights: [WAD] },
    ]);
    expect(target).to.equal(nodeId("ethereum"));
    expect(root).to.equal(genesisRoot(nodes));
    expect(genesisRoot(nodes.toReversed())).not.to.equal(root);
    expect(cut).to.deep.equal([]);
    expect(unreachable).to.deep.equal(["elsewhere"]);
  });

  it("keeps the 128 heaviest, the earlier on ties, and spreads the rest in proportion", function () {
    const edges = Array.from({ length: 130 }, (_, i) => edge("t", `p${i}`, i === 129 ? 5n : i === 3 ? 2n : 4n));
    const { transactions, cut } = genesis({ target: "t", edges, originality: {} }, { normalize: true });
    const [node] = transactions.flat();
    expect(node?.children).to.have.length(128);
    expect(node?.children[0]).to.equal(nodeId("p129"));
    expect(cut.map(({ child }) => child)).to.deep.equal(["p128", "p3"]);
    expect(node?.weights.reduce((a, b) => a + b)).to.equal(WAD);
  });

  it("splits into transactions that fit", function () {
    const names = Array.from({ length: 100 }, (_, i) => `seed${i}`);
    const edges = [
      ...names.map((name) => edge("t", name, 1n)),
      ...names.flatMap((name) => Array.from({ length: 100 }, (_, i) => edge(name, `${name}/${i}`, 1n))),
    ];
    const originality = Object.fromEntries(names.map((name) => [name, HALF]));
    const { transactions } = genesis({ target: "t", edges, originality }, { normalize: true });
    expect(transactions.flat()).to.have.length(101);
    expect(transactions.map((nodes) => nodes.length).every((length) => length <= 4)).to.equal(true);
    const one = genesis({ target: "t", edges, originality }, { normalize: true, gasPerTransaction: 10n ** 12n });
    expect(one.transactions).to.have.length(1);
  });

  it("given a circle, names it", function () {
    const edges = [edge("t", "a", WAD), edge("a", "b", WAD), edge("b", "c", WAD), edge("c", "a", WAD)];
    expect(() => genesis({ target: "t", edges, originality: {} }))
      .to.throw(GraphCycleError)
      .with.property("cycle")
      .that.deep.equals(["a", "b", "c"]);
  });

  const bad: readonly (readonly [string, readonly GraphEdge[]])[] = [
    ["a negative weight", [edge("t", "a", -1n), edge("t", "b", WAD + 1n)]],
    ["weights of nothing", [edge("t", "a", 0n)]],
    ["weights beyond 1", [edge("t", "a", WAD + 10n ** 13n)]],
    ["a child twice", [edge("t", "x/a", HALF), edge("t", "https://github.com/x/A", HALF)]],
    ["a child of itself", [edge("t", "T", WAD)]],
    ["a target without children", [edge("a", "b", WAD)]],
    ["children of UNKNOWN", [edge("t", "UNKNOWN", WAD), edge("unknown", "b", WAD)]],
  ];
  for (const [name, edges] of bad) {
    it(`given ${name}, it throws`, function () {
      expect(() => genesis({ target: "t", edges, originality: {} })).to.throw(InvalidEdgesError);
    });
  }

  it("given no originality of a project with children, or one above 1, it names the project", function () {
    for (const originality of [
      { b: 0n, d: WAD },
      { ...ORIGINALITY, A: WAD + 1n },
      { ...ORIGINALITY, A: -1n },
    ]) {
      expect(() => genesis({ target: "ethereum", edges: DIAMOND, originality }))
        .to.throw(InvalidOriginalityError)
        .with.property("projects")
        .that.deep.equals(["a"]);
    }
  });
});
