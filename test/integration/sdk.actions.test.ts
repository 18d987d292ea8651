import { expect } from "chai";
import type {} from "chai-as-promised";
import { network } from "hardhat";
import { createPublicClient, erc20Abi, getAddress, http, maxUint256, type Address, type Hash } from "viem";

import {
  convertCall,
  getSnapshot,
  mergeCall,
  multicallMarketsCall,
  parseAddReserveLogs,
  parseAffirmLogs,
  parseAmendLogs,
  parseApproveOutcomeLogs,
  parseChallengeLogs,
  parseConvertLogs,
  parseCreateMarketLogs,
  parseCreateWrapperLogs,
  parseExitLogs,
  parseFallBackLogs,
  parseFinalizeLogs,
  parseGiftLogs,
  parseJoinLogs,
  parseMergeLogs,
  parseMergePairLogs,
  parseOpenPoolLogs,
  parsePostLogs,
  parseRecentreLogs,
  parseRedeemLogs,
  parseRedeemToLogs,
  parseReportLogs,
  parseSetOperatorLogs,
  parseSplitLogs,
  parseSplitPairLogs,
  parseTradeLogs,
  parseTransferBatchLogs,
  parseConvertBackLogs,
  parseUnwrapLogs,
  parseWithdrawForLogs,
  parseWithdrawLogs,
  parseWrapLogs,
  permitCall,
  postCall,
  splitCall,
  type PoolSnapshot,
} from "../../sdk/src/client/index.ts";
import * as errors from "../../sdk/src/errors/contracts/index.ts";
import { InvalidParameterError } from "../../sdk/src/errors/math.ts";
import { RpcUnreachableError } from "../../sdk/src/errors/rpc.ts";
import { computeMarket, foundingSharesId, longId, sharesId, shortId } from "../../sdk/src/math/ids.ts";
import { quote, quoteJoin, twapWeights } from "../../sdk/src/math/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import { expectError } from "../utils/errors.ts";
import { must } from "../utils/markets.ts";
import { createMarketOf, DAY, deployPool, deploySdk, paramsOf, PERIOD, PRICES, STAKE, USD, WAD } from "../utils/sdk.ts";

const connection = await network.create();
const { networkHelpers } = connection;

const OUTCOMES = [0, 1, 2] as const;
const PAYOUTS = [WAD / 2n, WAD / 2n, 0n] as const;
const BALLOTS = `0x${"ba".repeat(32)}` as const;

async function bareFixture() {
  return deploySdk(connection);
}

async function pooledFixture() {
  return deployPool(connection);
}

async function juryFixture() {
  const deployment = await deploySdk(connection);
  const { jury, money, mined, other, sponsor, trader } = deployment;
  for (const wallet of [sponsor, trader, other]) {
    await mined(await wallet.approveAsset({ asset: money, spender: jury, amount: maxUint256 }));
  }
  const market = await createMarketOf(deployment, { resolver: jury });
  return { ...deployment, market };
}

async function closedJuryFixture() {
  const deployment = await juryFixture();
  await networkHelpers.time.increaseTo(deployment.now + DAY);
  return deployment;
}

async function postedFixture() {
  const deployment = await closedJuryFixture();
  const { market, mined, sponsor } = deployment;
  await mined(await sponsor.post({ market, payouts: PAYOUTS, ballotsRoot: BALLOTS, evidenceURI: "ipfs://evidence" }));
  return deployment;
}

async function challengedFixture() {
  const deployment = await postedFixture();
  const { market, mined, trader } = deployment;
  await mined(await trader.challenge({ market, reasonURI: "ipfs://reason" }));
  return deployment;
}

/** The one event of a transaction. */
function only<T>(events: readonly T[]): T {
  expect(events).to.have.length(1);
  return events[0] as T;
}

