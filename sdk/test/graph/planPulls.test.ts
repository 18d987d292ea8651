import { expect } from "chai";
import fc from "fast-check";

import { InvalidParameterError } from "../../src/errors/math.ts";
import { credit, planPulls, type Books, type Graph, type PullEdge } from "../../src/graph/index.ts";
import { WAD } from "../../src/utils/wad.ts";
import { graphOf, graphs } from "../utils/graphs.ts";
import { expectThrow } from "../utils/throws.ts";

const GRAPH = graphOf({
  target: [0, { a: 205, b: 127, c: 568, unknown: 100 }],
  a: [400, { shared: 50, x: 950 }],
  b: [376, { shared: 108, y: 892 }],
});
const AMOUNT = 10n ** 18n;
const FRESH = new Map<string, Books>([["target", { received: AMOUNT, claimed: 0n, pulled: [] }]]);

type Ledger = Map<string, { received: bigint; claimed: bigint; pulled: bigint[] }>;

/** The contract's `pull`. */
function pull(graph: Graph, ledger: Ledger, { parent, index }: PullEdge): bigint {
  const { originality, children } = graph.nodes.get(parent) ?? { originality: WAD, children: [] };
  const { node, weight } = children[Number(index)] as (typeof children)[number];
  const from = accountOf(ledger, parent);
  const amount = (from.received * (WAD - originality) * weight) / WAD ** 2n - (from.pulled[Number(index)] ?? 0n);
  for (let i = from.pulled.length; i <= Number(index); ++i) from.pulled.push(0n);
  from.pulled[Number(index)] = (from.pulled[Number(index)] ?? 0n) + amount;
  accountOf(ledger, node).received += amount;
  return amount;
}

function accountOf(ledger: Ledger, node: string) {
  const found = ledger.get(node) ?? { received: 0n, claimed: 0n, pulled: [] };
  ledger.set(node, found);
  return found;
}

function claimableOf(graph: Graph, ledger: Ledger, node: string): bigint {
  const { originality, children } = graph.nodes.get(node) ?? { originality: WAD, children: [] };
  const { received, claimed } = accountOf(ledger, node);
  return (received * (children.length === 0 ? WAD : originality)) / WAD - claimed;
}

describe("planPulls", function () {
  it("pulls everything, parents before children, in one batch", function () {
    const { batches, claimable, returned } = planPulls({ graph: GRAPH, books: FRESH });
    expect(batches).to.have.length(1);
    expect(batches[0]?.map(({ parent, index }) => `${parent} ${index}`)).to.deep.equal([
      ...["target 0", "target 1", "target 2", "target 3"],
      ...["a 0", "a 1", "b 0", "b 1"],
    ]);
    expect(claimable.get("shared")).to.equal(credit(GRAPH).projects.get("shared")?.share);
    expect(returned).to.equal(AMOUNT / 10n);
  });

  it("pulls for one project along its paths only", function () {
    const { batches, claimable, returned } = planPulls({ graph: GRAPH, books: FRESH, projects: ["shared"] });
    const edges = batches.flat().map(({ parent, index }) => `${parent} ${index}`);
    expect(edges).to.deep.equal(["target 0", "target 1", "a 0", "b 0"]);
    expect(claimable.get("shared")).to.equal(14_708_784_000_000_000n);
    expect(returned).to.equal(0n);
  });

  it("leaves out what nothing moves along, and what was pulled already", function () {
    const books = new Map(FRESH).set("target", {
      received: AMOUNT,
      claimed: 0n,
      pulled: [0n, (AMOUNT * 127n) / 1000n],
    });
    const { batches } = planPulls({ graph: GRAPH, books, projects: ["shared"] });
    expect(batches.flat().map(({ parent, index }) => `${parent} ${index}`)).to.deep.equal(["target 0", "a 0"]);
    expect(planPulls({ graph: GRAPH, books: new Map() }).batches).to.deep.equal([]);
  });

  it("tells what can be claimed beyond what was claimed", function () {
    const books = new Map(FRESH).set("c", { received: 0n, claimed: 100n, pulled: [] });
    expect(planPulls({ graph: GRAPH, books }).claimable.get("c")).to.equal((AMOUNT * 568n) / 1000n - 100n);
  });

  it("goes no further than a project whose weights are not known, which can claim nothing", function () {
    const { batches, claimable } = planPulls({ graph: { ...GRAPH, open: new Set(["a"]) }, books: FRESH });
    expect(batches.flat().filter(({ parent }) => parent === "a")).to.deep.equal([]);
    expect(claimable.has("a")).to.equal(false);
    expect(claimable.get("shared")).to.equal(8_558_784_000_000_000n);
  });

  it("fits batches into the gas", function () {
    const plan = planPulls({ graph: GRAPH, books: FRESH, gasPerBatch: 360_000n, gasPerPull: 100_000n });
    expect(plan.batches.map((batch) => batch.length)).to.deep.equal([3, 3, 2]);
    for (const gas of [{ gasPerBatch: 159_999n, gasPerPull: 100_000n }, { gasPerPull: 0n }]) {
      expectThrow(() => planPulls({ graph: GRAPH, books: FRESH, ...gas }), InvalidParameterError);
    }
    expect(
      planPulls({ graph: GRAPH, books: FRESH, gasPerBatch: 160_000n, gasPerPull: 100_000n }).batches,
    ).to.have.length(8);
  });

  it("comes to what the contract comes to, to the unit, from wherever it stands", function () {
    const amounts = fc.bigInt(0n, 2n ** 128n - 1n);
    const steps = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(graphs(), amounts, steps, fc.boolean(), (graph, amount, before, forOne) => {
        const ledger: Ledger = new Map();
        accountOf(ledger, graph.target).received = amount;
        const parents = [...graph.nodes].filter(([, { children }]) => children.length > 0);
        for (const [i, j, claims] of before) {
          const [parent, { children }] = parents[i % parents.length] as (typeof parents)[number];
          if (claims && parent !== graph.target)
            accountOf(ledger, parent).claimed += claimableOf(graph, ledger, parent);
          pull(graph, ledger, { parent, index: BigInt(j % children.length) });
        }

        const projects = forOne ? ["4"] : undefined;
        const plan = planPulls({ graph, books: ledger, projects, gasPerBatch: 170_000n });
        for (const edge of plan.batches.flat()) expect(pull(graph, ledger, edge) > 0n).to.equal(true);
        for (const node of graph.nodes.keys()) {
          if (node === graph.target) continue;
          expect(plan.claimable.get(node) ?? 0n).to.equal(claimableOf(graph, ledger, node));
        }
        // Nothing is left to pull, for what the plan was for.
        expect(planPulls({ graph, books: ledger, projects }).batches).to.deep.equal([]);
      }),
    );
  });

  it("agrees with the shares of credit up to the units that the pulls round off", function () {
    fc.assert(
      fc.property(graphs(), (graph) => {
        const books = new Map<string, Books>([[graph.target, { received: AMOUNT, claimed: 0n, pulled: [] }]]);
        const { claimable } = planPulls({ graph, books });
        for (const [node, { share }] of credit(graph).projects) {
          const missing = share - (claimable.get(node) ?? 0n);
          expect(missing >= 0n && missing <= 100n).to.equal(true);
        }
      }),
    );
  });
});
