import { encodeFunctionData, type Address } from "viem";

import { floorWeightsFromNumbers } from "../../sdk/src/math/index.ts";
import { DEFAULT_MARKET, TRADING_PERIOD } from "../utils/defaults.ts";
import type { Exchange, Maker } from "./job.ts";
import { fromUnits, purchases, toUnits } from "./prices.ts";
import type { Stage } from "./stage.ts";

/** Far from the end, and with the four bytes of a real deadline. */
const DEADLINE = 4_000_000_000n;
const FIRST_CLOSE = 3_000_000_000;
const NO_LIMIT = 2n ** 255n - 1n;

/** A market of ours. */
export async function createOurs(stage: Stage, opening: readonly number[], b: number): Promise<Maker & Exchange> {
  const { markets, money, accounts, spend } = stage;
  const { abi, address } = markets;
  const n = opening.length;
  const prices = floorWeightsFromNumbers(opening);
  const params = {
    ...DEFAULT_MARKET,
    asset: money.address,
    assetId: 0n,
    resolver: accounts.sponsor,
    opener: accounts.sponsor,
    outcomes: n,
    // Not from the clock: the bytes of times and ids are calldata, and gas is to be the same in every run.
    closesAt: FIRST_CLOSE + n * TRADING_PERIOD,
    context: `0x${"c0".repeat(32)}`,
  } as const;
  const market = await markets.read.computeMarket([accounts.sponsor, params]);

  const readPrices = async () => {
    const [{ sum: total }, outcomes] = await Promise.all([
      markets.read.getPool([market]),
      markets.read.getOutcomes([market]),
    ]);
    return outcomes.map(({ weight }) => Number(weight) / Number(total));
  };
  const trade = async (account: Address, amounts: readonly number[]) => {
    const orders = amounts
      .map((amount, outcome) => ({ outcome, short: false, amount: toUnits(amount) }))
      .filter(({ amount }) => amount > 0n);
    const args = [market, orders, NO_LIMIT, DEADLINE, account] as const;
    return [await spend(account, address, encodeFunctionData({ abi, functionName: "trade", args }))];
  };

  return {
    name: "Markets (ours)",
    open: async () => {
      const create = encodeFunctionData({ abi, functionName: "createMarket", args: [params] });
      const args = [market, prices, toUnits(b), accounts.sponsor] as const;
      const open = encodeFunctionData({ abi, functionName: "openPool", args });
      const both = encodeFunctionData({ abi, functionName: "multicall", args: [[create, open]] });
      return [await spend(accounts.sponsor, address, both)];
    },
    returned: () =>
      Promise.all(
        opening.map(async (_, j) => fromUnits(await markets.read.balanceOf([accounts.sponsor, market | BigInt(j)]))),
      ),
    prices: readPrices,
    impacts: async () => {
      const probe = b / 10_000;
      const before = await readPrices();
      return Promise.all(
        before.map(async (price, outcome) => {
          const order = { outcome, short: false, amount: toUnits(probe) };
          const { cost } = await markets.read.quote([market, [order]]);
          return (2 * (fromUnits(cost) / probe - price)) / probe;
        }),
      );
    },
    buy: (account, outcome, amount) =>
      trade(
        account,
        opening.map((_, j) => (j === outcome ? amount : 0)),
      ),
    move: async (account, targets) => {
      const pool = await markets.read.getPool([market]);
      return trade(account, purchases(await readPrices(), targets, fromUnits(pool.b)));
    },
    split: async (account, amount) => {
      const args = [market, toUnits(amount), account] as const;
      return [await spend(account, address, encodeFunctionData({ abi, functionName: "split", args }))];
    },
    report: async (weights) => {
      const args = [market, weights] as const;
      return [await spend(accounts.sponsor, address, encodeFunctionData({ abi, functionName: "report", args }))];
    },
    redeem: async (account, amount) => {
      const ids = opening.map((_, j) => market | BigInt(j));
      const args = [ids, ids.map(() => toUnits(amount)), account] as const;
      return [await spend(account, address, encodeFunctionData({ abi, functionName: "redeem", args }))];
    },
  };
}
