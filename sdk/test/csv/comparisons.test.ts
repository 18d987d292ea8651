import { expect } from "chai";

import { readComparisons } from "../../src/csv/index.ts";
import {
  InvalidHeaderError,
  InvalidProjectError,
  NotANumberError,
  UnknownProjectError,
  ValueOutOfRangeError,
} from "../../src/errors/index.ts";
import { pilotFile } from "../utils/data.ts";
import { expectThrow } from "../utils/throws.ts";

const file = (...rows: string[]) => ["juror,repo_a,repo_b,choice,multiplier", ...rows].join("\n");

describe("readComparisons", function () {
  it("reads judgments, with canonical projects", function () {
    expect(readComparisons(file("Ann,O/a,https://www.github.com/o/b/,2,1.5", "Bob,o/b,o/c,1,999"))).to.deep.equal([
      { juror: "Ann", a: "https://github.com/o/a", b: "https://github.com/o/b", choice: 2, multiplier: 1.5 },
      { juror: "Bob", a: "https://github.com/o/b", b: "https://github.com/o/c", choice: 1, multiplier: 999 },
    ]);
  });

  it("reads the pilot: 593 comparisons by 37 jurors of 45 projects", function () {
    const text = pilotFile("comparisons.csv");
    if (text === undefined) return;
    const comparisons = readComparisons(text);
    expect(comparisons).to.have.length(593);
    expect(new Set(comparisons.map(({ juror }) => juror)).size).to.equal(37);
    expect(new Set(comparisons.flatMap(({ a, b }) => [a, b])).size).to.equal(45);
  });

  it("rejects what says nothing, with row, column and text", function () {
    const cases = [
      ["Ann,o/a,o/b,3,2", ValueOutOfRangeError, "choice", "3"],
      ["Ann,o/a,o/b,1,0.5", ValueOutOfRangeError, "multiplier", "0.5"],
      ["Ann,o/a,o/b,1,1000.1", ValueOutOfRangeError, "multiplier", "1000.1"],
      ["Ann,o/a,o/b,1,-2", NotANumberError, "multiplier", "-2"],
      ["Ann,o/a,o/b,1,Infinity", NotANumberError, "multiplier", "Infinity"],
      ["Ann,o/a,o/b,1,", NotANumberError, "multiplier", ""],
      ["Ann,o/a,O/A.git,1,2", ValueOutOfRangeError, "repo_b", "O/A.git"],
      ["Ann,o/a,two words,1,2", InvalidProjectError, "repo_b", "two words"],
      [",o/a,o/b,1,2", ValueOutOfRangeError, "juror", ""],
      ["Ann,o/a,o/x,1,2", UnknownProjectError, "repo_b", "o/x"],
    ] as const;
    for (const [row, type, column, text] of cases) {
      const good = "Ann,o/a,o/b,1,2";
      const error = expectThrow<InstanceType<typeof type>>(
        () => readComparisons(file(good, row), { projects: ["o/a", "o/b"] }),
        type,
      );
      expect([error.row, error.column, error.text, error.others]).to.deep.equal([3, column, text, []]);
    }
  });

  it("rejects a header without its columns", function () {
    expectThrow(() => readComparisons("juror,repo_a,repo_b,choice\nAnn,o/a,o/b,1"), InvalidHeaderError);
  });
});
