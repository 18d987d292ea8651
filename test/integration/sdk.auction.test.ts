import { expect } from "chai";
import { network } from "hardhat";
import { getAddress, maxUint256, numberToHex, parseAbi, zeroHash, type Address, type Hex } from "viem";

import {
  claimBidCall,
  commitBidCall,
  parseClaimBidLogs,
  parseClearAuctionLogs,
  parseCommitBidLogs,
  parsePrepareAuctionLogs,
  parseRefundAuctionLogs,
  parseRevealBidLogs,
  parseWithdrawBidLogs,
  permitAuctionCall,
  revealBidCall,
} from "../../sdk/src/client/index.ts";
import {
  addBid,
  type Bid,
  bidFromCsv,
  bidReminder,
  clearingPrices,
  commitmentOf,
  expectedBid,
  hashWeights,
  longsOf,
  openingPrices,
  randomSalt,
  sponsorBudget,
  unpackWeights,
} from "../../sdk/src/auction/index.ts";
import * as errors from "../../sdk/src/errors/index.ts";
import { foundingSharesId, longId } from "../../sdk/src/math/ids.ts";
import { floorWeights } from "../../sdk/src/math/index.ts";
import { expectError } from "../utils/errors.ts";
import { generator } from "../utils/random.ts";
import { DAY, PRICES, USD, WAD } from "../utils/sdk.ts";
import { B, createAuctioned, deployAuction, prepareAuctioned } from "../utils/sdkAuction.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const PROJECTS = ["https://github.com/a/one", "https://github.com/a/two", "https://github.com/a/three"];
const CSV = "repo,parent,weight\na/two,ethereum,0.7\na/one,ethereum,0.2\na/three,ethereum,0.1\n";
const ALICE = [WAD / 5n, (7n * WAD) / 10n, WAD / 10n] as const;
const BOB = [WAD / 3n, WAD / 3n, WAD - 2n * (WAD / 3n)] as const;
const moneyAbi = parseAbi([
  "function approve(address spender, uint256 amount)",
  "function mint(address to, uint256 amount)",
  "function balanceOf(address owner) view returns (uint256)",
]);

async function bareFixture() {
  const deployment = await deployAuction(connection);
  const { client, money } = deployment;
  const balanceOf = (account: { readonly account: { readonly address: Address } }) =>
    client.readContract({ address: money, abi: moneyAbi, functionName: "balanceOf", args: [account.account.address] });
  return { ...deployment, balanceOf };
}

async function preparedFixture() {
  const deployment = await bareFixture();
  return { ...deployment, ...(await prepareAuctioned(deployment)) };
}

/** Alice has bid 500 by CSV with a salt of her signature, Bob 300, Carol 101 that she will not reveal. */
async function committedFixture() {
  const deployment = await preparedFixture();
  const { alice, auction, bob, carol, chainId, market, mined, money, now } = deployment;
  const weights = bidFromCsv(CSV, { projects: PROJECTS });
  const budget = 500n * USD;
  const salt = await alice.deriveBidSalt({ market });
  const commitment = commitmentOf({
    chainId,
    auction,
    market,
    bidder: alice.account.address,
    budget,
    weights,
    salt,
  });
  const permit = await alice.signPermit({ token: money, spender: auction, amount: budget, deadline: now + DAY });
  const calls = [
    permitAuctionCall({ auction, ...permit }),
    commitBidCall({ auction, market, commitment, deposit: budget }),
  ];
  const { logs } = await mined(await alice.multicallAuction({ calls }));
  const bobs = { market, budget: 300n * USD, weights: BOB, salt: randomSalt() };
  await mined(await bob.commitBid(bobs));
  await mined(await carol.commitBid({ market, budget: 101n, weights: PRICES, salt: randomSalt() }));
  return { ...deployment, bobs, commitLogs: logs, commitment, salt, weights };
}

async function revealedFixture() {
  const deployment = await committedFixture();
  const { alice, bob, bobs, market, mined, view, weights } = deployment;
  await time.increaseTo(view.revealsAt);
  // The salt was not kept: it is signed again.
  const salt = await alice.deriveBidSalt({ market });
  await mined(await alice.revealBid({ market, budget: 500n * USD, weights, salt }));
  await mined(await alice.revealBid({ ...bobs, bidder: bob.account.address }));
  return deployment;
}

