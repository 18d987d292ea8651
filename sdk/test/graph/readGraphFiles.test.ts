import { expect } from "chai";

import { type FileFailure, InvalidFilesError } from "../../src/errors/index.ts";
import { credit, graphOfGenesis, type GraphTexts, nodeId, readGraphFiles } from "../../src/graph/index.ts";

const RATES = "repo,parent,weight\nfoo/a,eth,0.5\nfoo/b,eth,0.5\n";
const WEIGHTS = "dependency,repo,weight\nlib/x,foo/a,0.5\nlib/y,foo/a,0.5\n";
const url = (name: string) => `https://github.com/${name}`;

function failuresOf(texts: Partial<GraphTexts>, options?: { normalize: boolean }): readonly FileFailure[] {
  try {
    readGraphFiles({ "base-rates.csv": RATES, ...texts }, options);
  } catch (error) {
    expect(error).to.be.instanceOf(InvalidFilesError);
    return (error as InvalidFilesError).failures;
  }
  return [];
}

const placesOf = (failures: readonly FileFailure[]) =>
  failures.map(({ name, file, row, text }) => [name, file, row, text]);

describe("readGraphFiles", function () {
  it("reads what the files of a round describe", function () {
    const found = readGraphFiles({
      "base-rates.csv": RATES,
      "edges.csv": "parent,child\neth,foo/a\nfoo/a,lib/x\nfoo/a,lib/y\n",
      "child-weights.csv": WEIGHTS,
      "originality.csv": "repo,originality\nfoo/a,0.9\n",
    });
    const { projects } = credit(graphOfGenesis(found.genesis));
    expect(projects.get(nodeId("lib/x"))?.share).to.equal(25n * 10n ** 15n);
    const { ignored, cut, weightless, unreachable, assumed } = found;
    expect({ ignored, cut, weightless, unreachable, assumed }).to.deep.equal({
      ignored: [],
      cut: [],
      weightless: [],
      unreachable: [],
      assumed: [],
    });
  });

  it("refuses names that are nearly those of the graph, with file, row and the nearest", function () {
    const failures = failuresOf({
      "child-weights.csv": `${WEIGHTS}lib/z,fooo/b,1\nlib/z,of/ob,1\n`,
      "originality.csv": "repo,originality\nfoo-a,0.9\nfoo/a1,0.1\nb,0.2\n",
      "edges.csv": "parent,child\nofo/b,lib/q\n",
    });
    expect(placesOf(failures)).to.deep.equal([
      ["MisspeltProjectError", "edges.csv", 2, "ofo/b"],
      ["MisspeltProjectError", "child-weights.csv", 4, "fooo/b"],
      ["MisspeltProjectError", "originality.csv", 2, "foo-a"],
      ["MisspeltProjectError", "originality.csv", 3, "foo/a1"],
      ["MisspeltProjectError", "originality.csv", 4, "b"],
    ]);
    expect(failures.map(({ message }) => /perhaps "(.*)" is/.exec(message)?.[1])).to.deep.equal(
      ["foo/b", "foo/b", "foo/a", "foo/a", "foo/b"].map(url),
    );
  });

  it("refuses a child with weights that is nearly one of the edges without", function () {
    const edges = "parent,child\nfoo/a,lib/x\nfoo/a,library\n";
    const failures = failuresOf({ "child-weights.csv": WEIGHTS.replace("lib/y", "libary"), "edges.csv": edges });
    expect(placesOf(failures)).to.deep.equal([["MisspeltProjectError", "child-weights.csv", 3, "libary"]]);
  });

  it("says all that is wrong with all files, of all parents", function () {
    const failures = failuresOf({
      "base-rates.csv": RATES.replace("foo/b", "eth"),
      "child-weights.csv": "dependency,repo,weight\nfoo/a,foo/a,0.5\nlib/x,foo/a,x\nlib/z,foo/c,0.4\nlib/q,foo/c,0.5\n",
      "originality.csv": WEIGHTS,
      "edges.csv": "parent,child\nUNKNOWN,lib/x\n",
    });
    expect(placesOf(failures).map(([name, file, row]) => [name, file, row])).to.deep.equal([
      ["SelfEdgeError", "base-rates.csv", 3],
      ["ChildOfUnknownError", "edges.csv", 2],
      ["SelfEdgeError", "child-weights.csv", 2],
      ["NotANumberError", "child-weights.csv", 3],
      ["WeightSumError", "child-weights.csv", 4],
      ["MisspeltProjectError", "child-weights.csv", 4],
      ["InvalidHeaderError", "originality.csv", 1],
    ]);
    expect(failures[5]?.message).to.include("foo/a");
  });

  it("scales weights of any sum when told to", function () {
    const texts = {
      "base-rates.csv": RATES.replaceAll("0.5", "3"),
      "child-weights.csv": WEIGHTS.replaceAll("0.5", "7"),
    };
    expect(placesOf(failuresOf(texts)).map(([name]) => name)).to.deep.equal(["WeightSumError", "WeightSumError"]);
    expect(failuresOf(texts, { normalize: true })).to.deep.equal([]);
  });

  it("names the rows of a circle", function () {
    const failures = failuresOf({
      "child-weights.csv": "dependency,repo,weight\nlib/x,foo/a,1\nlib/y,lib/x,1\n",
      "edges.csv": "parent,child\nlib/y,lib/x\n",
    });
    expect(failures.map(({ name, file, row }) => [name, file, row])).to.deep.equal([
      ["GraphCycleError", "child-weights.csv", 3],
      ["GraphCycleError", "edges.csv", 2],
    ]);
  });

  it("lists rows that say nothing, and why", function () {
    const { ignored } = readGraphFiles({
      "base-rates.csv": RATES,
      "edges.csv": "parent,child\neth,foo/a\neth,some/thing\n",
      "child-weights.csv": `${WEIGHTS}lib/x,far/away,1\n`,
      "originality.csv": "repo,originality\nfoo/a,0.5\neth,0.1\nlib/y,0.2\nno/body,0.3\n",
    });
    expect(ignored.map(({ file, row, name, near }) => [file, row, name, near])).to.deep.equal([
      ["child-weights.csv", 4, "far/away", undefined],
      ["edges.csv", 3, "some/thing", undefined],
      ["originality.csv", 3, "eth", "eth"],
      ["originality.csv", 4, "lib/y", url("lib/y")],
      ["originality.csv", 5, "no/body", undefined],
    ]);
    for (const { reason } of ignored) expect(reason).to.match(/^[a-z]/);
  });

  it("lists what ranks below 128, what has no weight, what only those lead to, and originality that is assumed", function () {
    const children = Array.from({ length: 130 }, (_, i) => `lib/p${i},foo/a,${130 - i}\n`).join("");
    const found = readGraphFiles(
      {
        "base-rates.csv": `${RATES}foo/c,eth,0\n`,
        "child-weights.csv": `dependency,repo,weight\n${children}lib/zero,foo/a,0\ndeep/down,lib/p129,1\n`,
        "edges.csv": "parent,child\nfoo/a,lib/only\nfoo/b,lib/p0\n",
      },
      { normalize: true },
    );
    expect(found.cut).to.deep.equal(
      [128, 129].map((i) => ({
        parent: url("foo/a"),
        child: url(`lib/p${i}`),
        file: "child-weights.csv",
        row: i + 2,
        children: 132,
      })),
    );
    expect(found.weightless.map(({ child, file, row }) => [child, file, row])).to.deep.equal([
      [url("foo/c"), "base-rates.csv", 4],
      [url("lib/zero"), "child-weights.csv", 132],
      [url("lib/only"), "edges.csv", 2],
    ]);
    expect(found.unreachable).to.deep.equal([url("lib/p129")]);
    expect(found.assumed).to.have.members([url("foo/a"), url("foo/b"), url("lib/p129")]);
    expect(found.projects).to.include(url("deep/down"));
  });
});
