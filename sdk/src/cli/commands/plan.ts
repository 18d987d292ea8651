import { defineCommand } from "../command.ts";
import { PLAN_ARGS, PLAN_OPTIONS, planData, planFromFile, renderPlan } from "../trading.ts";

export const plan = defineCommand({
  name: "plan",
  summary: "show which trades your weights call for, without sending any",
  notes: [
    "Plans the trades with the highest expected profit if your weights are what the jury will say, for at most the " +
      "budget. What you hold is taken into account: pass --account, or a key.",
  ],
  scope: "read",
  args: PLAN_ARGS,
  options: PLAN_OPTIONS,
  examples: [
    { line: "deepfunding plan weights.csv --budget 100", does: "the weights of the current round, for 100 tokens" },
    { line: "deepfunding plan weights.csv --budget 100 --no-shorts --json", does: "with LONGs only, for a program" },
  ],
  run: async (context, values) => planData(await planFromFile(context, values)),
  view: renderPlan,
  isNothing: ({ orders }) => orders.length === 0,
});
