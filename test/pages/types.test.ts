import { expect } from "chai";
import { glob, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";

import { DOCS, hasProgram, readPage, SCRATCH, toSources } from "../utils/pages.ts";

const FOLDER = join(SCRATCH, "types");

/** The strictness that TypeScript's own `--strict` asks of users. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  types: ["node"],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
};

describe("Pages: types", function () {
  it("programs should compile as strictly as users may ask", async function () {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    const files: string[] = [];
    for await (const page of glob("**/*.md", { cwd: DOCS })) {
      const path = page.replace(/\.md$/, "");
      if (!(await hasProgram(path))) continue;
      const file = join(FOLDER, `${path.replaceAll("/", ".")}.ts`);
      await writeFile(file, await toSources((await readPage(path)).program));
      files.push(file);
    }
    expect(files).not.to.deep.equal([]);
    const found = ts.getPreEmitDiagnostics(ts.createProgram(files, OPTIONS));
    const own = found.filter(({ file }) => file?.fileName.startsWith(FOLDER));
    const host = { getCanonicalFileName: String, getCurrentDirectory: () => FOLDER, getNewLine: () => "\n" };
    expect(ts.formatDiagnostics(own, host)).to.equal("");
  });
});
