import { expect } from "chai";
import { network } from "hardhat";

import { moveReference } from "../../sdk/src/math/index.ts";
import { CHILDREN, nodeOf, ORIGINALITY, TARGET, WAD, WEIGHT } from "../utils/rounds.ts";
import { stage, type Stage, sumOf, thousandths } from "../utils/settle.ts";

const connection = await network.create();

const BUDGET = 10_000n * WAD;

/** Opens what was selected and nobody opened; all for the first outcome. */
async function answersOf(d: Stage, round: bigint, kind: bigint): Promise<[bigint, bigint[]][]> {
  const answers: [bigint, bigint[]][] = [];
  for (const index of (await d.split(round, kind, 3)).selected) {
    let market = await d.rounds.marketOf(round, kind, index);
    if (market === 0n) market = await d.openNode(kind, index);
    const { outcomes } = await d.markets.getMarket(market);
    answers.push([market, Array.from({ length: Number(outcomes) }, (_, i) => (i === 0 ? WAD : 0n))]);
  }
  return answers;
}

describe("A whole round", function () {
  it("should go from sponsorship to settlement and leave its weights to the next", async function () {
    const d = await stage(connection);
    const { alice, rounds, registry, jury, money, deployer, pool } = d;
    const round = await d.start(BUDGET);
    await registry.connect(alice).proposeEdge(nodeOf("a"), "new", WAD / 100n, WAD * 1000n);
    const [candidate] = await registry.getCandidates(round, nodeOf("a"));
    const { slotBond, rateBond } = candidate as NonNullable<typeof candidate>;
    await pool.connect(alice).fund(money, 1000n * WAD);

    await d.toTrading();
    await d.openSelections();
    const seedMarket = await rounds.marketOf(round, WEIGHT, 0);
    const originality = await d.openNode(ORIGINALITY, 0);
    await d.openNode(ORIGINALITY, 1);
    await d.openNode(CHILDREN, 0);
    await d.buy(alice, seedMarket, 3, 500n * WAD);
    await d.tokens(alice, ORIGINALITY, 0, 100n * WAD);
    await d.buy(alice, originality, 0, 50n * WAD);

    await d.toSelection();
    await d.draw();
    for (const kind of [ORIGINALITY, CHILDREN]) {
      await rounds.select(kind, 0n);
    }
    await rounds.select(WEIGHT, 0n);
    const estimate = [...(await rounds.getEstimate(seedMarket))];
    const [traded] = await rounds.getEstimate(originality);

    // What was selected is judged: all for the first outcome; markets that nobody opened are opened for it.
    const evaluated: [bigint, bigint[]][] = [[seedMarket, thousandths(100n, 200n, 300n, 400n)]];
    for (const kind of [ORIGINALITY, CHILDREN]) evaluated.push(...(await answersOf(d, round, kind)));
    const isJudged = await rounds.isSelected(round, CHILDREN, 0);
    const isOriginal = await rounds.isSelected(round, ORIGINALITY, 0);
    for (const [market, payouts] of evaluated) await d.judge(market, payouts);
    await d.toSettled();
    for (const [market, payouts] of evaluated) await d.finalize(market, payouts);
    await rounds.settleTarget(round);
    for (const index of [0, 1]) await rounds.settleSeed(round, index);
    if (await rounds.isSelected(round, ORIGINALITY, 2)) await rounds.settleSeed(round, 2);

    // The seeds by the prices, as none was audited; a's originality by the jury, if it was drawn.
    const [seeds, weights] = await registry.childrenAt(round, TARGET);
    expect([...weights]).to.deep.equal(estimate);
    expect([...seeds]).to.deep.equal(["a", "b", "c", "d"].map(nodeOf));
    expect(await registry.originalityAt(round, nodeOf("a"))).to.equal(isOriginal ? WAD : traded);
    const [children, parts] = await registry.childrenAt(round, nodeOf("a"));
    expect(sumOf(parts)).to.equal(WAD);
    expect(children.length).to.equal(4 - Number(isJudged));
    // Judged, it is worth nothing: (a) is slashed and (b) pays the sponsors, 1/c of it; else both come back.
    const slashed = slotBond * BigInt(isJudged);
    await registry.collectSlashed();
    expect(await jury.rewardPot()).to.equal(slashed);
    const charge = slotBond + rateBond - slashed - (await registry.credits(alice));
    expect(charge).to.be.closeTo(rateBond * BigInt(isJudged), 1_000_000n);

    // The sponsor has everything that came back, and the money of funders flows by the new weights.
    const pot = await d.collectAll(round, 4);
    expect(pot).to.be.greaterThan((BUDGET * 9n) / 10n);
    await rounds.withdrawSponsorship(round, deployer);
    expect(await money.balanceOf(rounds)).to.equal(0n);
    await pool.pull(round, money, TARGET, 0);
    expect((await pool.accountOf(round, money, nodeOf("a"))).received).to.equal(1000n * (estimate[0] ?? 0n));

    expect(await d.start(BUDGET)).to.equal(2n);
    // The next round opens at the reference: half of the way, in logarithms, from the import to what the jury has said.
    const [, rates] = await registry.roster(2n, TARGET);
    const verdict = { weights: thousandths(100n, 200n, 300n, 400n), compared: [true, true, true, true] };
    expect([...rates]).to.deep.equal(moveReference(await registry.references(1n, TARGET), verdict));
  });
});
