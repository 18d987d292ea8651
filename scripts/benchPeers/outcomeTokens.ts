import type { Address } from "viem";

import { toUnits } from "./prices.ts";
import type { Stage } from "./stage.ts";

export type OutcomeTokens = Awaited<ReturnType<typeof createOutcomeTokens>>;

/**
 * An ERC-20 for each outcome, as Uniswap's pools need them. Who splits money with the Conditional Tokens is given as
 * many of these: to deploy them and to wrap one into the other costs gas, which is left out in favour of Uniswap.
 */
export async function createOutcomeTokens({ viem, approve, router, money }: Stage, n: number) {
  const deploy = () => viem.deployContract("TestToken", ["Outcome", "OUT", 18]);
  const tokens: Awaited<ReturnType<typeof deploy>>[] = [];
  for (let j = 0; j < n; ++j) {
    const token = await deploy();
    await approve(router.address, token);
    tokens.push(token);
  }
  return {
    addresses: tokens.map(({ address }) => address),
    /** Whether the outcome is the first of the two tokens of its pool: the lower address is. */
    isFirst: tokens.map(({ address }) => BigInt(address) < BigInt(money.address)),
    mint: async (account: Address, amount: number) => {
      for (const token of tokens) await token.write.mint([account, toUnits(amount)]);
    },
    balances: (account: Address) => Promise.all(tokens.map((token) => token.read.balanceOf([account]))),
  };
}
