import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const WORKFLOW = join(".github", "workflows", "ci.yml");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

describe("Continuous integration", function () {
  describe("the workflow", function () {
    it("should run files that are here and can be run, and `.ci/run` among them", function () {
      const commands = matches(read(WORKFLOW), /^\s*(?:- )?run: *(.*)$/gm);
      expect(commands).to.include(".ci/run");
      for (const command of commands) {
        expect(command, "a command of more than a file").to.match(/^[\w./-]+$/);
        expect(() => {
          accessSync(join(ROOT, command), constants.X_OK);
        }, command).not.to.throw();
      }
    });

    it("should take Node from a file that names the project's own", function () {
      const { devDependencies } = JSON.parse(read("package.json")) as { devDependencies: Record<string, string> };
      const [file = "none"] = matches(read(WORKFLOW), /node-version-file: *(\S+)/g);
      expect(read(file).trim()).to.equal(devDependencies["node"]?.split(".")[0]);
    });

    it("should give the tests 90 minutes", function () {
      const [minutes] = matches(read(WORKFLOW), /timeout-minutes: *(\d+)/g);
      expect(Number(minutes)).to.equal(90);
    });
  });

  describe(".ci/run", function () {
    let folder: string;
    beforeEach(function () {
      folder = mkdtempSync(join(tmpdir(), "ci-"));
      mkdirSync(join(folder, ".ci"));
      mkdirSync(join(folder, "bin"));
      cpSync(join(ROOT, ".ci", "run"), join(folder, ".ci", "run"));
    });
    afterEach(function () {
      rmSync(folder, { recursive: true });
    });

    /** Runs it with an npm whose scripts print and end as told. */
    function run(
      scripts: Readonly<Record<"test" | "test:long", { readonly prints: string; readonly status: number }>>,
    ) {
      const cases = Object.entries(scripts).map(
        ([name, { prints, status }]) => `"run ${name}") printf '%s\\n' '${prints}'; exit ${status};;`,
      );
      writeFileSync(join(folder, "bin", "npm"), `#!/bin/sh\ncase "$*" in\n${cases.join("\n")}\nesac\n`, {
        mode: 0o755,
      });
      const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}` };
      const { status, stdout } = spawnSync(join(folder, ".ci", "run"), { env, encoding: "utf8" });
      return { status, lines: stdout.trimEnd().split("\n") };
    }
    /** The lines that a reader of the output could take for the result. */
    const countsOf = (lines: readonly string[]) => lines.filter((line) => /^\d+ passed, \d+ failed$/.test(line));

    it("should sum what both count, in one line at the end", function () {
      const { status, lines } = run({
        test: { prints: "a step\n40 passed, 0 failed", status: 0 },
        "test:long": { prints: "2 passed, 0 failed", status: 0 },
      });
      expect(lines.at(-1)).to.equal("42 passed, 0 failed");
      expect(countsOf(lines)).to.have.length(1);
      expect(lines).to.include("a step").and.to.include("test:long: 2 passed, 0 failed");
      expect(status).to.equal(0);
    });

    it("given that the first fails, should run the second too, and fail", function () {
      const { status, lines } = run({
        test: { prints: "39 passed, 1 failed", status: 1 },
        "test:long": { prints: "2 passed, 0 failed", status: 0 },
      });
      expect(lines.at(-1)).to.equal("41 passed, 1 failed");
      expect(status).to.equal(1);
    });

    it("given that the second fails, should fail", function () {
      const { status, lines } = run({
        test: { prints: "40 passed, 0 failed", status: 0 },
        "test:long": { prints: "0 passed, 2 failed", status: 1 },
      });
      expect(lines.at(-1)).to.equal("40 passed, 2 failed");
      expect(status).to.equal(1);
    });

    it("given one that dies before it counts, should count that as a failure", function () {
      const { status, lines } = run({
        test: { prints: "killed", status: 137 },
        "test:long": { prints: "2 passed, 0 failed", status: 0 },
      });
      expect(lines.at(-1)).to.equal("2 passed, 1 failed");
      expect(status).to.equal(1);
    });

    it("given one that ends well and counts nothing, should count that as a failure", function () {
      const { status, lines } = run({
        test: { prints: "40 passed, 0 failed", status: 0 },
        "test:long": { prints: "0 passed, 0 failed", status: 0 },
      });
      expect(lines.at(-1)).to.equal("40 passed, 1 failed");
      expect(status).to.equal(1);
    });
  });
});
