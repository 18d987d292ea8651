import { expect } from "chai";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

import { bundle, sizeOfCommand } from "../../scripts/package/bundle.ts";
import {
  findBrokenCommands,
  findBrokenEntries,
  findBrowserTrouble,
  findLarge,
  findLint,
  findUnshaken,
  findWrongTypes,
} from "../../scripts/package/checks.ts";
import { publishedManifest, type Manifest } from "../../scripts/package/manifest.ts";
import type { Packed } from "../../scripts/package/pack.ts";

const execute = promisify(execFile);

/** What a page asks of the package, in as few words as possible. */
const INDEX = `
  export const readWeights = () => ({ weights: [1n] });
  export const planTrades = ({ targets }) => ({ orders: targets, expectedProfit: 1n });`;
const MATH = `export const openPool = () => ({});`;

type Files = Readonly<Record<string, string>>;

/** A package with the name of this one, with other things in it. */
async function packageOf(folder: string, files: Files, changes: object = {}): Promise<Packed> {
  const project = join(folder, "project");
  const root = join(project, "node_modules", "deepfunding");
  const all: Files = { "index.js": INDEX, "math.js": MATH, ...files };
  const entries = Object.keys(all).map((name) => name.replace(".js", ""));
  const exports = Object.fromEntries(
    entries.map((name) => [name === "index" ? "." : `./${name}`, { default: `./dist/${name}.js` }]),
  );
  const manifest: Manifest = { name: "deepfunding", version: "1.0.0", exports };
  const text = { ...manifest, license: "MIT", type: "module", sideEffects: false, ...changes };
  for (const [name, content] of Object.entries({ ...all, "../package.json": JSON.stringify(text) })) {
    const path = join(root, "dist", name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return { project, manifest, tarball: join(folder, "deepfunding-1.0.0.tgz") };
}

async function pack({ project, tarball }: Packed): Promise<void> {
  const root = join(project, "node_modules", "deepfunding");
  await execute("npm", ["pack", "--pack-destination", dirname(tarball)], { cwd: root });
}

describe("Checks of the package", function () {
  this.timeout(120_000);

  let folder: string;

  beforeEach(async function () {
    folder = await mkdtemp(join(tmpdir(), "checks-"));
  });

  afterEach(async function () {
    await rm(folder, { recursive: true });
  });

  it("given a sound package, should find nothing", async function () {
    const packed = await packageOf(folder, {});
    expect(await findBrokenEntries(packed)).to.deep.equal([]);
    expect(await findBrowserTrouble(packed)).to.deep.equal([]);
  });

  it("given an entry that cannot be imported, or exports nothing, should name it", async function () {
    const packed = await packageOf(folder, { "broken.js": `throw new Error("No.");`, "empty.js": "" });
    expect(await findBrokenEntries(packed)).to.deep.equal([
      "deepfunding/broken: No.",
      "deepfunding/empty exports nothing.",
    ]);
  });

  it("given a command, should run it, and count its own code only", async function () {
    const program = `import { readFile } from "node:fs/promises"; import "viem"; console.log("1.0.0", readFile.length);`;
    const packed = await packageOf(folder, { "main.js": program });
    const command: Packed = { ...packed, manifest: { ...packed.manifest, bin: { does: "./dist/main.js" } } };
    const [found = ""] = await findBrokenCommands(command); // viem is not installed there
    expect(found).to.include("does --version: ").and.to.include("viem");
    await packageOf(folder, { "main.js": `console.log("1.0.0")` });
    expect(await findBrokenCommands(command)).to.deep.equal([]);
    await packageOf(folder, { "main.js": `console.log("0.9.0")` });
    expect(await findBrokenCommands(command)).to.deep.equal(["does --version: 0.9.0"]);
    await packageOf(folder, { "main.js": program });
    expect(await sizeOfCommand(command)).to.be.within(1, 200);
  });

  it("given the manifest beside the sources, should publish what is built of them, and nothing private", function () {
    const sources: Manifest = {
      name: "a",
      version: "1.0.0",
      private: true,
      bin: { a: "./src/main.ts" },
      exports: {
        ".": { types: "./src/index.ts", default: "./src/index.ts" },
        "./package.json": "./package.json",
      },
    };
    expect(publishedManifest(sources)).to.deep.equal({
      name: "a",
      version: "1.0.0",
      bin: { a: "./dist/main.js" },
      exports: {
        ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
        "./package.json": "./package.json",
      },
    });
  });

  it("given an import of Node, should say that a web page cannot have it", async function () {
    const packed = await packageOf(folder, { "files.js": `export { readFile } from "node:fs/promises";` });
    const [found = "", ...more] = await findBrowserTrouble(packed);
    expect(found).to.include("node:fs/promises");
    expect(more).to.deep.equal([]);
  });

  it("given a global of Node, should say that a web page has none", async function () {
    const packed = await packageOf(folder, { "bytes.js": `export const bytes = Buffer.from("a");` });
    expect(await findBrowserTrouble(packed)).to.deep.equal(["In a web page: Buffer is not defined"]);
  });

  it("given a plan that depends on where it is made, should say so", async function () {
    const index = INDEX.replace("expectedProfit: 1n", `expectedProfit: typeof process === "object"`);
    const [found = ""] = await findBrowserTrouble(await packageOf(folder, { "index.js": index }));
    expect(found).to.match(/^A web page plans .*false.*, Node .*true/);
  });

  it("given a module that one import need not bring, should name it", async function () {
    const heavy = { "heavy.js": `export const heavy = 1; console.log("loaded");` };
    const files = { ...heavy, "index.js": `${INDEX} export { heavy } from "./heavy.js";` };
    const one = { program: `export { planTrades } from "deepfunding";`, may: /^index\.js$/ } as const;
    const shaken = await bundle(await packageOf(folder, files), one.program);
    expect(findUnshaken(shaken, one as never)).to.deep.equal([]);
    // Without the promise that modules do nothing by themselves, bundlers keep them.
    const whole = await bundle(await packageOf(folder, files, { sideEffects: true }), one.program);
    expect(findUnshaken(whole, one as never)).to.deep.equal([`${one.program} bundles heavy.js too.`]);
    expect(whole.size).to.be.greaterThan(shaken.size);
  });

  it("given an entry above its budget, or without one, should name it", function () {
    const sizes = { small: { measured: 1, budget: 10 }, large: { measured: 1, budget: 10 } };
    const measured = new Map([
      ["small", 10],
      ["large", 11],
      ["new", 1],
    ]);
    const found = findLarge(measured, sizes);
    expect(found).to.have.length(2);
    expect(found[0]).to.include("large has 11 bytes");
    expect(found[1]).to.include("new has no budget");
  });

  it("given a manifest that names a file that is not there, or types that are not, should say so", async function () {
    const gone = await packageOf(folder, {}, { exports: { ".": "./dist/gone.js" } });
    await pack(gone);
    expect((await findLint(gone)).join("\n")).to.include("gone.js");
    expect((await findWrongTypes(gone)).join("\n")).to.include("does not contain types");
  });

  it("given types that are not those of what runs, should say so", async function () {
    const exports = { ".": { types: "./dist/index.d.cts", default: "./dist/index.js" } };
    const packed = await packageOf(folder, { "index.d.cts": "export declare const a: number;" }, { exports });
    await pack(packed);
    expect((await findWrongTypes(packed)).join("\n")).to.match(/masquerading/i);
  });
});
