import { encodeFunctionData, parseEventLogs, zeroAddress, type Address } from "viem";

import { fixedProductAbi as abi, fixedProductFactoryAbi } from "./abis.ts";
import { createCondition } from "./conditionalTokens.ts";
import { balancesFor, fixedProductPrices, planPurchases } from "./fixedProductMath.ts";
import type { Maker } from "./job.ts";
import { at, fromUnits, toUnits } from "./prices.ts";
import type { Stage } from "./stage.ts";

/** 0.3% of what is paid. */
const FEE = 0.003;

/** The fixed-product market maker of Gnosis, as deep as {@link balancesFor} says. A weight vector is n - 1 purchases. */
export async function createFixedProduct(stage: Stage, opening: readonly number[], b: number): Promise<Maker> {
  const { client, accounts, execute, spend, approve, fixedProductFactory, conditionalTokens, money } = stage;
  const condition = await createCondition(stage, opening.length, 3);
  let maker: Address = zeroAddress;

  const readBalances = async (account: Address) => (await condition.balances(account)).map(fromUnits);
  const readPrices = async () => fixedProductPrices(await readBalances(maker));
  const pay = (account: Address, outcome: number, payment: number) => {
    const args = [toUnits(payment / (1 - FEE)), BigInt(outcome), 0n] as const;
    return spend(account, maker, encodeFunctionData({ abi, functionName: "buy", args }));
  };
  const create = async () => {
    const args = [conditionalTokens, money.address, [condition.id], toUnits(FEE)] as const;
    const data = encodeFunctionData({
      abi: fixedProductFactoryAbi,
      functionName: "createFixedProductMarketMaker",
      args,
    });
    const { logs, gasUsed } = await execute(accounts.sponsor, fixedProductFactory, data);
    const [created] = parseEventLogs({ abi: fixedProductFactoryAbi, logs });
    maker = created?.args.fixedProductMarketMaker ?? zeroAddress;
    await approve(maker);
    return Number(gasUsed);
  };

  return {
    name: "Gnosis fixed product",
    open: async () => {
      const [prepared, created] = [await condition.prepare(), await create()];
      const balances = balancesFor(opening, b).map(toUnits);
      const most = balances.reduce((a, x) => (x > a ? x : a));
      const data = encodeFunctionData({ abi, functionName: "addFunding", args: [most, balances] });
      return [prepared, created, await spend(accounts.sponsor, maker, data)];
    },
    returned: () => readBalances(accounts.sponsor),
    prices: readPrices,
    impacts: async () => {
      const before = await readPrices();
      const probe = b / 10_000;
      const quote = async (outcome: number, payment: number) => {
        const args = [toUnits(payment / (1 - FEE)), BigInt(outcome)] as const;
        return fromUnits(await client.readContract({ address: maker, abi, functionName: "calcBuyAmount", args }));
      };
      return Promise.all(
        before.map(async (price, j) => {
          const bought = await quote(j, price * probe);
          return (2 * ((price * probe) / bought - price)) / bought;
        }),
      );
    },
    // What is bought is for about `amount` tokens; gas does not depend on how many.
    buy: async (account, outcome, amount) => [await pay(account, outcome, at(await readPrices(), outcome) * amount)],
    move: async (account, targets) => {
      const spent: number[] = [];
      for (const { outcome, payment } of planPurchases(await readBalances(maker), targets)) {
        spent.push(await pay(account, outcome, payment));
      }
      return spent;
    },
  };
}