describe("SDK: actions of Markets", function () {
  it("createMarket makes the market that computeMarket and the contract predict", async function () {
    const deployment = await networkHelpers.loadFixture(bareFixture);
    const { chainId, client, markets, mined, sponsor } = deployment;
    const creator = getAddress(sponsor.account.address);
    const params = paramsOf(deployment);
    const { logs } = await mined(await sponsor.createMarket({ params }));
    const { args } = only(parseCreateMarketLogs({ logs, markets }));
    expect(args.market).to.equal(computeMarket({ chainId, markets, creator, params }));
    expect(args).to.include({ creator, context: params.context });
    const snapshot = await client.getSnapshot({ market: args.market });
    const { asset, closesAt, twapWindow, feeRate, alpha, resolver, outcomes } = params;
    expect(snapshot).to.deep.include({ closesAt, twapWindow, feeRate, alpha, outcomes, decimals: 6, pot: 0n });
    expect([snapshot.asset, snapshot.baseAsset, snapshot.resolver]).to.deep.equal(
      [asset, asset, resolver].map((address) => getAddress(address)),
    );
    expect([snapshot.pool, snapshot.payouts]).to.deep.equal([undefined, undefined]);
  });

  it("openPool opens a pool whose snapshot quotes as the contract does", async function () {
    const { client, market, markets, sponsor } = await networkHelpers.loadFixture(pooledFixture);
    const { pool, foundingShares } = await client.getSnapshot({ market, account: sponsor.account.address });
    expect(pool?.prices).to.deep.equal(PRICES);
    expect(pool?.openingPrices).to.deep.equal(PRICES);
    expect(foundingShares).to.equal(1000n * USD - 1000n);
    const logs = await client.getLogs({ address: markets, fromBlock: 0n });
    expect(only(parseOpenPoolLogs({ logs, markets })).args).to.include({ market, b: 1000n * USD });
    const orders = [
      { outcome: 0, short: true, amount: 10n * USD },
      { outcome: 2, short: false, amount: 25n * USD },
    ];
    const { total, cost, fee, growth } = quote((pool as PoolSnapshot).pool, orders);
    expect(await client.getQuote({ market, orders })).to.deep.equal({ total, cost, fee, growth });
  });

  it("split, merge, splitPair, mergePair, convert and convertBack exchange 1 to 1", async function () {
    const { client, market, markets, mined, trader } = await networkHelpers.loadFixture(pooledFixture);
    const receiver = trader.account.address;
    const amount = 10n * USD;
    const logsOf = async (hash: Hash) => ({ logs: (await mined(hash)).logs, markets });
    const balances = () =>
      client.getBalances({
        account: receiver,
        ids: [...OUTCOMES.map((j) => longId(market, j)), ...OUTCOMES.map((j) => shortId(market, j, 3))],
      });

    const split = only(parseSplitLogs(await logsOf(await trader.split({ market, amount, receiver })))).args;
    expect(split).to.deep.equal({ market, account: split.account, receiver: split.receiver, amount });
    await mined(await trader.splitPair({ market, outcome: 1, amount, receiver }));
    expect(await balances()).to.deep.equal([10n, 20n, 10n, 0n, 10n, 0n].map((n) => n * USD));

    const converted = await logsOf(await trader.convert({ market, outcome: 1, amount, receiver }));
    expect(only(parseConvertLogs(converted)).args).to.include({ outcome: 1n, amount });
    expect(parseConvertBackLogs(converted)).to.deep.equal([]);
    expect(await balances()).to.deep.equal([20n, 20n, 20n, 0n, 0n, 0n].map((n) => n * USD));
    const convertBacked = await logsOf(await trader.convertBack({ market, outcome: 0, amount, receiver }));
    expect(only(parseConvertBackLogs(convertBacked)).args).to.include({ outcome: 0n, amount: -amount });
    expect(await balances()).to.deep.equal([20n, 10n, 10n, 10n, 0n, 0n].map((n) => n * USD));

    const merged = await logsOf(await trader.mergePair({ market, outcome: 0, amount, receiver }));
    expect(only(parseMergePairLogs(merged)).args.amount).to.equal(-amount);
    expect(parseSplitPairLogs(merged)).to.deep.equal([]);
    expect(only(parseMergeLogs(await logsOf(await trader.merge({ market, amount, receiver })))).args.amount).to.equal(
      -amount,
    );
    expect(await balances()).to.deep.equal([0n, 0n, 0n, 0n, 0n, 0n]);
  });

  it("transferBatch moves tokens; approveOutcome and setOperator let others move them", async function () {
    const { client, market, markets, mined, other, trader } = await networkHelpers.loadFixture(pooledFixture);
    const ids = [longId(market, 0), longId(market, 2)];
    await mined(await trader.split({ market, amount: 5n, receiver: trader.account.address }));
    const receiver = other.account.address;
    const { logs } = await mined(await trader.transferBatch({ receiver, ids, amounts: [3n, 4n] }));
    expect(parseTransferBatchLogs({ logs, markets }).map(({ args }) => [args.id, args.amount])).to.deep.equal([
      [ids[0], 3n],
      [ids[1], 4n],
    ]);
    expect(await client.getBalances({ account: receiver, ids })).to.deep.equal([3n, 4n]);

    const approval = await mined(await trader.approveOutcome({ spender: receiver, id: ids[0] ?? 0n, amount: 2n }));
    expect(only(parseApproveOutcomeLogs({ logs: approval.logs, markets })).args.amount).to.equal(2n);
    const operator = await mined(await trader.setOperator({ spender: receiver, approved: true }));
    expect(only(parseSetOperatorLogs({ logs: operator.logs, markets })).args.approved).to.equal(true);
  });

  it("trade executes the orders of planTrades at the planned cost", async function () {
    const { client, lens, market, markets, mined, now, trader } = await networkHelpers.loadFixture(pooledFixture);
    const { pool, holdings } = await getSnapshot(trader, { lens, market });
    const targets = [WAD / 5n, WAD / 5n, (WAD * 3n) / 5n];
    const plan = planTrades({ pool: (pool as PoolSnapshot).pool, targets, budget: 100n * USD, holdings });
    const receiver = trader.account.address;
    const { orders, total } = plan;
    const { logs } = await mined(await trader.trade({ market, orders, maxCost: total, deadline: now + DAY, receiver }));
    const { args } = only(parseTradeLogs({ logs, markets }));
    expect([args.market, args.total, args.fee, args.b, args.sum]).to.deep.equal([
      market,
      total,
      plan.fee,
      plan.after.b,
      plan.after.sum,
    ]);
    const after = await client.getSnapshot({ market, account: receiver });
    expect(after.pool?.pool).to.deep.equal(plan.after);
    for (const { outcome, short, amount } of orders) {
      expect((short ? after.holdings.short : after.holdings.long)[outcome]).to.equal(amount);
    }
  });

  it("trade ignores what looks like its event but comes from another contract", async function () {
    const { lens, market, markets, mined, trader } = await networkHelpers.loadFixture(pooledFixture);
    const { logs } = await mined(await trader.split({ market, amount: 5n, receiver: trader.account.address }));
    expect(parseSplitLogs({ logs, markets })).to.have.length(1);
    expect(parseSplitLogs({ logs, markets: lens })).to.deep.equal([]);
  });

  it("join, exit and addReserve move liquidity; recentre moves the scale", async function () {
    const { client, market, markets, mined, now, other, sponsor } = await networkHelpers.loadFixture(pooledFixture);
    const receiver = other.account.address;
    const shares = 500n * USD;
    const { pool: opened } = await client.getSnapshot({ market });
    const { pool: state, totalShares } = opened as PoolSnapshot;
    const { assets, received } = quoteJoin(state, shares, totalShares);
    const bounds = { market, shares, maxAssets: assets, minLongs: received, deadline: now + DAY, receiver };
    await expectError(other.join({ ...bounds, deadline: 1n }), errors.MarketsExpiredError);
    await expectError(other.join({ ...bounds, maxAssets: 1n }), errors.MarketsAssetsAboveMaximumError);
    await expectError(other.join({ ...bounds, minLongs: [0n, 1n, 0n] }), errors.MarketsLongsBelowMinimumError, {
      outcome: 1n,
      amount: 0n,
      minimum: 1n,
    });
    const joined = await mined(await other.join(bounds));
    expect(only(parseJoinLogs({ logs: joined.logs, markets })).args.assets).to.equal(assets);
    expect(await client.getBalances({ account: receiver, ids: [sharesId(market)] })).to.deep.equal([500n * USD]);

    const given = await mined(await sponsor.addReserve({ market, amount: 20n * USD }));
    expect(only(parseAddReserveLogs({ logs: given.logs, markets })).args.amount).to.equal(20n * USD);
    const { pool } = await client.getSnapshot({ market });
    expect(pool?.pool).to.include({ b: 1500n * USD, extraReserve: 20n * USD });
    expect(pool?.totalShares).to.equal(1500n * USD);

    const left = await mined(await other.exit({ market, shares, founding: false, minAssets: 0n, receiver }));
    // What was given stays, but for what becomes due in a few seconds (231 units a second, a third of it the leaver's).
    expect(Number(assets - only(parseExitLogs({ logs: left.logs, markets })).args.assets)).to.be.within(-1000, 1);
    const recentred = await mined(await other.recentre({ market }));
    expect(only(parseRecentreLogs({ logs: recentred.logs, markets })).args.market).to.equal(market);
  });

  it("getLogWeights reads the log prices of the outcomes that it is asked for", async function () {
    const { client, market, mined, now, trader } = await networkHelpers.loadFixture(pooledFixture);
    const orders = [{ outcome: 0, short: false, amount: 100n * USD }];
    const receiver = trader.account.address;
    await mined(await trader.trade({ market, orders, maxCost: maxUint256 / 2n, deadline: now + DAY, receiver }));
    const { logWeights, logSum, tradedBlock } = await client.getLogWeights({ market, outcomes: [2, 0] });
    const { pool } = await client.getSnapshot({ market });
    const read = logWeights.map((logWeight) => Math.exp(Number(logWeight - logSum) / 1e18));
    for (const [i, outcome] of [2, 0].entries()) {
      expect(Math.abs(must(read[i]) - Number(pool?.prices[outcome]) / 1e18)).to.be.below(1e-12);
    }
    expect(tradedBlock).to.equal(pool?.tradedBlock).and.to.be.above(0n);
  });

  it("getTwap reads what twapWeights computes from a snapshot", async function () {
    const { client, market, mined, now, trader } = await networkHelpers.loadFixture(pooledFixture);
    await networkHelpers.time.increaseTo(now + DAY - 1800n);
    const orders = [{ outcome: 1, short: false, amount: 300n * USD }];
    const receiver = trader.account.address;
    await mined(await trader.trade({ market, orders, maxCost: maxUint256 / 2n, deadline: now + DAY, receiver }));
    await networkHelpers.time.increaseTo(now + DAY - 600n);
    const { pool } = await client.getSnapshot({ market });
    const { timestamp } = await client.getBlock();
    const { twapState, pool: state, twap } = pool as PoolSnapshot;
    expect(twapWeights(twapState, state, timestamp)).to.deep.equal(twap);
    expect(await client.getTwap({ market })).to.deep.equal(twap);
  });

  it("report and redeem pay outcomes and founding shares", async function () {
    const { client, market, markets, mined, money, now, sponsor } = await networkHelpers.loadFixture(pooledFixture);
    const receiver = sponsor.account.address;
    await mined(await sponsor.split({ market, amount: 8n * USD, receiver }));
    await networkHelpers.time.increaseTo(now + DAY);
    const { logs } = await mined(await sponsor.report({ market, payouts: PAYOUTS }));
    expect(only(parseReportLogs({ logs, markets })).args.market).to.equal(market);
    expect(await client.getPayouts({ market })).to.deep.equal(PAYOUTS);
    expect((await client.getSnapshot({ market })).payouts).to.deep.equal(PAYOUTS);

    const balanceOf = () =>
      client.readContract({ address: money, abi: erc20Abi, functionName: "balanceOf", args: [receiver] });
    const before = await balanceOf();
    const ids = [longId(market, 0), longId(market, 2), foundingSharesId(market)];
    const amounts = [8n * USD, 8n * USD, 1000n * USD - 1000n];
    const redeemed = await mined(await sponsor.redeem({ ids, amounts, receiver }));
    const { payout } = only(parseRedeemLogs({ logs: redeemed.logs, markets })).args;
    expect((await balanceOf()) - before).to.equal(payout);
    expect(Number(payout)).to.be.greaterThan(Number(4n * USD));
  });

  it("redeemTo pays through nested markets", async function () {
    const deployment = await networkHelpers.loadFixture(pooledFixture);
    const { client, market, markets, mined, money, now, sponsor, trader } = deployment;
    const assetId = longId(market, 0);
    const child = await createMarketOf(deployment, { asset: markets, assetId, outcomes: 2 });
    const receiver = trader.account.address;
    await mined(await trader.split({ market, amount: 10n * USD, receiver }));
    await mined(await trader.split({ market: child, amount: 10n * USD, receiver }));
    const snapshot = await client.getSnapshot({ market: child, account: receiver });
    expect(snapshot).to.deep.include({ assetId, decimals: 6, assets: 0n, allowance: maxUint256 });
    expect(snapshot.holdings).to.deep.equal({ long: [10n * USD, 10n * USD], short: [10n * USD, 10n * USD] });
    expect(snapshot.baseAsset).to.equal(getAddress(money));
    expect(shortId(child, 0, 2)).to.equal(longId(child, 1));

    await networkHelpers.time.increaseTo(now + DAY);
    await mined(await sponsor.report({ market, payouts: PAYOUTS }));
    await mined(await sponsor.report({ market: child, payouts: [WAD / 4n, (WAD * 3n) / 4n] }));
    const ids = [longId(child, 1)];
    const { logs } = await mined(await trader.redeemTo({ ids, amounts: [10n * USD], receiver }));
    // Three quarters of LONG 0, which pays one half.
    expect(parseRedeemToLogs({ logs, markets }).map(({ args }) => args.payout)).to.deep.equal([7_500_000n, 3_750_000n]);
  });

  it("permit needs no approval, and with multicallMarkets no transaction of its own", async function () {
    const deployment = await networkHelpers.loadFixture(bareFixture);
    const { client, markets, mined, money, now, trader } = deployment;
    const market = await createMarketOf(deployment);
    const deadline = now + DAY;
    const account = trader.account.address;
    const signed = await trader.signPermit({ token: money, amount: 7n, deadline });
    const calls = [
      permitCall({ markets, ...signed }),
      splitCall({ markets, market, amount: 7n, receiver: account }),
      mergeCall({ markets, market, amount: 2n, receiver: account }),
    ];
    await mined(await trader.multicallMarkets({ calls }));
    expect((await client.getSnapshot({ market, account })).holdings.long).to.deep.equal([5n, 5n, 5n]);

    await mined(await trader.permit({ token: money, amount: 9n, deadline }));
    expect((await client.getSnapshot({ market, account })).allowance).to.equal(9n);
  });

  it("multicallMarkets refuses calls of another contract", async function () {
    const { lens, market, markets, trader } = await networkHelpers.loadFixture(pooledFixture);
    const receiver = trader.account.address;
    const call = convertCall({ markets: lens, market, outcome: 0, amount: 1n, receiver });
    expect(() => multicallMarketsCall({ markets, calls: [call] })).to.throw(InvalidParameterError);
  });

  it("approveAsset sends nothing when the allowance suffices", async function () {
    const { markets, mined, money, trader } = await networkHelpers.loadFixture(bareFixture);
    const approve = () => trader.approveAsset({ asset: money, spender: markets, amount: 5n });
    await mined(await approve());
    expect(await approve()).to.equal(undefined);
  });
});

