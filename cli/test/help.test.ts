import { expect } from "chai";

import { COMMANDS } from "../src/commands/index.ts";
import { EXIT_MEANINGS } from "../src/exitCodes.ts";
import { optionsOf } from "../src/globals.ts";
import { kebabCase } from "../src/options.ts";
import { runCli } from "./utils/cli.ts";

describe("CLI: help", function () {
  it("--help lists all commands and what the exit codes mean", async function () {
    const { code, out, error } = await runCli(["--help"]);
    expect([code, error]).to.deep.equal([0, ""]);
    for (const { name, summary } of COMMANDS)
      expect(out)
        .to.match(new RegExp(`^  ${name} +`, "m"))
        .and.to.include(summary);
    for (const [exit, meaning] of EXIT_MEANINGS) expect(out).to.include(`  ${exit}  ${meaning}`);
  });

  for (const command of COMMANDS) {
    it(`${command.name} --help shows all of its options and an example`, async function () {
      const { code, out, error } = await runCli([...command.name.split(" "), "--help"]);
      expect([code, error]).to.deep.equal([0, ""]);
      expect(out).to.include(command.summary);
      for (const name of [...Object.keys(optionsOf(command)), "help"])
        expect(out).to.match(new RegExp(`--${kebabCase(name)}( |$)`, "m"));
      for (const { line } of command.examples) expect(out).to.include(line);
    });
  }

  it("the first word of commands has a help of its own", async function () {
    const { code, out } = await runCli(["keystore", "--help"]);
    expect(code).to.equal(0);
    expect(out.match(/^ {2}keystore \w+/gm)).to.deep.equal([
      "  keystore new",
      "  keystore import",
      "  keystore address",
    ]);
    expect(out).to.not.include("  market ");
  });

  it("--version prints the package's", async function () {
    expect(await runCli(["--version"])).to.deep.include({ code: 0, out: "1.2.3\n" });
  });

  it("without a command it says what there is, beside standard output, and exits with 2", async function () {
    const { code, out, error } = await runCli([]);
    expect([code, out]).to.deep.equal([2, ""]);
    expect(error).to.include("Commands:");
  });
});

describe("CLI: errors", function () {
  it("say what is wrong and what to do, and exit with 2 for a wrong command line", async function () {
    const { code, out, error } = await runCli(["trade", "weights.csv"]);
    expect([code, out]).to.deep.equal([2, ""]);
    expect(error).to.equal(
      "--budget is missing: the most to spend, in money.\n`deepfunding trade --help` shows how it is used.\n",
    );
  });

  it("are JSON with --json", async function () {
    const { code, out, error } = await runCli(["market", "--json"], { env: {} });
    expect([code, out]).to.deep.equal([2, ""]);
    const { name, message, remedies } = (
      JSON.parse(error) as { error: { name: string; message: string; remedies: string[] } }
    ).error;
    expect([name, message]).to.deep.equal(["MissingSettingError", "The RPC is not given."]);
    expect(remedies).to.have.length(1);
  });

  it("exit with 4 where no RPC answers", async function () {
    const contracts = JSON.stringify({ chainId: 1, markets: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" });
    const { code, error } = await runCli(["market", "--rpc", "http://127.0.0.1:1"], {
      files: { "./deepfunding.json": contracts },
    });
    expect(code).to.equal(4);
    expect(error).to.include("http://127.0.0.1:1 cannot be reached");
  });

  const files = [
    { name: "is not there", text: undefined, says: "Where the contracts are is not given" },
    { name: "is no JSON", text: "{", says: "not JSON" },
    { name: "has no chain", text: "{}", says: "chainId" },
    { name: "has a broken address", text: '{"chainId":1,"jury":"0x12"}', says: '"jury" is not an address' },
    { name: "has names that are none", text: '{"chainId":1,"names":[1]}', says: "names" },
  ];
  for (const { name, text, says } of files) {
    it(`name the file of contracts when it ${name}`, async function () {
      const env = { RPC_URL: "http://127.0.0.1:1" };
      const { code, error } = await runCli(["market"], {
        env,
        files: text === undefined ? {} : { "./deepfunding.json": text },
      });
      expect(code).to.equal(2);
      expect(error).to.include(says).and.to.include("deepfunding.json");
    });
  }
});
