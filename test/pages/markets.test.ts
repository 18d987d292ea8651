import { network } from "hardhat";
import { erc20Abi, maxUint256, parseUnits, type Address } from "viem";

import { longId, shortId } from "../../sdk/src/math/ids.ts";
import { quoteJoin } from "../../sdk/src/math/index.ts";
import { expectPage, keyOf, type Environment } from "../utils/pages.ts";
import { createMarketOf, DAY, deployPool, USD } from "../utils/sdk.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers, viem } = connection;
const { url, close } = await serve(connection);

/** The account of `deploySdk` that resolves its markets, and one with money that has approved nothing. */
const [RESOLVER, USER] = [0, 3];
const PAYOUTS = ["0.6", "0.3", "0.1"].map((payout) => parseUnits(payout, 18));

/** A pool that somebody has traded with already, and a user who has money. */
async function tradedFixture() {
  const deployment = await deployPool(connection);
  const { market, mined, money, now, trader } = deployment;
  const user = await addressOf(USER);
  const args = [user, 10_000n * USD] as const;
  await mined(await trader.writeContract({ address: money, abi: erc20Abi, functionName: "transfer", args }));
  const orders = [{ outcome: 0, short: false, amount: 100n * USD }];
  const receiver = trader.account.address;
  await mined(await trader.trade({ market, orders, maxCost: 100n * USD, deadline: now + DAY, receiver }));
  return { ...deployment, user };
}

async function addressOf(account: number): Promise<Address> {
  const wallet = (await viem.getWalletClients())[account];
  if (wallet === undefined) throw new Error("The network has too few accounts.");
  return wallet.account.address;
}

/** A market that has no pool yet. */
async function bareFixture() {
  const deployment = await tradedFixture();
  return { ...deployment, market: await createMarketOf(deployment, { twapWindow: 1800n, opener: deployment.user }) };
}

/** The user has 150 LONG of outcome 1, 100 of the others, and 50 of its SHORT. */
async function holdingFixture() {
  const deployment = await tradedFixture();
  const { market, mined, trader, user: receiver } = deployment;
  await mined(await trader.split({ market, amount: 100n * USD, receiver }));
  await mined(await trader.splitPair({ market, outcome: 1, amount: 50n * USD, receiver }));
  return deployment;
}

/** The user is one of the pool's liquidity providers. */
async function joinedFixture() {
  const deployment = await tradedFixture();
  const { client, market, mined, now, trader, user: receiver } = deployment;
  const { pool } = await client.getSnapshot({ market });
  if (pool === undefined) throw new Error("The market has no pool.");
  const shares = 500n * USD;
  const { assets: maxAssets } = quoteJoin(pool.pool, shares, pool.totalShares);
  await mined(await trader.join({ market, shares, maxAssets, minLongs: [], deadline: now + DAY, receiver }));
  return deployment;
}

/** Full sets that went round have moved the pool's scale. */
async function walkedFixture() {
  const deployment = await tradedFixture();
  const { market, mined, now, trader } = deployment;
  const orders = [0, 1, 2].map((outcome) => ({ outcome, short: false, amount: 2000n * USD }));
  const receiver = trader.account.address;
  await mined(await trader.trade({ market, orders, maxCost: 3000n * USD, deadline: now + DAY, receiver }));
  return deployment;
}

/** Trading is over; in the middle of the window before, somebody moved the prices once more. */
async function windowFixture() {
  const deployment = await tradedFixture();
  const { market, mined, now, trader } = deployment;
  await networkHelpers.time.setNextBlockTimestamp(now + DAY - 1800n);
  const orders = [{ outcome: 1, short: false, amount: 300n * USD }];
  const receiver = trader.account.address;
  await mined(await trader.trade({ market, orders, maxCost: 300n * USD, deadline: now + DAY, receiver }));
  await networkHelpers.time.increaseTo(now + DAY);
  return deployment;
}

async function closedFixture() {
  const deployment = await holdingFixture();
  await networkHelpers.time.increaseTo(deployment.now + DAY);
  return deployment;
}

/** The user has 100 LONG of outcome 0 and 50 SHORT of outcome 1. */
async function resolvedFixture() {
  const deployment = await tradedFixture();
  const { market, mined, now, sponsor, trader, user } = deployment;
  await mined(await trader.splitPair({ market, outcome: 1, amount: 50n * USD, receiver: trader.account.address }));
  const ids = [longId(market, 0), shortId(market, 1, 3)];
  await mined(await trader.transferBatch({ receiver: user, ids, amounts: [100n * USD, 50n * USD] }));
  await networkHelpers.time.increaseTo(now + DAY);
  await mined(await sponsor.report({ market, payouts: PAYOUTS }));
  return deployment;
}

