import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { complete, COMPLETION_SCRIPTS, FILES, SHELLS } from "../src/completion.ts";
import { COMMANDS } from "../src/commands/index.ts";
import { runCli } from "./utils/cli.ts";

const after = (...words: string[]) => complete(COMMANDS, words);

describe("CLI: completion", function () {
  it("completes commands, and their second words", function () {
    expect(after("")).to.include.members(["market", "trade", "keystore"]);
    expect(after("tra")).to.deep.equal(["trade"]);
    expect(after("keystore", "")).to.have.members(["new", "import", "address"]);
    expect(after("keystore", "n")).to.deep.equal(["new"]);
    expect(after("nothing", "")).to.be.empty;
  });

  it("completes options that were not given yet", function () {
    expect(after("trade", "w.csv", "--bud")).to.deep.equal(["--budget"]);
    expect(after("trade", "w.csv", "--dry-run", "--d")).to.deep.equal(["--deadline"]);
  });

  it("completes values: words, or files", function () {
    expect(after("market", "--kind", "")).to.deep.equal(["weight", "originality", "children"]);
    expect(after("market", "--kind", "or")).to.deep.equal(["originality"]);
    expect(after("trade", "")).to.deep.equal([FILES]);
    expect(after("trade", "--dry-run", "")).to.deep.equal([FILES]);
    expect(after("trade", "--budget", "100", "wei")).to.deep.equal([FILES]);
    expect(after("market", "--contracts", "x")).to.deep.equal([FILES]);
    expect(after("completion", "")).to.deep.equal([...SHELLS]);
  });

  it("the command prints scripts, and answers them", async function () {
    for (const shell of SHELLS) {
      expect((await runCli(["completion", shell])).out).to.equal(COMPLETION_SCRIPTS[shell]);
    }
    expect((await runCli(["--complete", "keystore", "n"])).out).to.equal("new\n");
  });

  it("bash completes with its script", function () {
    const folder = mkdtempSync(join(tmpdir(), "completion-"));
    try {
      // Stands for the installed command: the same answers, by the same source.
      const program = join(folder, "deepfunding");
      const main = new URL("../src/main.ts", import.meta.url).pathname;
      writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" --no-warnings "${main}" "$@"\n`);
      chmodSync(program, 0o755);
      writeFileSync(join(folder, "completion"), COMPLETION_SCRIPTS.bash);
      writeFileSync(join(folder, "weights.csv"), "");
      const completions = (...words: string[]) => {
        const quoted = ["deepfunding", ...words].map((word) => `"${word}"`).join(" ");
        const script = `source ./completion; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _deepfunding; echo "\${COMPREPLY[@]}"`;
        const env = { ...process.env, PATH: `${folder}:${process.env["PATH"]}` };
        return execFileSync("bash", ["-c", script], { cwd: folder, env, encoding: "utf8" }).trim();
      };
      expect(completions("keystore", "")).to.equal("new import address");
      expect(completions("market", "--kind", "ch")).to.equal("children");
      expect(completions("trade", "wei")).to.equal("weights.csv");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
