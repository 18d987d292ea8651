import { expect } from "chai";
import { network } from "hardhat";
import { zeroHash } from "viem";

import { CHILDREN, DAY, nodeOf, ORIGINALITY, TARGET, WAD, WEIGHT } from "../utils/rounds.ts";
import { ONE_DRAWN, stage, type Stage, sumOf, thousandths } from "../utils/settle.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

const BUDGET = 10_000n * WAD;
/** Locked shares and rounding, of up to six pools, and dust of claims. */
const DUST = 200_000n;
const NODES = [
  [ORIGINALITY, 0],
  [ORIGINALITY, 1],
  [ORIGINALITY, 2],
  [CHILDREN, 0],
  [CHILDREN, 1],
] as const;
const ALL_KINDS = 0b111;

type Account = Stage["alice"];
type Round = Awaited<ReturnType<typeof roundBy>>;
type Placed = {
  readonly bidder: Account;
  readonly market: bigint;
  readonly budget: bigint;
  readonly weights: bigint[];
};

/** A round whose pools of these kinds open by auction; it is in Opening. */
async function roundBy(openingKinds: number) {
  const parameters = { quotas: ONE_DRAWN, openingKinds, openingPeriod: 2 * DAY };
  const deployed = await stage(connection, { parameters });
  for (const account of [deployed.alice, deployed.bob]) {
    await deployed.markets.connect(account).setOperator(deployed.auction, true);
  }
  await deployed.start(BUDGET);
  await time.increaseTo((await deployed.rounds.scheduleOf(1)).openingAt);
  return deployed;
}

async function commit(d: Round, bid: Placed) {
  const hash = await d.auction.commitmentOf(bid.market, bid.bidder, bid.budget, bid.weights, zeroHash);
  await d.auction.connect(bid.bidder).commit(bid.market, hash, bid.budget, "0x");
}

/** Reveals all but what is lazy, and clears all at the beginning of Trading. */
async function clearAll(d: Round, bids: readonly Placed[], lazy: readonly Placed[] = []) {
  const markets = [...new Set(bids.map(({ market }) => market))];
  let opensAt = 0n;
  for (const market of markets) {
    const { opensAt: at, revealsAt } = await d.auction.getAuction(market);
    if (BigInt(await time.latest()) < revealsAt) await time.increaseTo(revealsAt);
    opensAt = at;
  }
  for (const bid of bids) {
    if (!lazy.includes(bid)) await d.auction.reveal(bid.market, bid.bidder, bid.budget, bid.weights, zeroHash);
  }
  expect(opensAt).to.equal((await d.schedule()).tradingAt);
  await d.toTrading();
  for (const market of markets) await d.auction.clear(market);
}

/** Redeems, child markets before their selection, all that the traders have. */
async function redeemEverything(d: Round) {
  const markets = [await d.rounds.marketOf(1, WEIGHT, 0)];
  for (const [kind, index] of NODES) markets.push(await d.rounds.marketOf(1, kind, index));
  for (const kind of [ORIGINALITY, CHILDREN]) markets.push((await d.rounds.getSelection(1, kind)).market);
  for (const account of [d.alice, d.bob]) {
    for (const market of markets) if (market !== 0n) await d.redeemAll(account, market);
  }
}

