import { expect } from "chai";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { createPublicClient, createTestClient, getAddress, http, publicActions, type Address } from "viem";

import { parseContracts } from "../../cli/src/chain/contracts.ts";
import { drawCall, getDraw, getDrawProof } from "../../sdk/src/client/index.ts";
import { startNode, startNodeInShell } from "../utils/node.ts";
import { withRound } from "../utils/round.ts";

describe("npm run node", function () {
  it("should print where everything is, serve it, and stop at Ctrl-C", async function () {
    await withRound(async (round) => {
      const { child, exited, printed, ready } = startNode("--port", "0", "--round", round);
      try {
        await ready;
        const [, chainId, url] = /Chain (\d+) at (\S+)/.exec(printed.out) ?? [];
        const client = createPublicClient({ transport: http(url) });
        expect(await client.getChainId()).to.equal(Number(chainId));
        const names = [
          "markets",
          "jury",
          "safe",
          "money",
          "openingAuction",
          "outcomeERC20Factory",
          "lens",
          "registry",
          "rounds",
          "fundingPool",
        ];
        for (const name of names) {
          const [, address] = new RegExp(`^ +${name} +(0x\\w{40})$`, "m").exec(printed.out) ?? [];
          expect(await client.getCode({ address: getAddress(address as Address) }), name).not.to.equal(undefined);
        }
        // 1e-6 is floored at 1e-5, then all are scaled to sum to 1.
        expect(printed.out).to.include("0.000010  https://github.com/vyperlang/vyper");
        expect(printed.out.match(/0x[0-9a-f]{64} +juror/g)).to.have.lengthOf(5);

        child.kill("SIGINT");
        expect(await exited).to.equal(0);
        expect(printed.error).to.equal("");
        await client.getChainId().then(
          () => expect.fail("It still answers."),
          () => undefined,
        );
      } finally {
        child.kill("SIGKILL");
      }
    });
  });

  it("with --randomness drand it should serve a beacon as drand does, by which the round is drawn", async function () {
    await withRound(async (round) => {
      const path = join(round, "deepfunding.json");
      const { child, printed, ready } = startNode(
        ...["--port", "0", "--round", round, "--contracts", path, "--randomness", "drand"],
      );
      try {
        await ready;
        const { addresses } = parseContracts(path, await readFile(path, "utf8"));
        const [, url] = /Chain \d+ at (\S+)/.exec(printed.out) ?? [];
        const [, beacon] = /Beacon of the draw: (\S+)<round>/.exec(printed.out) ?? [];
        const client = createTestClient({ mode: "hardhat", transport: http(url) }).extend(publicActions);
        const rounds = addresses.rounds ?? "0x";
        const { kind, reference, time, chainHash } = await getDraw(client, { rounds });
        expect([kind, beacon?.includes(`/${chainHash?.slice(2)}/public/`)]).to.deep.equal(["drand", true]);
        await client.setNextBlockTimestamp({ timestamp: time });
        await client.mine({ blocks: 1 });
        const answer = await (await fetch(`${beacon}${reference}`)).text();
        const proof = await getDrawProof(client, { rounds, beacon: answer });
        const { result } = await client.simulateContract(drawCall({ rounds, proof }));
        expect(result).to.equal(`0x${(JSON.parse(answer) as { randomness: string }).randomness}`);
        expect((await fetch(`${beacon}latest`)).status).to.equal(404);
      } finally {
        child.kill("SIGKILL");
      }
    });
  });

  it("given a path for the contracts, should write what `deepfunding --contracts` reads", async function () {
    await withRound(async (round) => {
      const path = join(round, "deepfunding.json");
      const { child, exited, printed, ready } = startNode("--port", "0", "--round", round, "--contracts", path);
      try {
        await ready;
        const { chainId, addresses, names } = parseContracts(path, await readFile(path, "utf8"));
        expect(printed.out).to.include(`Chain ${chainId} at`);
        for (const address of Object.values(addresses)) expect(printed.out).to.include(address);
        expect(Object.keys(addresses)).to.have.length(10);
        expect(names).to.have.members([
          "ethereum",
          "https://github.com/sigp/lighthouse",
          "https://github.com/paradigmxyz/reth",
          "https://github.com/vyperlang/vyper",
        ]);
      } finally {
        child.kill("SIGKILL");
        await exited;
      }
    });
  });

  it("given that npm was told to stop, should stop with it", async function () {
    this.timeout(30_000);
    await withRound(async (round) => {
      const { child, exited, ready } = startNodeInShell("--port", "0", "--round", round);
      await ready;
      child.kill("SIGTERM");
      // "close" comes when the script, too, has let go of the output that it shares with the shell.
      await exited;
    });
  });

  it("given a port that is in use, should say so in one line and exit with 1", async function () {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    try {
      await withRound(async (round) => {
        const { exited, printed } = startNode("--port", String(port), "--round", round);
        expect(await exited).to.equal(1);
        expect(printed).to.deep.equal({ out: "", error: `Port ${port} is already in use.\n` });
      });
    } finally {
      other.close();
    }
  });

  const refused = [
    { name: "a folder without base rates", parameters: ["--round", "/nowhere"], says: "/nowhere/base-rates.csv" },
    { name: "a port that is none", parameters: ["--port", "99999"], says: "99999" },
    {
      name: "a path that cannot be written",
      parameters: ["--port", "0", "--contracts", "/nowhere/file.json"],
      says: "/nowhere/file.json",
    },
    { name: "an option that there is not", parameters: ["--prot", "1"], says: "--prot" },
  ];
  for (const { name, parameters, says } of refused) {
    it(`given ${name}, should say so in one line and exit with 1`, async function () {
      const { exited, printed } = startNode(...parameters);
      expect(await exited).to.equal(1);
      expect(printed.out).to.equal("");
      expect(printed.error)
        .to.match(/^[^\n]+\n$/)
        .and.to.include(says);
    });
  }

  it("given base rates that do not sum to 1, should say so in one line and exit with 1", async function () {
    await withRound(async (round) => {
      const { exited, printed } = startNode("--port", "0", "--round", round);
      expect(await exited).to.equal(1);
      expect(printed.error)
        .to.match(/^[^\n]+\n$/)
        .and.to.include("sum to 0.5");
    }, "repo,parent,weight\na/b,x,0.25\nc/d,x,0.25\n");
  });
});
