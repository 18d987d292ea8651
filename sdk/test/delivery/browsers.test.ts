import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { expect } from "chai";

const SOURCES = join(import.meta.dirname, "..", "..", "src");

/** All modules of this package that one imports, itself included, and what they import of others. */
async function importsOf(entry: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  const waiting = [join(SOURCES, entry)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const source = await readFile(path, "utf8");
    const from = [...source.matchAll(/(?:from|import) "([^"]+)"/g)].map(([, name = ""]) => name);
    const [own, others] = [from.filter((name) => name.startsWith(".")), from.filter((name) => !name.startsWith("."))];
    found.set(path, others);
    for (const name of own) waiting.push(join(dirname(path), name));
  }
  return found;
}

describe("The package, in a browser", function () {
  it("imports nothing of Node, except for the journal in files, which has a subpath of its own", async function () {
    const all = await importsOf("index.ts");
    expect(all.size).to.be.greaterThan(100);
    expect([...all].filter(([, others]) => others.some((name) => name.startsWith("node:")))).to.deep.equal([]);
    const file = await importsOf("delivery/fileJournal.ts");
    expect([...file.values()].flat()).to.include("node:fs/promises");
  });
});
