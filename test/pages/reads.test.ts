import { network } from "hardhat";
import { getAddress, numberToHex, parseEther } from "viem";

import { expectPage, keyOf } from "../utils/pages.ts";
import { conductorOf, deployRounds, kindOf } from "../utils/rounds.ts";
import { deployPool, USD } from "../utils/sdk.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

/** The deployer, who sponsors; another one, who trades. */
const [SPONSOR, TRADER] = [0, 1];

/** The trader has bought, split and given a little away. */
async function tradedFixture() {
  const deployment = await deployPool(connection);
  const { market, mined, other, trader } = deployment;
  const receiver = trader.account.address;
  const trade = { market, maxCost: 1000n * USD, deadline: 10n ** 12n, receiver };
  await networkHelpers.time.increase(3600);
  await mined(await trader.trade({ ...trade, orders: [{ outcome: 0, short: false, amount: 200n * USD }] }));
  await networkHelpers.time.increase(3600);
  await mined(await trader.split({ market, amount: 50n * USD, receiver }));
  await mined(await trader.trade({ ...trade, orders: [{ outcome: 2, short: false, amount: -50n * USD }] }));
  await mined(await other.split({ market, amount: 5n * USD, receiver }));
  return deployment;
}

type Traded = Awaited<ReturnType<typeof tradedFixture>>;

function ofMarket({ market, markets, lens, money, trader }: Traded) {
  const addresses = { MARKETS: markets, LENS: lens, MONEY: money, ACCOUNT: trader.account.address };
  return { RPC_URL: url, PRIVATE_KEY: keyOf(TRADER), MARKET: numberToHex(market), ...addresses };
}

/** A round in Trading; nobody has opened anything. */
async function tradingFixture() {
  const deployment = await deployRounds(connection);
  const conductor = conductorOf(connection, deployment);
  await conductor.start();
  await conductor.toTrading();
  return { ...deployment, ...conductor };
}

/** The sponsor has pairs of a seed's selection, and gave for the round to come. */
async function claimableFixture() {
  const deployment = await tradingFixture();
  const { markets, rounds, deployer, openSelections } = deployment;
  await openSelections();
  const { market } = await rounds.getSelection(1n, kindOf("originality"));
  await markets.connect(deployer).splitPair(market, 1, parseEther("12"), deployer);
  await rounds.connect(deployer).sponsor(parseEther("7"));
  return deployment;
}

async function ofRound({ rounds, markets, lens, pool }: Awaited<ReturnType<typeof tradingFixture>>) {
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(SPONSOR),
    ROUNDS: getAddress(await rounds.getAddress()),
    MARKETS: getAddress(await markets.getAddress()),
    FUNDING_POOL: getAddress(await pool.getAddress()),
    LENS: lens,
  };
}

const MARKET_PAGES = [
  "account/getPnl",
  "account/getPositions",
  "history/getPriceHistory",
  "watch/watchEvents",
  "watch/watchMarket",
  "watch/watchTrades",
] as const;

const ROUND_PAGES = [
  ["rounds/getMarkets", tradingFixture],
  ["status/getRoundStatus", tradingFixture],
  ["account/getClaimables", claimableFixture],
  ["watch/watchRound", tradingFixture],
] as const;

describe("Pages: reads and watchers", function () {
  after(close);

  for (const name of MARKET_PAGES) {
    it(name, async function () {
      await expectPage(`actions/${name}`, ofMarket(await networkHelpers.loadFixture(tradedFixture)));
    });
  }
  for (const [name, fixture] of ROUND_PAGES) {
    it(name, async function () {
      await expectPage(`actions/${name}`, await ofRound(await networkHelpers.loadFixture(fixture)));
    });
  }
});
