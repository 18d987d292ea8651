import { expect } from "chai";

import { readEdges, writeEdges } from "../../src/csv/index.ts";

describe("writeEdges", function () {
  it("writes what readEdges reads back, names with commas too", function () {
    const edges = new Map([
      ["a", ["b", "https://example.org/x,y"]],
      ["b", ["c"]],
    ]);
    expect(readEdges(writeEdges(edges))).to.deep.equal(edges);
  });

  it("writes a header even without edges", function () {
    expect(writeEdges(new Map())).to.equal("parent,child\n");
  });
});
