import { expect } from "chai";

import { credit, genesis, genesisGraphOf, graphOfGenesis, nodeId } from "../../src/graph/index.ts";
import { WAD } from "../../src/math/index.ts";

const FILES = {
  target: "target",
  projects: ["a", "b"],
  prices: [(3n * WAD) / 4n, WAD / 4n],
  edges: new Map([
    ["a", ["x", "y"]],
    ["b", ["x"]],
    ["target", ["a", "b", "x"]],
    ["childless", []],
  ]),
};

describe("genesisGraphOf", function () {
  it("takes children to count the same, and half to be original, where nobody has said anything", function () {
    const { edges, originality } = genesisGraphOf(FILES);
    expect(edges.filter(({ parent }) => parent === "a")).to.deep.equal([
      { parent: "a", child: "x", weight: WAD / 2n },
      { parent: "a", child: "y", weight: WAD / 2n },
    ]);
    expect(edges.filter(({ parent }) => parent === "target").map(({ weight }) => weight)).to.deep.equal(FILES.prices);
    expect(originality).to.deep.equal({ a: WAD / 2n, b: WAD / 2n });
  });

  it("flows by what somebody has said, also of children that no edge names", function () {
    const weights = new Map([["a", { projects: ["y", "z"], weights: [WAD / 4n, (3n * WAD) / 4n] }]]);
    const originality = new Map([["a", WAD / 5n]]);
    const graph = graphOfGenesis(genesis(genesisGraphOf({ ...FILES, weights, originality })));
    const { projects, unknown } = credit(graph);
    const shareOf = (name: string) => projects.get(nodeId(name))?.share;
    expect(shareOf("a")).to.equal((15n * WAD) / 100n);
    expect(shareOf("y")).to.equal((15n * WAD) / 100n);
    expect(shareOf("z")).to.equal((45n * WAD) / 100n);
    expect(shareOf("x")).to.equal(WAD / 8n);
    expect(unknown).to.equal(0n);
  });

  it("gives UNKNOWN back to the funding pool", function () {
    const edges = new Map([["a", ["UNKNOWN", "x"]]]);
    const { projects, unknown } = credit(graphOfGenesis(genesis(genesisGraphOf({ ...FILES, edges }))));
    expect(unknown).to.equal((3n * WAD) / 16n);
    expect(projects.get(nodeId("x"))?.share).to.equal((3n * WAD) / 16n);
  });
});
