import { expect } from "chai";

import {
  auctionFixture,
  B,
  type Bid,
  BUDGET,
  claim,
  commit,
  committedFixture,
  excessOf,
  hostileAuction,
  houseFixture,
  longsAt,
  openedFixture,
  outcomeOf,
  partsOf,
  Phase,
  prepare,
  RATES,
  reveal,
  revealedFixture,
  run,
  SALT,
  sumOf,
} from "../../utils/auction.ts";
import { ethers, loadFixture, must, time, UNIT, WAD, zipf } from "../../utils/markets.ts";

const SPONSOR = { budget: B, weights: RATES };
const FORFEITS = 25n * UNIT + 1n;

describe("OpeningAuction.claim", function () {
  it("OA-7, OA-10 it should give floor(m (M + F) / M_j) of every LONG, and the rest of the deposit", async function () {
    const d = await loadFixture(openedFixture);
    const { alice, auction, bids, bob, carol, market, token } = d;
    const { longsOf } = outcomeOf(SPONSOR, [bids.alice, bids.bob], FORFEITS);
    for (const [bid, account] of [
      [bids.alice, alice],
      [bids.bob, bob],
    ] as const) {
      const expected = longsOf(bid);
      const rest = ("deposit" in bid ? bid.deposit : bid.budget) - sumOf(partsOf(bid));
      const before = await token.balanceOf(carol);
      await expect(auction.connect(account).claim(market, [...bid.weights], carol))
        .to.emit(auction, "BidClaimed")
        .withArgs(market, account.address, carol.address, rest);
      expect((await token.balanceOf(carol)) - before).to.equal(rest);
      expect([...(await auction.getBid(market, account))]).to.deep.equal([ethers.ZeroHash, 0n, 0n, false]);
      if (account === alice) expect(await longsAt(d, carol, market, 3)).to.deep.equal(expected);
    }
    const all = longsOf(bids.alice).map((amount, j) => amount + must(longsOf(bids.bob)[j]));
    expect(await longsAt(d, carol, market, 3)).to.deep.equal(all);
  });

  it("OA-7 it should return what it gives, whoever claimed before", async function () {
    const d = await loadFixture(openedFixture);
    const { auction, bids, market } = d;
    const first = await auction.connect(d.bob).claim.staticCall(market, [...bids.bob.weights], d.bob);
    await claim(d, market, bids.alice);
    await auction.connect(d.carol).withdraw(market, d.carol);
    await auction.refund(market);
    const last = await auction.connect(d.bob).claim.staticCall(market, [...bids.bob.weights], d.bob);
    expect(last).to.deep.equal(first);
    const longs = outcomeOf(SPONSOR, [bids.alice, bids.bob], FORFEITS).longsOf(bids.bob);
    const bought = longs.flatMap((amount, j) => (amount > 0n ? [[market | BigInt(j), amount] as const] : []));
    expect(bought.length).to.be.below(longs.length);
    expect([[...first.ids], [...first.amounts]]).to.deep.equal([bought.map(([id]) => id), bought.map(([, a]) => a)]);
    expect(first.rest).to.equal(bids.bob.deposit - sumOf(partsOf(bids.bob)));
  });

  it("other weights than were revealed should be refused with both hashes, and nothing be lost", async function () {
    const d = await loadFixture(openedFixture);
    const { alice, auction, bids, market, markets } = d;
    const hashOf = (weights: readonly bigint[]) =>
      ethers.solidityPackedKeccak256(
        weights.map(() => "uint64"),
        [...weights],
      );
    const other = [...bids.alice.weights].reverse();
    await expect(auction.connect(alice).claim(market, other, alice))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongWeights")
      .withArgs(market, alice.address, hashOf(bids.alice.weights), hashOf(other));
    await expect(auction.connect(alice).claim(market, zipf(4), alice))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongLength")
      .withArgs(3, 4);
    await expect(auction.connect(alice).claim(market, [WAD, 1n, 0n], alice))
      .to.be.revertedWithCustomError(markets, "Markets_InvalidSum")
      .withArgs(WAD + 1n);
    await expect(auction.connect(alice).claim(market, [...bids.alice.weights], ethers.ZeroAddress))
      .to.be.revertedWithCustomError(markets, "ERC6909InvalidReceiver")
      .withArgs(ethers.ZeroAddress);
    await claim(d, market, bids.alice);
  });

  it("it should be by a bidder, once, and only for a revealed bid", async function () {
    const d = await loadFixture(openedFixture);
    const { alice, auction, bids, carol, market, stranger } = d;
    await claim(d, market, bids.alice);
    for (const account of [alice, stranger]) {
      await expect(claim(d, market, { ...bids.alice, bidder: account }))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_NoBid")
        .withArgs(market, account.address);
    }
    await expect(claim(d, market, bids.carol))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_NotRevealed")
      .withArgs(market, carol.address);
  });

  it("OA-2 it should wait for clearing, and then have no end", async function () {
    const d = await loadFixture(revealedFixture);
    const { auction, bids, market, markets } = d;
    await expect(claim(d, market, bids.alice))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
      .withArgs(market, Phase.Clearing);
    await auction.clear(market);
    await time.increaseTo(d.closesAt);
    await claim(d, market, bids.alice);
    await markets.report(market, [0n, 0n, WAD]);
    await claim(d, market, bids.bob);
    await auction.connect(d.carol).withdraw(market, d.carol);
    // A late claim redeems like any other; dust of each claim stays for ever.
    await auction.refund(market);
    for (const amount of await longsAt(d, await auction.getAddress(), market, 3)) expect(amount).to.be.below(3n);
  });

  it("OA-8, OA-10 with awkward numbers all claims should take all sets but a unit a bid", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, bob, carol, markets, sponsor, token } = house;
    for (const outcomes of [2, 5, 255, 256]) {
      const rates = zipf(outcomes);
      const b = 1_000_003n;
      const market = await prepare(house, { rates, b });
      const bids: Bid[] = [
        { bidder: alice, budget: 999_983n, weights: [...rates].reverse() },
        { bidder: bob, budget: 3n, weights: rates },
        { bidder: carol, budget: 77_777_777n, weights: rates.map((_, j) => (j === 1 ? WAD : 0n)) },
      ];
      await run(house, market, bids);
      for (const bid of bids) await claim(house, market, bid);
      const address = await auction.getAddress();
      const { longsOf, sets } = outcomeOf({ budget: b, weights: rates }, bids, sumOf(bids.map(excessOf)));
      const left = longsOf({ budget: b, weights: rates });
      const held = await longsAt(house, address, market, outcomes);
      for (const [j, amount] of held.entries()) expect(amount - must(left[j])).to.be.within(0n, 3n);
      expect((await auction.getAuction(market)).sets).to.equal(sets);
      await markets.connect(sponsor).report(market, rates);
      await auction.refund(market);
      expect(await token.balanceOf(auction)).to.equal(0n);
    }
  });

  it("a token that calls back when the rest is paid should get nothing twice", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, sponsor } = house;
    const { hostile, market } = await hostileAuction(house);
    const bid: Bid = { bidder: alice, budget: 5n * UNIT, weights: RATES, deposit: 9n * UNIT };
    const guard = auction.interface.encodeErrorResult("ReentrancyGuardReentrantCall");
    await run(house, market, [bid]);
    const calls = [
      auction.interface.encodeFunctionData("claim", [market, RATES, alice.address]),
      auction.interface.encodeFunctionData("withdraw", [market, alice.address]),
      auction.interface.encodeFunctionData("refund", [market]),
    ];
    for (const call of calls) {
      const snapshot = await ethers.provider.send("evm_snapshot", []);
      await hostile.setHook(auction, call);
      await claim(house, market, bid);
      expect(await hostile.hookSucceeded()).to.equal(false);
      expect(await hostile.hookResult()).to.equal(guard);
      await ethers.provider.send("evm_revert", [snapshot]);
    }
    // An account that the token blocks can be paid elsewhere.
    await hostile.setBlocked(alice, true);
    await expect(claim(house, market, bid)).to.be.revertedWithCustomError(hostile, "HostileToken_Blocked");
    await auction.connect(alice).claim(market, RATES, sponsor);
  });
});

