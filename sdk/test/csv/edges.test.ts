import { expect } from "chai";

import { readEdges, readWeightsByParent } from "../../src/csv/index.ts";
import {
  DuplicateEdgeError,
  InvalidHeaderError,
  InvalidProjectError,
  UnknownProjectError,
  WeightSumError,
} from "../../src/errors/index.ts";
import { expectThrow } from "../utils/throws.ts";

describe("readEdges", function () {
  it("reads children by parent, with canonical projects, in the order of the file", function () {
    const edges = readEdges("child,parent\nO/b,target\no/c,Target\nhttps://github.com/o/d.git,o/b\n");
    expect([...edges]).to.deep.equal([
      ["target", ["https://github.com/o/b", "https://github.com/o/c"]],
      ["https://github.com/o/b", ["https://github.com/o/d"]],
    ]);
  });

  it("rejects an edge that is there twice, under any spelling, and names both rows", function () {
    const error = expectThrow(
      () => readEdges("parent,child\nt,o/b\nt,o/c\nT,https://www.github.com/O/B/\n"),
      DuplicateEdgeError,
    );
    expect(error.row).to.equal(4);
    expect(error.shortMessage).to.include("row 2");
  });

  it("rejects names that are none, and files without the columns", function () {
    expect(expectThrow(() => readEdges("parent,child\nt,a b\n"), InvalidProjectError).row).to.equal(2);
    expectThrow(() => readEdges("from,to\nt,o/b\n"), InvalidHeaderError);
  });
});

describe("readWeightsByParent", function () {
  const FILE = "dependency,repo,weight\no/x,o/a,0.25\no/y,o/a,0.75\no/x,o/b,1\n";

  it("reads the weights of several parents from one file", function () {
    const byParent = readWeightsByParent(FILE);
    expect([...byParent.keys()]).to.deep.equal(["https://github.com/o/a", "https://github.com/o/b"]);
    expect(byParent.get("https://github.com/o/a")?.weights).to.deep.equal([25n * 10n ** 16n, 75n * 10n ** 16n]);
    expect(byParent.get("https://github.com/o/b")?.projects).to.deep.equal(["https://github.com/o/x"]);
  });

  it("rejects a child that the parent does not have, and weights of one parent that do not sum to 1", function () {
    expectThrow(() => readWeightsByParent(FILE, () => ["o/x", "o/z"]), UnknownProjectError);
    expectThrow(() => readWeightsByParent("dependency,repo,weight\no/x,o/a,0.5\no/x,o/b,1\n"), WeightSumError);
    expectThrow(() => readWeightsByParent("dependency,repo,weight\no/x,o a,1\n"), InvalidProjectError);
  });
});
