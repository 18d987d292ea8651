import { expect } from "chai";
import { network } from "hardhat";
import { maxUint256 } from "viem";

import { HistoryStartError } from "../../sdk/src/errors/index.ts";
import { samplePrices, twap } from "../../sdk/src/history/index.ts";
import { longId } from "../../sdk/src/ids.ts";
import type { Order } from "../../sdk/src/math/index.ts";
import { generator } from "../utils/random.ts";
import { createMarketOf, DAY, deployPool, PRICES, USD, WAD } from "../utils/sdk.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;
const DEADLINE = 10n ** 12n;

type Fixture = Awaited<ReturnType<typeof poolFixture>>;

async function poolFixture() {
  return deployPool(connection, { feeRate: 1_000_000n, alpha: 100_000n, twapWindow: DAY / 2n });
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Every kind of change to a pool, in one history. */
async function play(d: Fixture, market: bigint, outcomes: number, seed: number) {
  const { mined, trader, other, sponsor } = d;
  const below = generator(seed);
  const receiver = trader.account.address;
  const buy = async (orders: readonly Order[]) =>
    mined(await trader.trade({ market, orders, maxCost: maxUint256 >> 1n, deadline: DEADLINE, receiver }));
  await mined(await trader.split({ market, amount: 5000n * USD, receiver }));
  if (outcomes > 2) {
    for (let outcome = 0; outcome < outcomes; ++outcome) {
      await mined(await trader.splitPair({ market, outcome, amount: 1000n * USD, receiver }));
    }
  }
  await mined(await sponsor.addReserve({ market, amount: 300n * USD }));
  for (let step = 0; step < 24; ++step) {
    await time.increase(600 + below(1200));
    const chosen = Array.from({ length: outcomes }, (_, outcome) => outcome).filter(() => below(2) === 1);
    const orders = (chosen.length === 0 ? [below(outcomes)] : chosen).map((outcome) => {
      const amount = BigInt(1 + below(300_000_000)) * (below(2) === 1 ? 1n : -1n);
      return { outcome, short: below(2) === 1, amount };
    });
    await buy(orders);
    const shares = BigInt(1 + below(50)) * USD;
    if (step % 5 === 1) {
      const join = { market, shares, maxAssets: 10n ** 12n, minLongs: [], deadline: DEADLINE };
      await mined(await other.join({ ...join, receiver: other.account.address }));
    }
    if (step % 5 === 3) {
      const exit = { market, shares: shares / 10n + 1n, founding: false, minAssets: 0n };
      await mined(await other.exit({ ...exit, receiver: other.account.address }));
    }
    if (step % 7 === 4) await mined(await trader.recentre({ market }));
  }
}

describe("The SDK's price history", function () {
  for (const outcomes of [3, 2]) {
    it(`should equal the pool after every event, to the unit, with ${outcomes} outcomes`, async function () {
      const d = await networkHelpers.loadFixture(poolFixture);
      let { market } = d;
      if (outcomes === 2) {
        market = await createMarketOf(d, { outcomes, feeRate: 1_000_000n, alpha: 100_000n, twapWindow: DAY / 2n });
        const prices = [WAD / 4n, WAD - WAD / 4n];
        await d.mined(
          await d.sponsor.openPool({ market, prices, b: 1000n * USD, receiver: d.sponsor.account.address }),
        );
      }
      await play(d, market, outcomes, 7 + outcomes);
      const history = await d.client.getPriceHistory({ market, maxBlockRange: 7n });
      expect(history.points.filter(({ change }) => change === "trade")).to.have.length(24);
      expect(new Set(history.points.map(({ change }) => change)).size).to.equal(5);
      for (const point of history.points) {
        const { pool } = await d.client.getSnapshot({ market, blockNumber: point.blockNumber });
        expect(point.prices).to.deep.equal(pool?.prices);
        expect(point.pool).to.deep.equal(pool?.pool);
      }
      // The contract's own TWAP, and prices at regular moments.
      await time.increase(DAY);
      const { twap: onchain, closesAt, twapWindow } = { ...(await snapshotOf(d, market)) };
      expect(twap(history, { from: closesAt - twapWindow, to: closesAt })).to.deep.equal(onchain);
      const samples = samplePrices(history, 3600n);
      expect(samples[0]?.prices).to.deep.equal(history.start.prices);
      expect(samples.length).to.be.greaterThan(5);
    });
  }

  it("should start in the middle with an archive node, and say so without", async function () {
    const d = await networkHelpers.loadFixture(poolFixture);
    const { market, markets } = d;
    await play(d, market, 3, 5);
    const whole = await d.client.getPriceHistory({ market });
    const middle = whole.points[20];
    if (!middle) throw new Error("The history is too short.");
    const fromBlock = middle.blockNumber + 1n;
    const part = await d.client.getPriceHistory({ market, fromBlock });
    expect(part.isWhole).to.equal(false);
    expect(part.points).to.deep.equal(whole.points.slice(21));
    expect(part.start.pool).to.deep.equal(middle.pool);
    const { getPriceHistory } = await import("../../sdk/src/actions/index.ts");
    expect(await failureOf(getPriceHistory(d.client, { markets, market, fromBlock }))).to.be.instanceOf(
      HistoryStartError,
    );
  });
});

async function snapshotOf({ client }: Fixture, market: bigint) {
  const { pool, closesAt, twapWindow } = await client.getSnapshot({ market });
  return { twap: pool?.twap, closesAt, twapWindow };
}

void longId;
void PRICES;
