import { expect } from "chai";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** As the interfaces number them; names of Solidity tests have no hyphen. */
const RULE = /^\s*\/\/\/ - ([A-Z]{2})-(\d+) /gm;

async function readAll(...patterns: string[]): Promise<string> {
  const texts: string[] = [];
  for await (const path of glob(patterns, { cwd: ROOT })) {
    if (path !== join("test", "integration", "rules.test.ts")) texts.push(await readFile(join(ROOT, path), "utf8"));
  }
  return texts.join("\n");
}

describe("The rules in the interfaces", function () {
  it("should each be numbered once and be quoted by a test", async function () {
    const interfaces = await readAll("contracts/interfaces/*.sol");
    const tests = await readAll("{test,campaign}/**/*.{ts,sol}");
    const rules = [...interfaces.matchAll(RULE)].map(([, contract = "", number = ""]) => ({ contract, number }));
    const names = rules.map(({ contract, number }) => `${contract}-${number}`);
    expect(names.length).to.be.above(100);
    expect(new Set(names).size, "a number is used twice").to.equal(names.length);
    const quoted = rules.filter(({ contract, number }) => new RegExp(`${contract}-?${number}(?!\\d)`).test(tests));
    const missing = names.filter((_, i) => !quoted.includes(rules[i] ?? { contract: "", number: "" }));
    expect(missing, "no test quotes").to.deep.equal([]);
  });
});
