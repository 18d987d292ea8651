import { expect } from "chai";

import { findProjects } from "../../src/csv/index.ts";
import { InvalidHeaderError } from "../../src/errors/index.ts";

describe("findProjects", function () {
  it("reads a list, one a line, each project once", function () {
    const text = "\uFEFFo/a\r\n\r\nhttps://github.com/O/A.git\nethereum\n";
    expect(findProjects(text)).to.deep.equal({ projects: ["https://github.com/o/a", "ethereum"], errors: [] });
  });

  for (const [what, text, names] of [
    ["weights", "repo,parent,weight\no/a,o/p,1\n", ["o/a", "o/p"]],
    ["weights of a spreadsheet", "sep=;\nrepo;parent;weight\no/a;o/p;0,5\n", ["o/a", "o/p"]],
    ["originality", "repo\toriginality\no/a\t1\n", ["o/a"]],
    ["dependencies", "dependency,repo,weight\no/a,o/p,1\n", ["o/p", "o/a"]],
    ["edges", "parent,child\no/a,o/b\n", ["o/a", "o/b"]],
    ["comparisons", "juror,repo_a,repo_b,choice,multiplier\nj,o/a,o/b,1,1\n", ["o/a", "o/b"]],
  ] as const) {
    it(`reads ${what}`, function () {
      const { projects, errors } = findProjects(text);
      expect(projects).to.deep.equal(names.map((name) => `https://github.com/${name}`));
      expect(errors).to.be.empty;
    });
  }

  it("says what is wrong with every row, and goes on", function () {
    const { projects, errors } = findProjects("repo,parent,weight\no/a,,1\nb b,o/p\nx y,o/p,1\n");
    expect(projects).to.deep.equal(["https://github.com/o/a", "https://github.com/o/p"]);
    expect(errors.map(({ name, row, column }) => [name, row, column])).to.deep.equal([
      ["CsvSyntaxError", 3, undefined],
      ["InvalidProjectError", 2, "parent"],
      ["InvalidProjectError", 4, "repo"],
    ]);
    expect(findProjects("o/a\nx y\n").errors.map(({ row, text }) => [row, text])).to.deep.equal([[2, "x y"]]);
    expect(() => findProjects("a,b\n1,2\n")).to.throw(InvalidHeaderError);
  });
});
