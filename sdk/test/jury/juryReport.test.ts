import { expect } from "chai";

import { DisconnectedError, InvalidParameterError } from "../../src/errors/index.ts";
import { aggregate, compareWeights, holdOutError, juryReport, nextComparisons } from "../../src/jury/index.ts";
import { WAD } from "../../src/math/index.ts";
import { sampleRound, says } from "../utils/comparisons.ts";
import { expectThrow } from "../utils/throws.ts";

const HUBER = { huber: 1 };

describe("juryReport", function () {
  const { comparisons, projects, baseRates, files } = sampleRound();
  const options = { loss: HUBER, projects, baseRates, files, count: 4 };

  it("is plain data: JSON loses nothing", function () {
    const report = juryReport(comparisons, options);
    expect(JSON.parse(JSON.stringify(report))).to.deep.equal(report);
    const sum = report.weights.reduce((total, { weightWad }) => total + BigInt(weightWad), 0n);
    expect(sum).to.equal(WAD);
  });

  it("has what the functions that it puts together return", function () {
    const report = juryReport(comparisons, options);
    const { jurors, weights } = aggregate(comparisons, { loss: HUBER, projects });
    expect(report.method).to.deep.equal({ loss: "huber 1", tau: null, multiplierCap: null, jurorShare: null });
    expect(report.summary).to.deep.equal({ projects: 20, jurors: 4, comparisons: 68, clipped: 0, unique: true });
    expect(report.weights.map(({ weight }) => weight)).to.deep.equal(weights);
    expect(report.jurors).to.deep.equal(jurors);
    expect(report.next).to.deep.equal(nextComparisons(comparisons, { loss: HUBER, projects, count: 4 }));
    expect(report.holdOut.map(({ loss }) => loss)).to.deep.equal(["huber 1", "squares", "bradleyTerry"]);
    const squares = { loss: "squares", ...holdOutError(comparisons, { loss: "squares", projects }) };
    expect(report.holdOut[1]).to.deep.equal(squares);
    const { ranking } = compareWeights(comparisons, files, options);
    expect(report.ranking.map(({ name, divergence, brier }) => ({ name, divergence, brier }))).to.deep.equal(
      ranking.map(({ name, divergence, onComparisons: { brier } }) => ({ name, divergence, brier })),
    );
  });

  it("passes its options on, and says which they were", function () {
    const anchor = { tau: 0.2, baseRates };
    const report = juryReport(comparisons, { ...options, anchor, multiplierCap: 4, jurorShare: 0.25 });
    expect(report.method).to.deep.equal({ loss: "huber 1", tau: 0.2, multiplierCap: 4, jurorShare: 0.25 });
    expect(report.summary.clipped).to.equal(comparisons.filter(({ multiplier }) => multiplier > 4).length);
    expect(report.summary.clipped).to.be.above(0);
    // With an anchor every loss predicts every comparison.
    expect(report.holdOut.map(({ predicted }) => predicted)).to.deep.equal([68, 68, 68]);
  });

  it("without projects, takes those compared; what nothing could predict is null", function () {
    const report = juryReport([says("b", "a", 2)], { loss: "squares" });
    expect(report.weights.map(({ project }) => project)).to.deep.equal(["a", "b"]);
    expect(report.holdOut[0]).to.deep.include({ logOddsRmse: null, brier: null, predicted: 0, unpredictable: 1 });
    expect(report.ranking.map(({ name }) => name)).to.deep.equal(["uniform"]);
  });

  it("given files of no known order, or comparisons that say too little, it throws", function () {
    expectThrow(() => juryReport(comparisons, { loss: HUBER, files }), InvalidParameterError);
    expectThrow(() => juryReport([says("a", "b", 2), says("c", "d", 2)], { loss: HUBER }), DisconnectedError);
  });
});
