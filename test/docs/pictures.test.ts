import { expect } from "chai";
import { network } from "hardhat";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { answeredGraph, flowOf, moneyFlowText, type FlowLink } from "../../site/generator/pictures/moneyFlow.ts";
import { priceSeries, drawPrices } from "../../site/generator/pictures/prices.ts";
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

  it("the diagram should say the same, in percent", function () {
    const rows = moneyFlowText(round).trim().split("\n").slice(4).map((row) => row.split(",")); // prettier-ignore
    expect(rows).to.have.length(links.length);
    const [[, , most = ""] = []] = rows;
    const largest = links.reduce((a, b) => (a.value > b.value ? a : b));
    expectClose(Number(most), largest.value * 100, 0.0005);
    const target = round.target.split("/").at(-1);
    const all = rows.filter(([source]) => source === target).reduce((sum, [, , value]) => sum + Number(value), 0);
    expectClose(all, 100, 0.001 * rows.length);
    const [project = "", { share } = { share: 0n }] = [...shares.projects][0] ?? [];
    const keeps = `${project.split("/").at(-1) ?? ""} keeps ${((Number(share) / 1e18) * 100).toFixed(1)}%`;
    expect(rows.map(([, to]) => to)).to.contain(keeps);
  });
});

describe("What a trade costs by its size", function () {
  const drawing = drawPrices(round);
  const series = priceSeries(round);
  const outcome = round.prices.indexOf(round.prices.reduce((a, b) => (a > b ? a : b)));

  /** The average price of a LONG, by a quote of the SDK. */
  function averageOf(b: bigint, feeRate: bigint, alpha: bigint, size: bigint): number {
    const pool = openPool({ prices: round.prices, b: b * WAD, feeRate, alpha });
    const { total } = quote(pool, [{ outcome, short: false, amount: size * WAD }]);
    return Number(total) / Number(size * WAD);
  }

  it("the lines should be the SDK's quotes, for every depth and with the fee", function () {
    const names = series.map(({ name }) => name);
    expect(names.slice(0, 4)).to.deep.equal(["b = 100", "b = 200", "b = 400", "b = 200, with fee 0.3%"]);
    const ours = [...[100n, 200n, 400n].map((b) => [b, 0n, 0n] as const), [200n, 300_000n, 12_500n] as const];
    ours.forEach(([b, feeRate, alpha], i) => {
      expect(series[i]?.points.length).to.be.greaterThan(20);
      for (const [size, price] of series[i]?.points ?? [])
        expect(price).to.equal(averageOf(b, feeRate, alpha, BigInt(size)));
    });
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

/** The bars of the diagram on `how-it-works`: what they are called, and their first and last days. */
async function readTimeline(): Promise<Map<string, readonly [from: number, to: number]>> {
  const page = await readFile(join(ROOT, "site", "how-it-works.md"), "utf8");
  const [, text = ""] = /```mermaid\n(gantt[\s\S]*?)```/.exec(page) ?? [];
  const bars = new Map<string, readonly [number, number]>();
  let end = 0;
  for (const [, name = "", date, days = ""] of text.matchAll(/^ +(\S.*?) :(?:(\S+), )?(\d+)d$/gm)) {
    const from = date === undefined ? end : Date.parse(date) / 1000 / DAY;
    end = from + Number(days);
    bars.set(name, [from, end]);
  }
  const [start = 0] = bars.get("Registration") ?? [];
  return new Map([...bars].map(([name, [from, to]]) => [name, [from - start, to - start]]));
}

describe("How a round lives", function () {
  it("the phases should be those of the local deployment, by the schedule that the contract says", async function () {
    const text = await readFile(join(ROOT, "deploy", "parameters", "localhost.json"), "utf8");
    const { Local } = JSON.parse(text) as { readonly Local: typeof PARAMETERS & { readonly evaluationPeriod: number; readonly challengeWindow: number; readonly answerPeriod: number } }; // prettier-ignore
    const connection = await network.create();
    const { registration, trading, auditPeriod, twapWindow } = Local;
    const { rounds } = await deployRounds(connection, { parameters: { ...PARAMETERS, registration, trading, auditPeriod, twapWindow } }); // prettier-ignore
    await rounds.sponsor(PARAMETERS.minBudget);
    await rounds.start();
    const schedule = await rounds.scheduleOf(1n);
    const days = (time: bigint) => Number(time - schedule.registrationAt) / DAY;
    await connection.close();
    const bars = await readTimeline();
    expect(bars.get("Registration")).to.deep.equal([0, days(schedule.tradingAt)]);
    expect(bars.get("Trading")).to.deep.equal([days(schedule.tradingAt), days(schedule.closesAt)]);
    expect(bars.get("draw, requestAudit")).to.deep.equal([days(schedule.closesAt), days(schedule.auditedAt)]);
    expect(bars.get("prices that count")).to.deep.equal([days(schedule.closesAt) - twapWindow / DAY, days(schedule.closesAt)]); // prettier-ignore
    // The jury of the local deployment has periods of its own.
    const evaluated = days(schedule.closesAt) + Local.evaluationPeriod / DAY;
    expect(bars.get("Evaluation")).to.deep.equal([days(schedule.closesAt), evaluated]);
    expect(bars.get("Challenge")).to.deep.equal([evaluated, evaluated + (3 * (Local.challengeWindow + Local.answerPeriod)) / DAY]); // prettier-ignore
    expect(bars.get("challenge, postVerified")).to.deep.equal(bars.get("Challenge"));
  });

  it("every call should be an action of the SDK", async function () {
    const names = [...(await readTimeline()).keys()].flatMap((name) => name.split(", ")).filter((name) => /^[a-z]+\w*$/.test(name)); // prettier-ignore
    expect(names.length).to.be.greaterThan(20);
    expect(names.filter((name) => !(name in actions))).to.deep.equal([]);
  });

  it("the map should have every contract that has an interface of its own and holds state", async function () {
    const page = await readFile(join(ROOT, "site", "how-it-works.md"), "utf8");
    const [, map = ""] = /```mermaid\n(flowchart[\s\S]*?)```/.exec(page) ?? [];
    for (const name of ["EdgeRegistry", "FundingPool", "Jury", "Markets", "OpeningAuction", "Rounds"]) {
      expect(map, name).to.match(new RegExp(`\\b${name}\\b`));
    }
  });
});
