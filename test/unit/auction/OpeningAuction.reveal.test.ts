import { expect } from "chai";

import {
  auctionFixture,
  B,
  type Bid,
  commit,
  commitmentOf,
  committedFixture,
  outcomeOf,
  partsOf,
  Phase,
  prepare,
  RATES,
  reveal,
  SALT,
  sumOf,
} from "../../utils/auction.ts";
import { ethers, loadFixture, must, time, UNIT, WAD, zipf } from "../../utils/markets.ts";

const packed = (weights: readonly bigint[]) =>
  ethers.concat(weights.map((weight) => ethers.zeroPadValue(ethers.toBeHex(weight), 8)));

describe("OpeningAuction.reveal", function () {
  /** All have committed, and reveals have begun. */
  async function revealingFixture() {
    const d = await committedFixture();
    await time.increaseTo(d.revealsAt);
    return d;
  }

  it("OA-5, OA-6 it should add floor(B a) to the money, and keep the hash of the weights", async function () {
    const d = await loadFixture(revealingFixture);
    const { auction, bids, market } = d;
    const size = sumOf(partsOf(bids.bob));
    await expect(reveal(d, market, bids.bob))
      .to.emit(auction, "BidRevealed")
      .withArgs(market, d.bob.address, bids.bob.budget, size, packed(bids.bob.weights));
    const hash = ethers.keccak256(packed(bids.bob.weights));
    expect([...(await auction.getBid(market, d.bob))]).to.deep.equal([hash, 400n * UNIT, bids.bob.budget, true]);
    expect((await auction.getAuction(market)).revealed).to.equal(400n * UNIT);
    await reveal(d, market, bids.alice);
    const { money, prices } = outcomeOf({ budget: B, weights: RATES }, [bids.alice, bids.bob]);
    expect(await auction.moneyOf(market)).to.deep.equal(money);
    expect(await auction.pricesOf(market)).to.deep.equal(prices);
  });

  it("OA-7 the order of reveals should not matter", async function () {
    const d = await loadFixture(revealingFixture);
    const { auction, bids, market } = d;
    const order = async (names: readonly (keyof typeof bids)[]) => {
      const snapshot = await ethers.provider.send("evm_snapshot", []);
      for (const name of names) await reveal(d, market, bids[name]);
      const seen = [await auction.moneyOf(market), await auction.pricesOf(market)];
      await ethers.provider.send("evm_revert", [snapshot]);
      return seen;
    };
    const forwards = await order(["alice", "bob", "carol"]);
    expect(await order(["carol", "bob", "alice"])).to.deep.equal(forwards);
    expect(await order(["bob", "alice", "carol"])).to.deep.equal(forwards);
  });

  it("OA-5 it should return the size, which the parts' rounding leaves below the budget", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, market } = d;
    const third = WAD / 3n;
    const bid: Bid = { bidder: alice, budget: 100n, weights: [third, third, WAD - 2n * third] };
    await commit(d, market, bid);
    await time.increaseTo(d.revealsAt);
    expect(await auction.reveal.staticCall(market, alice, 100n, [...bid.weights], SALT)).to.equal(99n);
  });

  it("OA-2, OA-5 it should be in time: from the first second of reveals to the last", async function () {
    const d = await loadFixture(committedFixture);
    const { auction, bids, market, opensAt, revealsAt } = d;
    const refused = async (bid: Bid, phase: bigint) =>
      expect(reveal(d, market, bid))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
        .withArgs(market, phase);
    await time.setNextBlockTimestamp(revealsAt - 1n);
    await refused(bids.alice, Phase.Committing);
    await time.setNextBlockTimestamp(revealsAt);
    await reveal(d, market, bids.alice);
    await time.setNextBlockTimestamp(opensAt - 1n);
    await reveal(d, market, bids.bob);
    await time.setNextBlockTimestamp(opensAt);
    await refused(bids.carol, Phase.Clearing);
    await auction.clear(market);
    await refused(bids.carol, Phase.Opened);
    expect((await auction.getAuction(market)).revealed).to.equal(900n * UNIT);
  });

  it("OA-5 it should count once, and of a bid that there is", async function () {
    const d = await loadFixture(revealingFixture);
    const { auction, bids, market, stranger } = d;
    await reveal(d, market, bids.alice);
    const money = await auction.moneyOf(market);
    const { alice } = bids;
    const size = await auction.reveal.staticCall(market, alice.bidder, alice.budget, [...alice.weights], SALT);
    expect(size).to.equal(sumOf(partsOf(alice)));
    await expect(reveal(d, market, alice)).not.to.emit(auction, "BidRevealed");
    for (const other of [
      { ...alice, budget: alice.budget - 1n },
      { ...alice, weights: [...alice.weights].reverse() },
    ]) {
      await expect(reveal(d, market, other))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_Revealed")
        .withArgs(market, d.alice.address);
    }
    await expect(reveal(d, market, { ...bids.alice, bidder: stranger }))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_NoBid")
      .withArgs(market, stranger.address);
    expect(await auction.moneyOf(market)).to.deep.equal(money);
  });

  it("OA-5 a batch of reveals should go through, whoever reveals one of them first", async function () {
    const d = await loadFixture(revealingFixture);
    const { auction, bids, market, stranger } = d;
    // What a front-runner sees in the waiting batch is all that it needs.
    await reveal(d, market, bids.carol);
    const calls = Object.values(bids).map(({ bidder, budget, weights }) =>
      auction.interface.encodeFunctionData("reveal", [market, bidder.address, budget, [...weights], SALT]),
    );
    await auction.connect(stranger).multicall(calls);
    expect((await auction.getAuction(market)).revealed).to.equal(950n * UNIT + 1n);
    await time.increaseTo(d.opensAt);
    await auction.clear(market);
    expect((await auction.getAuction(market)).forfeits).to.equal(0n);
    // Late, it still does no harm.
    await auction.connect(stranger).multicall(calls);
  });

  it("OA-3 any other budget, weights or salt should be refused, and the bid stay revealable", async function () {
    const d = await loadFixture(revealingFixture);
    const { auction, bids, market } = d;
    const committed = await commitmentOf(d, market, bids.alice);
    const others: Bid[] = [
      { ...bids.alice, budget: bids.alice.budget - 1n },
      { ...bids.alice, budget: 2n ** 255n },
      { ...bids.alice, weights: [...bids.alice.weights].reverse() },
      { ...bids.alice, salt: ethers.id("pepper") },
    ];
    for (const other of others) {
      await expect(reveal(d, market, other))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongOpening")
        .withArgs(market, d.alice.address, committed, await commitmentOf(d, market, other));
    }
    await reveal(d, market, bids.alice);
  });

  it("OA-3 a commitment copied from another account should be worthless, and cost half", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, bob, market, opensAt, revealsAt } = d;
    const bid: Bid = { bidder: alice, budget: 10n * UNIT, weights: RATES };
    await commit(d, market, bid);
    const copied = (await auction.getBid(market, alice)).commitment;
    await auction.connect(bob).commit(market, copied, 10n * UNIT, "0x");
    await time.increaseTo(revealsAt);
    await reveal(d, market, bid);
    // Bob has seen all of it now.
    await expect(reveal(d, market, { ...bid, bidder: bob }))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongOpening")
      .withArgs(market, bob.address, copied, await commitmentOf(d, market, { ...bid, bidder: bob }));
    await time.increaseTo(opensAt);
    await auction.clear(market);
    expect(await auction.connect(bob).withdraw.staticCall(market, bob)).to.equal(5n * UNIT);
  });

  it("OA-3 a reveal should be good for one auction, of one contract", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, market } = d;
    const other = await prepare(d, { alpha: 1 });
    const bid: Bid = { bidder: alice, budget: 10n, weights: RATES };
    const commitment = await commitmentOf(d, market, bid);
    await auction.connect(alice).commit(market, commitment, 10n, "0x");
    await auction.connect(alice).commit(other, commitment, 10n, "0x");
    await time.increaseTo((await auction.getAuction(other)).revealsAt);
    await reveal(d, market, bid);
    await expect(reveal(d, other, bid))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongOpening")
      .withArgs(other, alice.address, commitment, await commitmentOf(d, other, bid));
  });

  it("OA-5 a bid for more than its deposit should be refused with both", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, bob, market } = d;
    const above: Bid = { bidder: alice, budget: 11n, weights: RATES, deposit: 10n };
    const enormous: Bid = { bidder: bob, budget: ethers.MaxUint256, weights: RATES, deposit: 10n };
    await commit(d, market, above);
    await commit(d, market, enormous);
    await time.increaseTo(d.revealsAt);
    for (const bid of [above, enormous]) {
      await expect(reveal(d, market, bid))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_BudgetAboveDeposit")
        .withArgs(bid.budget, 10n);
    }
    expect((await auction.getAuction(market)).revealed).to.equal(0n);
  });

  it("weights that are no distribution over the outcomes should be refused with what is wrong", async function () {
    const d = await loadFixture(revealingFixture);
    const { auction, bids, market, markets } = d;
    for (const weights of [zipf(2), zipf(4), []]) {
      await expect(reveal(d, market, { ...bids.alice, weights }))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongLength")
        .withArgs(3, weights.length);
    }
    const [first, second, third] = [must(RATES[0]), must(RATES[1]), must(RATES[2])];
    const cases = [
      [[first, second, third + 1n], WAD + 1n],
      [[first, second, third - 1n], WAD - 1n],
      [[first, 2n ** 64n + second, third], ethers.MaxUint256],
      [[WAD, ethers.MaxUint256, 1n], ethers.MaxUint256],
    ] as const;
    for (const [weights, sum] of cases) {
      await expect(reveal(d, market, { ...bids.alice, weights: [...weights] }))
        .to.be.revertedWithCustomError(markets, "Markets_InvalidSum")
        .withArgs(sum);
    }
  });

  it("OA-9 a budget of zero should be a bid of nothing: it moves no price and saves half of its deposit", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, market, opensAt, revealsAt, token } = d;
    const before = await token.balanceOf(alice);
    const bid: Bid = { bidder: alice, budget: 0n, weights: [0n, 0n, WAD], deposit: 7n };
    await commit(d, market, bid);
    await time.increaseTo(revealsAt);
    await reveal(d, market, bid);
    expect(await auction.pricesOf(market)).to.deep.equal(RATES);
    await time.increaseTo(opensAt);
    await auction.clear(market);
    expect((await auction.getAuction(market)).forfeits).to.equal(4n);
    await auction.connect(alice).claim(market, [...bid.weights], alice);
    expect(await token.balanceOf(alice)).to.equal(before - 4n);
  });
});