async function clearedFixture() {
  const deployment = await revealedFixture();
  const { carol, market, mined, view } = deployment;
  await time.increaseTo(view.opensAt);
  const { logs } = await mined(await carol.clearAuction({ market }));
  return { ...deployment, clearLogs: logs };
}

/** The one event of a transaction. */
function only<T>(events: readonly T[]): T {
  expect(events).to.have.length(1);
  return events[0] as T;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
const sponsorsBid: Bid = { budget: B, weights: PRICES };
const sponsorsMoney = addBid([0n, 0n, 0n], sponsorsBid);

describe("SDK: a sealed auction from beginning to end", function () {
  it("prepareAuction gives what opening can cost, and OA-1 makes the creator the sponsor", async function () {
    const deployment = await networkHelpers.loadFixture(bareFixture);
    const { auction, balanceOf, client, mined, money, now, sponsor } = deployment;
    const { market, params } = await createAuctioned(deployment);
    expect((await client.getAuction({ market })).phase).to.equal("none");
    const before = await balanceOf(sponsor);
    const opensAt = now + DAY / 2n;
    const hash = await sponsor.prepareAuction({ market, context: params.context, prices: PRICES, b: B, opensAt });
    const { args } = only(parsePrepareAuctionLogs({ logs: (await mined(hash)).logs, auction }));
    expect(before - (await balanceOf(sponsor))).to.equal(sponsorBudget(B));
    expect(unpackWeights(args.prices)).to.deep.equal(PRICES);
    expect(args).to.deep.include({ market, b: B, budget: sponsorBudget(B), opensAt });
    const preparedAt = BigInt(await time.latest());
    expect(await client.getAuction({ market })).to.deep.equal({
      phase: "committing",
      sponsor: getAddress(sponsor.account.address),
      asset: getAddress(money),
      assetId: 0n,
      b: B,
      budget: sponsorBudget(B),
      revealsAt: (preparedAt + opensAt) / 2n,
      opensAt,
      closesAt: params.closesAt,
      deposits: 0n,
      revealed: 0n,
      sets: 0n,
      forfeits: 0n,
    });
    expect(await client.getAuctionPrices({ market })).to.deep.equal(PRICES);
    expect(await client.getAuctionMoney({ market })).to.deep.equal(sponsorsMoney);
  });

  it("OA-3: commits to what the contract computes, with a permit and in one transaction", async function () {
    const { alice, auction, client, commitLogs, commitment, market, salt, weights } =
      await networkHelpers.loadFixture(committedFixture);
    const { abi } = commitBidCall({ auction, market, commitment, deposit: 0n });
    const args = [market, alice.account.address, 500n * USD, weights, salt] as const;
    expect(await client.readContract({ address: auction, abi, functionName: "commitmentOf", args })).to.equal(
      commitment,
    );
    expect(only(parseCommitBidLogs({ logs: commitLogs, auction })).args).to.deep.equal({
      market,
      bidder: getAddress(alice.account.address),
      commitment,
      deposit: 500n * USD,
      note: "0x",
    });
    const bid = await client.getBid({ market, bidder: alice.account.address });
    expect(bid).to.deep.equal({ commitment, deposit: 500n * USD, budget: 0n, revealed: false });
    expect((await client.getAuction({ market })).deposits).to.equal(800n * USD + 101n);
  });

  it("OA-4: commitBid replaces a bid, and deposits no more than is missing", async function () {
    const { auction, balanceOf, bob, bobs, chainId, client, market, mined } =
      await networkHelpers.loadFixture(committedFixture);
    const bidder = bob.account.address;
    const deposits = [];
    for (const [budget, deposit] of [
      [200n, undefined],
      [450n, undefined],
      [400n, 70n],
    ] as const) {
      const bid = { ...bobs, budget: budget * USD, salt: randomSalt() };
      const before = await balanceOf(bob);
      await mined(await bob.commitBid({ ...bid, deposit: deposit === undefined ? undefined : deposit * USD }));
      deposits.push((before - (await balanceOf(bob))) / USD);
      const { commitment } = await client.getBid({ market, bidder });
      expect(commitment).to.equal(commitmentOf({ ...bid, chainId, auction, bidder }));
    }
    expect(deposits).to.deep.equal([0n, 150n, 70n]);
    expect((await client.getBid({ market, bidder })).deposit).to.equal(520n * USD);
  });

  it("revealed bids are there to read, and OA-6: the twin has their prices to the last digit", async function () {
    const { alice, bob, client, market, weights } = await networkHelpers.loadFixture(revealedFixture);
    const all = await client.getRevealedBids({ market });
    expect(all).to.deep.equal([
      { bidder: getAddress(alice.account.address), budget: 500n * USD, size: 500n * USD, weights },
      // Thirds of 300e6 units: 18 digits make 99,999,999.99…, which are cut off, but for the last.
      { bidder: getAddress(bob.account.address), budget: 300n * USD, size: 300n * USD - 2n, weights: BOB },
    ]);
    const money = all.reduce<bigint[]>(addBid, sponsorsMoney);
    expect(await client.getAuctionMoney({ market })).to.deep.equal(money);
    expect(await client.getAuctionPrices({ market })).to.deep.equal(openingPrices(money, PRICES));
    const bids = await client.getRevealedBids({ market, bidder: bob.account.address });
    expect(bids).to.deep.equal(all.slice(1));
    const block = await client.getBlockNumber();
    expect(await client.getRevealedBids({ market, fromBlock: block })).to.deep.equal(bids);
    expect(await client.getRevealedBids({ market, toBlock: block - 1n })).to.deep.equal(all.slice(0, 1));
    const view = await client.getBid({ market, bidder: bob.account.address });
    expect(view).to.deep.equal({
      commitment: hashWeights(BOB),
      deposit: 300n * USD,
      budget: 300n * USD,
      revealed: true,
    });
  });

  it("clearAuction opens the pool at the mean of all predictions, and keeps sets for all claims", async function () {
    const { alice, auction, clearLogs, client, market, sponsor, weights } =
      await networkHelpers.loadFixture(clearedFixture);
    // (1000 at 50/25/25, 500 at 20/70/10, 300 at thirds) / 1800, but for the two units that rounding took.
    const money = [sponsorsBid, { budget: 500n * USD, weights }, { budget: 300n * USD, weights: BOB }].reduce<bigint[]>(
      addBid,
      [0n, 0n, 0n],
    );
    expect(money).to.deep.equal([700n * USD - 1n, 700n * USD - 1n, 400n * USD]);
    expect(only(parseClearAuctionLogs({ logs: clearLogs, auction })).args).to.deep.equal({
      market,
      money: sum(money),
      forfeits: 51n,
    });
    const view = await client.getAuction({ market });
    expect(view).to.deep.include({ phase: "opened", sets: sum(money) + 51n, forfeits: 51n, revealed: 800n * USD });
    const { pool, pot } = await client.getSnapshot({ market });
    if (pool === undefined) throw new Error("There is no pool.");
    const opened = await client.getAuctionPrices({ market });
    expect(opened).to.deep.equal(clearingPrices(money));
    expect(pool.openingPrices).to.deep.equal(opened);
    expect(pool.pool.b).to.equal(B);
    // The pot: the sets and what opening cost; the auction holds the rest of the sponsor's budget.
    expect(pot).to.equal(view.sets + (sponsorBudget(B) - B - view.budget));
    const id = foundingSharesId(market);
    const [shares, none] = await Promise.all(
      [sponsor, alice].map(({ account }) => client.getBalances({ account: account.address, ids: [id] })),
    );
    expect([only(shares ?? []) > 0n, only(none ?? [])]).to.deep.equal([true, 0n]);
  });

  it("claimBid finds its weights, and pays what longsOf and expectedBid have said", async function () {
    const { alice, auction, balanceOf, bob, carol, client, market, mined, sponsor, weights } =
      await networkHelpers.loadFixture(clearedFixture);
    const { sets, forfeits } = await client.getAuction({ market });
    const money = await client.getAuctionMoney({ market });
    const ids = [0, 1, 2].map((outcome) => longId(market, outcome));
    const held = (account: Address) => client.getBalances({ account, ids });

    const receiver = carol.account.address;
    const { logs } = await mined(await alice.claimBid({ market, receiver }));
    expect(only(parseClaimBidLogs({ logs, auction })).args).to.deep.equal({
      market,
      bidder: getAddress(alice.account.address),
      receiver: getAddress(receiver),
      rest: 0n,
    });
    const bid = { budget: 500n * USD, weights };
    const { longs } = longsOf(bid, money, sets);
    expect(await held(receiver)).to.deep.equal(longs);
    const others = addBid(sponsorsMoney, { budget: 300n * USD, weights: BOB });
    const expected = expectedBid({ ...bid, beliefs: ALICE, money: others, forfeits });
    expect(expected.longs).to.deep.equal(longs);
    expect(expected.prices).to.deep.equal(await client.getAuctionPrices({ market }));
    expect(await client.getBid({ market, bidder: alice.account.address })).to.deep.include({ deposit: 0n });

    const before = await balanceOf(bob);
    await mined(await bob.claimBid({ market, receiver: bob.account.address, weights: BOB }));
    expect((await balanceOf(bob)) - before).to.equal(2n);
    expect(await held(bob.account.address)).to.deep.equal(
      longsOf({ budget: 300n * USD, weights: BOB }, money, sets).longs,
    );
    // OA-8: what is left is the sponsor's and dust.
    const left = await held(auction);
    const own = longsOf(sponsorsBid, money, sets).longs;
    left.forEach((amount, j) => expect(Number(amount - (own[j] ?? 0n))).to.be.within(0, 2));

    // Resolved as Alice has said: she gets what expectedBid has promised, the sponsor what its bid is worth.
    await time.increaseTo((await client.getAuction({ market })).closesAt);
    await mined(await sponsor.report({ market, payouts: ALICE }));
    const paid = await balanceOf(carol);
    await mined(await carol.redeem({ ids, amounts: longs, receiver }));
    expect((await balanceOf(carol)) - paid).to.equal(expected.expectedPayout);
  });

  it("OA-9, OA-11: who did not reveal gets half, the sponsor the surplus and then its bid's worth", async function () {
    const { auction, balanceOf, carol, client, market, mined, sponsor } =
      await networkHelpers.loadFixture(clearedFixture);
    const { address: receiver } = carol.account;
    const withdrawn = await mined(await carol.withdrawBid({ market, receiver }));
    expect(only(parseWithdrawBidLogs({ logs: withdrawn.logs, auction })).args.amount).to.equal(50n);

    const { budget } = await client.getAuction({ market });
    const before = await balanceOf(sponsor);
    const refund = await mined(await sponsor.refundAuction({ market }));
    expect(only(parseRefundAuctionLogs({ logs: refund.logs, auction })).args.amount).to.equal(budget);
    expect((await balanceOf(sponsor)) - before).to.equal(budget);
    // Nothing is due now, which is no failure.
    const again = await mined(await sponsor.refundAuction({ market }));
    expect(parseRefundAuctionLogs({ logs: again.logs, auction })).to.deep.equal([]);

    const { closesAt, sets } = await client.getAuction({ market });
    await time.increaseTo(closesAt);
    await mined(await sponsor.report({ market, payouts: [0n, WAD, 0n] }));
    const { logs } = await mined(await sponsor.refundAuction({ market }));
    const { longs } = longsOf(sponsorsBid, await client.getAuctionMoney({ market }), sets);
    expect(only(parseRefundAuctionLogs({ logs, auction })).args.amount).to.equal(longs[1]);
  });

  it("bidReminder says at every step what the contract then takes", async function () {
    const { alice, carol, client, commitment, market, mined, salt, view, weights } =
      await networkHelpers.loadFixture(committedFixture);
    const next = async (account: { readonly account: { readonly address: Address } }) => {
      const bid = await client.getBid({ market, bidder: account.account.address });
      return bidReminder(await client.getAuction({ market }), bid, BigInt(await time.latest()));
    };
    expect(commitment).not.to.equal(zeroHash);
    const reveal = await next(alice);
    expect(reveal).to.include({ action: "reveal", from: view.revealsAt, until: view.opensAt, atStake: 250n * USD });
    await time.increaseTo(reveal.from);
    await mined(await alice.revealBid({ market, budget: 500n * USD, weights, salt }));
    expect(await next(carol)).to.include({ action: "reveal", atStake: 51n });

    const clear = await next(alice);
    expect(clear.action).to.equal("clear");
    await time.increaseTo(clear.from);
    await mined(await alice.clearAuction({ market }));
    const actions = await Promise.all([next(alice), next(carol)]);
    expect(actions.map(({ action }) => action)).to.deep.equal(["claim", "withdraw"]);
    const receiver = carol.account.address;
    await mined(await alice.claimBid({ market, receiver }));
    await mined(await carol.withdrawBid({ market, receiver }));
    const last = await Promise.all([next(alice), next(carol)]);
    expect(last.map(({ action }) => action)).to.deep.equal(["none", "none"]);
  });
});

describe("SDK: other auctions", function () {
  it("takes an outcome token as the asset, by operator or by approval", async function () {
    const deployment = await networkHelpers.loadFixture(bareFixture);
    const { alice, auction, client, markets, mined, money, sponsor } = deployment;
    const { market: parent } = await createAuctioned(deployment, { context: numberToHex(9, { size: 32 }) });
    const asset = longId(parent, 1);
    for (const wallet of [sponsor, alice]) {
      await mined(await wallet.approveAsset({ asset: money, amount: maxUint256 }));
      await mined(await wallet.split({ market: parent, amount: 20n * B, receiver: wallet.account.address }));
    }
    const prices = [WAD / 2n, WAD / 2n];
    const { market, params } = await createAuctioned(deployment, { asset: markets, assetId: asset, outcomes: 2 });
    const opensAt = deployment.now + DAY / 2n;
    const preparation = { market, context: params.context, prices, b: B, opensAt };
    await expectError(sponsor.prepareAuction(preparation), errors.ERC6909InsufficientAllowanceError, { id: asset });
    await mined(await sponsor.setOperator({ spender: auction, approved: true }));
    await mined(await sponsor.prepareAuction(preparation));

    const bid = {
      market,
      budget: 3n * B,
      weights: [WAD / 4n, (3n * WAD) / 4n],
      salt: await alice.deriveBidSalt({ market }),
    };
    await mined(await alice.approveOutcome({ spender: auction, id: asset, amount: bid.budget }));
    await mined(await alice.commitBid({ ...bid, deposit: 3n * B }));
    const { revealsAt } = await client.getAuction({ market });
    await time.increaseTo(revealsAt);
    const { logs } = await mined(await alice.revealBid(bid));
    const { args } = only(parseRevealBidLogs({ logs, auction }));
    expect([args.size, unpackWeights(args.weights)]).to.deep.equal([3n * B, bid.weights]);
    await time.increaseTo(opensAt);
    await mined(await alice.clearAuction({ market }));
    // (1 at 1/2, 3 at 1/4) / 4
    expect(await client.getAuctionPrices({ market })).to.deep.equal([(5n * WAD) / 16n, (11n * WAD) / 16n]);

    const account = alice.account.address;
    await mined(await alice.claimBid({ market, receiver: account }));
    const ids = [longId(market, 0), longId(market, 1)];
    const all = addBid([B / 2n, B / 2n], bid);
    expect(await client.getBalances({ account, ids })).to.deep.equal(longsOf(bid, all, 4n * B).longs);
    const held = async () => only(await client.getBalances({ account: sponsor.account.address, ids: [asset] }));
    const before = await held();
    const { budget } = await client.getAuction({ market });
    await mined(await sponsor.refundAuction({ market }));
    expect((await held()) - before).to.equal(budget);
  });

  it("OA-6: opens at the base rates if nobody has bid", async function () {
    const { carol, client, market, mined, view } = await networkHelpers.loadFixture(preparedFixture);
    await time.increaseTo(view.opensAt);
    await mined(await carol.clearAuction({ market }));
    expect(await client.getAuctionPrices({ market })).to.deep.equal(openingPrices(undefined, PRICES));
    expect((await client.getAuction({ market })).sets).to.equal(B);
  });

  it("OA-12: pays all back if nobody clears", async function () {
    const { alice, auction, balanceOf, bob, carol, client, market, mined, sponsor, view } =
      await networkHelpers.loadFixture(revealedFixture);
    await time.increaseTo(view.closesAt);
    expect((await client.getAuction({ market })).phase).to.equal("void");
    for (const [wallet, deposit] of [
      [alice, 500n * USD],
      [bob, 300n * USD],
      [carol, 101n],
    ] as const) {
      const before = await balanceOf(wallet);
      await mined(await wallet.withdrawBid({ market, receiver: wallet.account.address }));
      expect((await balanceOf(wallet)) - before).to.equal(deposit);
    }
    const { logs } = await mined(await sponsor.refundAuction({ market }));
    expect(only(parseRefundAuctionLogs({ logs, auction })).args.amount).to.equal(sponsorBudget(B));
    expect(await balanceOf({ account: { address: auction } })).to.equal(0n);
  });

  it("OA-6: the twin equals pricesOf to the last digit, also where the floor holds and with 256 outcomes", async function () {
    const deployment = await networkHelpers.loadFixture(bareFixture);
    const { bob, carol, client, mined } = deployment;
    const random = generator(1);
    const digits = () => BigInt(random(1e9)) + 1n;
    for (const outcomes of [2, 7, 33, 256]) {
      const rates = floorWeights(Array.from({ length: outcomes }, () => 10n ** 9n + digits()));
      const context = numberToHex(outcomes, { size: 32 });
      const { market, view } = await prepareAuctioned(
        { ...deployment, now: BigInt(await time.latest()) },
        { context, closesAt: BigInt(await time.latest()) + DAY },
        rates,
      );
      const all = rates.map((_, j) => (j === outcomes - 1 ? WAD : 0n));
      const bids = [
        { market, budget: digits(), weights: floorWeights(rates.map(digits)), salt: randomSalt() },
        { market, budget: 900_000n * USD - digits(), weights: all, salt: randomSalt() },
      ] as const;
      const wallets = [bob, carol] as const;
      for (const i of [0, 1] as const) await mined(await wallets[i].commitBid(bids[i]));
      await time.increaseTo(view.revealsAt);
      let money = addBid(
        rates.map(() => 0n),
        { budget: B, weights: rates },
      );
      for (const i of [0, 1] as const) {
        await mined(await wallets[i].revealBid(bids[i]));
        money = addBid(money, bids[i]);
        expect(await client.getAuctionMoney({ market })).to.deep.equal(money);
        expect(await client.getAuctionPrices({ market })).to.deep.equal(openingPrices(money, rates));
      }
      const floored = clearingPrices(money).some((price) => price < 10n ** 13n);
      expect(floored, `${outcomes} outcomes`).to.equal(outcomes === 256);
      await time.increaseTo(view.opensAt);
      await mined(await carol.clearAuction({ market }));
      // Money for the next.
      await mined(await carol.claimBid({ market, receiver: carol.account.address }));
      const { logs } = await mined(await bob.claimBid({ market, receiver: bob.account.address }));
      expect(logs).not.to.have.length(0);
      const args = [carol.account.address, 900_000n * USD] as const;
      await bob.writeContract({ address: deployment.money, abi: moneyAbi, functionName: "mint", args });
    }
  });
});

describe("SDK: mistakes in auctions", function () {
  it("of the sponsor", async function () {
    const deployment = await networkHelpers.loadFixture(bareFixture);
    const { alice, auction, mined, money, now, sponsor } = deployment;
    const { market, params } = await createAuctioned(deployment);
    const right = { market, context: params.context, prices: PRICES, b: B, opensAt: now + DAY / 2n };
    const attempt = (changes: Partial<Parameters<typeof sponsor.prepareAuction>[0]>) =>
      sponsor.prepareAuction({ ...right, ...changes });
    await expectError(alice.prepareAuction(right), errors.OpeningAuctionNotCreatorError, {
      market,
      caller: getAddress(alice.account.address),
    });
    await expectError(attempt({ context: zeroHash }), errors.OpeningAuctionNotCreatorError, { context: zeroHash });
    await expectError(attempt({ opensAt: now - 1n }), errors.OpeningAuctionOpensTooSoonError, { opensAt: now - 1n });
    await expectError(attempt({ opensAt: params.closesAt }), errors.OpeningAuctionOpensTooLateError, {
      opensAt: params.closesAt,
      closesAt: params.closesAt,
    });
    await expectError(attempt({ prices: [WAD / 2n, WAD / 2n] }), errors.OpeningAuctionWrongLengthError, {
      expected: 3n,
      actual: 2n,
    });
    await expectError(attempt({ prices: [WAD / 2n, WAD / 2n, 1n] }), errors.MarketsInvalidSumError);
    await expectError(attempt({ b: 9999n }), errors.OpeningAuctionLiquidityTooLowError, {
      b: 9999n,
      minimum: 101_011n,
    });
    await expectError(attempt({ budget: sponsorBudget(B) - 1n }), errors.OpeningAuctionBudgetTooSmallError, {
      minimum: sponsorBudget(B),
    });
    await expectError(attempt({ budget: 2n ** 95n }), errors.OpeningAuctionTooMuchMoneyError);
    const low = [WAD - 10n ** 14n, 10n ** 14n - (99n * 10n ** 11n - 1n), 99n * 10n ** 11n - 1n];
    await expectError(attempt({ prices: low }), errors.OpeningAuctionPriceTooLowError, {
      outcome: 2n,
      minimum: 99n * 10n ** 11n,
    });
    await mined(
      await sponsor.writeContract({ address: money, abi: moneyAbi, functionName: "approve", args: [auction, 0n] }),
    );
    await expectError(sponsor.prepareAuction(right), errors.ERC20InsufficientAllowanceError);
    await mined(await sponsor.approveAsset({ asset: money, spender: auction, amount: maxUint256 }));
    await mined(await sponsor.prepareAuction(right));
    await expectError(sponsor.prepareAuction(right), errors.OpeningAuctionExistsError, { market });
  });

  it("of a commitment; what could never be revealed is not sent", async function () {
    const { alice, auction, bob, client, market, money, now, view } = await networkHelpers.loadFixture(preparedFixture);
    const bid = { market, budget: 100n, weights: PRICES, salt: randomSalt() };
    await expectError(bob.commitBid({ ...bid, budget: 0n }), errors.InvalidBudgetError);
    const note = `0x${"ab".repeat(4097)}` as const;
    await expectError(bob.commitBid({ ...bid, note }), errors.OpeningAuctionNoteTooLongError, { length: 4097n });
    await expectError(bob.commitBid({ ...bid, weights: [WAD / 2n, WAD / 2n] }), errors.LengthMismatchError);
    await expectError(bob.commitBid({ ...bid, weights: [WAD, WAD, WAD] }), errors.InvalidSumError);
    await expectError(bob.commitBid({ ...bid, deposit: 99n }), errors.DepositTooSmallError);
    await expectError(bob.commitBid({ ...bid, market: 256n }), errors.OpeningAuctionWrongPhaseError, { phase: 0 });
    await expectError(bob.commitBid({ ...bid, budget: 2n ** 95n }), errors.OpeningAuctionTooMuchMoneyError);
    await expectError(alice.commitBid(bid), errors.ERC20InsufficientAllowanceError, { needed: 100n });
    const refused = { token: money, spender: auction, amount: 100n, deadline: now - 1n };
    await expectError(alice.permitAuction(refused), errors.MarketsPermitFailedError, { amount: 100n });
    const raw = (commitment: Hex, deposit: bigint) =>
      bob.multicallAuction({ calls: [commitBidCall({ auction, market, commitment, deposit })] });
    await expectError(raw(zeroHash, 1n), errors.OpeningAuctionEmptyCommitmentError, { market });
    await expectError(raw(bid.salt, 0n), errors.OpeningAuctionNoDepositError, {
      market,
      bidder: getAddress(bob.account.address),
    });
    await time.increaseTo(view.revealsAt);
    await expectError(bob.commitBid(bid), errors.OpeningAuctionWrongPhaseError, { market, phase: 2 });
    expect((await client.getAuction({ market })).deposits).to.equal(0n);
  });

  it("of a reveal: early, late, twice, another bid than was committed, above its deposit", async function () {
    const deployment = await networkHelpers.loadFixture(committedFixture);
    const { alice, auction, bob, bobs, carol, chainId, market, mined, sponsor, view } = deployment;
    await expectError(bob.revealBid(bobs), errors.OpeningAuctionWrongPhaseError, { market, phase: 1 });
    // Carol's program forgets to check: 102 units with a deposit of 101.
    const above = { market, budget: 102n, weights: PRICES, salt: randomSalt(), bidder: carol.account.address };
    const commitment = commitmentOf({ ...above, chainId, auction });
    await mined(await carol.multicallAuction({ calls: [commitBidCall({ auction, market, commitment, deposit: 0n })] }));

    await time.increaseTo(view.revealsAt);
    await expectError(carol.revealBid(above), errors.OpeningAuctionBudgetAboveDepositError, {
      budget: 102n,
      deposit: 101n,
    });
    await expectError(sponsor.revealBid(bobs), errors.OpeningAuctionNoBidError);
    const committed = commitmentOf({ ...bobs, chainId, auction, bidder: bob.account.address });
    const wrong = { ...bobs, salt: randomSalt() };
    await expectError(bob.revealBid(wrong), errors.OpeningAuctionWrongOpeningError, {
      committed,
      given: commitmentOf({ ...wrong, chainId, auction, bidder: bob.account.address }),
    });
    const counted = await alice.deriveBidSalt({ market, counter: 1n });
    const alices = { market, budget: 500n * USD, weights: ALICE, salt: counted };
    await expectError(alice.revealBid(alices), errors.OpeningAuctionWrongOpeningError);
    await expectError(alice.revealBid({ ...bobs }), errors.OpeningAuctionWrongOpeningError);
    await expectError(bob.revealBid({ ...bobs, weights: [WAD] }), errors.OpeningAuctionWrongLengthError);
    await expectError(bob.revealBid({ ...bobs, weights: [WAD, WAD, 0n] }), errors.MarketsInvalidSumError);

    await mined(await bob.revealBid(bobs));
    // Whoever was first: the same once more is no mistake, another one is.
    await mined(await sponsor.revealBid({ ...bobs, bidder: bob.account.address }));
    const less = { ...bobs, budget: bobs.budget - 1n };
    await expectError(bob.revealBid(less), errors.OpeningAuctionRevealedError, { market });
    await expectError(bob.clearAuction({ market }), errors.OpeningAuctionWrongPhaseError, { phase: 2 });
    await time.increaseTo(view.opensAt);
    const call = revealBidCall({ ...alices, auction, bidder: alice.account.address });
    await expectError(carol.multicallAuction({ calls: [call] }), errors.OpeningAuctionWrongPhaseError, { phase: 3 });
  });

  it("of a claim: early, twice, of other weights, not revealed", async function () {
    const deployment = await networkHelpers.loadFixture(revealedFixture);
    const { alice, auction, bob, carol, client, market, mined, sponsor, view } = deployment;
    const claim = { market, receiver: bob.account.address };
    await expectError(bob.claimBid(claim), errors.OpeningAuctionWrongPhaseError, { phase: 2 });
    await expectError(bob.withdrawBid(claim), errors.OpeningAuctionWrongPhaseError, { phase: 2 });
    await time.increaseTo(view.opensAt);
    await mined(await bob.clearAuction({ market }));
    expect((await client.waitForTransactionReceipt({ hash: await bob.clearAuction({ market }) })).logs).to.be.empty;

    await expectError(carol.claimBid(claim), errors.OpeningAuctionNotRevealedError, { market });
    await expectError(bob.withdrawBid(claim), errors.OpeningAuctionRevealedError, { market });
    await expectError(sponsor.claimBid(claim), errors.OpeningAuctionNoBidError);
    await expectError(bob.claimBid({ ...claim, weights: ALICE }), errors.OpeningAuctionWrongWeightsError, {
      revealed: hashWeights(BOB),
      given: hashWeights(ALICE),
    });
    const call = claimBidCall({ auction, ...claim, weights: [WAD] });
    await expectError(alice.multicallAuction({ calls: [call] }), errors.OpeningAuctionWrongLengthError);
    const fromBlock = (await client.getBlockNumber()) + 1n;
    await expectError(bob.claimBid({ ...claim, fromBlock }), errors.InvalidParameterError);

    await mined(await bob.claimBid(claim));
    await expectError(bob.claimBid(claim), errors.OpeningAuctionNoBidError, { market });
    await mined(await carol.withdrawBid(claim));
    await expectError(carol.withdrawBid(claim), errors.OpeningAuctionNoBidError, { market });
  });
});
