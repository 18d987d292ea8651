import { expect } from "chai";

import { B, BUDGET, DAY, houseFixture, MAX_MONEY, OPENING, Phase, prepare, RATES } from "../../utils/auction.ts";
import { create, DEADLINE, ethers, loadFixture, must, open, time, WAD, zipf } from "../../utils/markets.ts";

const packed = (weights: readonly bigint[]) =>
  ethers.concat(weights.map((weight) => ethers.zeroPadValue(ethers.toBeHex(weight), 8)));

describe("OpeningAuction.prepare", function () {
  it("OA-1, OA-2, OA-11 it should take the budget, keep the base rates and share the time in halves", async function () {
    const house = await loadFixture(houseFixture);
    const { auction, markets, params, sponsor, token } = house;
    const market = await create(house);
    const now = (await time.latest()) + 1;
    const opensAt = now + OPENING + 1;
    const before = await token.balanceOf(sponsor);
    await time.setNextBlockTimestamp(now);
    await expect(auction.prepare(market, params.context, RATES, B, BUDGET + 5n, opensAt))
      .to.emit(auction, "AuctionPrepared")
      .withArgs(market, sponsor.address, B, BUDGET + 5n, now + OPENING / 2, opensAt, packed(RATES));
    expect(before - (await token.balanceOf(sponsor))).to.equal(BUDGET + 5n);
    expect(await token.balanceOf(auction)).to.equal(BUDGET + 5n);
    const a = await auction.getAuction(market);
    expect([a.phase, a.sponsor, a.asset, a.assetId, a.b, a.budget]).to.deep.equal([
      Phase.Committing,
      sponsor.address,
      await token.getAddress(),
      0n,
      B,
      BUDGET + 5n,
    ]);
    expect([a.revealsAt, a.opensAt, a.closesAt]).to.deep.equal(
      [now + OPENING / 2, opensAt, params.closesAt].map(BigInt),
    );
    expect([a.deposits, a.revealed, a.sets, a.forfeits]).to.deep.equal([0n, 0n, 0n, 0n]);
    expect(await auction.pricesOf(market)).to.deep.equal(RATES);
    expect(await auction.moneyOf(market)).to.deep.equal(RATES.map((rate) => (rate * B) / WAD));
    expect(await auction.MARKETS()).to.equal(await markets.getAddress());
  });

  it("OA-2 phases should begin in the second that is named, and be None without an auction", async function () {
    const house = await loadFixture(houseFixture);
    const { auction } = house;
    const market = await prepare(house);
    const { closesAt, opensAt, revealsAt } = await auction.getAuction(market);
    const steps = [
      [revealsAt - 1n, Phase.Committing],
      [revealsAt, Phase.Revealing],
      [opensAt - 1n, Phase.Revealing],
      [opensAt, Phase.Clearing],
      [closesAt - 1n, Phase.Clearing],
      [closesAt, Phase.Void],
    ] as const;
    for (const [moment, phase] of steps) {
      await time.increaseTo(moment);
      expect(await auction.phaseOf(market)).to.equal(phase);
    }
    expect(await auction.phaseOf(market | 1n)).to.equal(Phase.None);
    for (const view of [auction.moneyOf, auction.pricesOf]) {
      await expect(view(1n << 16n))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
        .withArgs(1n << 16n, Phase.None);
    }
  });

  it("OA-1 only the creator of this market, with this opener and context, should prepare it", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, params, sponsor } = house;
    const opensAt = (await time.latest()) + OPENING;
    const market = await create(house);
    const elsewhere = await create(house, { opener: sponsor.address });
    const other = ethers.id("other");
    const cases = [
      [alice, market, params.context],
      [sponsor, market, other],
      [sponsor, elsewhere, params.context],
      [sponsor, market | 1n, params.context],
      [sponsor, 1n << 16n, params.context],
    ] as const;
    for (const [caller, id, context] of cases) {
      await expect(auction.connect(caller).prepare(id, context, RATES, B, BUDGET, opensAt))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_NotCreator")
        .withArgs(id, caller.address, context);
    }
    // The same market by another creator is another market, and harms nobody's.
    const { markets } = house;
    await markets.connect(alice).createMarket(params);
    const twin = await markets.computeMarket(alice, params);
    await auction.connect(alice).prepare(twin, params.context, RATES, B, BUDGET, opensAt);
    await auction.connect(sponsor).prepare(market, params.context, RATES, B, BUDGET, opensAt);
    expect((await auction.getAuction(market)).sponsor).to.equal(sponsor.address);
  });

  it("OA-1 it should be prepared once, whatever became of it", async function () {
    const house = await loadFixture(houseFixture);
    const { auction, params, token } = house;
    const market = await prepare(house);
    const again = async () =>
      expect(auction.prepare(market, params.context, RATES, B, BUDGET, DEADLINE))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_Exists")
        .withArgs(market);
    await again();
    await house.markets.report(market, RATES);
    await time.increaseTo((await auction.getAuction(market)).opensAt);
    await auction.refund(market);
    await again();
    expect(await token.balanceOf(auction)).to.equal(0n);
  });

  it("OA-2 it should leave an hour to commit and one to reveal, and open before trading ends", async function () {
    const house = await loadFixture(houseFixture);
    const { auction, params } = house;
    const [market, other] = [await create(house), await create(house, { context: ethers.id("other") })];
    const least = Number(await auction.MIN_OPENING());
    expect(least).to.equal(7200);
    let now = (await time.latest()) + DAY;
    const attempt = async (opensAt: bigint | number, of = market, context: string = params.context) => {
      await time.setNextBlockTimestamp((now += 10));
      return auction.prepare(of, context, RATES, B, BUDGET, opensAt);
    };
    for (const before of [1, least - 10, least, now]) {
      const opensAt = now + 10 + least - before;
      await expect(attempt(opensAt))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_OpensTooSoon")
        .withArgs(opensAt, now + least);
    }
    for (const opensAt of [params.closesAt, params.closesAt + 1, ethers.MaxUint256]) {
      await expect(attempt(opensAt))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_OpensTooLate")
        .withArgs(opensAt, params.closesAt);
    }
    await attempt(params.closesAt - 1);
    expect((await auction.getAuction(market)).opensAt).to.equal(params.closesAt - 1);
    await attempt(now + 10 + least, other, ethers.id("other"));
    expect((await auction.getAuction(other)).revealsAt).to.equal(now + least / 2);
  });

  it("OA-11 what could not be put right later should be refused with its value", async function () {
    const house = await loadFixture(houseFixture);
    const { auction, params, token } = house;
    const opensAt = (await time.latest()) + OPENING;
    const market = await create(house);
    const [first, second, third] = [must(RATES[0]), must(RATES[1]), must(RATES[2])];
    const least = 99n * 10n ** 11n; // 0.99e-5
    const low = [WAD - 2n * least + 1n, least, least - 1n];
    const cases = [
      [zipf(2), B, BUDGET, "OpeningAuction_WrongLength", [3, 2]],
      [zipf(4), B, BUDGET, "OpeningAuction_WrongLength", [3, 4]],
      [RATES, 101_010n, BUDGET, "OpeningAuction_LiquidityTooLow", [101_010, 101_011]],
      [RATES, B, BUDGET - 1n, "OpeningAuction_BudgetTooSmall", [BUDGET - 1n, BUDGET]],
      [RATES, 101_011n, 1_264_657n, "OpeningAuction_BudgetTooSmall", [1_264_657n, 1_264_658n]],
      [RATES, B, B - 1n, "OpeningAuction_BudgetTooSmall", [B - 1n, BUDGET]],
      [RATES, 2n ** 200n, B, "OpeningAuction_BudgetTooSmall", [B, 2n ** 200n]],
      [RATES, B, MAX_MONEY + 1n, "OpeningAuction_TooMuchMoney", [MAX_MONEY + 1n, MAX_MONEY]],
      [RATES, B, ethers.MaxUint256, "OpeningAuction_TooMuchMoney", [ethers.MaxUint256, MAX_MONEY]],
      [low, B, BUDGET, "OpeningAuction_PriceTooLow", [2, least - 1n, least]],
      [[WAD, 0n, 0n], B, BUDGET, "OpeningAuction_PriceTooLow", [1, 0, least]],
    ] as const;
    for (const [rates, b, budget, error, values] of cases) {
      await expect(auction.prepare(market, params.context, [...rates], b, budget, opensAt))
        .to.be.revertedWithCustomError(auction, error)
        .withArgs(...values);
    }
    for (const rates of [
      [first, second, third + 1n],
      [first, second, third - 1n],
    ]) {
      await expect(auction.prepare(market, params.context, rates, B, BUDGET, opensAt))
        .to.be.revertedWithCustomError(house.markets, "Markets_InvalidSum")
        .withArgs(first + second + must(rates[2]));
    }
    expect(await token.balanceOf(auction)).to.equal(0n);
    expect(await auction.phaseOf(market)).to.equal(Phase.None);
    // On the bounds: a unit of the outcome with the least rate.
    const bounds = [WAD - 2n * least, least, least];
    await auction.prepare(market, params.context, bounds, 101_011n, 1_264_658n, opensAt);
    expect(await auction.moneyOf(market)).to.deep.equal([101_008n, 1n, 1n]);
  });

  it("OA-11 the largest budget and the largest auction should open", async function () {
    const house = await loadFixture(houseFixture);
    const { alice, auction, markets, sponsor, token } = house;
    const b = (MAX_MONEY * 100n) / 1252n;
    await token.mint(sponsor, MAX_MONEY);
    await token.mint(alice, MAX_MONEY);
    const market = await prepare(house, { rates: RATES, b, budget: MAX_MONEY });
    const weights = [0n, 0n, WAD];
    const commitment = await auction.commitmentOf(market, alice, MAX_MONEY, weights, ethers.ZeroHash);
    await auction.connect(alice).commit(market, commitment, MAX_MONEY, "0x");
    const { opensAt, revealsAt } = await auction.getAuction(market);
    await time.increaseTo(revealsAt);
    await auction.reveal(market, alice, MAX_MONEY, weights, ethers.ZeroHash);
    await time.increaseTo(opensAt);
    await auction.clear(market);
    await auction.connect(alice).claim(market, weights, alice);
    await auction.refund(market);
    const { pot } = await markets.getMarket(market);
    expect(pot).to.be.below(2n ** 96n);
    // What all bids share, and what opening cost.
    expect(pot).to.equal((await auction.getAuction(market)).sets + (await markets.getPool(market)).cash);
    expect(await token.balanceOf(auction)).to.equal(0n);
  });

  it("MK-6 what the token does not deliver should be refused, with all that it touched", async function () {
    const house = await loadFixture(houseFixture);
    const { auction, params, sponsor } = house;
    const hostile = await ethers.deployContract("HostileToken");
    const asset = await hostile.getAddress();
    await hostile.mint(sponsor, BUDGET);
    await hostile.connect(sponsor).approve(auction, ethers.MaxUint256);
    const market = await create(house, { asset });
    const opensAt = (await time.latest()) + OPENING;
    const attempt = () => auction.prepare(market, params.context, RATES, B, BUDGET, opensAt);
    await hostile.setFee(1);
    await expect(attempt())
      .to.be.revertedWithCustomError(auction, "OpeningAuction_NotReceived")
      .withArgs(asset, BUDGET, BUDGET - BUDGET / 10_000n);
    await hostile.setFee(0);
    await hostile.setLying(true);
    await expect(attempt())
      .to.be.revertedWithCustomError(auction, "OpeningAuction_NotReceived")
      .withArgs(asset, BUDGET, 0);
    await hostile.setLying(false);
    await hostile.setRefusing(true);
    await expect(attempt()).to.be.revertedWithCustomError(auction, "SafeERC20FailedOperation").withArgs(asset);
    expect(await auction.phaseOf(market)).to.equal(Phase.None);
    await hostile.setRefusing(false);
    await attempt();
    expect(await hostile.balanceOf(auction)).to.equal(BUDGET);
  });

  it("given an outcome token as the asset, it should take it by approval or as an operator", async function () {
    const house = await loadFixture(houseFixture);
    const { auction, markets, params, sponsor } = house;
    const parent = await open(house, RATES, { opener: sponsor.address });
    const asset = await markets.getAddress();
    await markets.split(parent, 3n * BUDGET, sponsor);
    const assetId = parent | 1n;
    const market = await create(house, { asset, assetId });
    const opensAt = (await time.latest()) + OPENING;
    await expect(auction.prepare(market, params.context, RATES, B, BUDGET, opensAt))
      .to.be.revertedWithCustomError(markets, "ERC6909InsufficientAllowance")
      .withArgs(await auction.getAddress(), 0, BUDGET, assetId);
    await markets.approve(auction, assetId, BUDGET);
    await auction.prepare(market, params.context, RATES, B, BUDGET, opensAt);
    expect(await markets.balanceOf(auction, assetId)).to.equal(BUDGET);
    expect((await auction.getAuction(market)).assetId).to.equal(assetId);
    await markets.setOperator(auction, true);
    await prepare(house, { asset, assetId, alpha: 1 });
    expect(await markets.balanceOf(auction, assetId)).to.equal(2n * BUDGET);
  });
});
