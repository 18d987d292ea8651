import { expect } from "chai";

import { bidFromCsv } from "../../src/auction/index.ts";
import {
  DuplicateProjectError,
  MissingProjectsError,
  UnknownProjectError,
  WeightSumError,
} from "../../src/errors/index.ts";
import { WAD } from "../../src/math/index.ts";
import { expectThrow } from "../utils/throws.ts";

const PROJECTS = ["https://github.com/a/one", "https://github.com/a/two", "https://github.com/a/three"];

function csv(...rows: readonly string[]): string {
  return ["repo,parent,weight", ...rows].join("\n");
}

describe("bidFromCsv", function () {
  it("reads weights in the order of the market, summing to exactly 1", function () {
    const text = csv("A/Three,ethereum,0.333333", "a/one,ethereum,0.333333", "a/two,ethereum,0.333334");
    const weights = bidFromCsv(text, { projects: PROJECTS });
    expect(weights).to.deep.equal([333333n * 10n ** 12n, 333334n * 10n ** 12n, 333333n * 10n ** 12n]);
    const rough = bidFromCsv(csv("a/one,e,1", "a/two,e,1", "a/three,e,1"), { projects: PROJECTS, normalize: true });
    expect(rough).to.deep.equal([WAD / 3n + 1n, WAD / 3n, WAD / 3n]);
  });

  it("refuses what readWeights refuses", function () {
    const options = { projects: PROJECTS };
    expectThrow(() => bidFromCsv(csv("a/one,e,0.5", "a/two,e,0.5"), options), MissingProjectsError);
    expectThrow(() => bidFromCsv(csv("a/one,e,0.5", "a/two,e,0.5", "a/four,e,0"), options), UnknownProjectError);
    expectThrow(() => bidFromCsv(csv("a/one,e,0.5", "A/one.git,e,0.5"), options), DuplicateProjectError);
    expectThrow(() => bidFromCsv(csv("a/one,e,0.5", "a/two,e,0.5", "a/three,e,0.1"), options), WeightSumError);
  });

  it("turns a project's originality into UP and DOWN", function () {
    const text = "repo,originality\na/one,0.25\na/two,1\na/three,0\n";
    const options = { projects: PROJECTS };
    expect(bidFromCsv(text, { ...options, project: "A/One" })).to.deep.equal([WAD / 4n, (3n * WAD) / 4n]);
    expect(bidFromCsv(text, { ...options, project: "a/two" })).to.deep.equal([WAD, 0n]);
    expectThrow(() => bidFromCsv(text, options), MissingProjectsError);
    expectThrow(() => bidFromCsv(text, { ...options, project: "a/four" }), MissingProjectsError);
  });
});