describe("SDK: actions of the jury", function () {
  it("post and finalize resolve a market", async function () {
    const { client, jury, market, mined, now, other, sponsor } = await networkHelpers.loadFixture(postedFixture);
    const logs = await client.getLogs({ address: jury, fromBlock: 0n });
    const { payouts, evidenceURI } = only(parsePostLogs({ logs, jury })).args;
    expect([payouts, evidenceURI]).to.deep.equal([PAYOUTS, "ipfs://evidence"]);
    const posting = await client.getPosting({ market });
    expect(posting).to.include({ status: "posted", amendments: 0, ballotsRoot: BALLOTS });
    expect(posting.finalFrom).to.equal(posting.since + PERIOD);
    await networkHelpers.time.increaseTo(now + DAY + PERIOD * 2n);
    const { logs: finalized } = await mined(await other.finalize({ market, payouts }));
    expect(only(parseFinalizeLogs({ logs: finalized, jury })).args.market).to.equal(market);
    expect((await sponsor.getPosting({ market })).finalFrom).to.equal(undefined);
  });

  it("challenge and affirm credit the stake to its recipient, who withdraws it", async function () {
    const { client, jury, market, mined, other, sponsor, trader } = await networkHelpers.loadFixture(challengedFixture);
    const logs = await client.getLogs({ address: jury, fromBlock: 0n });
    expect(only(parseChallengeLogs({ logs, jury })).args).to.include({ stake: STAKE, reasonURI: "ipfs://reason" });
    const affirmed = await mined(await sponsor.affirm({ market }));
    expect(only(parseAffirmLogs({ logs: affirmed.logs, jury })).args.stake).to.equal(STAKE);
    expect(await client.getCredits({ account: other.account.address })).to.equal(STAKE);
    const withdrawn = await mined(await other.withdraw({ receiver: trader.account.address }));
    expect(only(parseWithdrawLogs({ logs: withdrawn.logs, jury })).args.amount).to.equal(STAKE);
  });

  it("gift and amend reward the challenger, who is paid by withdrawFor", async function () {
    const { client, jury, market, mined, other, sponsor, trader } = await networkHelpers.loadFixture(challengedFixture);
    const gift = await mined(await other.gift({ amount: 30n * USD }));
    expect(only(parseGiftLogs({ logs: gift.logs, jury })).args.amount).to.equal(30n * USD);
    expect(await client.getJury({})).to.include({ rewardPot: 30n * USD, stake: STAKE, answerPeriod: PERIOD });
    // Only a market that a round has evaluated brings a reward (JU-8).
    const rounds = await connection.viem.deployContract("MockRoundsJury");
    await mined(await (await connection.viem.getContractAt("Jury", jury)).write.connect([rounds.address]));
    await mined(await rounds.write.addMarket([1n, 0, 0n, market]));
    const payouts = [0n, 0n, WAD];
    const amended = await mined(
      await sponsor.amend({ market, payouts, ballotsRoot: BALLOTS, evidenceURI: "ipfs://more" }),
    );
    expect(only(parseAmendLogs({ logs: amended.logs, jury })).args.reward).to.equal(30n * USD);
    expect(only(parsePostLogs({ logs: amended.logs, jury })).args.payouts).to.deep.equal(payouts);
    const paid = await mined(await sponsor.withdrawFor({ account: trader.account.address }));
    expect(only(parseWithdrawForLogs({ logs: paid.logs, jury })).args.amount).to.equal(STAKE + 30n * USD);
  });

  it("fallBack resolves what nobody posted", async function () {
    const { client, jury, market, mined, now, other } = await networkHelpers.loadFixture(closedJuryFixture);
    await networkHelpers.time.increaseTo(now + DAY + PERIOD + 1n);
    const { logs } = await mined(await other.fallBack({ market }));
    expect(only(parseFallBackLogs({ logs, jury })).args.pooled).to.equal(false);
    expect((await client.getPosting({ market })).status).to.equal("resolved");
  });
});

