import { expect } from "chai";
import { network } from "hardhat";

import { CHILDREN, conductorOf, deployRounds, nodeOf, ORIGINALITY, TARGET, WAD, WEIGHT } from "../utils/rounds.ts";

const connection = await network.create();
const { networkHelpers } = connection;

describe("A whole round", function () {
  async function fixture() {
    const deployment = await deployRounds(connection);
    return { ...deployment, ...conductorOf(connection, deployment) };
  }

  it("should go from sponsorship to settlement and leave its weights to the next", async function () {
    const d = await networkHelpers.loadFixture(fixture);
    const { alice, markets, rounds, registry, jury, money, deployer } = d;
    const round = await d.start();
    await registry.connect(alice).proposeEdge(nodeOf("a"), "new", WAD / 100n, WAD * 1000n);
    await d.toTrading();
    await d.openSelections();
    const seedMarket = await rounds.marketOf(round, WEIGHT, 0);
    const originality = [await d.openNode(ORIGINALITY, 0), await d.openNode(ORIGINALITY, 1)];
    const children = await d.openNode(CHILDREN, 0);
    await d.buy(alice, seedMarket, 3, 500n * WAD);
    const { market: selection } = await rounds.getSelection(round, ORIGINALITY);
    await markets.connect(alice).splitPair(selection, 0, 100n * WAD, alice);
    await d.buy(alice, originality[0]!, 0, 50n * WAD);

    await d.toSelection();
    await markets.settleVolatility(originality[0]!, [0, 1]);
    await d.draw();
    for (const kind of [ORIGINALITY, CHILDREN]) {
      const drawn = await rounds.drawnOf(round, kind);
      const volatile = kind === ORIGINALITY && (drawn & 1n) === 0n ? 1n : 0n;
      await rounds.select(kind, volatile, 0n);
    }
    await rounds.select(WEIGHT, 0n, 0n);
    const evaluated: [bigint, bigint[]][] = [[seedMarket, [100n, 200n, 300n, 400n].map((w) => w * 10n ** 15n)]];
    for (const [kind, index] of [
      [ORIGINALITY, 0],
      [ORIGINALITY, 1],
      [ORIGINALITY, 2],
      [CHILDREN, 0],
      [CHILDREN, 1],
    ] as const) {
      if (!(await rounds.isSelected(round, kind, index))) continue;
      let market = await rounds.marketOf(round, kind, index);
      if (market === 0n) market = await d.openNode(kind, index);
      const { outcomes } = await markets.getMarket(market);
      const payouts = Array.from({ length: Number(outcomes) }, (_, i) => (i === 0 ? WAD : 0n));
      evaluated.push([market, payouts]);
    }
    for (const [market, payouts] of evaluated) await d.judge(market, payouts);
    await d.toSettled();
    for (const [market, payouts] of evaluated) await d.finalize(market, payouts);
    await rounds.settleTarget(round);
    for (const index of [0, 1]) await rounds.settleSeed(round, index);
    if (await rounds.isSelected(round, ORIGINALITY, 2)) await rounds.settleSeed(round, 2);

    const [, weights] = await registry.childrenAt(round, TARGET);
    expect(weights.reduce((a, b) => a + b)).to.equal(WAD);
    const [seeds] = await registry.childrenAt(round, nodeOf("a"));
    console.log(seeds.length, weights, await registry.originalityAt(round, nodeOf("a")));
    for (const [kind, index] of [
      [WEIGHT, 0],
      [ORIGINALITY, 0],
      [ORIGINALITY, 1],
      [ORIGINALITY, 2],
      [CHILDREN, 0],
      [CHILDREN, 1],
    ] as const) {
      await rounds.collect(round, kind, index).catch((e: Error) => console.log(kind, index, e.message.slice(0, 200)));
    }
    const { pot, budget } = await rounds.getRound(round);
    console.log("pot", pot, "budget", budget);
    await rounds.withdrawSponsorship(round, deployer);
    expect(await money.balanceOf(rounds)).to.equal(0n);
    await d.start();
    expect(await rounds.current()).to.equal(2n);
    console.log(await registry.roster(2n, nodeOf("a")), await jury.rewardPot());
  });
});
