import { encodeAbiParameters, encodeFunctionData, keccak256, toHex, type Address, type Hex } from "viem";

import { v3FactoryAbi, v3PoolAbi, v4ManagerAbi } from "./abis.ts";
import { createCondition } from "./conditionalTokens.ts";
import type { Maker } from "./job.ts";
import type { OutcomeTokens } from "./outcomeTokens.ts";
import { at, fromUnits, toUnits } from "./prices.ts";
import type { Stage } from "./stage.ts";
import {
  TICK_SPACING,
  fromSqrtPrice,
  liquidityFor,
  outcomeOf,
  ticksFor,
  toSqrtPrice,
  uniswapImpact,
} from "./uniswapMath.ts";

/** 0.3% of what is paid, in 1e-6. */
const FEE = 3000;
/** Limits that no price of an outcome reaches, within those of the pools. */
const [LEAST_SQRT, MOST_SQRT] = [4_295_128_740n, 2n ** 159n];
/** More than any swap takes: the limit of its price ends it. */
const PLENTY = 10n ** 30n;
/** More outcomes than are needed pay for the fee on those that are sold, and for rounding. */
const MARGIN = 1.01;
/** Where v4 keeps its pools, and the liquidity within one. */
const [POOLS_SLOT, LIQUIDITY_OFFSET] = [6n, 3n];

type Pool = { readonly sqrtPrice: bigint; readonly liquidity: bigint };
/** @param amount To pay (positive) or to get (negative), in units. */
type Swap = {
  readonly token: Address;
  readonly zeroForOne: boolean;
  readonly amount: bigint;
  readonly limit: bigint;
};
type Position = {
  readonly token: Address;
  readonly sqrtPrice: bigint;
  readonly lower: number;
  readonly upper: number;
  readonly liquidity: bigint;
};
/** What differs between the versions. The sizes are how many pools fit into a transaction. */
type Version = {
  readonly name: string;
  readonly question: number;
  readonly openings: number;
  readonly swaps: number;
  readonly encodeOpen: (positions: readonly Position[]) => Hex;
  readonly encodeSwap: (swaps: readonly Swap[]) => Promise<Hex>;
  readonly readPool: (token: Address) => Promise<Pool>;
};

/** Uniswap v3: a contract for each pool. */
export function createV3(stage: Stage, tokens: OutcomeTokens, opening: readonly number[], b: number): Maker {
  const { client, router, money, v3Factory } = stage;
  const { abi } = router;
  const poolOf = (token: Address) => {
    const args = [token, money.address, FEE] as const;
    return client.readContract({ address: v3Factory, abi: v3FactoryAbi, functionName: "getPool", args });
  };
  return createUniswap(stage, tokens, opening, b, {
    name: "Uniswap v3",
    question: 4,
    openings: 3,
    swaps: 96,
    encodeOpen: (positions) => encodeFunctionData({ abi, functionName: "openV3", args: [positions] }),
    encodeSwap: async (swaps) => {
      const pools = await Promise.all(swaps.map(({ token }) => poolOf(token)));
      return encodeFunctionData({ abi, functionName: "swapV3", args: [pools, swaps] });
    },
    readPool: async (token) => {
      const read = { address: await poolOf(token), abi: v3PoolAbi } as const;
      const [sqrtPrice] = await client.readContract({ ...read, functionName: "slot0" });
      return { sqrtPrice, liquidity: await client.readContract({ ...read, functionName: "liquidity" }) };
    },
  });
}

/** Uniswap v4: all pools in one contract; the money of all swaps of a call is settled at once. */
export function createV4(stage: Stage, tokens: OutcomeTokens, opening: readonly number[], b: number): Maker {
  const { client, router, money, v4Manager } = stage;
  const { abi } = router;
  const load = (slot: bigint) => {
    const args = [toHex(slot, { size: 32 })] as const;
    return client.readContract({ address: v4Manager, abi: v4ManagerAbi, functionName: "extsload", args });
  };
  return createUniswap(stage, tokens, opening, b, {
    name: "Uniswap v4",
    question: 5,
    openings: 40,
    swaps: 128,
    encodeOpen: (positions) => encodeFunctionData({ abi, functionName: "openV4", args: [positions] }),
    encodeSwap: (swaps) => Promise.resolve(encodeFunctionData({ abi, functionName: "swapV4", args: [swaps] })),
    readPool: async (token) => {
      const slot = slotOf(token, money.address);
      const [state, liquidity] = await Promise.all([load(slot), load(slot + LIQUIDITY_OFFSET)]);
      return { sqrtPrice: BigInt(state) & (2n ** 160n - 1n), liquidity: BigInt(liquidity) };
    },
  });
}