describe("OpeningAuction.withdraw", function () {
  it("OA-9 half of what was not revealed should come back, rounded down, once", async function () {
    const d = await loadFixture(openedFixture);
    const { alice, auction, bob, carol, market, stranger, token } = d;
    const before = await token.balanceOf(alice);
    await expect(auction.connect(carol).withdraw(market, alice))
      .to.emit(auction, "DepositWithdrawn")
      .withArgs(market, carol.address, alice.address, 25n * UNIT);
    expect((await token.balanceOf(alice)) - before).to.equal(25n * UNIT);
    for (const account of [carol, stranger]) {
      await expect(auction.connect(account).withdraw(market, account))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_NoBid")
        .withArgs(market, account.address);
    }
    await expect(auction.connect(bob).withdraw(market, bob))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_Revealed")
      .withArgs(market, bob.address);
  });

  it("OA-9 deposits of one unit should be forfeit as a whole, and none be paid more than is there", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, bob, carol, market, opensAt, revealsAt, sponsor, token } = d;
    for (const account of [alice, bob, carol]) await auction.connect(account).commit(market, SALT, 1n, "0x");
    const revealed: Bid = { bidder: sponsor, budget: B, weights: RATES };
    await commit(d, market, revealed);
    await time.increaseTo(revealsAt);
    await reveal(d, market, revealed);
    await time.increaseTo(opensAt);
    await auction.clear(market);
    expect((await auction.getAuction(market)).forfeits).to.equal(2n);
    for (const account of [alice, bob, carol]) await auction.connect(account).withdraw(market, account);
    await claim(d, market, revealed);
    await auction.refund(market);
    // The dust: three halves, of which two were rounded up to one.
    expect(await token.balanceOf(auction)).to.equal(1n);
  });

  it("OA-9 half of what a deposit exceeds eight times its bid by should be forfeit", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, bob, carol, market, markets, opensAt, revealsAt, token } = d;
    const weights = [WAD, 0n, 0n];
    const covered: Bid = { bidder: alice, budget: 10n * UNIT, weights, deposit: 80n * UNIT };
    const held: Bid = { bidder: bob, budget: 10n * UNIT, weights, deposit: 80n * UNIT + 3n };
    const nothing: Bid = { bidder: carol, budget: 0n, weights, deposit: 50n * UNIT + 1n };
    for (const bid of [covered, held, nothing]) await commit(d, market, bid);
    await time.increaseTo(revealsAt);
    for (const [bid, forfeits] of [
      [covered, 0n],
      [held, 2n],
      [nothing, 25n * UNIT + 3n],
    ] as const) {
      await reveal(d, market, bid);
      await reveal(d, market, bid);
      expect((await auction.getAuction(market)).forfeits).to.equal(forfeits);
    }
    const snapshot = await ethers.provider.send("evm_snapshot", []);
    await markets.report(market, RATES);
    await time.increaseTo(opensAt);
    // OA-12: a void auction keeps nothing.
    expect(await auction.connect(carol).withdraw.staticCall(market, carol)).to.equal(50n * UNIT + 1n);
    await ethers.provider.send("evm_revert", [snapshot]);
    await time.increaseTo(opensAt);
    await auction.clear(market);
    const { forfeits, sets } = await auction.getAuction(market);
    expect([forfeits, sets]).to.deep.equal([25n * UNIT + 3n, B + 20n * UNIT + 25n * UNIT + 3n]);
    for (const [bid, rest] of [
      [covered, 70n * UNIT],
      [held, 70n * UNIT + 1n],
      [nothing, 25n * UNIT],
    ] as const) {
      const [, , paid] = await auction.connect(bid.bidder).claim.staticCall(market, [...weights], bid.bidder);
      expect(paid).to.equal(rest);
      await claim(d, market, bid);
    }
    await auction.refund(market);
    expect(await token.balanceOf(auction)).to.equal(0n);
  });

  it("OA-12 in a Void auction every deposit should come back, revealed or not", async function () {
    const d = await loadFixture(revealedFixture);
    const { alice, auction, bids, bob, carol, market, markets, sponsor, token } = d;
    await markets.report(market, RATES);
    expect(await auction.phaseOf(market)).to.equal(Phase.Void);
    const due = [
      [alice, bids.alice.budget],
      [bob, bids.bob.deposit],
      [carol, bids.carol.deposit],
    ] as const;
    for (const [account, amount] of due) {
      const before = await token.balanceOf(account);
      await auction.connect(account).withdraw(market, account);
      expect((await token.balanceOf(account)) - before).to.equal(amount);
      await expect(auction.connect(account).withdraw(market, account))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_NoBid")
        .withArgs(market, account.address);
    }
    const before = await token.balanceOf(sponsor);
    await expect(auction.refund(market)).to.emit(auction, "SponsorRefunded").withArgs(market, sponsor.address, BUDGET);
    expect((await token.balanceOf(sponsor)) - before).to.equal(BUDGET);
    expect(await auction.refund.staticCall(market)).to.equal(0n);
    expect(await token.balanceOf(auction)).to.equal(0n);
  });
});

