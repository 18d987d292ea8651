import { expect } from "chai";
import fc from "fast-check";

import { GraphCycleError, GraphWeightsError, InvalidGraphError } from "../../src/errors/graph.ts";
import { InvalidParameterError } from "../../src/errors/math.ts";
import { credit, type Graph } from "../../src/graph/index.ts";
import { WAD } from "../../src/utils/wad.ts";
import { graphOf, graphs } from "../utils/graphs.ts";
import { expectThrow } from "../utils/throws.ts";

const milli = (thousandths: number): bigint => (BigInt(thousandths) * WAD) / 1000n;

/** .205 · .600 · .050 + .127 · .624 · .108 */
const TWO_PARENTS = graphOf({
  target: [0, { a: 205, b: 127, c: 568, unknown: 100 }],
  a: [400, { shared: 50, x: 950 }],
  b: [376, { shared: 108, y: 892 }],
});

describe("credit", function () {
  it("gives a project under two parents the sum of its paths, and says which", function () {
    const { projects, unknown } = credit(TWO_PARENTS);
    const shared = projects.get("shared");
    expect(shared?.share).to.equal(14_708_784_000_000_000n);
    expect(shared?.credit).to.equal(shared?.share);
    expect(shared?.paths).to.deep.equal([
      { nodes: ["target", "b", "shared"], share: 8_558_784_000_000_000n },
      { nodes: ["target", "a", "shared"], share: 6_150_000_000_000_000n },
    ]);
    expect(shared?.others).to.deep.equal({ count: 0n, share: 0n });
    expect(unknown).to.equal(milli(100));
  });

  it("lists the largest share first, without UNKNOWN, and the target with nothing", function () {
    const { projects } = credit(TWO_PARENTS);
    expect([...projects.keys()]).to.deep.equal(["c", "x", "a", "y", "b", "shared", "target"]);
    expect(projects.get("target")).to.deep.equal({
      credit: WAD,
      share: 0n,
      paths: [],
      others: { count: 0n, share: 0n },
    });
    expect(projects.get("a")?.share).to.equal((milli(205) * 400n) / 1000n);
  });

  it("keeps everything at a project without children, whatever its originality says", function () {
    const { projects } = credit(graphOf({ target: [0, { a: 1000 }], a: [300, {}] }));
    expect(projects.get("a")?.share).to.equal(WAD);
  });

  it("gives nothing to a project that nobody reaches, nor along an edge of weight 0", function () {
    const { projects } = credit(
      graphOf({ target: [0, { a: 1000, b: 0 }], lone: [500, { d: 1000 }], b: [0, { d: 1000 }] }),
    );
    for (const node of ["lone", "b", "d"]) {
      expect(projects.get(node)).to.deep.equal({ credit: 0n, share: 0n, paths: [], others: { count: 0n, share: 0n } });
    }
  });

  it("passes nothing on below a project whose weights are not known", function () {
    const { projects } = credit({ ...TWO_PARENTS, open: new Set(["a"]) });
    expect(projects.get("a")).to.include({ credit: milli(205), share: 0n });
    expect(projects.get("shared")?.share).to.equal(8_558_784_000_000_000n);
  });

  it("lists no more paths than asked for, the largest, and sums up the others", function () {
    // 2^20 paths: two ways at each of 20 levels.
    const levels = Array.from({ length: 20 }, (_, i) => [
      [`n${i}`, [0, { [`l${i}`]: 750, [`r${i}`]: 250 }]],
      [`l${i}`, [0, { [`n${i + 1}`]: 1000 }]],
      [`r${i}`, [0, { [`n${i + 1}`]: 1000 }]],
    ]);
    const graph = graphOf(Object.fromEntries(levels.flat()) as Parameters<typeof graphOf>[0], "n0");
    const end = credit(graph, { maxPaths: 3 }).projects.get("n20");
    expect(end?.share).to.equal(WAD);
    const most = (3n ** 20n * WAD) / 4n ** 20n;
    expect(end?.paths.map(({ share }) => share)).to.deep.equal([most, ...Array(2).fill((3n ** 19n * WAD) / 4n ** 20n)]);
    expect(end?.paths[0]?.nodes).to.have.length(41);
    expect(end?.others.count).to.equal(2n ** 20n - 3n);
    const without = credit(graph, { maxPaths: 0 }).projects.get("n20");
    expect(without?.paths).to.deep.equal([]);
    expect(without?.others).to.deep.equal({ count: 2n ** 20n, share: WAD });
  });

  it("equals the sum over all paths, of any graph", function () {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const { projects, unknown } = credit(graph, { maxPaths: 5 });
        const expected = allPaths(graph);
        let total = unknown;
        for (const [node, { share, paths, others }] of projects) {
          const found = (expected.get(node) ?? []).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
          expect(paths.map((path) => path.share)).to.deep.equal(found.slice(0, 5));
          expect(others.count).to.equal(BigInt(Math.max(0, found.length - 5)));
          const listed = paths.reduce((sum, path) => sum + path.share, others.share);
          expect(share - listed >= 0n && share - listed <= BigInt(paths.length)).to.equal(true);
          for (const { nodes } of paths) expect([nodes[0], nodes.at(-1)]).to.deep.equal([graph.target, node]);
          total += share;
        }
        expect(total <= WAD && WAD - total <= BigInt(projects.size)).to.equal(true);
      }),
    );
  });

  it("names the projects of a cycle, in order", function () {
    const graph = graphOf({
      target: [0, { a: 1000 }],
      a: [0, { b: 1000 }],
      b: [0, { c: 500, leaf: 500 }],
      c: [0, { b: 400, below: 600 }],
      below: [0, { leaf: 1000 }],
    });
    const { cycle, message } = expectThrow(() => credit(graph), GraphCycleError);
    expect([...cycle].sort()).to.deep.equal(["b", "c"]);
    for (const [i, node] of cycle.entries()) {
      const children = graph.nodes.get(node)?.children.map((child) => child.node);
      expect(children).to.include(cycle[(i + 1) % cycle.length]);
    }
    expect(message).to.include("→");
  });

  it("finds cycles through the target, and of one project with itself", function () {
    const back = graphOf({ target: [0, { a: 1000 }], a: [0, { target: 1000 }] });
    expect(expectThrow(() => credit(back), GraphCycleError).cycle).to.have.members(["target", "a"]);
    const self = graphOf({ target: [0, { a: 1000 }], a: [0, { a: 1000 }] });
    expect(expectThrow(() => credit(self), GraphCycleError).cycle).to.deep.equal(["a"]);
  });

  it("refuses weights that do not sum to 1", function () {
    const error = expectThrow(() => credit(graphOf({ target: [0, { a: 500, b: 499 }] })), GraphWeightsError);
    expect([error.node, error.sum]).to.deep.equal(["target", milli(999)]);
  });

  const invalid: Readonly<Record<string, Graph>> = {
    "an originality above 1": graphOf({ target: [0, { a: 1000 }], a: [1001, {}] }),
    "an originality below 0": graphOf({ target: [0, { a: 1000 }], a: [-1, {}] }),
    "a target that keeps credit": graphOf({ target: [1, { a: 1000 }] }),
    "UNKNOWN with children": graphOf({ target: [0, { unknown: 1000 }], unknown: [0, { a: 1000 }] }),
    "a negative weight": graphOf({ target: [0, { a: 1001, b: -1 }] }),
    "a child that is named twice": {
      target: "target",
      nodes: new Map([["target", { originality: 0n, children: [1, 2].map(() => ({ node: "a", weight: WAD / 2n })) }]]),
    },
  };
  for (const [what, graph] of Object.entries(invalid)) {
    it(`refuses ${what}`, function () {
      expectThrow(() => credit(graph), InvalidGraphError);
    });
  }

  it("is exact in 800 levels, in less than a second of CPU", function () {
    this.timeout(60_000);
    const levels = 800;
    const [most, rest] = [(WAD * 7n) / 10n + 3n, (WAD * 3n) / 10n - 3n];
    const nodes = Array.from({ length: levels }, (_, i) => {
      const children = [
        { node: `n${i + 1}`, weight: i < levels - 1 ? most : WAD },
        ...(i < levels - 1 ? [{ node: `n${i + 2}`, weight: rest }] : []),
      ];
      return [`n${i}`, { originality: i === 0 ? 0n : WAD / 100n, children }] as const;
    });
    const graph: Graph = { target: "n0", nodes: new Map(nodes) };
    const before = process.cpuUsage();
    const { projects } = credit(graph);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).to.be.below(1);

    // The plain way: all over one denominator, of as many levels as any path has.
    const [passed, scale] = [WAD - WAD / 100n, WAD * WAD];
    let [above, at] = [0n, scale ** BigInt(levels)];
    for (let i = 0; i < levels; ++i) {
      const found = projects.get(`n${i}`);
      expect(found?.credit, `n${i}`).to.equal((at * WAD) / scale ** BigInt(levels));
      const [keeps, next] = [i === 0 ? WAD : passed, i < levels - 1 ? most : WAD];
      const aboveKeeps = i === 1 ? WAD : passed;
      [above, at] = [at, (at * keeps * next + above * aboveKeeps * (i === 0 ? 0n : rest)) / scale];
    }
  });

  for (const maxPaths of [-1, 0.5, Number.NaN]) {
    it(`refuses ${maxPaths} paths`, function () {
      expectThrow(() => credit(TWO_PARENTS, { maxPaths }), InvalidParameterError);
    });
  }
});

/** What each project keeps by each path that brings something, by walking them all; each rounded down once. */
function allPaths(graph: Graph): Map<string, bigint[]> {
  const found = new Map<string, bigint[]>();
  walk(graph.target, 1n, 0);
  return found;

  function walk(node: string, value: bigint, depth: number): void {
    const { originality, children } = graph.nodes.get(node) ?? { originality: WAD, children: [] };
    const kept = children.length === 0 ? WAD : originality;
    if (kept > 0n && node !== graph.unknown) {
      found.set(node, [...(found.get(node) ?? []), (value * kept) / WAD ** BigInt(2 * depth)]);
    }
    for (const child of children) {
      const factor = (WAD - kept) * child.weight;
      if (factor > 0n) walk(child.node, value * factor, depth + 1);
    }
  }
}
