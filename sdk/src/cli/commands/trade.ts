import { getBlock } from "viem/actions";

import { parseTradeLogs, tradeCall } from "../../actions/markets/trade.ts";
import { abs, min, mulDiv, WAD } from "../../math/rounding.ts";
import { defineCommand } from "../command.ts";
import { DURATION, FRACTION } from "../kinds.ts";
import { withDefault } from "../options.ts";
import { formatAmount } from "../output/format.ts";
import { PLAN_ARGS, PLAN_OPTIONS, planData, planFromFile, renderPlan } from "../trading.ts";

export const trade = defineCommand({
  name: "trade",
  summary: "trade towards your weights, for at most a budget",
  notes: [
    "Plans as `deepfunding plan` does, shows the plan, and sends it as one trade: all of its orders or none.",
    "If prices move before it is mined it costs at most the slippage more than planned, and never more than the budget.",
  ],
  scope: "send",
  args: PLAN_ARGS,
  options: {
    ...PLAN_OPTIONS,
    slippage: withDefault(FRACTION, "how much more than planned the trade may cost", "1%"),
    deadline: withDefault(DURATION, "how long the trade may wait to be mined", "10m"),
  },
  examples: [
    { line: "deepfunding trade weights.csv --budget 100 --keystore key.json", does: "with an encrypted key" },
    {
      line: "deepfunding trade weights.csv --budget 100 --dry-run",
      does: "only look: gas, cost, and whether it works",
    },
    {
      line: "deepfunding trade weights.csv --budget 100 --account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 --unsigned",
      does: "transactions for a hardware wallet",
    },
  ],
  run: async (context, values) => {
    const planned = await planFromFile(context, values);
    const data = planData(planned);
    if (data.orders.length === 0) return { ...data, paid: undefined };
    const { market, plan, budget } = planned;
    const { snapshot } = market;
    const markets = context.addressOf("markets");
    const maxCost = min(budget, plan.total + mulDiv(abs(plan.total), values.slippage, WAD, "Up"));
    const { timestamp } = await getBlock(context.client);
    const call = tradeCall({
      markets,
      market: snapshot.market,
      orders: plan.orders,
      maxCost,
      deadline: timestamp + values.deadline,
      receiver: context.account,
    });
    const { logs } = await context.send({ calls: [call] });
    return { ...data, paid: parseTradeLogs({ logs, markets })[0]?.args.total };
  },
  view: ({ paid, ...data }, paper) => {
    const plan = renderPlan(data, paper);
    return paid === undefined ? plan : `${plan}\nPaid             ${formatAmount(paid, data.decimals)} ${data.symbol}`;
  },
  isNothing: ({ orders }) => orders.length === 0,
});
