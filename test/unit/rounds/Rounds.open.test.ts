import { expect } from "chai";
import { network } from "hardhat";
import { encodeAbiParameters, keccak256 } from "viem";

import {
  CHILDREN,
  conductorOf,
  deployRounds,
  node,
  nodeOf,
  ORIGINALITY,
  Phase,
  TARGET,
  WAD,
  WEIGHT,
} from "../../utils/rounds.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { time } = networkHelpers;

function contextOf(round: bigint, kind: bigint, id: `0x${string}`) {
  const types = [{ type: "uint256" }, { type: "uint8" }, { type: "bytes32" }];
  return keccak256(encodeAbiParameters(types, [round, kind, id]));
}

describe("Rounds: opening", function () {
  async function fixture() {
    const deployment = await deployRounds(connection);
    return { ...deployment, ...conductorOf(connection, deployment) };
  }

  async function tradingFixture() {
    const d = await fixture();
    await d.start();
    await d.toTrading();
    return d;
  }

  async function openFixture() {
    const d = await tradingFixture();
    await d.openSelections();
    return d;
  }

  it("RO-6 the seeds should open at the base rates, with the round's terms, resolved by the jury", async function () {
    const { rounds, markets, jury, money } = await networkHelpers.loadFixture(tradingFixture);
    const market = await rounds.openSeeds.staticCall();
    await expect(rounds.openSeeds())
      .to.emit(rounds, "SeedsOpened")
      .withArgs(1n, market, 4n)
      .and.to.emit(markets, "MarketCreated");
    const view = await markets.getMarket(market);
    const { closesAt } = await rounds.scheduleOf(1);
    expect([view.asset, view.assetId, view.resolver, view.outcomes, view.closesAt, view.pooled]).to.deep.equal([
      await money.getAddress(),
      0n,
      await jury.getAddress(),
      4n,
      closesAt,
      true,
    ]);
    const prices = (await markets.getOutcomes(market)).map(({ openingPrice }) => openingPrice);
    expect(prices).to.deep.equal([400n, 300n, 200n, 100n].map((rate) => rate * 10n ** 15n));
    expect((await markets.getPool(market)).b).to.equal(await rounds.liquidityOf(1, WEIGHT));
    expect(await rounds.roundOf(market)).to.equal(1n);
    expect(await rounds.marketOf(1, WEIGHT, 3)).to.equal(market);
    const [event] = await markets.queryFilter(markets.filters.MarketCreated(market));
    expect(event?.args.context).to.equal(contextOf(1n, WEIGHT, TARGET));
  });

  it("only seeds with children should have an originality, only those with two weights of children", async function () {
    const { rounds, markets } = await networkHelpers.loadFixture(openFixture);
    const originality = await rounds.getSelection(1, ORIGINALITY);
    const children = await rounds.getSelection(1, CHILDREN);
    expect([originality.eligible, children.eligible]).to.deep.equal([0b0111n, 0b0011n]);
    expect((await markets.getMarket(originality.market)).outcomes).to.equal(3n);
    expect((await markets.getMarket(children.market)).outcomes).to.equal(2n);
    expect((await markets.getMarket(children.market)).resolver).to.equal(await rounds.getAddress());
    // One unit of money, split once, backs the markets of all.
    const budget = 1500n * WAD;
    for (const rank of [0n, 1n, 2n]) {
      expect(await markets.balanceOf(rounds, originality.market | rank)).to.equal(budget);
    }
    expect(originality.reserve).to.equal(0n);
    await expect(rounds.openNode(ORIGINALITY, 3))
      .to.be.revertedWithCustomError(rounds, "Rounds_NotEligible")
      .withArgs(1n, ORIGINALITY, 3n);
    await expect(rounds.openNode(CHILDREN, 2)).to.be.revertedWithCustomError(rounds, "Rounds_NotEligible");
    await expect(rounds.openNode(CHILDREN, 256)).to.be.revertedWithCustomError(rounds, "Rounds_NotEligible");
    await expect(rounds.openNode(WEIGHT, 0)).to.be.revertedWithCustomError(rounds, "Rounds_NotEligible");
    await expect(rounds.openSelection(WEIGHT)).to.be.revertedWithCustomError(rounds, "Rounds_NotEligible");
  });

  it("a node's market should open in its selection token, by whoever touches it first", async function () {
    const { rounds, markets, bob } = await networkHelpers.loadFixture(openFixture);
    const { market: selection } = await rounds.getSelection(1, CHILDREN);
    const market = await rounds.connect(bob).openNode.staticCall(CHILDREN, 1);
    const b = await rounds.liquidityOf(1, CHILDREN);
    await expect(rounds.connect(bob).openNode(CHILDREN, 1))
      .to.emit(rounds, "NodeOpened")
      .withArgs(1n, CHILDREN, market, 1n, nodeOf("b"), b);
    const view = await markets.getMarket(market);
    expect([view.asset, view.assetId, view.outcomes]).to.deep.equal([await markets.getAddress(), selection | 1n, 2n]);
    const prices = (await markets.getOutcomes(market)).map(({ openingPrice }) => openingPrice);
    expect(prices).to.deep.equal([700n, 300n].map((rate) => rate * 10n ** 15n));
    expect(await rounds.marketOf(1, CHILDREN, 1)).to.equal(market);
    expect(await rounds.roundOf(market)).to.equal(1n);

    const originality = await rounds.openNode.staticCall(ORIGINALITY, 2);
    await rounds.openNode(ORIGINALITY, 2);
    expect((await markets.getOutcomes(originality)).map(({ openingPrice }) => openingPrice)).to.deep.equal([
      WAD / 2n,
      WAD / 2n,
    ]);
  });

  it("nothing should open twice, nor a node before its selection", async function () {
    const { rounds, openSelections, openNode } = await networkHelpers.loadFixture(tradingFixture);
    await expect(rounds.openNode(CHILDREN, 0))
      .to.be.revertedWithCustomError(rounds, "Rounds_NotOpened")
      .withArgs(1n, CHILDREN);
    await openSelections();
    const market = await openNode(CHILDREN, 0);
    for (const [again, kind, id] of [
      [() => rounds.openSeeds(), WEIGHT, await rounds.marketOf(1, WEIGHT, 0)],
      [() => rounds.openSelection(CHILDREN), CHILDREN, (await rounds.getSelection(1, CHILDREN)).market],
      [() => rounds.openNode(CHILDREN, 0), CHILDREN, market],
    ] as const) {
      await expect(again()).to.be.revertedWithCustomError(rounds, "Rounds_AlreadyOpened").withArgs(1n, kind, id);
    }
  });

  it("nobody else should be able to open a pool, or to report a selection", async function () {
    const { rounds, markets, alice } = await networkHelpers.loadFixture(openFixture);
    const { market } = await rounds.getSelection(1, CHILDREN);
    await expect(
      markets.connect(alice).openPool(market, [WAD / 2n, WAD / 2n], WAD, alice),
    ).to.be.revertedWithCustomError(markets, "Markets_NotOpener");
    await expect(markets.connect(alice).report(market, [WAD, 0n])).to.be.revertedWithCustomError(
      markets,
      "Markets_NotResolver",
    );
  });

  it("candidates should be outcomes after the funded, and dilute them", async function () {
    const { rounds, registry, markets, alice, start, toTrading } = await networkHelpers.loadFixture(fixture);
    await start();
    await registry.connect(alice).proposeEdge(TARGET, "e", WAD / 100n, ethers.MaxUint256);
    await registry.connect(alice).proposeEdge(nodeOf("d"), "f", WAD / 64n, ethers.MaxUint256);
    await toTrading();
    await rounds.openSeeds();
    const market = await rounds.marketOf(1, WEIGHT, 0);
    const prices = (await markets.getOutcomes(market)).map(({ openingPrice }) => openingPrice);
    expect(prices).to.deep.equal([396n, 297n, 198n, 99n, 10n].map((rate) => rate * 10n ** 15n));
    // d had no children: now it has UNKNOWN and f.
    await rounds.openSelection(CHILDREN);
    expect((await rounds.getSelection(1, CHILDREN)).eligible).to.equal(0b01011n);
    await rounds.openNode(CHILDREN, 3);
    expect((await rounds.getSelection(1, CHILDREN)).reserve).to.equal(0n);
  });

  it("a lone seed should need no market, and a lone question no selection", async function () {
    const graph = [node("target", 0n, { a: 1000n }), node("a", 300n, { x: 500n, y: 500n })];
    const deployment = await deployRounds(connection, { graph });
    const { rounds, markets, money } = deployment;
    const { start, toTrading, openSelections, openNode } = conductorOf(connection, deployment);
    await start();
    await toTrading();
    await openSelections();
    expect((await rounds.getSelection(1, WEIGHT)).market).to.equal(0n);
    expect((await rounds.getSelection(1, CHILDREN)).market).to.equal(0n);
    const reserve = (await rounds.getSelection(1, CHILDREN)).reserve;
    const market = await openNode(CHILDREN, 0);
    const view = await markets.getMarket(market);
    expect([view.asset, view.assetId]).to.deep.equal([await money.getAddress(), 0n]);
    expect((await rounds.getSelection(1, CHILDREN)).reserve).to.equal(reserve - view.pot);
    expect(await money.balanceOf(markets)).to.equal(view.pot);
  });

  it("late opening: the time before should count at the base rates in the TWAP", async function () {
    const d = await networkHelpers.loadFixture(openFixture);
    const { rounds, markets, alice } = d;
    const { closesAt } = await rounds.scheduleOf(1);
    const { market: selection } = await rounds.getSelection(1, CHILDREN);
    await markets.connect(alice).splitPair(selection, 1, 50_000n * WAD, alice);
    // An hour of a window of two days is left: the price goes far up, the mean moves by at most an hour's part.
    await time.increaseTo(closesAt - 3600n);
    const market = await d.openNode(CHILDREN, 1);
    await d.buy(alice, market, 1, 1000n * WAD);
    const [, { weight } = { weight: 0n }] = await markets.getOutcomes(market);
    expect((weight * WAD) / (await markets.getPool(market)).sum).to.be.greaterThan((97n * WAD) / 100n);
    await d.toEvaluation();
    const [, twap] = await markets.getTwap(market);
    expect(twap).to.be.lessThan((315n * WAD) / 1000n);
  });

  describe("by an opening of its own", function () {
    async function openingFixture() {
      const deployment = await deployRounds(connection, {
        parameters: { openingKinds: 0b101, openingPeriod: 86_400 },
      });
      // The mock takes the place of the auction.
      const mock = await ethers.deployContract("MockOpening", [deployment.markets]);
      const address = await deployment.auction.getAddress();
      await networkHelpers.setCode(address, await ethers.provider.getCode(mock));
      const opening = await ethers.getContractAt("MockOpening", address);
      const conductor = conductorOf(connection, deployment);
      await conductor.start();
      await time.increaseTo((await deployment.rounds.scheduleOf(1)).openingAt);
      return { ...deployment, ...conductor, opening };
    }

    it("should get budget, base rates and time in Opening, and open at its prices", async function () {
      const d = await networkHelpers.loadFixture(openingFixture);
      const { rounds, opening, money } = d;
      await d.openSelections();
      const market = await rounds.marketOf(1, WEIGHT, 0);
      const b = await rounds.liquidityOf(1, WEIGHT);
      const prepared = await opening.preparedOf(market);
      // ln(1 / 0.99e-5) and one b for the sponsor's own bid.
      expect([prepared.b, prepared.left]).to.deep.equal([b, (b * 1253n) / 100n]);
      expect(prepared.opensAt).to.equal((await rounds.scheduleOf(1)).tradingAt);
      expect(await money.balanceOf(opening)).to.equal(prepared.left);
      const nodeMarket = await d.openNode(CHILDREN, 0);
      await expect(rounds.openNode(ORIGINALITY, 0))
        .to.be.revertedWithCustomError(rounds, "Rounds_WrongPhase")
        .withArgs(1n, Phase.Opening);

      await opening.open(market, [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n]);
      await opening.open(nodeMarket, [WAD / 2n, WAD / 4n, WAD / 4n]);
      await d.toEvaluation();
      const refund = (await opening.preparedOf(market)).left;
      await expect(rounds.collect(1, WEIGHT, 0)).to.emit(rounds, "Collected");
      expect((await rounds.getRound(1)).pot).to.be.greaterThanOrEqual(refund);
      expect(await money.balanceOf(opening)).to.equal(0n);
    });

    it("RO-7 what it gives back in selection tokens should be redeemed with the others, once they pay", async function () {
      const d = await networkHelpers.loadFixture(openingFixture);
      const { rounds, markets, opening } = d;
      await d.openSelections();
      const market = await d.openNode(CHILDREN, 0); // and nobody opens its pool
      const { left } = await opening.preparedOf(market);
      const token = (await markets.getMarket(market)).assetId;
      const budget = 2500n * WAD;
      expect(await markets.balanceOf(rounds, token)).to.equal(budget - left);
      await d.toEvaluation();
      // Tokens are no money: as long as nobody knows what they pay, there is nothing to collect.
      await expect(rounds.collect(1, CHILDREN, 0)).to.be.revertedWithCustomError(rounds, "Rounds_Nothing");
      expect(await markets.balanceOf(opening, token)).to.equal(left);
      await d.toChallenge();
      await rounds.fallBackSelection(1, CHILDREN);
      // Two are eligible: each token pays a half, those that come back included.
      await expect(rounds.collect(1, CHILDREN, 0))
        .to.emit(rounds, "Collected")
        .withArgs(1n, CHILDREN, 0n, budget / 2n);
      expect((await rounds.getRound(1)).pot).to.equal(budget / 2n);
    });

    it("if nobody prepared it in time, it should open at the base rates", async function () {
      const d = await networkHelpers.loadFixture(openingFixture);
      const { rounds, markets, opening } = d;
      await d.toTrading();
      await rounds.openSeeds();
      const market = await rounds.marketOf(1, WEIGHT, 0);
      expect((await opening.preparedOf(market)).b).to.equal(0n);
      expect((await markets.getOutcomes(market))[0]?.openingPrice).to.equal((4n * WAD) / 10n);
      await d.toEvaluation();
      await rounds.collect(1, WEIGHT, 0);
    });
  });
});