describe("SDK: actions of wrappers", function () {
  it("createWrapper, wrap and unwrap turn outcome tokens into an ERC-20 and back", async function () {
    const deployment = await networkHelpers.loadFixture(pooledFixture);
    const { client, market, mined, outcomeERC20Factory: factory, trader } = deployment;
    const receiver = trader.account.address;
    const id = longId(market, 1);
    await mined(await trader.split({ market, amount: 5n, receiver }));
    const wrapper = await client.getWrapper({ id });
    const { logs } = await mined(await trader.createWrapper({ id }));
    expect(only(parseCreateWrapperLogs({ logs, factory })).args).to.deep.equal({ id, wrapper });

    await mined(await trader.approveOutcome({ spender: wrapper, id, amount: 5n }));
    const wrapped = await mined(await trader.wrap({ wrapper, amount: 5n, receiver }));
    expect(only(parseWrapLogs({ logs: wrapped.logs, wrapper })).args.amount).to.equal(5n);
    const unwrapped = await mined(await trader.unwrap({ wrapper, amount: 3n, receiver }));
    expect(only(parseUnwrapLogs({ logs: unwrapped.logs, wrapper })).args.amount).to.equal(3n);
    expect(await client.getBalances({ account: receiver, ids: [id] })).to.deep.equal([3n]);
  });
});

