import { expect } from "chai";
import { Linter, type Rule } from "eslint";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { noCircles } from "../../scripts/lint/noCircles.ts";
import { oneDirection } from "../../scripts/lint/oneDirection.ts";
import { SDK_ROOMS } from "../../scripts/lint/sdkRooms.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What a rule says of a file that need not exist. */
function lint(rule: Rule.RuleModule, cwd: string, file: string, text: string, ...options: unknown[]): string[] {
  const linter = new Linter({ cwd });
  const planted = { files: ["**/*.ts"], plugins: { test: { rules: { rule } } } };
  const messages = linter.verify(text, { ...planted, rules: { "test/rule": ["error", ...options] } }, join(cwd, file));
  return messages.map(({ message }) => message);
}

describe("The order of the SDK's rooms", function () {
  const lintAt = (place: string, text: string) => lint(oneDirection, ROOT, `sdk/src/${place}`, text, SDK_ROOMS);

  it("should name each room that is there, and no other", function () {
    const names = readdirSync(join(ROOT, SDK_ROOMS.folder)).map((name) => basename(name, ".ts"));
    expect([...SDK_ROOMS.rooms].sort()).to.deep.equal(names.sort());
  });

  it("an import from a room below, or from the own one, should be right", function () {
    const text = `import { trade } from "../actions/markets/trade.ts";\nexport * from "./sale.ts";\nimport "viem";`;
    expect(lintAt("account/planted.ts", text)).to.deep.equal([]);
  });

  it("an import from a room above should be wrong, however it is written", function () {
    const wrong = "'math' is below 'actions' and cannot import from it: what both need belongs below both.";
    for (const text of [
      `import { trade } from "../actions/markets/trade.ts";`,
      `export { trade } from "../actions/markets/trade.ts";`,
      `export * from "../actions/index.ts";`,
      `void import("../actions/index.ts");`,
    ]) {
      expect(lintAt("math/planted.ts", text)).to.deep.equal([wrong]);
    }
    expect(lintAt("math/planted.ts", `import "../index.ts";`)).to.have.length(1);
  });

  it("a room that nobody has put in order should be wrong, from within and from outside", function () {
    expect(lintAt("attic/planted.ts", "export {};")).to.have.length(1);
    expect(lintAt("client/planted.ts", `import "../attic/planted.ts";`)).to.have.length(1);
  });
});

describe("Circles of files", function () {
  let folder: string;

  beforeEach(function () {
    folder = mkdtempSync(join(tmpdir(), "circles-"));
  });

  afterEach(function () {
    rmSync(folder, { recursive: true });
  });

  it("should be found with their way, for types too, and be gone when an import is", function () {
    writeFileSync(join(folder, "b.ts"), `import type { C } from "./c.ts";\nexport type B = C;`);
    writeFileSync(join(folder, "c.ts"), `export * from "./a.ts";`);
    const text = `import { B } from "./b.ts";`;
    expect(lint(noCircles, folder, "a.ts", text)).to.deep.equal([
      "This import leads back to this file: b.ts → c.ts → a.ts.",
    ]);

    writeFileSync(join(folder, "c.ts"), "export type C = 1;");
    expect(lint(noCircles, folder, "a.ts", text)).to.deep.equal([]);
  });

  it("should not be seen where several files import the same", function () {
    writeFileSync(join(folder, "b.ts"), `import "./c.ts";`);
    writeFileSync(join(folder, "c.ts"), "export {};");
    expect(lint(noCircles, folder, "a.ts", `import "./b.ts";\nimport "./c.ts";\nimport "./none.ts";`)).to.deep.equal(
      [],
    );
  });
});
