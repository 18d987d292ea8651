import { expect } from "chai";
import { network } from "hardhat";
import {
  createPublicClient,
  custom,
  erc20Abi,
  maxUint256,
  pad,
  type Address,
  type EIP1193RequestFn,
  type Hex,
} from "viem";

import { auctionClaimables } from "../../sdk/src/account/claimables/auction.ts";
import {
  convertCall,
  exitCall,
  getPriceHistory,
  mergeCall,
  mergePairCall,
  tradeCall,
} from "../../sdk/src/client/index.ts";
import type { MarketsCall } from "../../sdk/src/chain/contractCalls.ts";
import { HistoryStartError, InvalidParameterError } from "../../sdk/src/errors/index.ts";
import { samplePrices, twap } from "../../sdk/src/history/index.ts";
import { heldTokens, longId } from "../../sdk/src/math/ids.ts";
import { floorWeights, type Order } from "../../sdk/src/math/index.ts";
import { planSale, valueAt, type Sale } from "../../sdk/src/positions/index.ts";
import { generator } from "../utils/random.ts";
import { createMarketOf, DAY, deployPool, PRICES, USD, WAD } from "../utils/sdk.ts";
import { deployAuction, prepareAuctioned } from "../utils/sdkAuction.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;
const DEADLINE = 10n ** 12n;

type Fixture = Awaited<ReturnType<typeof poolFixture>>;

