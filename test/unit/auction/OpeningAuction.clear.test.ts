import { expect } from "chai";

import { klDivergence } from "../../../sdk/src/math/index.ts";
import {
  auctionFixture,
  B,
  type Bid,
  BUDGET,
  claim,
  committedFixture,
  hostileAuction,
  houseFixture,
  longsAt,
  outcomeOf,
  Phase,
  prepare,
  RATES,
  reveal,
  revealedFixture,
  run,
  sumOf,
} from "../../utils/auction.ts";
import {
  ethers,
  expectClose,
  FOUNDING,
  loadFixture,
  must,
  pricesOf,
  time,
  toNumber,
  UNIT,
  WAD,
  zipf,
} from "../../utils/markets.ts";

const SPONSOR = { budget: B, weights: RATES };

describe("OpeningAuction.clear", function () {
  it("OA-6, OA-10 it should open at the money-weighted mean, split all sets and keep the change", async function () {
    const d = await loadFixture(revealedFixture);
    const { auction, bids, market, markets, sponsor, stranger, token } = d;
    // Of 50 units and 1 wei half is forfeit, rounded up.
    const forfeits = 25n * UNIT + 1n;
    const { money, prices, sets } = outcomeOf(SPONSOR, [bids.alice, bids.bob], forfeits);
    expect(await auction.pricesOf(market)).to.deep.equal(prices);
    await expect(auction.connect(stranger).clear(market))
      .to.emit(auction, "AuctionCleared")
      .withArgs(market, sumOf(money), forfeits)
      .and.to.emit(markets, "SetsChanged")
      .withArgs(market, await auction.getAddress(), await auction.getAddress(), sets);

    const a = await auction.getAuction(market);
    expect([a.phase, a.sets, a.forfeits]).to.deep.equal([Phase.Opened, sets, forfeits]);
    expect(await pricesOf(markets, market)).to.deep.equal(prices);
    expect(await auction.pricesOf(market)).to.deep.equal(prices);
    const { b, cash } = await markets.getPool(market);
    expect(b).to.equal(B);
    expect(a.budget).to.equal(BUDGET - B - cash);
    expect((await markets.getMarket(market)).pot).to.equal(cash + sets);
    expect(await markets.balanceOf(sponsor, market | FOUNDING)).to.equal(B - 1000n);
    expect(await longsAt(d, await auction.getAddress(), market, 3)).to.deep.equal([sets, sets, sets]);
    expect(await token.allowance(auction, markets)).to.equal(0n);
    // What is left pays the sponsor, the rests and half of what was not revealed, to the last unit.
    const rests = 100n * UNIT - 7n;
    expect(await token.balanceOf(auction)).to.equal(a.budget + rests + 25n * UNIT);
  });

  it("OA-6 an auction that nobody joined should open exactly at the base rates", async function () {
    const house = await loadFixture(houseFixture);
    const { auction, markets, sponsor, token } = house;
    for (const [rates, b] of [
      [zipf(7), 1_000_000n],
      [[WAD / 2n + 1n, WAD / 2n - 1n], 101_011n],
      [zipf(128), B],
    ] as const) {
      const market = await prepare(house, { rates, b });
      await time.increaseTo((await auction.getAuction(market)).opensAt);
      const funding = await auction.clear.staticCall(market);
      await auction.clear(market);
      expect(await pricesOf(markets, market)).to.deep.equal(rates);
      const held = await token.balanceOf(auction);
      expect((await auction.getAuction(market)).budget).to.equal(held);
      const before = await token.balanceOf(sponsor);
      await auction.refund(market);
      expect((await token.balanceOf(sponsor)) - before).to.equal(held);
      expect((await markets.getPool(market)).cash).to.equal(funding);
      expect(await token.balanceOf(auction)).to.equal(0n);
      // At the base rates its bid is worth what it cost, but for rounding.
      await markets.connect(sponsor).report(market, [...rates]);
      await auction.refund(market);
      const back = (await token.balanceOf(sponsor)) - before - held;
      expect(back).to.be.within(b - BigInt(rates.length) - 1n, b);
    }
  });

  it("OA-6, OA-9 where nobody revealed no price should move, and nothing be forfeit", async function () {
    const d = await loadFixture(committedFixture);
    const { alice, auction, bids, bob, carol, market, markets, opensAt, token } = d;
    // As after an outage of the chain over all of the time for reveals.
    await time.increaseTo(opensAt);
    await auction.clear(market);
    expect(await pricesOf(markets, market)).to.deep.equal(RATES);
    const { forfeits, sets } = await auction.getAuction(market);
    expect([forfeits, sets]).to.deep.equal([0n, B]);
    for (const [account, deposit] of [
      [alice, bids.alice.budget],
      [bob, bids.bob.deposit],
      [carol, bids.carol.deposit],
    ] as const) {
      expect(await auction.connect(account).withdraw.staticCall(market, account)).to.equal(deposit);
      await auction.connect(account).withdraw(market, account);
    }
    await markets.report(market, [0n, WAD, 0n]);
    const due = (await auction.getAuction(market)).budget + sets;
    expect(await auction.refund.staticCall(market)).to.equal(due);
    await auction.refund(market);
    expect(await token.balanceOf(auction)).to.equal(0n);
  });

  it("OA-2, OA-5 it should wait for the end of reveals, and have an effect once", async function () {
    const d = await loadFixture(committedFixture);
    const { auction, market, opensAt, revealsAt } = d;
    const refused = async (phase: bigint) =>
      expect(auction.clear(market))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
        .withArgs(market, phase);
    await refused(Phase.Committing);
    await time.setNextBlockTimestamp(revealsAt);
    await refused(Phase.Revealing);
    await reveal(d, market, d.bids.alice);
    await time.setNextBlockTimestamp(opensAt - 1n);
    await refused(Phase.Revealing);
    await time.setNextBlockTimestamp(opensAt);
    await auction.clear(market);
    const before = [...(await auction.getAuction(market))];
    expect(await auction.clear.staticCall(market)).to.equal(0n);
    await expect(auction.clear(market)).not.to.emit(auction, "AuctionCleared");
    expect([...(await auction.getAuction(market))]).to.deep.equal(before);
    await expect(auction.clear(1n << 16n))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
      .withArgs(1n << 16n, Phase.None);
  });

  it("OA-6, OA-11 no price should be below 1e-5 before scaling, and the budget suffice for it", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, markets, token } = house;
    for (const outcomes of [2, 3, 255, 256]) {
      // The least rates that there can be, and all of a fortune on one of them.
      const rates = Array.from({ length: outcomes }, (_, j) =>
        j === 0 ? WAD - BigInt(outcomes - 1) * 99n * 10n ** 11n : 99n * 10n ** 11n,
      );
      const b = 10n ** 9n;
      const market = await prepare(house, { rates, b });
      const weights = rates.map((_, j) => (j === outcomes - 1 ? WAD : 0n));
      const bid: Bid = { bidder: alice, budget: 100_000n * UNIT, weights };
      await run(house, market, [bid]);
      const prices = await pricesOf(markets, market);
      expect(sumOf(prices)).to.equal(WAD);
      const least = prices.reduce((a, c) => (a < c ? a : c));
      expect(least).to.be.at.least(9_974n * 10n ** 9n);
      expect(least).to.be.at.most(10n ** 13n);
      const { cash } = await markets.getPool(market);
      expect(cash).to.be.at.most((b * 1152n) / 100n);
      expect(cash).to.be.above((b * 115n) / 10n);
      await claim(house, market, bid);
      await auction.refund(market);
      expect(await token.balanceOf(auction)).to.equal(0n);
      await token.mint(alice, 100_000n * UNIT);
    }
  });

  it("OA-11 auction and pool together should cost the sponsor at most b KL(w || base rates)", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, bob, markets, sponsor, token } = house;
    const outcomes: readonly (readonly bigint[])[] = [
      RATES,
      [WAD / 5n, (3n * WAD) / 10n, WAD / 2n],
      [WAD, 0n, 0n],
      [0n, 0n, WAD],
      [WAD / 100n, (98n * WAD) / 100n, WAD / 100n],
    ];
    for (const [index, payouts] of outcomes.entries()) {
      const before = await token.balanceOf(sponsor);
      const market = await prepare(house, { alpha: index });
      await run(house, market, [
        { bidder: alice, budget: 700n * UNIT, weights: payouts },
        { bidder: bob, budget: 2500n * UNIT, weights: [...payouts].reverse() },
      ]);
      // The market is right in the end: what the pool loses is all that it can lose.
      const { b } = await markets.getPool(market);
      await markets.connect(sponsor).report(market, [...payouts]);
      await auction.refund(market);
      await markets.connect(sponsor).redeem([market | FOUNDING], [b - 1000n], sponsor);
      const cost = toNumber(before - (await token.balanceOf(sponsor)));
      const bound = toNumber(b) * toNumber(klDivergence([...payouts], RATES));
      expect(cost).to.be.at.most(bound + 1e-9);
    }
  });

  it("OA-12 a market resolved or closed before anybody cleared should be Void for ever", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, markets, sponsor, token } = house;
    const before = [await token.balanceOf(sponsor), await token.balanceOf(alice)];
    const early = await prepare(house);
    const late = await prepare(house, { alpha: 1 });
    for (const market of [early, late]) {
      await auction.connect(alice).commit(market, ethers.id("a"), 11n, "0x");
    }
    await markets.connect(sponsor).report(early, RATES);
    // It is void when bids are over, not before: the phases go by the clock.
    expect(await auction.phaseOf(early)).to.equal(Phase.Committing);
    await expect(auction.connect(alice).withdraw(early, alice))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
      .withArgs(early, Phase.Committing);
    expect(await auction.refund.staticCall(early)).to.equal(0n);
    await time.increaseTo((await auction.getAuction(early)).opensAt);
    expect(await auction.phaseOf(early)).to.equal(Phase.Void);
    await time.increaseTo((await auction.getAuction(late)).closesAt);
    for (const market of [early, late]) {
      await expect(auction.clear(market))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
        .withArgs(market, Phase.Void);
      await expect(auction.connect(alice).claim(market, RATES, alice))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
        .withArgs(market, Phase.Void);
      await auction.connect(alice).withdraw(market, alice);
      await auction.refund(market);
    }
    expect(await token.balanceOf(auction)).to.equal(0n);
    expect([await token.balanceOf(sponsor), await token.balanceOf(alice)]).to.deep.equal(before);
  });

  it("OA-13 sets split and tokens sent before should neither hinder nor enrich anybody", async function () {
    const d = await loadFixture(revealedFixture);
    const { alice, auction, bids, market, markets, token } = d;
    const address = await auction.getAddress();
    await markets.connect(d.carol).split(market, 1234n, address);
    await token.mint(address, 777n);
    await auction.clear(market);
    const { sets } = await auction.getAuction(market);
    expect(await longsAt(d, address, market, 3)).to.deep.equal([sets + 1234n, sets + 1234n, sets + 1234n]);
    await claim(d, market, bids.alice);
    const { longsOf } = outcomeOf(SPONSOR, [bids.alice, bids.bob], 25n * UNIT + 1n);
    expect(await longsAt(d, alice, market, 3)).to.deep.equal(longsOf(bids.alice));
  });

  it("a pot that somebody filled to the brim should delay clearing, and cost nobody anything", async function () {
    const d = await loadFixture(revealedFixture);
    const { alice, auction, bob, market, markets, token } = d;
    const most = 2n ** 96n - 1n;
    await token.mint(bob, most);
    await markets.connect(bob).split(market, most, bob);
    await expect(auction.clear(market)).to.be.revertedWithCustomError(markets, "Markets_PotOverflow");
    expect(await auction.phaseOf(market)).to.equal(Phase.Clearing);
    const snapshot = await ethers.provider.send("evm_snapshot", []);
    // It opens as soon as he takes his money back; if he never does, it is Void.
    await markets.connect(bob).merge(market, most, bob);
    await auction.clear(market);
    await ethers.provider.send("evm_revert", [snapshot]);
    await time.increaseTo(d.closesAt);
    expect(await auction.connect(alice).withdraw.staticCall(market, alice)).to.equal(must(d.bids.alice.budget));
    await auction.connect(alice).withdraw(market, alice);
    await auction.connect(bob).withdraw(market, bob);
    await auction.connect(d.carol).withdraw(market, d.carol);
    await auction.refund(market);
    expect(await token.balanceOf(auction)).to.equal(0n);
  });

  it("a token that calls back while the pool opens should get nowhere", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, markets, sponsor } = house;
    const { hostile, market } = await hostileAuction(house);
    const bid: Bid = { bidder: alice, budget: 5n * UNIT, weights: RATES };
    await auction.connect(alice).commit(market, ethers.id("a"), 5n * UNIT, "0x");
    const { opensAt } = await auction.getAuction(market);
    await time.increaseTo(opensAt);
    const guard = auction.interface.encodeErrorResult("ReentrancyGuardReentrantCall");
    const calls = [
      [auction, auction.interface.encodeFunctionData("refund", [market])],
      [auction, auction.interface.encodeFunctionData("withdraw", [market, alice.address])],
      [auction, auction.interface.encodeFunctionData("clear", [market])],
      [markets, markets.interface.encodeFunctionData("report", [market, RATES])],
      [markets, markets.interface.encodeFunctionData("split", [market, 5n, alice.address])],
    ] as const;
    for (const [target, call] of calls) {
      const snapshot = await ethers.provider.send("evm_snapshot", []);
      await hostile.setHook(target, call);
      await auction.clear(market);
      expect(await hostile.hookSucceeded()).to.equal(false);
      expect(await hostile.hookResult()).to.equal(guard);
      await ethers.provider.send("evm_revert", [snapshot]);
    }
    // A token that stops working stops its own auction, until trading would end.
    await hostile.setRefusing(true);
    await expect(auction.clear(market)).to.be.revertedWithCustomError(markets, "SafeERC20FailedOperation");
    await hostile.setRefusing(false);
    await hostile.setFee(1);
    await expect(auction.clear(market)).to.be.revertedWithCustomError(markets, "Markets_AssetNotReceived");
    await hostile.setFee(0);
    await auction.clear(market);
    expect(await auction.connect(sponsor).phaseOf(market)).to.equal(Phase.Opened);
    expect(bid.budget).to.equal((await auction.getBid(market, alice)).deposit);
  });

  it("OA-14 gas with 128 outcomes should stay within what is promised", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, bob } = house;
    const rates = zipf(128);
    const market = await prepare(house, { rates });
    const { opensAt, revealsAt } = await auction.getAuction(market);
    const weights = [...rates].reverse();
    const gasOf = async (call: Promise<{ wait: () => Promise<{ gasUsed: bigint } | null> }>) =>
      must((await (await call).wait()) ?? undefined).gasUsed;
    const bids = [alice, bob].map((bidder) => ({ bidder, budget: 100n * UNIT, weights }));
    const used = { commit: 0n, first: 0n, later: 0n, clear: 0n, claim: 0n };
    for (const bid of bids) {
      const hash = await auction.commitmentOf(market, bid.bidder, bid.budget, weights, ethers.ZeroHash);
      used.commit = await gasOf(auction.connect(bid.bidder).commit(market, hash, bid.budget, "0x"));
    }
    await time.increaseTo(revealsAt);
    const [first, second] = bids.map((bid) => ({ ...bid, salt: ethers.ZeroHash }));
    used.first = await gasOf(reveal(house, market, must(first)));
    used.later = await gasOf(reveal(house, market, must(second)));
    await time.increaseTo(opensAt);
    used.clear = await gasOf(auction.clear(market));
    used.claim = await gasOf(claim(house, market, must(first)));
    expect(used.commit, `commit ${used.commit}`).to.be.at.most(100_000n);
    expect(used.first, `first reveal ${used.first}`).to.be.at.most(1_700_000n);
    expect(used.later, `later reveal ${used.later}`).to.be.at.most(550_000n);
    expect(used.clear, `clear ${used.clear}`).to.be.at.most(2_600_000n);
    expect(used.claim, `claim ${used.claim}`).to.be.at.most(2_600_000n);
  });

  it("OA-13 one auction's deposits should be another's claims, and neither touch the other", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, bob, market, markets, opensAt, revealsAt, sponsor } = d;
    const asset = await markets.getAddress();
    await markets.connect(sponsor).split(market, 40_000n * UNIT, sponsor);
    await markets.connect(sponsor).setOperator(auction, true);
    await markets.connect(alice).split(market, 400n * UNIT, alice);
    await markets.connect(alice).setOperator(auction, true);
    const nested = await prepare(d, { asset, assetId: market | 2n });
    const address = await auction.getAddress();
    const mine: Bid = { bidder: alice, budget: 300n * UNIT, weights: [0n, WAD, 0n] };
    await run(d, nested, [mine]);
    expect(opensAt).to.be.above(revealsAt);
    // The outer auction clears afterwards; LONG_2 of it is what the inner one holds of others.
    const held = await markets.balanceOf(address, market | 2n);
    await auction.clear(market);
    const { sets } = await auction.getAuction(market);
    expect(await markets.balanceOf(address, market | 2n)).to.equal(held + sets);
    await claim(d, nested, mine);
    await auction.refund(nested);
    expect(await markets.balanceOf(address, market | 2n)).to.equal(sets);
    await markets.connect(sponsor).report(market, [0n, 0n, WAD]);
    const refunded = await auction.refund.staticCall(market);
    await auction.refund(market);
    expect(refunded).to.equal(BUDGET - (await markets.getPool(market)).cash);
    expect(await longsAt(d, address, market, 3)).to.deep.equal([0n, 0n, 0n]);
    expect(bob.address).to.not.equal(alice.address);
    expectClose(toNumber(sets), 1000, 0);
  });
});
