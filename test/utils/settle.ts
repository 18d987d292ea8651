import type { NetworkConnection } from "hardhat/types/network";
import { type Hex } from "viem";

import {
  CHILDREN,
  conductorOf,
  deployRounds,
  ORIGINALITY,
  WAD,
  WEIGHT,
  type RoundsDeployment,
  type RoundsOptions,
} from "./rounds.ts";

/** One seed is drawn, one can be paid for: which ones is known as soon as the draw was made. */
export const ONE_DRAWN = [
  { drawn: 0, paid: 1 },
  { drawn: 1, paid: 1 },
  { drawn: 1, paid: 1 },
];

/** Weights in thousandths. */
export const thousandths = (...parts: readonly bigint[]): bigint[] => parts.map((part) => (part * WAD) / 1000n);

export const sumOf = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

type Account = RoundsDeployment["alice"];

export type Stage = Awaited<ReturnType<typeof stage>>;

/** A deployment with what moves its rounds. */
export async function stage(connection: NetworkConnection, options: RoundsOptions = {}) {
  const deployment = await deployRounds(connection, options);
  const conductor = conductorOf(connection, deployment);
  const { markets, rounds, jury, registry, money, registrar } = deployment;
  const { networkHelpers, ethers } = connection;

  const stage = {
    ...deployment,
    ...conductor,
    /** The exact prices of a pool, in WAD, floored. */
    pricesOf: async (market: bigint): Promise<bigint[]> => {
      const { sum } = await markets.getPool(market);
      return (await markets.getOutcomes(market)).map(({ weight }) => (weight * WAD) / sum);
    },
    /** Buys selection tokens of a seed, against their SHORT; the seed's rank among the eligible is its index. */
    tokens: async (trader: Account, kind: bigint, index: number, amount: bigint) => {
      const { market } = await rounds.getSelection(await rounds.current(), kind);
      await markets.connect(trader).splitPair(market, index, amount, trader);
    },
    /** Opens the market of a seed and moves its price: the trader buys `amount` of `outcome`. */
    openAndTrade: async (trader: Account, kind: bigint, index: number, outcome: number, amount: bigint) => {
      const market = await conductor.openNode(kind, index);
      await stage.tokens(trader, kind, index, 3n * amount);
      await conductor.buy(trader, market, outcome, amount);
      return market;
    },
    /** Draws, and selects nobody but the drawn. */
    selectDrawn: async () => {
      await conductor.toSelection();
      await conductor.draw();
      for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) await rounds.select(kind, 0n);
    },
    /** Seeds that are selected, and those that are not, of the eligible ones. */
    split: async (round: bigint, kind: bigint, count: number) => {
      const flags = await Promise.all(Array.from({ length: count }, (_, i) => rounds.isSelected(round, kind, i)));
      const indexes = flags.map((_, i) => i);
      return { selected: indexes.filter((i) => flags[i]), others: indexes.filter((i) => !flags[i]) };
    },
    /** Collects all that there is; what has nothing to collect refuses. */
    collectAll: async (round: bigint, seeds: number) => {
      for (const kind of [WEIGHT, ORIGINALITY, CHILDREN]) {
        for (let index = 0; index < (kind === WEIGHT ? 1 : seeds); index++) {
          if (await isCollectable(rounds.collect, round, kind, index)) await rounds.collect(round, kind, index);
        }
      }
      await rounds.collectCompensation(round);
      return (await rounds.getRound(round)).pot;
    },
    /** Makes an account the maintainer of a node, 14 days later. */
    appoint: async (node: Hex, maintainer: Account) => {
      const types = {
        Attestation: [
          { name: "node", type: "bytes32" },
          { name: "maintainer", type: "address" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
        ],
      };
      const { chainId } = await ethers.provider.getNetwork();
      const domain = { name: "EdgeRegistry", version: "1", chainId, verifyingContract: await registry.getAddress() };
      const nonce = await registry.nonceOf(node);
      const deadline = 2n ** 40n;
      const value = { node, maintainer: maintainer.address, nonce, deadline };
      const signature = await registrar.signTypedData(domain, types, value);
      await registry.attest(node, maintainer, nonce, deadline, signature);
      await networkHelpers.time.increase(await registry.ATTESTATION_DELAY());
    },
    /** What an account has, once it has withdrawn all its credits. */
    worthOf: async (account: Account) => {
      if ((await registry.credits(account)) !== 0n) await registry.withdrawFor(account);
      if ((await jury.credits(account)) !== 0n) await jury.withdrawFor(account);
      return money.balanceOf(account);
    },
    /** Redeems all LONGs and SHORTs of a market that an account has, down to money. */
    redeemAll: async (account: Account, market: bigint) => {
      const { outcomes } = await markets.getMarket(market);
      const all = Array.from({ length: Number(outcomes) }, (_, i) => [market | BigInt(i), market | BigInt(256 + i)]);
      const ids: bigint[] = [];
      const amounts: bigint[] = [];
      for (const id of all.flat().sort((a, b) => (a < b ? -1 : 1))) {
        const balance = await markets.balanceOf(account, id);
        if (balance === 0n) continue;
        ids.push(id);
        amounts.push(balance);
      }
      if (ids.length !== 0) await markets.connect(account).redeemTo(ids, amounts, account);
    },
  };
  return stage;
}

type Collect = {
  readonly staticCall: (round: bigint, kind: bigint, index: number) => Promise<bigint>;
};

/** Whether there is something to collect; any other refusal than "nothing" is an error. */
async function isCollectable(collect: Collect, round: bigint, kind: bigint, index: number): Promise<boolean> {
  try {
    await collect.staticCall(round, kind, index);
    return true;
  } catch (error) {
    if (String(error).includes("Rounds_Nothing")) return false;
    throw error;
  }
}