async function poolFixture() {
  return deployPool(connection, { feeRate: 1_000_000n, alpha: 100_000n, twapWindow: DAY / 2n });
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Every kind of change to a pool, in one history. */
async function play(d: Fixture, market: bigint, outcomes: number, seed: number) {
  const { mined, trader, other, sponsor } = d;
  const below = generator(seed);
  const receiver = trader.account.address;
  const buy = async (orders: readonly Order[]) =>
    mined(await trader.trade({ market, orders, maxCost: maxUint256 >> 1n, deadline: DEADLINE, receiver }));
  await mined(await trader.split({ market, amount: 5000n * USD, receiver }));
  if (outcomes > 2) {
    for (let outcome = 0; outcome < outcomes; ++outcome) {
      await mined(await trader.splitPair({ market, outcome, amount: 1000n * USD, receiver }));
    }
  }
  await mined(await sponsor.addReserve({ market, amount: 300n * USD }));
  for (let step = 0; step < 24; ++step) {
    await time.increase(600 + below(1200));
    const chosen = Array.from({ length: outcomes }, (_, outcome) => outcome).filter(() => below(2) === 1);
    const orders = (chosen.length === 0 ? [below(outcomes)] : chosen).map((outcome) => {
      const amount = BigInt(1 + below(300_000_000)) * (below(2) === 1 ? 1n : -1n);
      return { outcome, short: below(2) === 1, amount };
    });
    await buy(orders);
    const shares = BigInt(1 + below(50)) * USD;
    if (step % 5 === 1) {
      const join = { market, shares, maxAssets: 10n ** 12n, minLongs: [], deadline: DEADLINE };
      await mined(await other.join({ ...join, receiver: other.account.address }));
    }
    if (step % 5 === 3) {
      const exit = { market, shares: shares / 10n + 1n, founding: false, minAssets: 0n };
      await mined(await other.exit({ ...exit, receiver: other.account.address }));
    }
    if (step % 7 === 4) await mined(await trader.recentre({ market }));
  }
}

describe("The SDK's price history", function () {
  for (const outcomes of [3, 2]) {
    it(`should equal the pool after every event, to the unit, with ${outcomes} outcomes`, async function () {
      const d = await networkHelpers.loadFixture(poolFixture);
      let { market } = d;
      if (outcomes === 2) {
        market = await createMarketOf(d, { outcomes, feeRate: 1_000_000n, alpha: 100_000n, twapWindow: DAY / 2n });
        const prices = [WAD / 4n, WAD - WAD / 4n];
        await d.mined(
          await d.sponsor.openPool({ market, prices, b: 1000n * USD, receiver: d.sponsor.account.address }),
        );
      }
      await play(d, market, outcomes, 7 + outcomes);
      const history = await d.client.getPriceHistory({ market, maxBlockRange: 7n });
      expect(history.points.filter(({ change }) => change === "trade")).to.have.length(24);
      expect(new Set(history.points.map(({ change }) => change)).size).to.equal(5);
      for (const point of history.points) {
        const { pool } = await d.client.getSnapshot({ market, blockNumber: point.blockNumber });
        expect(point.prices).to.deep.equal(pool?.prices);
        expect(point.pool).to.deep.equal(pool?.pool);
      }
      // The contract's own TWAP, and prices at regular moments.
      await time.increase(DAY);
      const { twap: onchain, closesAt, twapWindow } = { ...(await snapshotOf(d, market)) };
      expect(twap(history, { from: closesAt - twapWindow, to: closesAt })).to.deep.equal(onchain);
      const samples = samplePrices(history, 3600n);
      expect(samples[0]?.prices).to.deep.equal(history.start.prices);
      expect(samples.length).to.be.greaterThan(5);
    });
  }

  it("should start in the middle with an archive node, and say so without", async function () {
    const d = await networkHelpers.loadFixture(poolFixture);
    const { market, markets } = d;
    await play(d, market, 3, 5);
    const whole = await d.client.getPriceHistory({ market });
    const middle = whole.points[20];
    if (!middle) throw new Error("The history is too short.");
    const fromBlock = middle.blockNumber + 1n;
    const part = await d.client.getPriceHistory({ market, fromBlock });
    expect(part.isWhole).to.equal(false);
    expect(part.points).to.deep.equal(whole.points.slice(21));
    expect(part.start.pool).to.deep.equal(middle.pool);
    expect(await failureOf(getPriceHistory(d.client, { markets, market, fromBlock }))).to.be.instanceOf(
      HistoryStartError,
    );
  });
});

async function snapshotOf({ client }: Fixture, market: bigint) {
  const { pool, closesAt, twapWindow } = await client.getSnapshot({ market });
  return { twap: pool?.twap, closesAt, twapWindow };
}

/** An auctioned market, one over money, one over the first LONG of that; bob has done everything there is to do. */
async function worldFixture() {
  const d = await deployAuction(connection);
  const { mined, bob, alice, carol, sponsor, money, markets, client } = d;
  const { market: auctioned, view } = await prepareAuctioned(d, { feeRate: 1_000_000n, alpha: 100_000n });
  for (const wallet of [sponsor, bob, alice, carol]) {
    await mined(await wallet.approveAsset({ asset: money, amount: maxUint256 }));
  }
  const terms = { feeRate: 1_000_000n, alpha: 100_000n, closesAt: view.closesAt };
  const market = await createMarketOf(d, terms);
  const nested = await createMarketOf(d, { ...terms, asset: markets, assetId: longId(market, 0) });
  const receiver = sponsor.account.address;
  await mined(await sponsor.openPool({ market, prices: PRICES, b: 1000n * USD, receiver }));
  await mined(await sponsor.split({ market, amount: 5000n * USD, receiver }));
  await mined(await sponsor.openPool({ market: nested, prices: PRICES, b: 500n * USD, receiver }));
  const fromBlock = await client.getBlockNumber();
  const before = await moneyOf(d, bob.account.address);
  return { ...d, auctioned, view, market, nested, fromBlock, before };
}

type World = Awaited<ReturnType<typeof worldFixture>>;

async function moneyOf({ client, money }: Pick<World, "client" | "money">, owner: Address): Promise<bigint> {
  return client.readContract({ address: money, abi: erc20Abi, functionName: "balanceOf", args: [owner] });
}

const LIMITS = { maxCost: 10n ** 15n, deadline: DEADLINE };
const BID = { budget: 200n * USD, weights: [WAD / 5n, WAD / 5n, (3n * WAD) / 5n], salt: pad("0x1") };

/** Bob's days until trading ends; `check` looks in after each. */
async function live(d: World, check: () => Promise<void>) {
  const { auctioned, bob, carol, market, markets, mined, nested, sponsor, view } = d;
  const receiver = bob.account.address;
  const bid = { market: auctioned, ...BID };
  await mined(await bob.commitBid({ ...bid, deposit: 250n * USD }));
  await check();
  await mined(await bob.split({ market, amount: 400n * USD, receiver }));
  await mined(await bob.merge({ market, amount: 100n * USD, receiver }));
  await mined(await bob.splitPair({ market, outcome: 1, amount: 50n * USD, receiver }));
  await mined(await bob.mergePair({ market, outcome: 1, amount: 10n * USD, receiver }));
  await mined(await bob.convert({ market, outcome: 1, amount: 20n * USD, receiver }));
  const orders = [
    { outcome: 0, short: false, amount: 90n * USD },
    { outcome: 2, short: true, amount: 30n * USD },
  ];
  await mined(await bob.trade({ market, orders, ...LIMITS, receiver }));
  await mined(await bob.trade({ market: nested, orders, ...LIMITS, receiver }));
  await check();
  // Sold in one transaction with a merge, then for somebody else.
  const sold = [{ outcome: 0, short: false, amount: -40n * USD }];
  const both = [
    tradeCall({ markets, market, orders: sold, ...LIMITS, receiver }),
    mergeCall({ markets, market, amount: 25n * USD, receiver }),
  ];
  await mined(await bob.multicallMarkets({ calls: both }));
  await mined(await bob.trade({ market, orders: sold, ...LIMITS, receiver: carol.account.address }));
  const shares = 100n * USD;
  const join = { shares, maxAssets: 10n ** 15n, minLongs: [], deadline: DEADLINE, receiver };
  await mined(await bob.join({ market, ...join }));
  await mined(await bob.join({ market: nested, ...join, shares: 10n * USD }));
  await mined(await bob.exit({ market, shares: shares / 3n, founding: false, minAssets: 0n, receiver }));
  await mined(await bob.addReserve({ market, amount: 60n * USD }));
  await check();
  // Gifts, in and out.
  await mined(await carol.split({ market, amount: 30n * USD, receiver }));
  await mined(await carol.split({ market, amount: 12n * USD, receiver: carol.account.address }));
  await mined(await carol.merge({ market, amount: 11n * USD, receiver }));
  const ids = [longId(market, 1), longId(market, 2)];
  await mined(await bob.transferBatch({ ids, amounts: [1n * USD, 2n * USD], receiver: carol.account.address }));
  await check();

  await time.increaseTo(view.revealsAt);
  await mined(await sponsor.revealBid({ ...bid, bidder: bob.account.address }));
  await time.increaseTo(view.opensAt);
  await mined(await sponsor.clearAuction({ market: auctioned }));
  await check();
  await mined(await bob.claimBid({ market: auctioned, weights: bid.weights, receiver }));
  await mined(
    await bob.trade({
      market: auctioned,
      orders: [{ outcome: 2, short: false, amount: -5n * USD }],
      ...LIMITS,
      receiver,
    }),
  );
  await check();
}

/** All that an account has of a market. */
async function holdingsOf({ client }: World, market: bigint, account: Address) {
  return heldTokens(await client.getSnapshot({ market, account }));
}

describe("The SDK's profit and loss", function () {
  it("should equal the change of the account's money, whatever it did, until nothing is left", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { bob, carol, market, money, nested, auctioned, sponsor, mined, fromBlock } = d;
    const account = bob.account.address;
    const pnl = async () => d.client.getPnl({ account, money, fromBlock, maxBlockRange: 11n });
    const check = async () => {
      const [found, bid] = [await pnl(), await d.client.getBid({ market: auctioned, bidder: account })];
      const ids = [market, nested, auctioned];
      const { totals } = await d.client.getPositions({ account, ids });
      const value = (totals[0]?.markValue ?? 0n) + bid.deposit;
      expect(found.received - found.paid).to.equal((await moneyOf(d, account)) - d.before);
      expect(found.value).to.equal(value);
      expect(found.profit).to.equal((await moneyOf(d, account)) - d.before + value);
      expect(found.realised + found.unrealised).to.equal(found.profit);
      const sum = found.byMarket.reduce((total, { profit }) => total + profit, 0n);
      expect(Number(found.profit - sum)).to.be.closeTo(0, 20);
    };
    await live(d, check);
    const { bookings, transfers } = await pnl();
    expect(new Set(bookings.map(({ action }) => action))).to.deep.equal(
      new Set([
        ...["commitBid", "split", "merge", "splitPair", "mergePair", "trade", "join", "exit", "addReserve", "claimBid"],
      ]),
    );
    // From carol: full sets, and the money of a merge; to her: two LONGs. Nothing else is without a price.
    expect(transfers.map(({ counterparty }) => counterparty)).to.deep.equal(transfers.map(() => carol.account.address));
    const given = transfers.filter(({ amount }) => amount < 0n).map(({ id, amount }) => [id, amount]);
    expect(given).to.deep.equal([
      [longId(market, 1), -1n * USD],
      [longId(market, 2), -2n * USD],
    ]);
    expect(transfers.filter(({ id }) => id === undefined).map(({ amount }) => amount)).to.deep.equal([11n * USD]);
    expect(transfers).to.have.length(6);

    await time.increaseTo(d.view.closesAt);
    const payouts = [WAD / 2n, WAD / 3n, WAD - WAD / 2n - WAD / 3n];
    for (const resolved of [market, nested, auctioned]) {
      await mined(await sponsor.report({ market: resolved, payouts }));
      await check();
    }
    // One way and the other: in the asset, and down to the money.
    const tokens = await holdingsOf(d, nested, account);
    const [half, rest] = [tokens.amounts.map((x) => x / 2n), tokens.amounts.map((x) => x - x / 2n)];
    await mined(await bob.redeem({ ids: tokens.ids, amounts: half, receiver: account }));
    await check();
    await mined(await bob.redeemTo({ ids: tokens.ids, amounts: rest, receiver: account }));
    await check();
    const [first, second] = [await holdingsOf(d, market, account), await holdingsOf(d, auctioned, account)];
    const all = { ids: [...first.ids, ...second.ids], amounts: [...first.amounts, ...second.amounts] };
    await mined(await bob.redeemTo({ ...all, receiver: account }));
    await check();
    const end = await pnl();
    expect([end.value, end.unrealised]).to.deep.equal([0n, 0n]);
    expect(end.profit).to.equal((await moneyOf(d, account)) - d.before);
    expect(end.fees > 0n).to.equal(true);
  });

  it("should count from what was held before, and value a sponsor's whole auction", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { bob, market, money, sponsor } = d;
    const account = bob.account.address;
    await live(d, async () => undefined);
    const middle = (d.fromBlock + (await d.client.getBlockNumber())) / 2n;
    const parameters = { account, money, ids: [market, d.nested, d.auctioned] };
    const [whole, early, late] = await Promise.all([
      d.client.getPnl({ ...parameters }),
      d.client.getPnl({ ...parameters, toBlock: middle }),
      d.client.getPnl({ ...parameters, fromBlock: middle + 1n }),
    ]);
    expect(late.startValue).to.equal(early.value);
    expect(early.profit + late.profit).to.equal(whole.profit);
    const host = await d.client.getPnl({ account: sponsor.account.address, money });
    expect(host.byMarket.map((row) => row.market)).to.include(market);
    const spent = (await moneyOf(d, sponsor.account.address)) - 1_000_000n * USD;
    expect(host.received - host.paid).to.equal(spent);
  });
});

