import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNNER = join(import.meta.dirname, "..", "..", "scripts", "test", "runner.mjs");

type Step = { readonly name: string; readonly script: string; readonly needs?: readonly string[] };

describe("The runner of the tests", function () {
  let folder: string;
  beforeEach(function () {
    folder = mkdtempSync(join(tmpdir(), "runner-"));
  });
  afterEach(function () {
    rmSync(folder, { recursive: true });
  });

  /** Runs steps, each a program of JavaScript. */
  function run(steps: readonly Step[]) {
    const list = steps.map(({ name, script, ...step }, i) => {
      const path = join(folder, `${i}.mjs`);
      writeFileSync(path, script);
      return { name, command: `node ${path}`, ...step };
    });
    const program = `import { runSteps } from ${JSON.stringify(RUNNER)}; await runSteps(${JSON.stringify(list)});`;
    const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      encoding: "utf8",
    });
    const lines = stdout.trimEnd().split("\n");
    const rows = new Map(
      lines
        .slice(lines.findIndex((line) => line.startsWith("step ")) + 1)
        .map((line) => line.split(/ {2,}/))
        .map(([name = "", ...cells]) => [name, cells]),
    );
    return { status, stdout, rows, last: lines.at(-1) };
  }

  it("should count a step as one, and tests by what their runner says", function () {
    const { status, rows, last } = run([
      { name: "types", script: "" },
      { name: "unit tests", script: "console.log('  3 passing (2s)\\n  4 passing')" },
    ]);
    expect(rows.get("types")?.slice(2)).to.deep.equal(["1", "0"]);
    expect(rows.get("unit tests")?.slice(2)).to.deep.equal(["7", "0"]);
    expect(rows.get("all")?.slice(-2)).to.deep.equal(["8", "0"]);
    expect(last).to.equal("8 passed, 0 failed");
    expect(status).to.equal(0);
  });

  it("should count failures, of tests and of a step that fails", function () {
    const { status, last } = run([
      { name: "types", script: "process.exit(2)" },
      { name: "unit tests", script: "console.log('3 passing\\n2 failing'); process.exit(2)" },
    ]);
    expect(last).to.equal("3 passed, 3 failed");
    expect(status).to.equal(1);
  });

  for (const [what, script] of [
    ["dies after it counted", "console.log('3 passing'); process.kill(process.pid, 'SIGKILL')"],
    ["finds no test", "console.log('0 passing')"],
    ["says nothing", ""],
  ] as const) {
    it(`given a runner that ${what}, should count a failure`, function () {
      const { status, rows } = run([{ name: "unit tests", script }]);
      expect(rows.get("unit tests")?.at(-1)).to.equal("1");
      expect(status).to.equal(1);
    });
  }

  it("should begin a step when what it needs has ended, and without what was not asked for", function () {
    const wait = (text: string, ms: number) => `setTimeout(() => console.log(Date.now(), '${text}'), ${ms})`;
    const { stdout, status } = run([
      { name: "slow", script: wait("slow", 500) },
      { name: "other", script: wait("other", 0) },
      { name: "after", script: wait("after", 0), needs: ["slow", "absent"] },
    ]);
    const at = (text: string) => Number(new RegExp(`(\\d+) ${text}`).exec(stdout)?.[1]);
    expect(at("other")).to.be.below(at("slow"));
    expect(at("after")).to.be.above(at("slow"));
    expect(status).to.equal(0);
  });

  it("should measure what a step computes, with the programs that it starts, and not what it waits", function () {
    const busy = "const end = Date.now() + 1000; while (Date.now() < end);";
    const parent = `import { spawnSync } from "node:child_process"; spawnSync("node", ["-e", "${busy}"]);`;
    const { rows } = run([
      { name: "busy", script: parent },
      { name: "idle", script: "setTimeout(() => {}, 1000)" },
    ]);
    const [[, busyCpu], [idleWall, idleCpu]] = ["busy", "idle"].map((name) => (rows.get(name) ?? []).map(Number)) as [
      [number, number],
      [number, number],
    ];
    expect(idleWall).to.be.at.least(1);
    expect(busyCpu).to.be.above(idleCpu);
  });
});