describe("OpeningAuction.refund", function () {
  it("OA-11 it should pay the sponsor what is due, when it is due, each once, and never revert", async function () {
    const d = await loadFixture(committedFixture);
    const { alice, auction, market, markets, opensAt, sponsor, token } = d;
    const paid = async () => {
      const before = await token.balanceOf(sponsor);
      await auction.connect(sponsor).refund(market);
      return (await token.balanceOf(sponsor)) - before;
    };
    expect(await paid()).to.equal(0n);
    await time.increaseTo(opensAt);
    expect(await paid()).to.equal(0n);
    await auction.clear(market);
    expect(await auction.connect(alice).refund.staticCall(market)).to.equal(0n);
    const { cash } = await markets.getPool(market);
    expect(await paid()).to.equal(BUDGET - B - cash);
    expect(await paid()).to.equal(0n);
    await markets.report(market, RATES);
    expect(await auction.connect(alice).refund.staticCall(market)).to.equal(0n);
    const { sets } = await auction.getAuction(market);
    const { longsOf } = outcomeOf(SPONSOR, [], sets - B);
    const value = longsOf(SPONSOR).reduce((sum, amount, j) => sum + amount * must(RATES[j]), 0n) / WAD;
    await expect(auction.connect(sponsor).refund(market))
      .to.emit(auction, "SponsorRefunded")
      .withArgs(market, sponsor.address, value);
    await expect(auction.refund(market)).to.not.emit(auction, "SponsorRefunded");
    expect(await paid()).to.equal(0n);
    expect(await auction.refund.staticCall(1n << 16n)).to.equal(0n);
  });

  it("OA-11 after resolution one call should pay all of it", async function () {
    const d = await loadFixture(openedFixture);
    const { auction, bids, market, markets } = d;
    const { budget } = await auction.getAuction(market);
    await markets.report(market, [0n, 0n, WAD]);
    const { longsOf } = outcomeOf(SPONSOR, [bids.alice, bids.bob], FORFEITS);
    const due = budget + must(longsOf(SPONSOR)[2]);
    expect(await auction.refund.staticCall(market)).to.equal(due);
    await auction.refund(market);
    expect(await auction.refund.staticCall(market)).to.equal(0n);
  });

  it("OA-13 in nested auctions it should pay in the outcome token, whatever the parent pays", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, markets, params, sponsor, token } = house;
    await markets.connect(sponsor).createMarket({ ...params, alpha: 9 });
    const parent = await markets.computeMarket(sponsor, { ...params, alpha: 9 });
    await markets.connect(sponsor).split(parent, 20_000n * UNIT, sponsor);
    await markets.connect(sponsor).setOperator(auction, true);
    await markets.connect(alice).split(parent, 100n * UNIT, alice);
    await markets.connect(alice).setOperator(auction, true);
    const assetId = parent | 1n;
    const market = await prepare(house, { asset: await markets.getAddress(), assetId });
    const bid: Bid = { bidder: alice, budget: 60n * UNIT, weights: [WAD, 0n, 0n], deposit: 100n * UNIT };
    await run(house, market, [bid]);
    await claim(house, market, bid);
    expect(await markets.balanceOf(alice, assetId)).to.equal(40n * UNIT);
    // The parent pays nothing for it.
    await markets.connect(sponsor).report(parent, [WAD, 0n, 0n]);
    await markets.connect(sponsor).report(market, [WAD, 0n, 0n]);
    await auction.refund(market);
    const { cash } = await markets.getPool(market);
    const { longsOf } = outcomeOf(SPONSOR, [bid]);
    const expected = 20_000n * UNIT - B - cash + must(longsOf(SPONSOR)[0]);
    expect(await markets.balanceOf(sponsor, assetId)).to.equal(expected);
    expect(await markets.balanceOf(auction, assetId)).to.equal(0n);
    expect(await token.balanceOf(auction)).to.equal(0n);
  });
});
