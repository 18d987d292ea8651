import { expect } from "chai";
import { network } from "hardhat";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { readComparisons, type Comparison } from "../../sdk/src/csv/index.ts";
import { aggregate, ballotsFromComparisons, proveWeights } from "../../sdk/src/jury/index.ts";
import { pilotFile } from "../../sdk/test/utils/data.ts";
import { deployRound, jurorOf, mutable, ROUND, signed } from "../utils/ballots.ts";
import { LOSS, WAD } from "../utils/jury.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const EXAMPLE = join(import.meta.dirname, "../../examples/own-dependencies/comparisons.csv");
/** EIP-7825: no transaction may have more. */
const GAS_LIMIT = 16_777_216n;

type Losses = Partial<typeof LOSS>;

const LOSSES: readonly (readonly [name: string, loss: Losses, tau: number])[] = [
  ["squares", {}, 0],
  ["Huber's loss with delta = 1", { huberDelta: WAD }, 0],
  ["Huber's loss with delta = 1 and an anchor of 0.1", { huberDelta: WAD, anchor: WAD / 10n }, 0.1],
];

/** Publishes a ballot for each juror, signed, proves their optimum in chunks and resolves the market to it. */
async function verify(comparisons: readonly Comparison[], loss: Losses, comparisonsPerCall: number) {
  const names = [...new Set(comparisons.map(({ juror }) => juror))];
  const projects = [...new Set(comparisons.flatMap(({ a, b }) => [a, b]))].sort();
  const deployment = await deployRound(connection, { names, loss, outcomes: projects.length });
  const { jury, market, markets, closesAt, deadline } = deployment;
  const jurors = Object.fromEntries(names.map((name) => [name, jurorOf(name).address]));
  const ballots = ballotsFromComparisons(comparisons, { projects, round: ROUND, market, jurors });
  const gasOf = async (sent: Promise<{ wait: () => Promise<{ gasUsed: bigint } | null> }>) =>
    (await (await sent).wait())?.gasUsed ?? 0n;

  await networkHelpers.time.increaseTo(closesAt);
  const published: bigint[] = [];
  for (const [i, { comparisons: list }] of ballots.entries()) {
    published.push(await gasOf(jury.publishBallot(...(await signed(connection, deployment, names[i] ?? "", list)))));
  }
  const proof = proveWeights({
    ballots: ballots.map((ballot) => ballot.comparisons),
    outcomes: projects.length,
    loss: { ...LOSS, ...loss },
    comparisonsPerCall,
  });
  const walked: bigint[] = [];
  for (const chunk of proof.chunks)
    walked.push(await gasOf(jury.walkBallots(market, [...proof.x], mutable(chunk), { gasLimit: GAS_LIMIT })));
  await networkHelpers.time.increaseTo(deadline);
  const finished = await gasOf(jury.postVerified(market, [...proof.x]));
  return { payouts: await markets.getPayouts(market), projects, proof, gas: { published, walked, finished } };
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

function show(text: string, { gas }: Awaited<ReturnType<typeof verify>>): void {
  const { published, walked, finished } = gas;
  const format = (value: bigint) => value.toLocaleString("en");
  console.log(`      ${text}: published for ${format(sum(published) / BigInt(published.length))} gas a ballot;`);
  console.log(`        walked for ${walked.map(format).join(" + ")}, finished for ${format(finished)}:`);
  console.log(`        ${format(sum(walked) + finished)} gas in all`);
}

for (const [set, load, chunk] of [
  ["the sample round", async () => readFile(EXAMPLE, "utf8"), 64],
  ["the pilot", async () => pilotFile("comparisons.csv"), 200],
] as const) {
  describe(`A verified posting of ${set}`, function () {
    for (const [name, loss, tau] of LOSSES) {
      it(`should come to what the SDK aggregates, with ${name}`, async function () {
        const text = await load();
        if (text === undefined) return;
        const comparisons = readComparisons(text);
        const result = await verify(comparisons, loss, chunk);
        const { payouts, projects, proof, gas } = result;
        show(`${comparisons.length} comparisons over ${projects.length} projects, ${name}`, result);

        expect(payouts).to.deep.equal(proof.payouts);
        expect(gas.walked.length).to.be.above(1);
        for (const used of [...gas.published, ...gas.walked, gas.finished]) expect(used).to.be.below(GAS_LIMIT);
        const n = BigInt(projects.length);
        const baseRates = projects.map(() => WAD / n);
        const { weightsWad } = aggregate(comparisons, {
          projects,
          loss: loss.huberDelta === undefined ? "squares" : { huber: 1 },
          ...(tau > 0 && { anchor: { tau, baseRates } }),
        });
        for (const [i, weight] of weightsWad.entries()) expect(payouts[i]).to.be.closeTo(weight, 1_000_000n);
      });
    }
  });
}

describe("A walk in one call", function () {
  it("should fit into one transaction with as many comparisons as the SDK passes, of 128 outcomes", async function () {
    const n = 128;
    const comparisons = Array.from({ length: 1500 }, (_, i): Comparison => {
      const a = i % n;
      const b = (a + 1 + ((i * 7) % (n - 1))) % n;
      const juror = `juror ${Math.floor(i / 64)}`;
      return { juror, a: nameOf(a), b: nameOf(b), choice: 1, multiplier: 1 + (i % 50) / 10 };
    });
    const result = await verify(comparisons, {}, 1500);
    show("1,500 comparisons over 128 projects", result);
    expect(result.gas.walked).to.have.length(1);
    expect(result.gas.walked[0]).to.be.below(GAS_LIMIT);
  });
});

function nameOf(index: number): string {
  return `https://github.com/org/project-${String(index).padStart(3, "0")}`;
}
