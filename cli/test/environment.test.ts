import { expect } from "chai";

import { runCli } from "./utils/cli.ts";

const files = { "./deepfunding.json": '{"chainId":1}' };
const NOWHERE = "http://127.0.0.1:1";

describe("CLI: the environment", function () {
  it("a variable that is empty is as good as none", async function () {
    const none = await runCli(["market"], { files, env: { DEEPFUNDING_RPC_URL: "", RPC_URL: "" } });
    expect([none.code, none.error.includes("The RPC is not given")]).to.deep.equal([2, true]);
    const empty = { DEEPFUNDING_KEYSTORE: "", DEEPFUNDING_PRIVATE_KEY: "", DEEPFUNDING_CONTRACTS: "" };
    // All that is left to fail is the RPC.
    const env = { ...empty, DEEPFUNDING_RPC_URL: "", RPC_URL: NOWHERE };
    expect(await runCli(["round", "status"], { files, env })).to.include({ code: 4 });
  });

  it("names that can be no projects are said with their file", async function () {
    const named = { ...files, "bad.json": '{"chainId":1,"names":["a b"]}' };
    const { code, error } = await runCli(["market", "--contracts", "bad.json", "--rpc", NOWHERE], { files: named });
    expect([code, error.startsWith("bad.json: ")]).to.deep.equal([2, true]);
  });

  it("an RPC that is no URL is refused without being shown", async function () {
    for (const RPC_URL of ["127.0.0.1:8545/secret", "htp://host/secret"]) {
      const { code, error } = await runCli(["market"], { files, env: { RPC_URL } });
      expect(code).to.equal(2);
      expect(error).to.include("RPC_URL").and.not.include("secret");
    }
  });
});
