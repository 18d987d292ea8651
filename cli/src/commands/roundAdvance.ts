import type { AnyCall } from "deepfunding";
import { getRoundStatus } from "deepfunding/actions";
import type { RoundStatus } from "deepfunding/rounds";

import { BEACON_OPTIONS, readBeacon } from "../chain/beacon.ts";
import { projectOf, ROUND_OPTIONS, roundOf, seedsOf, whyOf, withProject } from "../chain/round.ts";
import { defineCommand } from "../command.ts";
import { flag } from "../options.ts";
import { renderFacts } from "../output/table.ts";

export const roundAdvance = defineCommand({
  name: "round advance",
  summary: "do what the round needs now and anyone can do",
  notes: [
    "No account has a special part in it: whoever runs this every hour keeps an ecosystem going. Each call is a " +
      "transaction of its own. It ends with 5 if nothing is due, and with 3 if somebody else was faster: run it again.",
    "Where the draw is made by a beacon of drand, it needs the answer of one of drand's servers: `round status` says " +
      "which, and nothing is fetched for you.",
  ],
  scope: "send",
  args: {},
  options: {
    ...ROUND_OPTIONS,
    ...BEACON_OPTIONS,
    all: flag("look again after that, until nothing more is due"),
    optional: flag("do, too, what the round comes to its end without"),
  },
  examples: [
    { line: "deepfunding round advance --dry-run", does: "what would be done" },
    {
      line: "deepfunding round advance --all --yes --keystore keeper.json --password-file password.txt",
      does: "for cron",
    },
  ],
  run: async (context, values) => {
    const { client, progress } = context;
    const beacon = await readBeacon(context, values.beacon);
    const done: Done[] = [];
    for (let isMore = true; isMore;) {
      progress.show("Looking at the round");
      const status = await getRoundStatus(client, { ...roundOf(context, values), beacon });
      const due = dueOf(status, values.optional);
      if (due.length === 0) break;
      const seeds = await seedsOf(context, status.round);
      for (const task of due) {
        const { action, parameters } = task;
        done.push({ action, project: projectOf(task, seeds), parameters, why: await whyOf(context, task) });
      }
      const { mode } = await context.send({ calls: due.map(({ call }) => call), together: false });
      // What was not sent is still due.
      isMore = values.all && mode === "sent";
    }
    return { tasks: done };
  },
  view: ({ tasks }) =>
    tasks.length === 0
      ? NOTHING_DUE
      : renderFacts(tasks.map(({ action, why, project }) => [action, withProject(why, project)])),
  whyNothing: ({ tasks }) => (tasks.length === 0 ? NOTHING_DUE : undefined),
});

const NOTHING_DUE = "Nothing is due that anyone can do; `deepfunding round status` says what comes next.";

type Task = RoundStatus["tasks"][number];
type Due = Pick<Task, "action" | "parameters" | "why"> & { readonly call: AnyCall };
type Done = Omit<Due, "call"> & { readonly project: string | undefined };

/** The tasks that anyone can send as they are. */
function dueOf({ tasks }: RoundStatus, isOptional: boolean): readonly Due[] {
  return tasks
    .filter((task) => task.who === "anyone" && (isOptional || !task.isOptional))
    .flatMap(({ action, parameters, why, call }) => (call === undefined ? [] : [{ action, parameters, why, call }]));
}
