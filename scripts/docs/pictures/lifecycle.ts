/** A round as a timeline: who does what, and when, by the parameters that a local deployment has. */
import { COLOURS, escapeXml } from "../../utils/svg.ts";
import type { Picture } from "./picture.ts";

/** Lengths, in seconds, by the names of `deploy/parameters/*.json`. */
export type RoundParameters = {
  readonly registration: number;
  readonly openingPeriod?: number | undefined;
  readonly trading: number;
  readonly twapWindow: number;
  readonly auditPeriod: number;
  readonly evaluationPeriod: number;
  readonly challengeWindow: number;
  readonly answerPeriod: number;
};

/** When the phases begin, in days from the start of a round: `Rounds.scheduleOf`. */
export type Timeline = {
  readonly opening: number;
  readonly trading: number;
  readonly window: number;
  readonly closes: number;
  readonly audited: number;
  readonly evaluated: number;
  readonly settles: number;
};

/** Something that people do, from a day to a day; `calls` are the SDK's actions. */
export type Activity = {
  readonly who: string;
  readonly from: number;
  readonly to: number;
  readonly calls: readonly string[];
  readonly text?: string;
};

const DAY = 86_400;

/** The schedule of `Rounds`: a jury that is challenged three times answers until the end of the challenge phase. */
export function timelineOf(parameters: RoundParameters): Timeline {
  const { registration, openingPeriod = 0, trading, twapWindow, auditPeriod, evaluationPeriod } = parameters;
  const closes = registration + openingPeriod + trading;
  const evaluated = closes + evaluationPeriod;
  const settles = evaluated + 3 * (parameters.challengeWindow + parameters.answerPeriod);
  return {
    opening: registration / DAY,
    trading: (registration + openingPeriod) / DAY,
    window: (closes - twapWindow) / DAY,
    closes: closes / DAY,
    audited: (closes + auditPeriod) / DAY,
    evaluated: evaluated / DAY,
    settles: settles / DAY,
  };
}

/** Who does what: the first and the last days stand for the rounds before and after. */
export function activitiesOf(t: Timeline): Activity[] {
  const [before, end] = [-AROUND, t.settles + AROUND];
  const sealed: Activity[] =
    t.trading > t.opening
      ? [{ who: "traders", from: t.opening, to: t.trading, calls: ["commitBid", "revealBid"] }]
      : [];
  return [
    { who: "sponsors", from: before, to: 0, calls: ["sponsor"] },
    { who: "sponsors", from: t.settles, to: end, calls: ["collect"] },
    { who: "proposers", from: 0, to: t.opening, calls: ["proposeEdge", "challengeEdge"] },
    { who: "proposers", from: t.settles, to: end, calls: ["withdrawBonds"] },
    { who: "maintainers", from: 0, to: t.opening, calls: ["declare", "optOut"] },
    { who: "maintainers", from: t.settles, to: end, calls: ["claim"] },
    ...sealed,
    { who: "traders", from: t.trading, to: t.closes, calls: ["openSeeds", "openNode", "trade"] },
    { who: "traders", from: t.window, to: t.closes, calls: [], text: "prices that count" },
    { who: "traders", from: t.settles, to: end, calls: ["redeem"] },
    { who: "jurors", from: t.closes, to: t.evaluated, calls: ["publishBallot"] },
    { who: "jurors", from: t.settles, to: end, calls: ["claimRewards"] },
    { who: "the jurors' Safe", from: t.closes, to: t.evaluated, calls: ["post"] },
    { who: "the jurors' Safe", from: t.evaluated, to: t.settles, calls: ["affirm", "amend"] },
    { who: "anybody", from: before, to: 0, calls: ["startRound"] },
    { who: "anybody", from: t.closes, to: t.audited, calls: ["draw", "requestAudit"] },
    { who: "anybody", from: t.audited, to: t.evaluated, calls: ["selectSeeds"] },
    { who: "anybody", from: t.evaluated, to: t.settles, calls: ["challenge"] },
    { who: "anybody", from: t.evaluated, to: t.settles, calls: ["postVerified"] },
    { who: "anybody", from: t.settles, to: end, calls: ["settleSeed", "pull"] },
    { who: "funders", from: before, to: end, calls: ["fund"], text: "at any time" },
  ];
}

/* DRAWING */

/** Days drawn before the start and after the end. */
const AROUND = 17;
const [WIDTH, LEFT, TOP, ROW, HEAD] = [960, 122, 44, 24, 30];
const LETTER = 6.6;

/** Something drawn in a row: a bar, and its label inside or to the right of it; in pixels. */
export type Bar = {
  readonly activity: Activity;
  readonly row: number;
  readonly x: number;
  readonly width: number;
  readonly label: string;
  /** Where the label begins. */
  readonly labelX: number;
  /** Where whichever of both ends further right does so. */
  readonly end: number;
};

