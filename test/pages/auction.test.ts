import { network } from "hardhat";
import { numberToHex, parseUnits } from "viem";

import { randomSalt } from "../../sdk/src/auction/index.ts";
import { expectPage, keyOf } from "../utils/pages.ts";
import { USD } from "../utils/sdk.ts";
import { createAuctioned, deployAuction, prepareAuctioned } from "../utils/sdkAuction.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

/** The sponsor is the first account; bob does not reveal. */
const [SPONSOR, ALICE, BOB, ANYONE] = [0, 1, 2, 3];
/** What alice bids for, as her programs say it; bob believes the contrary. */
const WEIGHTS = ["0.2", "0.7", "0.1"].map((weight) => parseUnits(weight, 18));
const [ALICES, BOBS] = [
  { budget: 500n * USD, weights: WEIGHTS },
  { budget: 300n * USD, weights: WEIGHTS.toReversed() },
];

async function createdFixture() {
  const deployment = await deployAuction(connection);
  return { ...deployment, ...(await createAuctioned(deployment)), bobsSalt: randomSalt() };
}

async function preparedFixture() {
  const deployment = await deployAuction(connection);
  return { ...deployment, ...(await prepareAuctioned(deployment)), bobsSalt: randomSalt() };
}

async function committedFixture() {
  const deployment = await preparedFixture();
  const { alice, auction, bob, bobsSalt, market, mined, money } = deployment;
  await mined(await alice.approveAsset({ asset: money, spender: auction, amount: ALICES.budget }));
  await mined(await alice.commitBid({ market, ...ALICES, salt: await alice.deriveBidSalt({ market }) }));
  await mined(await bob.commitBid({ market, ...BOBS, salt: bobsSalt }));
  return deployment;
}

async function revealingFixture() {
  const deployment = await committedFixture();
  await networkHelpers.time.increaseTo(deployment.view.revealsAt);
  return deployment;
}

async function revealedFixture() {
  const deployment = await revealingFixture();
  const { alice, market, mined } = deployment;
  await mined(await alice.revealBid({ market, ...ALICES, salt: await alice.deriveBidSalt({ market }) }));
  return deployment;
}

async function endedFixture() {
  const deployment = await revealedFixture();
  await networkHelpers.time.increaseTo(deployment.view.opensAt);
  return deployment;
}

async function clearedFixture() {
  const deployment = await endedFixture();
  const { alice, market, mined } = deployment;
  await mined(await alice.clearAuction({ market }));
  return deployment;
}

type Deployment = Awaited<ReturnType<typeof createdFixture>> | Awaited<ReturnType<typeof preparedFixture>>;

async function environmentOf(deployment: Deployment, account: number) {
  const { alice, auction, bob, bobsSalt, market, markets, money } = deployment;
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(account),
    ACCOUNT: alice.account.address,
    OPENING_AUCTION: auction,
    MARKETS: markets,
    MARKET: String(market),
    CONTEXT: numberToHex(1, { size: 32 }),
    MONEY: money,
    ALICE: alice.account.address,
    ALICES_SALT: await alice.deriveBidSalt({ market }),
    BOB: bob.account.address,
    BOBS_SALT: bobsSalt,
  };
}

const PAGES = [
  ["prepareAuction", createdFixture, SPONSOR],
  ["deriveBidSalt", preparedFixture, ALICE],
  ["commitBid", preparedFixture, ALICE],
  ["permitAuction", preparedFixture, ALICE],
  ["getAuction", committedFixture, ANYONE],
  ["getBid", committedFixture, ANYONE],
  ["revealBid", revealingFixture, ALICE],
  ["multicallAuction", revealingFixture, ANYONE],
  ["getRevealedBids", revealedFixture, ANYONE],
  ["getAuctionMoney", revealedFixture, ANYONE],
  ["getAuctionPrices", revealedFixture, ANYONE],
  ["clearAuction", endedFixture, ANYONE],
  ["claimBid", clearedFixture, ALICE],
  ["withdrawBid", clearedFixture, BOB],
  ["refundAuction", clearedFixture, SPONSOR],
] as const;

describe("Pages: auction", function () {
  after(close);

  for (const [name, fixture, account] of PAGES) {
    it(name, async function () {
      const deployment = await networkHelpers.loadFixture<Deployment>(fixture);
      await expectPage(`actions/auction/${name}`, await environmentOf(deployment, account));
    });
  }
});
