import { expect } from "chai";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { installHooks } from "../../scripts/hooks/install.mjs";

const ROOT = join(import.meta.dirname, "..", "..");
const HOOKS = join(ROOT, "scripts", "hooks");

describe("The hooks of git", function () {
  let folder: string;
  // Git's own variables, as they are inside of a hook, would lead to this repository.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GIT_|CI$)/.test(name)));
  Object.assign(env, { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" });
  const git = (...parameters: string[]) => execFileSync("git", parameters, { cwd: folder, env, encoding: "utf8" });
  const configure = (name: string) => spawnSync("git", ["config", name], { cwd: folder, env, encoding: "utf8" }).stdout;

  beforeEach(function () {
    folder = mkdtempSync(join(tmpdir(), "hooks-"));
    git("init", "--quiet");
    git("config", "user.name", "Alice");
    git("config", "user.email", "alice@example.org");
  });
  afterEach(function () {
    rmSync(folder, { recursive: true });
  });

  describe("commit-msg", function () {
    function judge(message: string) {
      const path = join(folder, "message");
      writeFileSync(path, message);
      const { status, stderr } = spawnSync(process.execPath, [join(HOOKS, "commit-msg"), path], { encoding: "utf8" });
      return { status, stderr };
    }

    for (const message of [
      "Refuse bids after the hard end",
      "Pass signals on",
      "Seed the pools\n\nFixed lanes left one core idle.\n",
      "# a comment\n\nNeed no more than one pull\n",
      'Merge branch "sdk"',
      'Revert "Added a line."',
      "fixup! Refuse bids after the hard end",
      "A".repeat(72),
    ]) {
      it(`should take ${JSON.stringify(message)}`, function () {
        expect(judge(message)).to.deep.equal({ status: 0, stderr: "" });
      });
    }

    for (const [message, reason] of [
      ["Added a line", "no instruction"],
      ["Adds a line", "no instruction"],
      ["Adding a line", "no instruction"],
      ["The line is added", "no instruction"],
      ["add a line", "capital letter"],
      ["Add a line.", "full stop"],
      ["A".repeat(73), "73 characters, at most 72"],
      ["# only a comment\nfixed\n", "capital letter"],
    ] as const) {
      it(`should refuse ${JSON.stringify(message)}`, function () {
        const { status, stderr } = judge(message);
        expect(status).to.equal(1);
        expect(stderr).to.include(reason);
      });
    }
  });

  describe("pre-commit", function () {
    const SOURCE = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n\n";

    beforeEach(function () {
      for (const name of ["node_modules", ".prettierrc.json", ".solhint.json", "eslint.config.js", "package.json"]) {
        symlinkSync(join(ROOT, name), join(folder, name));
      }
      writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true }, "include": ["*.ts"] }\n');
      git("config", "core.hooksPath", HOOKS);
    });

    function commit(files: Readonly<Record<string, string>>) {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      git("add", ...Object.keys(files));
      const { status, stderr, stdout } = spawnSync("git", ["commit", "-m", "Add a file"], {
        cwd: folder,
        env,
        encoding: "utf8",
      });
      return { status, output: stderr + stdout };
    }

    it("should let pass what is formatted and lint-clean", function () {
      const { status, output } = commit({ "a.ts": "export const a = 1;\n", "b.txt": "not  formatted" });
      expect(output).to.include("Add a file");
      expect(status).to.equal(0);
    });

    it("should refuse what is not formatted", function () {
      const { status, output } = commit({ "a.ts": "export const a=1\n" });
      expect(status).to.equal(1);
      expect(output).to.include("prettier refuses what is staged");
    });

    it("should refuse what the linter of TypeScript refuses", function () {
      const { status, output } = commit({ "a.ts": 'export const a = "a" as any;\n' });
      expect(status).to.equal(1);
      expect(output).to.include("no-explicit-any").and.to.include("eslint refuses");
    });

    it("should refuse what the linter of Solidity refuses, where contracts are", function () {
      execFileSync("mkdir", ["contracts"], { cwd: folder });
      const { status, output } = commit({
        "contracts/A.sol": `${SOURCE}contract A {\n    function Loud() external {}\n}\n`,
      });
      expect(status).to.equal(1);
      expect(output).to.include("func-name-mixedcase").and.to.include("solhint refuses");
    });

    it("should refuse what is staged and was changed since: it would judge something else", function () {
      writeFileSync(join(folder, "a.ts"), "export const a=1\n");
      git("add", "a.ts");
      writeFileSync(join(folder, "a.ts"), "export const a = 1;\n");
      const { status, stderr } = spawnSync("git", ["commit", "-m", "Add a"], { cwd: folder, env, encoding: "utf8" });
      expect(status).to.equal(1);
      expect(stderr).to.include("stage or stash all of a.ts");
    });
  });

  describe("their installation", function () {
    it("should set the path in a clone that has none", function () {
      installHooks(folder, env);
      expect(configure("core.hooksPath")).to.equal("scripts/hooks\n");
    });

    it("should leave the path that there is", function () {
      git("config", "core.hooksPath", "mine");
      installHooks(folder, env);
      expect(configure("core.hooksPath")).to.equal("mine\n");
    });

    it("should do nothing in CI", function () {
      installHooks(folder, { ...env, CI: "true" });
      expect(configure("core.hooksPath")).to.equal("");
    });

    it("should do nothing in a folder that is no checkout", function () {
      rmSync(join(folder, ".git"), { recursive: true });
      expect(() => {
        installHooks(folder, env);
      }).not.to.throw();
      git("init", "--quiet");
      expect(configure("core.hooksPath")).to.equal("");
    });
  });
});
