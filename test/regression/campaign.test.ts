import { expect } from "chai";

import { WAD, create, deployedFixture, loadFixture, longs, report } from "../utils/markets.ts";

/**
 * What the campaign (`npm run fuzz`) found, as the shortest sequence of calls that shows it; the seed is only for the
 * record, as it names another sequence once the handlers change. What earlier adversaries found is kept in
 * test/integration/attacks.test.ts, cash.test.ts and roundAttacks.test.ts.
 */
describe("Found by the campaign", function () {
  it("seeds 2016, 2220, 2285: MK-2 should be an inequality once tokens were burnt for nothing, to nobody's loss", async function () {
    const deployment = await loadFixture(deployedFixture);
    const { alice, bob, markets } = deployment;
    const parent = await create(deployment, { outcomes: 2 });
    const child = await create(deployment, { asset: await markets.getAddress(), assetId: parent, outcomes: 2 });
    for (const account of [alice, bob]) {
      await markets.connect(account).split(parent, 100n, account);
      await markets.connect(account).split(child, 100n, account);
    }
    await report(deployment, parent, [0n, WAD]);
    // Alice's tokens of the child, which nobody has resolved, go for nothing: the asset pays nothing.
    await markets.connect(alice).redeemTo(longs(child, 2), [100n, 100n], alice);
    expect((await markets.getMarket(child)).pot).to.equal(200n);
    expect(await markets.balanceOf(bob, child)).to.equal(100n);
    // The pot has more than its tokens are owed, and what Bob has is still covered.
    await markets.connect(bob).merge(child, 100n, bob);
    expect((await markets.getMarket(child)).pot).to.equal(100n);
    expect(await markets.balanceOf(bob, parent)).to.equal(100n);
    await markets.connect(bob).redeemTo(longs(parent, 2), [100n, 100n], bob);
    expect((await markets.getMarket(parent)).pot).to.equal(100n);
  });
});
