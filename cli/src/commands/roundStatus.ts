import { encodeCall, formatTime } from "deepfunding";
import { getRoundStatus, type RoundSchedule } from "deepfunding/actions";
import type { RoundStatus, RoundTask } from "deepfunding/rounds";

import { projectOf, ROUND_OPTIONS, roundOf, seedsOf, whyOf, withProject } from "../chain/round.ts";
import { defineCommand } from "../command.ts";
import { formatDuration } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { joinSaid, renderFacts } from "../output/table.ts";

export const roundStatus = defineCommand({
  name: "round status",
  summary: "show where the round stands, and what can be done now and by whom",
  notes: ["`deepfunding round advance` does what anyone can do."],
  scope: "read",
  args: {},
  options: ROUND_OPTIONS,
  examples: [
    { line: "deepfunding round status", does: "for people" },
    { line: "deepfunding round status --json", does: "with the calls, ready to be sent" },
  ],
  run: async (context, values) => {
    const { tasks, ...status } = await getRoundStatus(context.client, roundOf(context, values));
    const seeds = await seedsOf(context, status.round);
    return {
      ...status,
      tasks: await Promise.all(
        tasks.map(async ({ call, ...task }) => ({
          ...task,
          why: await whyOf(context, task),
          project: projectOf(task, seeds),
          // An ABI says nothing that the encoded call does not.
          call: call && encodeCall(call),
        })),
      ),
    };
  },
  view: ({ round, phase, now, schedule, tasks, next, secondsToNextPhase }, paper) =>
    joinSaid([
      paper.bold(round === 0n ? "No round was started yet" : `Round ${round}: ${phase}`),
      round !== 0n && renderSchedule(schedule, now, paper),
      secondsToNextPhase !== undefined && `The next phase begins in ${formatDuration(secondsToNextPhase)}.`,
      "",
      tasks.length === 0 ? "There is nothing to do now." : renderTasks(tasks, paper),
      next && `\n${renderNext(next, now)}`,
    ]),
});

const PHASES: readonly (readonly [string, keyof RoundSchedule])[] = [
  ["Registration", "registrationAt"],
  ["Opening", "openingAt"],
  ["Trading", "tradingAt"],
  ["Evaluation", "closesAt"],
  ["Challenge", "evaluatedAt"],
  ["Settled", "settlesAt"],
];

function renderSchedule(schedule: RoundSchedule, now: bigint, paper: Paper): string {
  // Without an auction Opening takes no time.
  const phases = PHASES.filter(([, key]) => key !== "openingAt" || schedule.openingAt < schedule.tradingAt);
  const current = phases.findLastIndex(([, key]) => BigInt(schedule[key]) <= now);
  const facts = phases.map(([name, key], i) => {
    const line = `${i === current ? "▶" : " "} ${name}`;
    return [i === current ? paper.good(line) : line, formatTime(BigInt(schedule[key]))] as const;
  });
  return renderFacts(facts);
}

type Shown = Pick<RoundTask, "action" | "who" | "why" | "until" | "isOptional"> & {
  /** The seed that it is about, if it is about one. */
  readonly project: string | undefined;
};

function renderTasks(tasks: readonly Shown[], paper: Paper): string {
  const groups = [
    ["The round needs now", tasks.filter(({ isOptional }) => !isOptional)],
    ["Possible now", tasks.filter(({ isOptional }) => isOptional)],
  ] as const;
  return groups
    .filter(([, shown]) => shown.length > 0)
    .map(([title, shown]) => `${paper.bold(title)}\n${renderFacts(shown.map((task) => renderTask(task, paper)))}`)
    .join("\n\n");
}

function renderTask({ action, who, why, until, project }: Shown, paper: Paper): readonly [string, string] {
  const last = until === undefined ? "" : ` ${paper.dim(`before ${formatTime(until)}`)}`;
  return [`  ${action} (${who})`, `${withProject(why, project)}${last}`];
}

function renderNext({ at, block, what }: NonNullable<RoundStatus["next"]>, now: bigint): string {
  if (at === undefined) return `Next, at block ${block ?? 0n}: ${what}.`;
  return `Next, in ${formatDuration(at - now)} (${formatTime(at)}): ${what}.`;
}
