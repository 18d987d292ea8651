import { expect } from "chai";

import { readEdges, readWeightsByParent } from "../../src/csv/index.ts";
import {
  DuplicateEdgeError,
  InvalidHeaderError,
  InvalidProjectError,
  SelfEdgeError,
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

  it("rejects self-edges, and whatever else is wrong, all at once", function () {
    const text = "parent,child\nt,T\no/a,https://github.com/o/a/issues\no b,o/c\no/a,o/c\no/a,o/c\n";
    const error = expectThrow(() => readEdges(text), SelfEdgeError);
    expect(error.failures().map(({ name, row, column, text: written }) => [name, row, column, written])).to.deep.equal([
      ["SelfEdgeError", 2, "child", "T"],
      ["SelfEdgeError", 3, "child", "https://github.com/o/a/issues"],
      ["InvalidProjectError", 4, "parent", "o b"],
      ["DuplicateEdgeError", 6, "child", "o/c"],
    ]);
    expect(error.metaMessages.join()).to.contain("originality");
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

  it("names what is wrong under all parents, with parent and rows", function () {
    const rows = ["o/x,o/a,1", "o/x,o/b,0.5", "o/y,o/c,1", "o/y,o/b,0.4", "o/d,o/d,1", "o/x,o/e,x", "o/x,o/f,0"];
    const text = ["dependency,repo,weight", ...rows].join("\n");
    const error = expectThrow(() => readWeightsByParent(text), WeightSumError);
    expect([error.row, error.rows, error.parent]).to.deep.equal([3, [3, 5], "https://github.com/o/b"]);
    expect(error.shortMessage).to.contain("rows 3, 5 sum to 0.9").and.to.contain('under "https://github.com/o/b"');
    const others = error.others.map(({ name, row, parent }) => [name, row, parent]);
    expect(others).to.deep.equal([
      ["SelfEdgeError", 6, "https://github.com/o/d"],
      ["NotANumberError", 7, "https://github.com/o/e"],
      ["WeightSumError", 8, "https://github.com/o/f"],
    ]);
  });

  it("parses a file once, whatever the number of its parents", function () {
    const children = Array.from({ length: 20 }, (_, i) => `o/c${i}`);
    const rows = Array.from({ length: 200 }, (_, i) => children.map((child) => `${child},o/p${i},1`)).flat();
    let asked = 0;
    const counted = (parent: string) => (asked++, parent.endsWith("p7") ? children : undefined);
    const text = ["dependency,repo,weight", ...rows].join("\n");
    const byParent = readWeightsByParent(text, counted, { normalize: true });
    expect([byParent.size, asked]).to.deep.equal([200, 200]);
    for (const { weights } of byParent.values()) expect(weights).to.deep.equal(children.map(() => 5n * 10n ** 16n));
  });
});
