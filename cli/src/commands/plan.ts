import { defineCommand } from "../command.ts";
import { PLAN_ARGS, PLAN_OPTIONS } from "../trading/options.ts";
import { planFromFiles } from "../trading/portfolio.ts";
import { whyEmpty, planData, renderPlan } from "../trading/view.ts";

export const plan = defineCommand({
  name: "plan",
  summary: "show which trades your weights call for, without sending any",
  notes: [
    "Plans the trades with the highest expected profit if your weights are what the jury will say, in all markets that " +
      "your files are about, for at most the budget. What you hold is taken into account: pass --account, or a key.",
    "A market of a project's originality or children is traded in a token that pays if the project is evaluated: money " +
      "is split into those tokens first, once for all projects.",
  ],
  scope: "read",
  args: PLAN_ARGS,
  options: PLAN_OPTIONS,
  examples: [
    {
      line: "deepfunding plan weights.csv --budget 100",
      does: "the weights of the current round, for 100 of its money",
    },
    {
      line: "deepfunding plan weights.csv originality.csv children.csv --budget 1000 --json",
      does: "several markets with one budget, for a program",
    },
    { line: "deepfunding plan weights.csv --budget 100 --fraction 0.5", does: "half the Kelly bet: less risk" },
  ],
  run: async (context, values) => planData(await planFromFiles(context, values)),
  view: renderPlan,
  whyNothing: whyEmpty,
});
