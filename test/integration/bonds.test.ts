import { expect } from "chai";

import {
  connection,
  deployedFixture,
  must,
  networkHelpers,
  NO_LIMIT,
  open,
  report,
  short,
  trade,
} from "../utils/markets.ts";
import { A, deploySealed, LIQUIDITY, outcome, UNIT, WAD } from "../utils/registry.ts";

const RATE = WAD / 64n;

/** a's market with alice's candidate at 1/64, opened at its base rates with the b that its bond was for. */
async function openedFixture() {
  const graph = await deploySealed(connection);
  await graph.registry.connect(graph.alice).proposeEdge(A, "d", RATE, NO_LIMIT);
  const [, rates] = await graph.registry.roster(1, A);
  const markets = await deployedFixture();
  const market = await open(markets, rates, { b: LIQUIDITY.children });
  return { ...markets, graph, market };
}

describe("Bonds and pools", function () {
  for (const [name, worth] of [
    ["worthless", 0n],
    ["worth a third of its rate", RATE / 3n],
    ["worth a little less than its rate", (RATE * 99n) / 100n],
  ] as const) {
    it(`ER-20 selling one's own edge, ${name}, never pays`, async function () {
      const { graph, market, ...deployment } = await networkHelpers.loadFixture(openedFixture);
      const { alice, markets, token } = deployment;
      const weights = [WAD / 2n, WAD / 4n, WAD / 4n - worth, worth];
      const snapshot = await networkHelpers.takeSnapshot();
      const profits: bigint[] = [];
      for (const amount of [UNIT, 4n * UNIT, 64n * UNIT, 700n * UNIT, 7_000n * UNIT]) {
        const before = await token.balanceOf(alice);
        await trade(deployment, alice, market, short(3, amount));
        await report(deployment, market, weights);
        await markets.connect(alice).redeem([market | 259n], [amount], alice);
        profits.push((await token.balanceOf(alice)) - before);
        await snapshot.restore();
      }
      const candidate = must((await graph.registry.getCandidates(1, A))[0]);
      const bond = candidate.slotBond + candidate.rateBond;
      await graph.rounds.settle(1n, A, outcome(weights, { payouts: weights }));
      await graph.rounds.collectCompensation(1n);
      const best = profits.reduce((a, b) => (b > a ? b : a));
      // Without the charge it would pay.
      expect(best).to.be.above(0n);
      expect(bond - (await graph.registry.credits(alice))).to.be.at.least(best);
      expect(await graph.money.balanceOf(graph.rounds)).to.be.at.least(best);
    });
  }
});
