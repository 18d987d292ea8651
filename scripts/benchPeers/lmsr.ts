import { encodeFunctionData, parseEventLogs, zeroAddress, type Address, type Hex } from "viem";

import { lmsrAbi as abi, lmsrFactoryAbi } from "./abis.ts";
import { createCondition } from "./conditionalTokens.ts";
import type { Maker } from "./job.ts";
import { fromUnits, purchases, toUnits } from "./prices.ts";
import type { Stage } from "./stage.ts";

/** 0.3% of what a trade costs, in WAD. */
const FEE = 3n * 10n ** 15n;
/** Prices of the peer have 64 binary places. */
const ONE = 2 ** 64;

/**
 * Creates an LMSR of Gnosis, opened by the sponsor at equal prices, and approves it.
 *
 * @param conditionId Condition whose outcomes it sells; prepared.
 * @param funding What the sponsor pays, in units: b is that divided by ln n.
 * @param fee On what a trade costs, in WAD.
 * @returns Where it is, and the gas that it took.
 */
export async function openLmsr(stage: Stage, conditionId: Hex, funding: bigint, fee: bigint) {
  const { accounts, execute, approve, lmsrFactory: factory, conditionalTokens, money } = stage;
  const args = [conditionalTokens, money.address, [conditionId], fee, zeroAddress, funding] as const;
  const data = encodeFunctionData({ abi: lmsrFactoryAbi, functionName: "createLMSRMarketMaker", args });
  const { logs, gasUsed } = await execute(accounts.sponsor, factory, data);
  const [created] = parseEventLogs({ abi: lmsrFactoryAbi, logs });
  if (!created) throw new Error("The factory made nothing.");
  const maker = created.args.lmsrMarketMaker;
  await approve(maker);
  return { maker, gas: Number(gasUsed) };
}

/**
 * The LMSR of Gnosis. It opens at equal prices with `funding = b ln n`; the sponsor then buys what takes the prices to
 * the opening's, `b ln(1 / min p)` in all, as much as ours takes.
 */
export async function createLmsr(stage: Stage, opening: readonly number[], b: number): Promise<Maker> {
  const { client, accounts, spend } = stage;
  const n = opening.length;
  const condition = await createCondition(stage, n, 2);
  let maker: Address = zeroAddress;

  const trade = (account: Address, amounts: readonly number[]) => {
    const args = [amounts.map(toUnits), 0n] as const;
    return spend(account, maker, encodeFunctionData({ abi, functionName: "trade", args }));
  };
  const readPrices = () =>
    Promise.all(
      opening.map(async (_, j) => {
        const price = client.readContract({ address: maker, abi, functionName: "calcMarginalPrice", args: [j] });
        return Number(await price) / ONE;
      }),
    );
  const single = (outcome: number, amount: number) => opening.map((_, j) => (j === outcome ? amount : 0));

  return {
    name: "Gnosis LMSR",
    open: async () => {
      const prepared = await condition.prepare();
      const opened = await openLmsr(stage, condition.id, toUnits(b * Math.log(n)), FEE);
      maker = opened.maker;
      const equal = opening.map(() => 1 / n);
      return [prepared, opened.gas, await trade(accounts.sponsor, purchases(equal, opening, b))];
    },
    returned: async () => (await condition.balances(accounts.sponsor)).map(fromUnits),
    prices: readPrices,
    impacts: async () => {
      const probe = b / 10_000;
      const before = await readPrices();
      const quote = async (outcome: number) => {
        const args = [single(outcome, probe).map(toUnits)] as const;
        return fromUnits(await client.readContract({ address: maker, abi, functionName: "calcNetCost", args }));
      };
      return Promise.all(before.map(async (price, j) => (2 * ((await quote(j)) / probe - price)) / probe));
    },
    buy: async (account, outcome, amount) => [await trade(account, single(outcome, amount))],
    move: async (account, targets) => [await trade(account, purchases(await readPrices(), targets, b))],
  };
}