/** Gives every activity a row in which neither its bar nor its label meets another's; rows are those of its people. */
export function placeBars(activities: readonly Activity[], toX: (day: number) => number): Bar[] {
  const people = [...new Set(activities.map(({ who }) => who))];
  const bars: Bar[] = [];
  let first = 0;
  for (const who of people) {
    const ends: number[] = [];
    for (const activity of activities.filter((one) => one.who === who)) {
      const bar = toBar(activity, toX);
      const free = ends.findIndex((end) => end <= Math.min(bar.x, bar.labelX));
      const row = free < 0 ? ends.length : free;
      ends[row] = bar.end;
      bars.push({ ...bar, row: first + row });
    }
    first += ends.length;
  }
  return bars;
}

function toBar(activity: Activity, toX: (day: number) => number): Omit<Bar, "row"> {
  const label = [activity.calls.join(", "), activity.text].filter((part) => part).join(", ");
  const [x, to] = [toX(activity.from), toX(activity.to)];
  const length = label.length * LETTER;
  const fits = length + 10 <= to - x;
  // Beside the bar, on the side where there is room.
  const outside = to + 6 + length <= WIDTH - 6 ? to + 6 : x - 6 - length;
  const labelX = fits ? x + 5 : outside;
  return { activity, x, width: to - x, label, labelX, end: fits ? to : Math.max(to, labelX + length + 6) };
}

/** Draws a round. */
export function drawLifecycle(parameters: RoundParameters): Picture {
  const t = timelineOf(parameters);
  const scale = (WIDTH - LEFT - 10) / (t.settles + 2 * AROUND);
  const toX = (day: number) => Math.round((LEFT + (day + AROUND) * scale) * 10) / 10;
  const phases = phasesOf(t);
  const bars = placeBars(activitiesOf(t), toX);
  const rows = Math.max(...bars.map(({ row }) => row)) + 1;
  const height = TOP + HEAD + rows * ROW + 40;
  const bottom = height - 30;
  const people = [...new Set(bars.map(({ activity }) => activity.who))];
  const colourOf = (who: string) => COLOURS[people.indexOf(who) % COLOURS.length] ?? COLOURS[0];
  const title = "How a round lives: who does what, and when";
  return {
    name: "lifecycle.svg",
    drawing: {
      title,
      description: `A timeline of ${t.settles} days: ${phases.map(({ name, from, to }) => `${name} from day ${from} to ${to}`).join(", ")}; then the round is settled. Every step is open to anyone but those of the jurors' Safe and of maintainers. These are the periods of a local deployment; each ecosystem chooses its own.`,
      width: WIDTH,
      height,
      body: [
        `  <text class="title" x="10" y="26">${title}</text>`,
        ...phases.map(({ name, from, to }) => drawPhase(name, toX(from), toX(to), bottom)),
        `  <text x="${toX(t.settles) + 4}" y="${TOP + 16}">Settled</text>`,
        ...[...new Set(phases.flatMap(({ from, to }) => [from, to]))].map(
          (day) =>
            `  <text x="${toX(day)}" y="${bottom + 18}" text-anchor="middle">${day === 0 ? "day 0" : day}</text>`,
        ),
        ...people.flatMap((who) => drawPeople(who, bars)),
        ...bars.map((bar) => drawBar(bar, colourOf(bar.activity.who))),
      ],
    },
    caption:
      "Every step is open to anyone, but for those of the jurors' Safe and of maintainers. These are the periods of a local deployment, in days; each ecosystem chooses its own.",
    head: ["who", "from day", "to day", "calls"],
    rows: bars.map(({ activity: { who, from, to, calls, text = "" } }) => [
      who,
      from < 0 ? "before" : String(from),
      to > t.settles ? "after" : String(to),
      [...calls, text].filter((part) => part !== "").join(", "),
    ]),
  };
}

function phasesOf(t: Timeline) {
  const all = [
    { name: "Registration", from: 0, to: t.opening },
    { name: "Opening", from: t.opening, to: t.trading },
    { name: "Trading", from: t.trading, to: t.closes },
    { name: "Evaluation", from: t.closes, to: t.evaluated },
    { name: "Challenge", from: t.evaluated, to: t.settles },
  ];
  return all.filter(({ from, to }) => to > from);
}

function drawPhase(name: string, from: number, to: number, bottom: number): string {
  const line = (x: number) => `<line class="grid" x1="${x}" x2="${x}" y1="${TOP}" y2="${bottom}"/>`;
  return `  ${line(from)}${line(to)}<text x="${from + 4}" y="${TOP + 16}">${escapeXml(name)}</text>`;
}

function drawPeople(who: string, bars: readonly Bar[]): string[] {
  const first = Math.min(...bars.filter(({ activity }) => activity.who === who).map(({ row }) => row));
  const y = TOP + HEAD + first * ROW;
  return [
    `  <line class="grid" x1="10" x2="${WIDTH - 10}" y1="${y - 3}" y2="${y - 3}"/>`,
    `  <text x="10" y="${y + 13}">${escapeXml(who)}</text>`,
  ];
}

function drawBar({ row, x, width, label, labelX }: Bar, colour: string): string {
  const y = TOP + HEAD + row * ROW;
  return `  <rect x="${x}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 6}" rx="3" fill="${colour}" fill-opacity="0.3" stroke="${colour}"/><text x="${labelX.toFixed(1)}" y="${y + 13}">${escapeXml(label)}</text>`;
}