describe("The SDK's profit and loss over a part of time", function () {
  it("should know of what was held before, though other markets came later", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { bob, client, market, mined, money } = d;
    const account = bob.account.address;
    await mined(await bob.split({ market, amount: 90n * USD, receiver: account }));
    const [fromBlock, before] = [(await client.getBlockNumber()) + 1n, await moneyOf(d, account)];
    const later = await createMarketOf(d, { context: pad("0x2") });
    for (const id of [market, later])
      await mined(await bob.split({ market: id, amount: 10n * USD, receiver: account }));

    const found = await client.getPnl({ account, money, fromBlock });
    expect(found.received - found.paid).to.equal((await moneyOf(d, account)) - before);
    expect([found.startValue, found.paid]).to.deep.equal([90n * USD, 20n * USD]);
    // Sets are worth what they cost, but for the rounding of prices.
    expect(Number(found.profit)).to.be.closeTo(0, 3);
  });

  it("should count from a block before the contracts, bids included", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { auctioned, bob, client, mined, money } = d;
    await mined(await bob.commitBid({ market: auctioned, ...BID, deposit: 250n * USD }));
    const pnl = await client.getPnl({ account: bob.account.address, money, fromBlock: 1n });
    expect([pnl.startValue, pnl.value, pnl.profit]).to.deep.equal([0n, 250n * USD, 0n]);
  });

  it("should count a sponsor's money as its own until the auction has spent it", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { auctioned, client, mined, money, sponsor, view } = d;
    const account = sponsor.account.address;
    const rowOf = async () => {
      const { byMarket } = await client.getPnl({ account, money });
      return byMarket.find((row) => row.market === auctioned);
    };
    expect(view.budget).to.equal(12_520n * USD);
    expect(await rowOf()).to.include({ paid: view.budget, value: view.budget, profit: 0n, realised: 0n });

    await time.increaseTo(view.opensAt);
    await mined(await sponsor.clearAuction({ market: auctioned }));
    const { budget: left } = await client.getAuction({ market: auctioned });
    const { totals } = await client.getPositions({ account, ids: [auctioned] });
    expect(left > 0n).to.equal(true);
    expect((await rowOf())?.value).to.equal((totals[0]?.markValue ?? 0n) + left);
    await mined(await sponsor.refundAuction({ market: auctioned }));
    expect(await rowOf()).to.include({ received: left, value: totals[0]?.markValue });
  });
});

