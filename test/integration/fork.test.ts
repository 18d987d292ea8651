import { expect } from "chai";
import { network } from "hardhat";
import { createHardhatRuntimeEnvironment } from "hardhat/hre";
import type { NetworkConnection } from "hardhat/types/network";

import type hardhatConfig from "../../hardhat.config.ts";
import { startLocalNetwork, type LocalNetwork } from "../../scripts/utils/localNetwork.ts";
import { withRound } from "../utils/round.ts";

const ORDERS = [{ outcome: 1, short: false, amount: 10n ** 18n }];

/** The network `fork` of hardhat.config.ts, as it is when FORK_URL is set. */
async function connectToFork(url: string): Promise<NetworkConnection> {
  const before = process.env["FORK_URL"];
  process.env["FORK_URL"] = url;
  try {
    const file = new URL("../../hardhat.config.ts?fork", import.meta.url).href;
    const { default: config } = (await import(file)) as { default: typeof hardhatConfig };
    const environment = await createHardhatRuntimeEnvironment(config);
    return await environment.network.create("fork");
  } finally {
    if (before === undefined) delete process.env["FORK_URL"];
    else process.env["FORK_URL"] = before;
  }
}

function contractsOf({ ethers }: NetworkConnection, { contracts }: LocalNetwork) {
  return Promise.all([
    ethers.getContractAt("Markets", contracts.markets),
    ethers.getContractAt("TestToken", contracts.money),
  ]);
}

describe("A fork of the local network", function () {
  it("should have its market, and trade in it without changing the origin", async function () {
    await withRound(async (round) => {
      const local = await startLocalNetwork({ port: 0, round });
      try {
        const origin = await network.create({ network: "localhost", override: { url: local.url } });
        const fork = await connectToFork(local.url);
        const [originMarkets] = await contractsOf(origin, local);
        const [markets, money] = await contractsOf(fork, local);
        const { id, projects, closesAt } = local.market;

        const market = await markets.getMarket(id);
        expect([market.outcomes, market.closesAt, market.resolver, market.pooled]).to.deep.equal([
          BigInt(projects.length),
          BigInt(closesAt),
          local.contracts.jury,
          true,
        ]);
        const { ethers } = fork;
        const [, trader] = await ethers.getSigners();
        if (!trader) throw new Error("The fork has no accounts.");
        const quote = await markets.quote(id, ORDERS);
        expect(await originMarkets.quote(id, ORDERS)).to.deep.equal(quote);

        await money.connect(trader).approve(markets, ethers.MaxUint256);
        const trade = markets.connect(trader).trade(id, ORDERS, quote.total, closesAt, trader);
        await expect(trade).to.changeTokenBalance(ethers, money, trader, -quote.total);
        expect(await markets.balanceOf(trader, id | 1n)).to.equal(10n ** 18n);
        expect((await markets.quote(id, ORDERS)).total).to.be.greaterThan(quote.total);

        expect(await originMarkets.balanceOf(trader.address, id | 1n)).to.equal(0n);
        expect(await originMarkets.quote(id, ORDERS)).to.deep.equal(quote);
        await fork.close();
      } finally {
        await local.close();
      }
    });
  });
});
