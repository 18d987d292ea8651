import { fundCall, fundEthCall, getFundingPool, parseFundLogs } from "deepfunding/actions";
import { zeroAddress } from "viem";

import { readToken, unitsOf } from "../chain/token.ts";
import { defineCommand } from "../command.ts";
import { AMOUNT, TOKEN } from "../kinds.ts";
import { optional, required } from "../options.ts";
import { formatMoney } from "../output/format.ts";
import { renderFacts } from "../output/table.ts";

export const fund = defineCommand({
  name: "fund",
  summary: "give money to all projects, in proportion to their credit",
  notes: [
    "What arrives belongs to the round that settles next: its weights say who gets how much, and each project passes " +
      "on to its dependencies what is theirs. `deepfunding credit` shows how.",
  ],
  scope: "send",
  args: { amount: required(AMOUNT, "what to give") },
  options: { token: optional(TOKEN, "what to give it in; else the contracts' money") },
  examples: [
    { line: "deepfunding fund 1000 --yes", does: "of the ecosystem's own money" },
    { line: "deepfunding fund 2.5 --token eth --dry-run", does: "ether" },
  ],
  run: async (context, { amount, token: named }) => {
    const { client } = context;
    const fundingPool = context.addressOf("fundingPool");
    const [token, { unsettled: round }] = await Promise.all([
      readToken(client, named ?? context.addressOf("money")),
      getFundingPool(client, { fundingPool }),
    ]);
    const units = unitsOf(amount, token);
    const isEther = token.token === zeroAddress;
    const call = isEther
      ? fundEthCall({ fundingPool, amount: units })
      : fundCall({ fundingPool, token: token.token, amount: units });
    const { logs } = await context.send({ calls: [call] });
    return { round, ...token, amount: units, received: parseFundLogs({ logs, fundingPool })[0]?.args.amount };
  },
  view: ({ round, amount, received, ...token }) =>
    renderFacts([
      [received === undefined ? "To give" : "Given", formatMoney(received ?? amount, token)],
      ["Paid out by", round === undefined ? "no round yet" : `the weights of round ${round}`],
    ]),
});
