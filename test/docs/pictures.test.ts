import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { activitiesOf, drawLifecycle, placeBars, timelineOf } from "../../scripts/docs/pictures/lifecycle.ts";
import { answeredGraph, drawMoneyFlow, flowOf } from "../../scripts/docs/pictures/moneyFlow.ts";
import { drawPictures } from "../../scripts/docs/pictures/index.ts";
import { drawPrices } from "../../scripts/docs/pictures/prices.ts";
import { layoutSankey, type FlowLink, type FlowNode } from "../../scripts/docs/pictures/sankey.ts";
import { readRound } from "../../scripts/utils/round.ts";
import * as actions from "../../sdk/src/client/index.ts";
import { credit } from "../../sdk/src/graph/index.ts";
import { openPool, quote } from "../../sdk/src/math/index.ts";
import { DAY, PARAMETERS, WAD, deployRounds } from "../utils/rounds.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const round = await readRound(join(ROOT, "examples", "own-dependencies"));

/** Sums what flows over one end of the links, by node. */
function sumBy(links: readonly FlowLink[], end: "source" | "target"): Map<string, number> {
  const sums = new Map<string, number>();
  for (const link of links) sums.set(link[end], (sums.get(link[end]) ?? 0) + link.value);
  return sums;
}

function expectClose(actual: number, expected: number, tolerance: number, message = ""): void {
  expect(Math.abs(actual - expected) <= tolerance, `${message} ${actual} is not ${expected}`).to.equal(true);
}

describe("Layout of a Sankey diagram", function () {
  /** From one source through some nodes to others; every node of the middle passes on all that it gets. */
  const flows = fc
    .array(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 })
    .map((rows) => {
      const down = rows.flatMap((row, i) => row.map((value, j) => ({ source: `m${i}`, target: `t${j}`, value })));
      const top = rows.map((row, i) => ({ source: "s", target: `m${i}`, value: row.reduce((sum, x) => sum + x, 0) }));
      const links: FlowLink[] = [...top, ...down];
      const ids = [...new Set(links.flatMap(({ source, target }) => [source, target]))];
      const nodes = ids.map((id): FlowNode => ({ id, column: id === "s" ? 0 : id.startsWith("m") ? 1 : 2 }));
      return { nodes, links };
    });
  const options = { height: 400, gap: 10 };

  it("nothing should get lost: as much as a node is high comes in, and goes out", function () {
    fc.assert(
      fc.property(flows, ({ nodes, links }) => {
        const sankey = layoutSankey(nodes, links, options);
        const widths = sankey.links.map((link) => ({ ...link, value: link.width }));
        const [out, into] = [sumBy(widths, "source"), sumBy(widths, "target")];
        for (const { id, height, column } of sankey.nodes) {
          if (column > 0) expectClose(into.get(id) ?? 0, height, 1e-6, id);
          if (column < 2) expectClose(out.get(id) ?? 0, height, 1e-6, id);
        }
      }),
    );
  });

  it("nodes of a column should keep their distance and stay inside, ribbons lie side by side within their nodes", function () {
    fc.assert(
      fc.property(flows, ({ nodes, links }) => {
        const sankey = layoutSankey(nodes, links, options);
        for (const column of [0, 1, 2]) {
          const stack = sankey.nodes.filter((node) => node.column === column).sort((a, b) => a.y - b.y);
          stack.forEach(({ y, height }, i) => {
            expect(y >= -1e-6 && y + height <= options.height + 1e-6).to.equal(true);
            const next = stack[i + 1];
            if (next) expectClose(next.y - y - height, options.gap, 1e-6);
          });
        }
        for (const [end, at] of [
          ["source", "from"],
          ["target", "to"],
        ] as const) {
          for (const { id, y } of sankey.nodes) {
            const ribbons = sankey.links.filter((link) => link[end] === id).sort((a, b) => a[at] - b[at]);
            let edge = y;
            for (const ribbon of ribbons) {
              expectClose(ribbon[at] - ribbon.width / 2, edge, 1e-6);
              edge += ribbon.width;
            }
          }
        }
      }),
    );
  });

  it("given too many nodes, or a link of nobody, it should say so", function () {
    const nodes = Array.from({ length: 50 }, (_, i) => ({ id: `${i}`, column: i === 0 ? 0 : 1 }));
    const links = nodes.slice(1).map(({ id }) => ({ source: "0", target: id, value: 1 }));
    expect(() => layoutSankey(nodes, links, options)).to.throw(RangeError, "do not fit");
    expect(() => layoutSankey(nodes, [{ source: "0", target: "nobody", value: 1 }], options)).to.throw(/nobody/);
  });
});

describe("How money flows, of the sample round", function () {
  const graph = answeredGraph(round);
  const shares = credit(graph, { maxPaths: Number.MAX_SAFE_INTEGER });
  const { nodes, links } = flowOf(round.target, shares);
  const [out, into] = [sumBy(links, "source"), sumBy(links, "target")];

  it("all of the target's money should flow, and every seed pass on what it gets", function () {
    expectClose(out.get(`0 ${round.target}`) ?? 0, 1, 1e-9);
    const seeds = nodes.filter(({ column }) => column === 1);
    expect(seeds).to.have.length(round.projects.length);
    for (const { id } of seeds) expectClose(into.get(id) ?? 0, out.get(id) ?? 0, 1e-12, id);
  });

  it("every project that is shown should get the share that `credit` says, the others together the rest", function () {
    const ends = nodes.filter(({ column, id }) => column === 2 && id !== "2 others");
    expect(ends.length).to.be.greaterThan(10);
    for (const { id } of ends) {
      const share = shares.projects.get(id.slice(2))?.share ?? 0n;
      expectClose(into.get(id) ?? 0, Number(share) / 1e18, 1e-12, id);
    }
    const shown = ends.reduce((sum, { id }) => sum + (into.get(id) ?? 0), 0);
    expectClose(into.get("2 others") ?? 0, 1 - shown, 1e-9);
  });

  it("the table should say the same", function () {
    const [[project = "", keeps] = []] = drawMoneyFlow(round).rows;
    const share = Number(shares.projects.get(project)?.share) / 1e18;
    expect(keeps).to.equal(`${(share * 100).toFixed(1)}%`);
  });
});