describe("The SDK's claimables of an auction", function () {
  it("should be found through an RPC that answers few blocks at once, and say if they are searched too late", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { auctioned: market, auction, bob, client, markets, mined, sponsor, view } = d;
    const account = bob.account.address;
    const bid = { market, ...BID };
    await mined(await bob.commitBid({ ...bid, deposit: 250n * USD }));
    await time.increaseTo(view.revealsAt);
    await mined(await sponsor.revealBid({ ...bid, bidder: account }));
    await time.increaseTo(view.opensAt);
    await mined(await sponsor.clearAuction({ market }));

    const request: EIP1193RequestFn = async ({ method, params }) => {
      const [filter] = (method === "eth_getLogs" ? params : [{}]) as [{ fromBlock?: Hex; toBlock?: Hex }];
      const blocks = BigInt(filter.toBlock ?? 0) - BigInt(filter.fromBlock ?? 0) + 1n;
      if (blocks > 5n) throw new Error(`${blocks} blocks are too many`);
      return client.request({ method, params } as never);
    };
    const limited = createPublicClient({ transport: custom({ request }, { retryCount: 0 }) });
    const blockNumber = await client.getBlockNumber();
    const claimables = (fromBlock: bigint) => {
      const range = { fromBlock, toBlock: blockNumber, maxBlockRange: 5n };
      return auctionClaimables(limited, { auction, markets, account, blockNumber, range }, market);
    };
    const [found, ...rest] = await claimables(0n);
    expect(rest).to.deep.equal([]);
    expect([found?.action, found?.amount]).to.deep.equal(["claimBid", 50n * USD]);
    expect(await failureOf(claimables(blockNumber))).to.be.instanceOf(InvalidParameterError);
  });
});

