import { expect } from "chai";

import {
  DEADLINE,
  NO_LIMIT,
  SHARES,
  WAD,
  buy,
  deployedFixture,
  expectClose,
  inventoriesOf,
  loadFixture,
  must,
  open,
  sell,
  toNumber,
} from "../utils/markets.ts";

/**
 * Full sets are bought while b is small and sold while it is large, until the pool's cash is at the lower end of its
 * field: there what was sold of an outcome is below it.
 */
async function lowestCashFixture() {
  const deployment = await deployedFixture();
  const { alice, markets, sponsor, token } = deployment;
  for (const account of [sponsor, alice]) await token.mint(account, 2n ** 110n);
  const market = await open(deployment, [WAD / 2n, WAD / 2n], { b: 1_000_000n });
  const m = markets.connect(alice);
  const big = 2n ** 95n;
  await m.split(market, 10n ** 9n, alice);
  const sets = (amount: bigint) => [buy(0, amount), buy(1, amount)];
  const sellSets = (amount: bigint, times: number) => {
    const pair = [
      markets.interface.encodeFunctionData("split", [market, amount, alice.address]),
      markets.interface.encodeFunctionData("trade", [
        market,
        [sell(0, amount), sell(1, amount)],
        NO_LIMIT,
        DEADLINE,
        alice.address,
      ]),
    ];
    return m.multicall(Array.from({ length: times }, () => pair).flat());
  };
  for (let round = 0; round < 5; ++round) {
    const { b, sum, totalShares } = await markets.getPool(market);
    const room = Math.floor((60 - Math.log(Number(sum) / 1e18)) * 1000);
    await m.trade(market, sets((b * BigInt(room)) / 1000n), NO_LIMIT, DEADLINE, alice);
    await m.join(market, big - totalShares, NO_LIMIT, [], DEADLINE, alice);
    if (round < 4) {
      await sellSets(big, 58);
      await m.exit(market, await markets.balanceOf(alice, market | SHARES), false, 0n, alice);
    }
  }
  // 4 x 58 sets of 2^95 are sold: 24 more leave 2^103 - 256 x 2^95 = 0, and some of it is held back by the room.
  await sellSets(big, 23);
  for (let amount = big; amount > 2n ** 84n; amount /= 2n) {
    const { cash } = await markets.getPool(market);
    if (cash - amount > -(2n ** 103n) + 2n ** 84n) await sellSets(amount, 1);
  }
  return { ...deployment, market };
}

describe("The lower end of a pool's cash", function () {
  it("MK-18 recentring should bring it back, and liquidity should be able to leave", async function () {
    const { alice, market, markets } = await loadFixture(lowestCashFixture);
    const inventories = await inventoriesOf(markets, market);
    const { cash } = await markets.getPool(market);
    expect(cash).to.be.below(-(2n ** 103n) + 2n ** 90n);
    await expect(
      markets.connect(alice).exit(market, await markets.balanceOf(alice, market | SHARES), false, 0n, alice),
    ).to.be.revertedWithCustomError(markets, "Markets_CashOverflow");
    await markets.recentre(market);
    expect(await inventoriesOf(markets, market)).to.deep.equal(inventories);
    expectClose(toNumber((await markets.getPool(market)).cash), toNumber(must(inventories[0])), 1);
    await markets.connect(alice).exit(market, await markets.balanceOf(alice, market | SHARES), false, 0n, alice);
  });
});