describe("SDK: reverts become errors of their own class", function () {
  it("given a market without what the action needs, names the market", async function () {
    const deployment = await networkHelpers.loadFixture(pooledFixture);
    const { client, market, sponsor, trader } = deployment;
    const receiver = trader.account.address;
    const bare = await createMarketOf(deployment, { opener: receiver });
    await expectError(trader.split({ market: 0n, amount: 1n, receiver }), errors.MarketsUnknownMarketError, {
      market: 0n,
    });
    await expectError(client.getSnapshot({ market: 0n }), errors.LensUnknownMarketError, { market: 0n });
    await expectError(client.getTwap({ market: bare }), errors.MarketsNoPoolError, { market: bare });
    await expectError(client.getPayouts({ market }), errors.MarketsNotResolvedError, { market });
    await expectError(
      sponsor.openPool({ market: bare, prices: PRICES, b: 1n, receiver }),
      errors.MarketsNotOpenerError,
    );
    await expectError(sponsor.createMarket({ params: paramsOf(deployment) }), errors.MarketsMarketExistsError, {
      market,
    });
  });

  it("given a bad trade, says what is wrong with it", async function () {
    const { market, now, trader } = await networkHelpers.loadFixture(pooledFixture);
    const order = { outcome: 1, short: false, amount: USD };
    const good = { market, orders: [order], maxCost: USD, deadline: now + DAY, receiver: trader.account.address };
    const refused = (changes: Partial<typeof good>) => trader.trade({ ...good, ...changes });
    await expectError(refused({ deadline: 1n }), errors.MarketsExpiredError);
    await expectError(refused({ maxCost: 1n }), errors.MarketsCostAboveMaximumError);
    await expectError(refused({ orders: [] }), errors.MarketsNoOrdersError, {});
    await expectError(refused({ orders: [order, order] }), errors.MarketsUnorderedOutcomesError, {
      previous: 1n,
      outcome: 1n,
    });
    await expectError(refused({ orders: [{ ...order, outcome: 3 }] }), errors.MarketsInvalidOutcomeError);
    await expectError(refused({ orders: [{ ...order, amount: 0n }] }), errors.MarketsZeroAmountError);
    await expectError(refused({ orders: [{ ...order, amount: WAD }] }), errors.MarketsOutOfRangeError);
    await expectError(refused({ orders: [{ ...order, amount: -USD }] }), errors.ERC6909InsufficientBalanceError);
    await networkHelpers.time.increaseTo(now + DAY);
    await expectError(refused({ deadline: now + 2n * DAY }), errors.MarketsClosedError, {
      market,
      closesAt: now + DAY,
    });
  });

  it("given a bad report, says what is wrong with it", async function () {
    const { market, sponsor, trader } = await networkHelpers.loadFixture(pooledFixture);
    await expectError(trader.report({ market, payouts: PAYOUTS }), errors.MarketsNotResolverError);
    await expectError(sponsor.report({ market, payouts: [WAD] }), errors.MarketsWrongLengthError, {
      expected: 3n,
      actual: 1n,
    });
    await expectError(sponsor.report({ market, payouts: [1n, 2n, 3n] }), errors.MarketsInvalidSumError, { sum: 6n });
  });

  it("given an error of the token, decodes it too", async function () {
    const deployment = await networkHelpers.loadFixture(bareFixture);
    const { markets, trader } = deployment;
    const market = await createMarketOf(deployment);
    const receiver = trader.account.address;
    await expectError(trader.split({ market, amount: 5n, receiver }), errors.ERC20InsufficientAllowanceError, {
      spender: markets,
      allowance: 0n,
      needed: 5n,
    });
  });

  it("given a call inside a multicall that fails, throws its error", async function () {
    const { market, markets, trader } = await networkHelpers.loadFixture(pooledFixture);
    const receiver = trader.account.address;
    const calls = [mergeCall({ markets, market, amount: 1n, receiver })];
    await expectError(trader.multicallMarkets({ calls }), errors.ERC6909InsufficientBalanceError);
  });

  it("given a refusal of the jury, throws its error", async function () {
    const { jury, market, other, trader } = await networkHelpers.loadFixture(juryFixture);
    const posting = { jury, market, payouts: PAYOUTS, ballotsRoot: BALLOTS, evidenceURI: "" } as const;
    await expectError(trader.post(posting), errors.JuryNotSafeError);
    expect(postCall(posting)).to.include({ address: jury, functionName: "post" });
    await expectError(other.fallBack({ market }), errors.JuryTooEarlyError);
    await expectError(other.affirm({ market }), errors.JuryNotSafeError);
    await expectError(other.challenge({ market, reasonURI: "" }), errors.JuryWrongStatusError, { market, status: 0 });
    await expectError(other.withdraw({ receiver: other.account.address }), errors.JuryNothingToWithdrawError);
  });

  it("given an RPC that is not there, says so, and not the path of its URL", async function () {
    const lens: Address = `0x${"11".repeat(20)}`;
    // Nothing can listen on port 0.
    const client = createPublicClient({ transport: http("http://127.0.0.1:0/secret", { retryCount: 0 }) });
    const error: unknown = await getSnapshot(client, { lens, market: 0n }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(RpcUnreachableError);
    expect((error as RpcUnreachableError).message).not.to.include("secret");
  });
});
