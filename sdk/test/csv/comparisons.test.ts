import { expect } from "chai";

import { readComparisons } from "../../src/csv/index.ts";
import {
  ContradictoryChoiceError,
  InvalidHeaderError,
  InvalidProjectError,
  NotANumberError,
  SeveralParentsError,
  UnknownParentError,
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

  it("reads choices as spreadsheets write them, and a winner by name or by column", function () {
    const choices = (text: string) => readComparisons(text).map(({ choice }) => choice);
    expect(choices(file("Ann,o/a,o/b,1.0,2", "Ann,o/a,o/b,2.00,2", "Ann,o/a,o/b,2,2"))).to.deep.equal([1, 2, 2]);
    const header = "juror;repo_a;repo_b;choice;multiplier";
    expect(readComparisons(`${header}\nAnn;o/a;o/b;2,0;2,5`)).to.deep.equal([
      { juror: "Ann", a: "https://github.com/o/a", b: "https://github.com/o/b", choice: 2, multiplier: 2.5 },
    ]);
    const winners = ["o/b", "https://github.com/O/A/issues", "repo_b", "A", "2"];
    const rows = winners.map((winner) => `Ann,o/a,o/b,${winner},2`);
    expect(choices(["juror,repo_a,repo_b,winner,multiplier", ...rows].join("\n"))).to.deep.equal([2, 1, 2, 1, 2]);
  });

  it("rejects a winner that is none of the two, or that the choice contradicts", function () {
    const winner = "juror,repo_a,repo_b,winner,multiplier\nAnn,o/a,o/b,";
    for (const text of ["o/c", "", "3", "constructor"]) {
      const error = expectThrow(() => readComparisons(`${winner}${text},2`), ValueOutOfRangeError);
      expect([error.row, error.column, error.text]).to.deep.equal([2, "winner", text]);
    }
    const both = "juror,repo_a,repo_b,choice,winner,multiplier\nAnn,o/a,o/b,1,";
    expect(readComparisons(`${both}o/a,2`)[0]?.choice).to.equal(1);
    expect(readComparisons(`${both},2`)[0]?.choice).to.equal(1);
    expect(expectThrow(() => readComparisons(`${both}o/b,2`), ContradictoryChoiceError).column).to.equal("winner");
  });

  it("does not pool answers about several parents: reads those about one", function () {
    const text = [
      "juror,repo_a,repo_b,parent,choice,multiplier",
      "Ann,o/x,o/y,o/app,1,4",
      "Ann,o/x,o/y,o/other,2,4",
      "Bob,o/y,o/z,https://github.com/o/app/,1,2",
    ].join("\n");
    const error = expectThrow(() => readComparisons(text), SeveralParentsError);
    expect(error.parents).to.deep.equal(["https://github.com/o/app", "https://github.com/o/other"]);
    expect([error.row, error.column]).to.deep.equal([3, "parent"]);
    expect(readComparisons(text, { parent: "O/App" }).map(({ juror, choice }) => [juror, choice])).to.deep.equal([
      ["Ann", 1],
      ["Bob", 1],
    ]);
    expectThrow(() => readComparisons(text, { parent: "o/none" }), UnknownParentError);
    const header = expectThrow(() => readComparisons(file("Ann,o/a,o/b,1,2"), { parent: "o/app" }), InvalidHeaderError);
    expect(header.missing).to.deep.equal(["parent"]);
  });

  it("names all that is wrong at once, each with row, column, text and remedy", function () {
    const text = file(" ,o/x,o/y,1,4", "J,o/x,O/X.git,1,2", "j,o/x,o/y,a,0.5", 'j,o/x,o/y,3,"2,5"', "j,o x,o/y,1,10x");
    const failures = expectThrow(() => readComparisons(text), ValueOutOfRangeError).failures("jury.csv");
    expect(failures.map(({ name, row, column, text: written }) => [name, row, column, written])).to.deep.equal([
      ["ValueOutOfRangeError", 2, "juror", ""],
      ["ValueOutOfRangeError", 3, "repo_b", "O/X.git"],
      ["ValueOutOfRangeError", 4, "choice", "a"],
      ["ValueOutOfRangeError", 4, "multiplier", "0.5"],
      ["ValueOutOfRangeError", 5, "choice", "3"],
      ["NotANumberError", 5, "multiplier", "2,5"],
      ["InvalidProjectError", 6, "repo_a", "o x"],
      ["NotANumberError", 6, "multiplier", "10x"],
    ]);
    for (const { file: path, message, remedy } of failures) {
      expect(path).to.equal("jury.csv");
      expect([message, remedy]).to.not.include("");
    }
  });

  it("rejects a header without its columns", function () {
    expectThrow(() => readComparisons("juror,repo_a,repo_b,choice\nAnn,o/a,o/b,1"), InvalidHeaderError);
  });
});