describe("What a trade costs by its size", function () {
  const { drawing, head, rows } = drawPrices(round);
  const outcome = round.prices.indexOf(round.prices.reduce((a, b) => (a > b ? a : b)));

  /** The average price of a LONG, by a quote of the SDK. */
  function averageOf(b: bigint, feeRate: bigint, alpha: bigint, size: bigint): number {
    const pool = openPool({ prices: round.prices, b: b * WAD, feeRate, alpha });
    const { total } = quote(pool, [{ outcome, short: false, amount: size * WAD }]);
    return Number(total) / Number(size * WAD);
  }

  it("the table should have the SDK's quotes, for every depth and with the fee", function () {
    expect(head.slice(1, 5)).to.deep.equal(["b = 100", "b = 200", "b = 400", "b = 200, with fee 0.3%"]);
    for (const [size = "", ...found] of rows) {
      const quotes = [100n, 200n, 400n].map((b) => averageOf(b, 0n, 0n, BigInt(size)));
      const withFee = averageOf(200n, 300_000n, 12_500n, BigInt(size));
      expect(found.slice(0, 4), size).to.deep.equal([...quotes, withFee].map((price) => price.toFixed(4)));
    }
  });

  it("the lines should be drawn through them, to a tenth of a pixel", function () {
    const lines = drawing.body.flatMap((one) => /<polyline points="([^"]*)"/.exec(one)?.[1] ?? []);
    expect(lines).to.have.length(5);
    lines.slice(0, 3).forEach((line, i) => {
      const ys = line.split(" ").map((point) => Number(point.split(",")[1]));
      const b = [100n, 200n, 400n][i] ?? 0n;
      const prices = ys.map((_, k) => averageOf(b, 0n, 0n, k === 0 ? 1n : BigInt(k) * 10n));
      const [first = 0, last = 0] = [prices[0], prices.at(-1)];
      const slope = ((ys.at(-1) ?? 0) - (ys[0] ?? 0)) / (last - first);
      prices.forEach((price, k) => expectClose(ys[k] ?? 0, (ys[0] ?? 0) + slope * (price - first), 0.11));
    });
  });
});

describe("How a round lives", function () {
  it("the timeline should be the schedule that the contract says", async function () {
    const parameters = { ...PARAMETERS, openingKinds: 7, openingPeriod: 4 * DAY };
    const connection = await network.create();
    const { rounds } = await deployRounds(connection, { parameters });
    await rounds.sponsor(PARAMETERS.minBudget);
    await rounds.start();
    const schedule = await rounds.scheduleOf(1n);
    const days = (time: bigint) => Number(time - schedule.registrationAt) / DAY;
    const timeline = timelineOf(parameters);
    expect(timeline.opening).to.equal(days(schedule.openingAt));
    expect(timeline.trading).to.equal(days(schedule.tradingAt));
    expect(timeline.closes).to.equal(days(schedule.closesAt));
    expect(timeline.audited).to.equal(days(schedule.auditedAt));
    // The jury posts in the last second of its period too, which nobody could see.
    expectClose(timeline.evaluated, days(schedule.evaluatedAt), 1 / DAY + 1e-9);
    expectClose(timeline.settles, days(schedule.settlesAt), 1 / DAY + 1e-9);
    await connection.close();
  });

  it("every call should be an action of the SDK", function () {
    const names = activitiesOf(timelineOf({ ...PARAMETERS, openingPeriod: DAY })).flatMap(({ calls }) => calls);
    expect(names.length).to.be.greaterThan(20);
    expect(names.filter((name) => !(name in actions))).to.deep.equal([]);
  });

  it("given any periods, no bar or label should meet another", function () {
    const days = (least: number) => fc.integer({ min: least, max: 90 }).map((n) => n * DAY);
    const periods = fc.record({
      registration: days(1),
      openingPeriod: days(0),
      trading: days(3),
      twapWindow: fc.constant(2 * DAY),
      auditPeriod: fc.constant(DAY),
      evaluationPeriod: days(2),
      challengeWindow: days(1),
      answerPeriod: days(1),
    });
    fc.assert(
      fc.property(periods, (parameters) => {
        const timeline = timelineOf(parameters);
        const bars = placeBars(activitiesOf(timeline), (day) => 250 + (day / timeline.settles) * 560);
        bars.forEach((bar, i) => {
          for (const other of bars.slice(i + 1).filter(({ row }) => row === bar.row)) {
            const [first, second] = bar.x <= other.x ? [bar, other] : [other, bar];
            expect(first.end <= Math.min(second.x, second.labelX) + 1e-9, `${first.label} / ${second.label}`).to.equal(
              true,
            );
          }
        });
      }),
    );
  });

  it("the periods should be those of the local deployment", async function () {
    const text = await readFile(join(ROOT, "deploy", "parameters", "localhost.json"), "utf8");
    const { Local } = JSON.parse(text) as { readonly Local: typeof PARAMETERS };
    const [lifecycle] = await drawPictures(ROOT);
    expect(lifecycle?.drawing).to.deep.equal(drawLifecycle(Local).drawing);
    expect(lifecycle?.drawing.description).to.contain(`Trading from day ${Local.registration / DAY} to`);
  });
});
