import { expect } from "chai";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const RUN = join(ROOT, "scripts", "run.mjs");
/** Prints its parameters, and ends as the last of them says. */
const ECHO = "console.log(JSON.stringify(process.argv.slice(1))); process.exit(Number(process.argv.at(-1)))";
/** Says that it is there, and that it was told to stop. */
const WAIT = `for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => { console.log(signal); process.exit(3); });
}
setInterval(() => {}, 1000);
console.log("ready");`;

describe("scripts/run.mjs", function () {
  it("should stand before every command of package.json", function () {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    for (const [name, command] of Object.entries(scripts)) {
      expect(command, name).to.match(/^node scripts\/run\.mjs [a-z]/);
    }
  });

  it("should pass parameters on as they are, and the exit code back", function () {
    const parameters = ["--json", "a b", "", "7"];
    const { status, stdout } = spawnSync(process.execPath, [RUN, "node", "-e", ECHO, "--", ...parameters], {
      encoding: "utf8",
    });
    expect(JSON.parse(stdout)).to.deep.equal(parameters);
    expect(status).to.equal(7);
  });

  it("should find programs that are installed, and run the project's own Node", function () {
    const { stdout } = spawnSync(process.execPath, [RUN, "node", "-p", "process.execPath"], { encoding: "utf8" });
    expect(stdout.trim()).to.equal(join(ROOT, "node_modules", "node", "bin", "node"));
  });

  it("given a program that is not there, should say so and fail", function () {
    const { status, stderr } = spawnSync(process.execPath, [RUN, "no-such-program"], { encoding: "utf8" });
    expect(stderr).to.include("no-such-program");
    expect(status).to.equal(1);
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`should pass ${signal} on and wait for what comes of it`, async function () {
      const child = spawn(process.execPath, [RUN, "node", "-e", WAIT]);
      let printed = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        if (printed === "ready\n") child.kill(signal);
      });
      const [code] = (await once(child, "close")) as [number | null];
      expect(printed).to.equal(`ready\n${signal}\n`);
      expect(code).to.equal(3);
    });
  }

  it("given a command that a signal ends, should fail with its number, as a shell does", function () {
    const { status } = spawnSync(process.execPath, [RUN, "node", "-e", "process.kill(process.pid, 'SIGKILL')"]);
    expect(status).to.equal(128 + 9);
  });
});