/** The user holds UP of a market over LONG of outcome 0; both are resolved. */
async function nestedFixture() {
  const deployment = await holdingFixture();
  const { market: parent, markets, mined, now, sponsor, trader, user } = deployment;
  const market = await createMarketOf(deployment, { asset: markets, assetId: longId(parent, 0), outcomes: 2 });
  await mined(await trader.split({ market: parent, amount: 80n * USD, receiver: trader.account.address }));
  await mined(await trader.split({ market, amount: 80n * USD, receiver: trader.account.address }));
  await mined(await trader.transferBatch({ receiver: user, ids: [longId(market, 0)], amounts: [80n * USD] }));
  await networkHelpers.time.increaseTo(now + DAY);
  await mined(await sponsor.report({ market: parent, payouts: PAYOUTS }));
  await mined(await sponsor.report({ market, payouts: [parseUnits("0.25", 18), parseUnits("0.75", 18)] }));
  return { ...deployment, market };
}

/** LONG of outcome 1 has its ERC-20. */
async function wrapperFixture() {
  const deployment = await holdingFixture();
  const { market, mined, trader } = deployment;
  await mined(await trader.createWrapper({ id: longId(market, 1) }));
  return deployment;
}

async function wrappedFixture() {
  const deployment = await wrapperFixture();
  const { client, market, mined, trader, user } = deployment;
  const id = longId(market, 1);
  const wrapper = await client.getWrapper({ id });
  await mined(await trader.split({ market, amount: 50n * USD, receiver: trader.account.address }));
  await mined(await trader.approveOutcome({ spender: wrapper, id, amount: maxUint256 }));
  await mined(await trader.wrap({ wrapper, amount: 50n * USD, receiver: user }));
  return deployment;
}

type Deployment = Awaited<ReturnType<typeof tradedFixture>>;

function environmentOf(deployment: Deployment, account: number): Environment {
  const { markets, lens, openingAuction, outcomeERC20Factory, money, market, other, user } = deployment;
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(account),
    ACCOUNT: user,
    MARKETS: markets,
    LENS: lens,
    OPENING_AUCTION: openingAuction,
    OUTCOME_ERC20_FACTORY: outcomeERC20Factory,
    MONEY: money,
    SAFE: other.account.address,
    MARKET: String(market),
  };
}

type State = { readonly fixture: () => Promise<Deployment>; readonly account?: number };

/** By area and action: the state in which a user calls it, and who that is. */
const PAGES: Readonly<Record<string, Readonly<Record<string, State>>>> = {
  markets: {
    addReserve: { fixture: tradedFixture },
    approveOutcome: { fixture: wrapperFixture },
    convert: { fixture: holdingFixture },
    convertBack: { fixture: holdingFixture },
    createMarket: { fixture: tradedFixture },
    exit: { fixture: joinedFixture },
    getBalances: { fixture: holdingFixture },
    getPayouts: { fixture: resolvedFixture },
    getQuote: { fixture: tradedFixture },
    getSnapshot: { fixture: holdingFixture },
    getLogWeights: { fixture: windowFixture },
    getTwap: { fixture: windowFixture },
    join: { fixture: tradedFixture },
    merge: { fixture: holdingFixture },
    mergePair: { fixture: holdingFixture },
    multicallMarkets: { fixture: holdingFixture },
    openPool: { fixture: bareFixture },
    permit: { fixture: tradedFixture },
    recentre: { fixture: walkedFixture },
    redeem: { fixture: resolvedFixture },
    redeemTo: { fixture: nestedFixture },
    report: { fixture: closedFixture, account: RESOLVER },
    setOperator: { fixture: tradedFixture },
    split: { fixture: tradedFixture },
    splitPair: { fixture: tradedFixture },
    trade: { fixture: tradedFixture },
    transferBatch: { fixture: holdingFixture },
  },
  asset: {
    approveAsset: { fixture: tradedFixture },
    signPermit: { fixture: tradedFixture },
  },
  wrapper: {
    createWrapper: { fixture: holdingFixture },
    getWrapper: { fixture: holdingFixture },
    unwrap: { fixture: wrappedFixture },
    wrap: { fixture: wrapperFixture },
  },
};

describe("Pages: markets, their assets and wrappers", function () {
  after(close);

  for (const [area, pages] of Object.entries(PAGES)) {
    for (const [action, { fixture, account = USER }] of Object.entries(pages)) {
      it(`${area}/${action}`, async function () {
        const deployment = await networkHelpers.loadFixture(fixture);
        await expectPage(`actions/${area}/${action}`, environmentOf(deployment, account));
      });
    }
  }
});