/** The first slot of a pool's state in v4: `keccak256(poolId, 6)`. */
function slotOf(token: Address, money: Address): bigint {
  const [first, other] = BigInt(token) < BigInt(money) ? [token, money] : [money, token];
  const types = ["address", "address", "uint24", "int24", "address"].map((type) => ({ type }));
  const key = [first, other, FEE, TICK_SPACING, `0x${"00".repeat(20)}`];
  const id = keccak256(encodeAbiParameters(types, key));
  return BigInt(keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "uint256" }], [id, POOLS_SLOT])));
}

/**
 * A pool for each outcome against money, as deep as {@link liquidityFor} says at its opening price, with liquidity down
 * to 1e-5 and up to 1. Nothing makes the prices sum to 1. Who sells an outcome splits money first; the sponsor too.
 */
function createUniswap(
  { accounts, spend, router, ...stage }: Stage,
  { addresses, isFirst, mint, balances }: OutcomeTokens,
  opening: readonly number[],
  b: number,
  { name, question, openings, swaps, encodeOpen, encodeSwap, readPool }: Version,
): Maker {
  const condition = createCondition({ accounts, spend, router, ...stage }, opening.length, question);
  let returned: readonly number[] = [];
  const first = (j: number) => at(isFirst, j);
  const readPools = () => Promise.all(addresses.map(readPool));
  const priceOf = ({ sqrtPrice }: Pool, j: number) => fromSqrtPrice(sqrtPrice, first(j));

  const split = async (account: Address, amount: number) => {
    const gas = await (await condition).split(account, toUnits(amount));
    await mint(account, amount);
    return gas;
  };
  /** One transaction for each `size` of them. */
  const inBatches = async <T>(
    account: Address,
    items: readonly T[],
    size: number,
    encode: (batch: T[]) => Promise<Hex>,
  ) => {
    const spent: number[] = [];
    for (let from = 0; from < items.length; from += size) {
      const data = await encode(items.slice(from, from + size));
      spent.push(await spend(account, router.address, data));
    }
    return spent;
  };
  const swap = (account: Address, list: readonly Swap[]) => inBatches(account, list, swaps, encodeSwap);

  return {
    name,
    open: async () => {
      const prepared = await (await condition).prepare();
      const before = await balances(accounts.sponsor);
      const positions = opening.map((price, j) => ({
        token: at(addresses, j),
        sqrtPrice: toSqrtPrice(price, first(j)),
        ...ticksFor(first(j)),
        liquidity: toUnits(liquidityFor(price, b)),
      }));
      const needed = opening.map((price) => outcomeOf(price, liquidityFor(price, b)));
      const sets = await split(accounts.sponsor, Math.max(...needed) + 1e-6);
      const opened = await inBatches(accounts.sponsor, positions, openings, (batch) =>
        Promise.resolve(encodeOpen(batch)),
      );
      const after = await balances(accounts.sponsor);
      returned = after.map((balance, j) => fromUnits(balance - at(before, j)));
      return [prepared, sets, ...opened];
    },
    returned: () => Promise.resolve(returned),
    prices: async () => (await readPools()).map(priceOf),
    impacts: async () =>
      (await readPools()).map((pool, j) => uniswapImpact(priceOf(pool, j), fromUnits(pool.liquidity))),
    buy: (account, outcome, amount) => {
      const zeroForOne = !first(outcome);
      const limit = zeroForOne ? LEAST_SQRT : MOST_SQRT;
      return swap(account, [{ token: at(addresses, outcome), zeroForOne, amount: -toUnits(amount), limit }]);
    },
    move: async (account, targets) => {
      const pools = await readPools();
      const list = targets.map((target, j): Swap => {
        // To buy is to give money: the second token if the outcome is the first.
        const buys = target > priceOf(at(pools, j), j);
        const zeroForOne = buys !== first(j);
        return { token: at(addresses, j), zeroForOne, amount: PLENTY, limit: toSqrtPrice(target, first(j)) };
      });
      const sales = pools.map((pool, j) => {
        const liquidity = fromUnits(pool.liquidity);
        return outcomeOf(at(targets, j), liquidity) - outcomeOf(priceOf(pool, j), liquidity);
      });
      return [await split(account, MARGIN * Math.max(...sales)), ...(await swap(account, list))];
    },
  };
}
