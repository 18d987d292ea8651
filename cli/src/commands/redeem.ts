import { formatId, heldTokens } from "deepfunding";
import { parseRedeemToLogs, redeemToCall } from "deepfunding/actions";
import { isAddressEqual } from "viem";

import { findPositions } from "../chain/positions.ts";
import { defineCommand } from "../command.ts";
import { WHOLE } from "../kinds.ts";
import { optional } from "../options.ts";
import { formatAmount, formatMoney } from "../output/format.ts";
import { renderTable } from "../output/table.ts";

export const redeem = defineCommand({
  name: "redeem",
  summary: "turn tokens and shares of resolved markets into money",
  notes: ["Goes through nested markets to the money at the bottom, in one transaction. What pays nothing stays."],
  scope: "send",
  args: {},
  options: { round: optional(WHOLE, "number of the round; else all of them") },
  examples: [{ line: "deepfunding redeem --keystore key.json", does: "all that you can" }],
  run: async (context, { round }) => {
    const { account, addressOf } = context;
    const { positions, totals } = await findPositions(context, account, round);
    const payable = positions.filter(({ redeemable = 0n }) => redeemable > 0n);
    const [{ symbol, decimals } = { symbol: "", decimals: 18 }] = totals;
    // What is worth something, and pays nothing yet.
    const waiting = positions
      .filter(({ redeemable, markValue }) => redeemable === undefined && markValue > 0n)
      .map(({ market, title, markValue }) => ({
        market: formatId(market),
        project: title,
        amount: markValue,
        reason: "the market is not resolved yet; the amount is what it is marked at",
      }));
    const data = {
      symbol,
      decimals,
      waiting,
      markets: payable.map(({ market, title, redeemable = 0n }) => ({ market: formatId(market), title, redeemable })),
    };
    if (payable.length === 0) return { ...data, paid: undefined };
    const markets = addressOf("markets");
    const held = payable.map(({ snapshot }) => heldTokens(snapshot));
    const ids = held.flatMap((each) => each.ids);
    const amounts = held.flatMap((each) => each.amounts);
    const { logs, mode } = await context.send({ calls: [redeemToCall({ markets, ids, amounts, receiver: account })] });
    if (mode !== "sent") return { ...data, paid: undefined };
    // What nested markets pay are tokens of the market below, which then pays for those.
    const nested = payable
      .filter(({ snapshot }) => isAddressEqual(snapshot.asset, markets))
      .map(({ market }) => market);
    const events = parseRedeemToLogs({ logs, markets }).filter(({ args }) => !nested.includes(args.market));
    return { ...data, paid: events.reduce((sum, { args }) => sum + args.payout, 0n) };
  },
  view: ({ markets, symbol, decimals, paid, waiting }) => {
    if (markets.length === 0) {
      const held = waiting.map(({ project, amount }) => [project, formatAmount(amount, decimals)]);
      const said = whyNone(waiting.length);
      return held.length === 0 ? said : `${said}\n\n${renderTable(["waiting", symbol], held)}`;
    }
    const rows = markets.map(({ title, redeemable }) => [title, formatAmount(redeemable, decimals)]);
    const table = renderTable(["", symbol], rows);
    return paid === undefined ? table : `${table}\n\nPaid ${formatMoney(paid, { symbol, decimals })}.`;
  },
  whyNothing: ({ markets, waiting }) => (markets.length === 0 ? whyNone(waiting.length) : undefined),
});

function whyNone(waiting: number): string {
  if (waiting > 0) return `Nothing to redeem yet: ${waiting} of your markets are not resolved.`;
  return "Nothing to redeem: the account has no tokens or shares in markets, or what it has pays nothing.";
}
