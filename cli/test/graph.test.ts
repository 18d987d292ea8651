import { expect } from "chai";

import { readEdges, readWeights } from "deepfunding/csv";
import { runCli } from "./utils/cli.ts";

const LOCKFILE = {
  name: "app",
  packages: {
    "": { dependencies: { a: "1" }, devDependencies: { b: "1" } },
    "node_modules/a": { dependencies: { c: "1", d: "1" } },
    "node_modules/b": {},
    "node_modules/c": {},
    "node_modules/d": {},
  },
};
const FILES = {
  "app/package-lock.json": JSON.stringify(LOCKFILE),
  "app/node_modules/a/package.json": '{"repository":"owner/a"}',
  "app/node_modules/c/package.json": "{ broken",
  "circle.json": JSON.stringify({
    packages: {
      "": { dependencies: { a: "1", b: "1" } },
      "node_modules/a": { dependencies: { b: "1" } },
      "node_modules/b": { dependencies: { a: "1" } },
    },
  }),
  "scoped.json": JSON.stringify({ ...LOCKFILE, name: "@scope/app" }),
  "wordy.json": JSON.stringify({ ...LOCKFILE, name: "my app" }),
  "old.json": '{"lockfileVersion":1,"dependencies":{}}',
  "more.json": JSON.stringify({
    packages: {
      "": { dependencies: { "@acme/sdk": "forker/acme-sdk", gone: "^1" }, optionalDependencies: { native: "1" } },
      "node_modules/@acme/sdk": { resolved: "git+ssh://git@github.com/forker/acme-sdk.git#0123" },
      "node_modules/native": { optionalDependencies: { win: "2" } },
    },
  }),
  "empty.json": '{"packages":{"":{}}}',
};
const [A, B, C, D] = [
  "https://github.com/owner/a",
  ...["b", "c", "d"].map((name) => `https://npmjs.com/package/${name}`),
];

const run = (line: string) => runCli(`graph from-lockfile ${line}`.split(" "), { files: FILES });

describe("CLI: graph from-lockfile", function () {
  it("shows base rates by packages, and writes nothing", async function () {
    const { code, out, written } = await run("app/package-lock.json");
    expect(code).to.equal(0);
    expect(out)
      .to.match(/owner\/a +█{20} +75\.000% +3 +2\n/)
      .and.to.match(/npmjs\.com\/package\/b +█+. +25\.000% +1 +0\n/);
    expect(written.size).to.equal(0);
  });

  it("writes the files of a round, which the package reads", async function () {
    const { out, written } = await run("app/package-lock.json --out app/round --json");
    const text = (name: string) => written.get(`app/round/${name}`)?.text ?? "";
    expect(readWeights(text("base-rates.csv"))).to.deep.include({
      parent: "app",
      projects: [A, B],
      weights: [75n * 10n ** 16n, 25n * 10n ** 16n],
    });
    expect([...readEdges(text("edges.csv"))]).to.deep.equal([[A, [C, D]]]);
    expect(JSON.parse(out)).to.deep.include({ written: ["app/round/base-rates.csv", "app/round/edges.csv"] });
    const credit = await runCli(["credit", D ?? "", "--folder", "app/round", "--json"], {
      files: Object.fromEntries([...written].map(([path, file]) => [path, file.text])),
    });
    const [project] = (JSON.parse(credit.out) as { projects: { share: string }[] }).projects;
    // Half of three quarters goes on to two children.
    expect(project?.share).to.equal("187500000000000000");
  });

  it("takes another name for the target, and leaves development out", async function () {
    const { written } = await run("app/package-lock.json --out . --target owner/App --no-dev");
    expect(written.get("base-rates.csv")?.text).to.equal(`repo,parent,weight\n${A},owner/App,1\n`);
  });

  it("knows a project with a scoped name by its page, and writes nothing of one that can be none", async function () {
    const scoped = await run("scoped.json --out .");
    expect(scoped.written.get("base-rates.csv")?.text).to.include(",https://www.npmjs.com/package/@scope/app,");
    const wordy = await run("wordy.json --out .");
    expect([wordy.code, wordy.written.size]).to.deep.equal([2, 0]);
    expect(wordy.error).to.include('"my app"').and.to.include("`--target <project>`");
    const named = await run("wordy.json --out . --target app");
    expect(named.written.get("base-rates.csv")?.text).to.include(",app,");
  });

  it("counts optional dependencies, names a fork, and lists what the lock file does not have", async function () {
    const { out } = await run("more.json");
    expect(out)
      .to.match(/forker\/acme-sdk +\S+ +50\.000% +1 +0\n/)
      .and.to.match(/package\/native +\S+ +50\.000% +1 +0\n/)
      .and.to.include("gone ^1, of the project\n")
      .and.to.include("  win 2, of native, optional\n");
  });

  it("says where credit would flow in a circle", async function () {
    const { code, out } = await run("circle.json");
    expect(code).to.equal(0);
    expect(out).to.include("npmjs.com/package/a → npmjs.com/package/b");
  });

  for (const [file, says] of [
    ["old.json", "--package-lock-only"],
    ["empty.json", "no dependencies"],
    ["none.json", "cannot be read"],
  ] as const) {
    it(`refuses ${file}: 2`, async function () {
      const { code, error } = await run(file);
      expect(code).to.equal(2);
      expect(error)
        .to.match(new RegExp(`^${file}: `))
        .and.to.include(says);
    });
  }
});
