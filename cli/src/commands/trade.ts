import { formatId, portfolioCalls } from "deepfunding";
import { parseSplitLogs, parseSplitPairLogs, parseTradeLogs, type ParseTradeLogsReturnType } from "deepfunding/actions";
import { fileJournal } from "deepfunding/delivery/file";

import { defineCommand } from "../command.ts";
import { DURATION, FOLDER } from "../kinds.ts";
import { optional, withDefault } from "../options.ts";
import { formatMoney } from "../output/format.ts";
import { PLAN_ARGS, PLAN_OPTIONS } from "../trading/options.ts";
import { planFromFiles } from "../trading/portfolio.ts";
import { isEmptyPlan, whyEmpty, planData, renderPlan } from "../trading/view.ts";

export const trade = defineCommand({
  name: "trade",
  summary: "trade towards your weights, for at most a budget",
  notes: [
    "Plans as `deepfunding plan` does, shows the plan, and sends it in one transaction: all of its orders or none.",
    "With --journal the transaction is written down before it is sent. The folder stands for one trade: take another for " +
      "the next.",
    "If prices move before it is mined it costs at most the slippage more than planned, and never more than the budget.",
  ],
  scope: "send",
  args: PLAN_ARGS,
  options: {
    ...PLAN_OPTIONS,
    deadline: withDefault(DURATION, "how long the trade may wait to be mined", "10m"),
    journal: optional(
      FOLDER,
      "a folder of this one trade: if the RPC fails, run the same again, nothing is sent twice",
    ),
  },
  examples: [
    { line: "deepfunding trade weights.csv --budget 100 --keystore key.json", does: "with an encrypted key" },
    { line: "deepfunding trade weights.csv --budget 100 --dry-run", does: "only look: whether it works, and the gas" },
    {
      line: "deepfunding trade weights.csv --budget 100 --account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 --unsigned",
      does: "transactions for a hardware wallet",
    },
    {
      line: "deepfunding trade weights.csv --budget 100 --journal monday --yes",
      does: "can be run again until it is done",
    },
  ],
  run: async (context, values) => {
    const journal = values.journal === undefined ? undefined : fileJournal(values.journal);
    const resumed = journal && (await context.resume(journal));
    if (resumed !== undefined)
      return resumedData(parseTradeLogs({ logs: resumed.logs, markets: context.addressOf("markets") }));
    const planned = await planFromFiles(context, values);
    const data = planData(planned);
    if (isEmptyPlan(data)) return { ...data, paid: undefined };
    const { account, addressOf } = context;
    const markets = addressOf("markets");
    const calls = portfolioCalls({ markets, plan: planned.plan, account, deadline: planned.now + values.deadline });
    const { logs, mode } = await context.send({ calls, journal });
    if (mode !== "sent") return { ...data, paid: undefined };
    const money = planned.plan.plans.filter(({ funding }) => funding.kind === "money").map(({ market }) => market);
    const trades = parseTradeLogs({ logs, markets }).filter(({ args }) => money.includes(args.market));
    const splits = [...parseSplitLogs({ logs, markets }), ...parseSplitPairLogs({ logs, markets })];
    const paid = [...trades.map(({ args }) => args.total), ...splits.map(({ args }) => args.amount)];
    return { ...data, paid: paid.reduce((sum, amount) => sum + amount, 0n) };
  },
  view: (result, paper) => {
    if ("resumed" in result) return "The trade of this journal was planned and sent before: nothing is sent twice.";
    const { paid, ...data } = result;
    const plan = renderPlan(data, paper);
    return paid === undefined ? plan : `${plan}\n\nPaid ${formatMoney(paid, data)}.`;
  },
  whyNothing: (result) => ("resumed" in result ? undefined : whyEmpty(result)),
});

/** What a trade that was sent in an earlier run has come to. */
function resumedData(trades: ParseTradeLogsReturnType) {
  return { resumed: true, trades: trades.map(({ args }) => ({ market: formatId(args.market), paid: args.total })) };
}