describe("The SDK's positions", function () {
  /** A pool in which bob has a random position, LONG and SHORT, and liquidity. */
  async function randomPosition(d: World, seed: number): Promise<void> {
    const { bob, market, mined } = d;
    const below = generator(seed);
    const receiver = bob.account.address;
    const units = (most: number) => BigInt(1 + below(most * 1_000_000));
    await mined(await bob.split({ market, amount: units(300), receiver }));
    for (let outcome = 0; outcome < 3; ++outcome) {
      if (below(2) === 0) await mined(await bob.splitPair({ market, outcome, amount: units(200), receiver }));
    }
    const orders = [0, 1, 2]
      .filter(() => below(3) > 0)
      .map((outcome) => ({ outcome, short: below(2) === 0, amount: units(500) }));
    if (orders.length > 0) await mined(await bob.trade({ market, orders, ...LIMITS, receiver }));
    if (below(2) === 0) await mined(await bob.addReserve({ market, amount: 20n * USD + units(50) }));
    const join = { shares: units(200), maxAssets: 10n ** 15n, minLongs: [], deadline: DEADLINE };
    if (below(2) === 0) await mined(await bob.join({ market, ...join, receiver }));
    await time.increase(1 + below(20_000));
  }

  it("should sell any position for what the plan says, and redeem it for its value at any payouts", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { bob, market, mined, sponsor } = d;
    const account = bob.account.address;
    const start = await networkHelpers.takeSnapshot();
    let converted = 0;
    for (let seed = 1; seed <= 40; ++seed) {
      await randomPosition(d, seed);
      const below = generator(1000 + seed);
      const before = await d.client.getSnapshot({ market, account });
      const now = BigInt(await time.latest()) + 1n + BigInt(below(5000));
      const plan = planSale(before, now);
      converted += plan.converts.filter((amount) => amount > 0n).length;

      // Sold now.
      const unsold = await networkHelpers.takeSnapshot();
      await sell(d, market, plan, now);
      const after = await d.client.getSnapshot({ market, account });
      expect(after.assets - before.assets, `sale ${seed}`).to.equal(plan.total);
      expect(after.holdings).to.deep.equal(plan.left);
      await unsold.restore();

      // Kept until the end.
      const payouts = floorWeights([0, 1, 2].map(() => BigInt(below(1000) ** 2) + 1n));
      await time.increaseTo(before.closesAt);
      await mined(await sponsor.report({ market, payouts }));
      await mined(await bob.redeem({ ...heldTokens(before), receiver: account }));
      const redeemed = await d.client.getSnapshot({ market, account });
      expect(redeemed.assets - before.assets, `value ${seed}`).to.equal(valueAt(before, payouts));
      await start.restore();
    }
    // Sometimes SHORTs are better converted first.
    expect(converted).to.be.greaterThan(0);
  });

  it("should be worth what redeeming pays, and sell for what the plan says", async function () {
    const d = await networkHelpers.loadFixture(worldFixture);
    const { bob, market, nested, auctioned, mined, sponsor } = d;
    const account = bob.account.address;
    await live(d, async () => undefined);
    const ids = [nested, auctioned];
    const { positions, totals } = await d.client.getPositions({ account, ids });
    // The market of the nested one's asset comes with it.
    expect(positions.map((position) => position.market)).to.have.members([market, nested, auctioned]);
    expect(positions.every(({ redeemable }) => redeemable === undefined)).to.equal(true);

    const snapshot = await networkHelpers.takeSnapshot();
    for (const { market: sold } of [...positions].sort((a) => (a.market === nested ? -1 : 1))) {
      const before = await d.client.getSnapshot({ market: sold, account });
      const now = BigInt(await time.latest()) + 1n;
      const plan = planSale(before, now);
      await sell(d, sold, plan, now);
      const after = await d.client.getSnapshot({ market: sold, account });
      expect(after.assets - before.assets).to.equal(plan.total);
      expect(after.holdings.long).to.deep.equal(plan.left.long);
      expect(after.holdings.short).to.deep.equal(plan.left.short);
      expect(plan.orders.length > 0).to.equal(true);
    }
    await snapshot.restore();
    // Marks are what no sale can bring.
    expect((totals[0]?.markValue ?? 0n) > (totals[0]?.saleValue ?? 0n)).to.equal(true);

    await time.increaseTo(d.view.closesAt);
    const payouts = [WAD / 7n, WAD / 3n, WAD - WAD / 7n - WAD / 3n];
    const expected = new Map<bigint, bigint>();
    for (const { snapshot: state, market: resolved } of positions) {
      await mined(await sponsor.report({ market: resolved, payouts }));
      expected.set(resolved, valueAt(state, payouts));
    }
    const resolved = await d.client.getPositions({ account, ids });
    for (const { market: id, redeemable } of resolved.positions) {
      const value = expected.get(id) ?? 0n;
      expect(redeemable).to.equal(id === nested ? (value * (payouts[0] ?? 0n)) / WAD : value);
    }
    const sum = resolved.positions.reduce((total, { redeemable = 0n }) => total + redeemable, 0n);
    expect(resolved.totals[0]).to.deep.include({ markValue: sum, saleValue: sum, redeemable: sum });
  });
});

/** Does what a sale says, in one transaction at the time that it was planned for. */
async function sell({ bob, markets, mined }: World, market: bigint, sale: Sale, now: bigint) {
  const receiver = bob.account.address;
  const base = { markets, market, receiver };
  const calls: MarketsCall[] = [];
  if (sale.shares > 0n) calls.push(exitCall({ ...base, shares: sale.shares, founding: false, minAssets: 0n }));
  sale.pairs.forEach((amount, outcome) => {
    if (amount > 0n) calls.push(mergePairCall({ ...base, outcome, amount }));
  });
  sale.converts.forEach((amount, outcome) => {
    if (amount > 0n) calls.push(convertCall({ ...base, outcome, amount }));
  });
  if (sale.sets > 0n) calls.push(mergeCall({ ...base, amount: sale.sets }));
  if (sale.orders.length > 0) calls.push(tradeCall({ ...base, orders: sale.orders, ...LIMITS }));
  await time.setNextBlockTimestamp(now);
  await mined(await bob.multicallMarkets({ calls }));
}