describe("Rounds that open by auction", function () {
  const fixture = () => roundBy(1);
  const everythingFixture = () => roundBy(ALL_KINDS);

  it("RO-7 the seeds by auction, judged: all money comes back but what was lost, and it is the traders'", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    const { alice, auction, bob, money, rounds } = d;
    const before = (await money.balanceOf(alice)) + (await money.balanceOf(bob));
    await d.openSelections();
    const market = await rounds.marketOf(1, WEIGHT, 0);
    const payouts = thousandths(100n, 200n, 300n, 400n);
    const bids = [
      { bidder: alice, market, budget: 300n * WAD, weights: payouts },
      { bidder: bob, market, budget: 100n * WAD + 1n, weights: thousandths(970n, 10n, 10n, 10n) },
    ];
    for (const bid of bids) await commit(d, bid);
    const lost = await rounds.liquidityOf(1, WEIGHT);
    await clearAll(d, bids);
    const { budget: left } = await auction.getAuction(market);
    for (const { bidder, weights } of bids) await auction.connect(bidder).claim(market, weights, bidder);
    await d.buy(alice, market, 3, 300n * WAD);

    await d.toEvaluation();
    // Before resolution: what opening did not need, and the reserve.
    const { reserve } = await rounds.getSelection(1, WEIGHT);
    await expect(rounds.collect(1, WEIGHT, 0))
      .to.emit(rounds, "Collected")
      .withArgs(1n, WEIGHT, 0n, left + reserve);
    await expect(rounds.collect(1, WEIGHT, 0)).to.be.revertedWithCustomError(rounds, "Rounds_Nothing");
    await d.judge(market, payouts);
    await d.toSettled();
    await d.finalize(market, payouts);
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) await rounds.fallBackSelection(1, kind);
    await rounds.settleTarget(1);
    await redeemEverything(d);
    const pot = await d.collectAll(1n, 4);
    await rounds.connect(d.deployer).withdrawSponsorship(1, d.deployer);

    const after = (await money.balanceOf(alice)) + (await money.balanceOf(bob));
    const dust = (await money.balanceOf(d.markets)) + (await money.balanceOf(auction));
    expect(dust).to.be.below(DUST);
    expect(await money.balanceOf(rounds)).to.be.below(2n);
    expect(before - after).to.equal(pot - BUDGET + dust);
    // At most b KL(payouts || base rates), b as it was and what grew out of fees paid for itself.
    const rates = thousandths(400n, 300n, 200n, 100n);
    const divergence =
      payouts.reduce((sum, w, j) => sum + Number(w) * Math.log(Number(w) / Number(rates[j])), 0) / 1e18;
    expect(Number(BUDGET - pot)).to.be.at.most(Number(lost) * divergence + Number(DUST));
    expect(pot).to.be.below(BUDGET + 100n * WAD);
  });

  it("RO-7 all kinds by auction, in selection tokens too, with a lazy bidder and nobody to answer", async function () {
    const d = await networkHelpers.loadFixture(everythingFixture);
    const { alice, auction, bob, money, rounds } = d;
    const supply = await money.totalSupply();
    const before = (await money.balanceOf(alice)) + (await money.balanceOf(bob));
    await d.openSelections();
    const bids: Placed[] = [];
    for (const [kind, index] of NODES) {
      const market = await d.openNode(kind, index);
      const { outcomes } = await d.markets.getMarket(market);
      const equal = Array.from({ length: Number(outcomes) }, () => WAD / outcomes);
      equal[0] = WAD - sumOf(equal.slice(1));
      for (const bidder of [alice, bob]) await d.tokens(bidder, kind, index, 90n * WAD);
      bids.push({ bidder: alice, market, budget: 60n * WAD, weights: equal });
      bids.push({ bidder: bob, market, budget: 7n * WAD + 1n, weights: equal.map((_, j) => (j === 0 ? WAD : 0n)) });
    }
    const seeds = await rounds.marketOf(1, WEIGHT, 0);
    bids.push({ bidder: alice, market: seeds, budget: 200n * WAD, weights: thousandths(100n, 200n, 300n, 400n) });
    for (const bid of bids) await commit(d, bid);
    const lazy = bids.filter(({ bidder, market }, i) => bidder === bob && (i === 1 || market === bids[7]?.market));
    expect(lazy.length).to.equal(2);
    await clearAll(d, bids, lazy);
    for (const bid of bids) {
      if (lazy.includes(bid)) await auction.connect(bid.bidder).withdraw(bid.market, bid.bidder);
      else await auction.connect(bid.bidder).claim(bid.market, bid.weights, bid.bidder);
    }
    for (const [kind, index] of NODES) await d.buy(bob, await rounds.marketOf(1, kind, index), 1, 5n * WAD);

    await d.toSettled();
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) await rounds.fallBackSelection(1, kind);
    for (const [kind, index] of NODES) await d.jury.fallBack(await rounds.marketOf(1, kind, index));
    await d.jury.fallBack(seeds);
    await redeemEverything(d);
    await rounds.settleTarget(1);
    for (const index of [0, 1, 2]) await rounds.settleSeed(1, index);
    const pot = await d.collectAll(1n, 4);
    await rounds.connect(d.deployer).withdrawSponsorship(1, d.deployer);
    const after = (await money.balanceOf(alice)) + (await money.balanceOf(bob));
    const dust = (await money.balanceOf(d.markets)) + (await money.balanceOf(auction));
    expect(dust).to.be.below(DUST);
    expect(await money.balanceOf(rounds)).to.be.below(2n);
    expect(before - after).to.equal(pot - BUDGET + dust);
    expect(await money.totalSupply()).to.equal(supply);
  });

  it("RO-7, OA-12 auctions that nobody cleared should end with the weights as they were and all money back", async function () {
    const d = await networkHelpers.loadFixture(everythingFixture);
    const { alice, auction, money, rounds } = d;
    const before = [await money.balanceOf(alice), (await money.balanceOf(d.deployer)) + BUDGET];
    await d.openSelections();
    const seeds = await rounds.marketOf(1, WEIGHT, 0);
    const node = await d.openNode(CHILDREN, 0);
    await d.tokens(alice, CHILDREN, 0, 10n * WAD);
    const bids = [
      { bidder: alice, market: seeds, budget: 10n * WAD, weights: thousandths(100n, 200n, 300n, 400n) },
      { bidder: alice, market: node, budget: 10n * WAD, weights: thousandths(100n, 500n, 400n) },
    ];
    for (const bid of bids) await commit(d, bid);
    await d.toSettled();
    for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) await rounds.fallBackSelection(1, kind);
    for (const { market } of bids) {
      await d.jury.fallBack(market);
      expect((await d.markets.getMarket(market)).pooled).to.equal(false);
      await auction.connect(alice).withdraw(market, alice);
    }
    await d.redeemAll(alice, (await rounds.getSelection(1, CHILDREN)).market);
    await rounds.settleTarget(1);
    await rounds.settleSeed(1, 0);
    expect([...(await d.registry.childrenAt(1, TARGET))[1]]).to.deep.equal(thousandths(400n, 300n, 200n, 100n));
    expect([...(await d.registry.childrenAt(1, nodeOf("a")))[1]]).to.deep.equal(thousandths(500n, 300n, 200n));
    await d.collectAll(1n, 4);
    await rounds.connect(d.deployer).withdrawSponsorship(1, d.deployer);
    expect(await money.balanceOf(auction)).to.equal(0n);
    const after = [await money.balanceOf(alice), await money.balanceOf(d.deployer)];
    for (const [i, amount] of after.entries()) expect((before[i] ?? 0n) - amount).to.be.within(0n, DUST);
  });

  it("given that nobody prepared an auction in Opening, collecting should ask it for nothing and not fail", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    await d.toTrading();
    await d.rounds.openSeeds();
    const market = await d.rounds.marketOf(1, WEIGHT, 0);
    expect((await d.markets.getMarket(market)).pooled).to.equal(true);
    expect(await d.auction.phaseOf(market)).to.equal(0n);
    await d.toEvaluation();
    await d.rounds.collect(1, WEIGHT, 0);
  });
});
