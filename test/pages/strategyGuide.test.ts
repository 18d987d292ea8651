import { network } from "hardhat";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getAddress } from "viem";

import { expectPage, keyOf } from "../utils/pages.ts";
import { conductorOf, deployRounds, node, ORIGINALITY } from "../utils/rounds.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

/** An account with money that has approved nothing to `Markets`. */
const TRADER = 4;
const [GETH, SOLIDITY, RETH] = ["ethereum/go-ethereum", "argotorg/solidity", "paradigmxyz/reth"].map(
  (name) => `https://github.com/${name}`,
);
const WEIGHTS = `repo,parent,weight
${RETH},ethereum,0.35
${GETH},ethereum,0.35
${SOLIDITY},ethereum,0.3
`;
const ORIGINALITIES = `repo,originality
${SOLIDITY},0.8
${GETH},0.4
`;

/** A round in which the markets of weights and of two projects' originality are open. */
async function openedFixture() {
  const libraries = { "https://github.com/first/library": 600n, "https://github.com/second/library": 400n };
  const seeds = { [String(GETH)]: 500n, [String(SOLIDITY)]: 300n, [String(RETH)]: 200n };
  const graph = [node("ethereum", 0n, seeds), ...Object.keys(seeds).map((seed) => node(seed, 600n, libraries))];
  const deployment = await deployRounds(connection, { graph });
  const { start, toTrading, openSelections, openNode } = conductorOf(connection, deployment);
  await start();
  await toTrading();
  await openSelections();
  for (const index of [0, 1]) await openNode(ORIGINALITY, index);
  const { markets, money, lens, rounds, registry, registrar } = deployment;
  await money.mint(registrar, 1000n * 10n ** 18n);
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(TRADER),
    LENS: lens,
    MARKETS: await addressOf(markets),
    ROUNDS: await addressOf(rounds),
    REGISTRY: await addressOf(registry),
  };
}

describe("Pages: the guide to strategy", function () {
  after(close);

  it("plans over the market of weights and two of originality, and trades", async function () {
    const environment = await networkHelpers.loadFixture(openedFixture);
    const folder = await mkdtemp(join(tmpdir(), "forecast-"));
    try {
      await writeFile(join(folder, "weights.csv"), WEIGHTS);
      await writeFile(join(folder, "originality.csv"), ORIGINALITIES);
      await expectPage("guides/strategy", { ...environment, FORECAST: folder });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
