import { expect } from "chai";

import { DisconnectedError, NoComparisonsError, NotConvergedError, NotUniqueError } from "../../src/errors/jury.ts";
import { InvalidParameterError, LengthMismatchError } from "../../src/errors/math.ts";
import { errorBound, proveWeights, softmaxWad, type BallotComparison, type OnchainLoss } from "../../src/jury/index.ts";
import { lnWad, WAD } from "../../src/math/index.ts";
import { shuffled } from "../../src/utils/random.ts";
import { expectThrow } from "../utils/throws.ts";

const TOLERANCE = 10n ** 6n;
const SQUARES: OnchainLoss = { huberDelta: 0n, anchor: 0n, tolerance: TOLERANCE };
const HUBER: OnchainLoss = { ...SQUARES, huberDelta: WAD };

function says(winner: number, loser: number, multiplier: number): BallotComparison {
  const scaled = BigInt(Math.round(multiplier * 1e6));
  return { a: Math.min(winner, loser), b: Math.max(winner, loser), winner, multiplier: scaled };
}

/** Ballots of 20 comparisons over n outcomes, at random but always the same; the first connects all. */
function randomBallots(n: number, count: number): BallotComparison[][] {
  const order = shuffled(count * 20, n);
  const random = order.map((position, i) =>
    says(position % n, (position + 1 + (i % (n - 1))) % n, 1 + (position % 97)),
  );
  const chain = Array.from({ length: n - 1 }, (_, i) => says(i, i + 1, 1.5));
  return [chain, ...Array.from({ length: count }, (_, i) => random.slice(i * 20, i * 20 + 20))];
}

function size(values: readonly bigint[]): bigint {
  return values.map((v) => (v < 0n ? -v : v)).reduce((most, v) => (v > most ? v : most));
}

describe("proveWeights", function () {
  it("given one comparison, it is exact to the unit", function () {
    const { x, payouts, gradient } = proveWeights({ ballots: [[says(0, 1, 3)]], outcomes: 2, loss: SQUARES });
    const c = lnWad(3n * WAD);
    expect((x[0] ?? 0n) - (x[1] ?? 0n)).to.be.oneOf([c, c - 1n, c + 1n]);
    expect(size(gradient) <= 1n).to.equal(true);
    expect(payouts.map((w) => Number(w) / 1e18)[0]).to.be.approximately(0.75, 1e-15);
  });

  for (const n of [3, 20, 60]) {
    it(`refines ${n} outcomes to a few units: far below the least tolerance that helps`, function () {
      const ballots = randomBallots(n, 12);
      for (const loss of [SQUARES, { ...SQUARES, anchor: WAD / 10n }, { ...HUBER, anchor: WAD / 10n }]) {
        const { x, payouts, gradient } = proveWeights({ ballots, outcomes: n, loss });
        expect(Number(size(gradient))).to.be.at.most(2000);
        expect(payouts.reduce((a, b) => a + b)).to.equal(WAD);
        expect(payouts).to.deep.equal(softmaxWad(x));
        const sum = x.reduce((a, b) => a + b);
        if (loss.anchor === 0n) expect(sum >= 0n && sum < BigInt(n)).to.equal(true);
      }
    });
  }

  it("given an anchor, outcomes that nobody compared keep their base rates among each other", function () {
    const baseRates = [WAD / 2n, WAD / 4n, WAD / 8n, WAD / 8n];
    const loss = { ...SQUARES, anchor: WAD };
    const { payouts } = proveWeights({ ballots: [[says(1, 0, 5)]], outcomes: 4, loss, baseRates });
    expect(payouts[2]).to.equal(payouts[3]);
    expect(Number(payouts[1])).to.be.above(Number(payouts[0]));
  });

  it("cuts chunks between ballots, none longer than asked for, nothing lost", function () {
    const ballots = randomBallots(20, 9);
    const { chunks } = proveWeights({ ballots, outcomes: 20, loss: SQUARES, comparisonsPerCall: 64 });
    expect(chunks.flat()).to.deep.equal(ballots);
    expect(chunks.map((chunk) => chunk.flat().length)).to.deep.equal([59, 60, 60, 20]);
    expect(proveWeights({ ballots, outcomes: 20, loss: SQUARES }).chunks).to.deep.equal([ballots]);
    const run = () => proveWeights({ ballots, outcomes: 20, loss: SQUARES, comparisonsPerCall: 63 });
    expectThrow(run, InvalidParameterError);
  });

  it("given a flat Huber loss, it throws: two comparisons 10 apart with delta 1 prove nothing", function () {
    const ballots = [[says(0, 1, Math.exp(5))], [says(1, 0, Math.exp(5))]];
    const error = expectThrow(() => proveWeights({ ballots, outcomes: 2, loss: HUBER }), NotUniqueError);
    expect(error.groups).to.deep.equal([["outcome 0"], ["outcome 1"]]);
    proveWeights({ ballots, outcomes: 2, loss: SQUARES });
    proveWeights({ ballots, outcomes: 2, loss: { ...HUBER, anchor: 1n } });
  });

  it("given what cannot be proven, it throws", function () {
    const ballots = [[says(0, 1, 2)]];
    expectThrow(() => proveWeights({ ballots: [], outcomes: 2, loss: SQUARES }), NoComparisonsError);
    const apart = expectThrow(() => proveWeights({ ballots, outcomes: 3, loss: SQUARES }), DisconnectedError);
    expect(apart.components).to.deep.equal([["outcome 0", "outcome 1"], ["outcome 2"]]);
    const strict = { ...SQUARES, tolerance: 1n };
    expectThrow(() => proveWeights({ ballots, outcomes: 2, loss: strict }), NotConvergedError);
    const baseRates = [WAD];
    expectThrow(() => proveWeights({ ballots, outcomes: 2, loss: SQUARES, baseRates }), LengthMismatchError);
  });
});

describe("errorBound", function () {
  it("is sqrt(n) epsilon / tau with an anchor, epsilon n^2.5 / 4 without, rounded up", function () {
    expect(errorBound(4, { anchor: WAD / 2n, tolerance: 1000n })).to.equal(4000n);
    expect(errorBound(4, { anchor: 0n, tolerance: 1000n })).to.equal(8000n);
    expect(errorBound(2, { anchor: 0n, tolerance: 1n })).to.equal(2n); // 1.41
    expect(errorBound(256, { anchor: 0n, tolerance: 4n })).to.equal(1_048_576n);
    expect(errorBound(3, { anchor: WAD, tolerance: 10n ** 9n })).to.equal(1_732_050_808n);
  });
});
