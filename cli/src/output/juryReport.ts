import type { JuryReport } from "deepfunding/jury";

import { renderShare } from "./chart.ts";
import { shortName } from "./format.ts";
import type { Paper } from "./paper.ts";
import { joinSaid, renderTable } from "./table.ts";

/** Projects that are most disputed. */
const DISPUTED = 3;

/** Writes what there is to say about a jury for people. @param top How many weights to show. */
export function renderJuryReport(report: JuryReport, top: number, paper: Paper): string {
  const { summary, method } = report;
  const [comparisons, projects, jurors] = [
    counted(summary.comparisons, "comparison"),
    counted(summary.projects, "project"),
    counted(summary.jurors, "juror"),
  ];
  const title = `${comparisons} of ${projects} by ${jurors}`;
  const head = joinSaid([
    `${title}, ${method.loss}`,
    !summary.unique && paper.bad("Other weights fit as well: ask for more comparisons."),
    summary.clipped > 0 && `${counted(summary.clipped, "multiplier")} above ${method.multiplierCap} count as it.`,
  ]);
  const parts: readonly (readonly [title: string, text: string])[] = [
    ["Weights", weightTable(report, top)],
    ["Jurors", jurorTable(report)],
    ["Each juror predicted from the others, by loss", holdOutTable(report)],
    ["Who predicted the jury, the nearest first", rankingTable(report)],
    ["Most disputed", disputedTable(report)],
    ["Ask next", nextTable(report)],
  ];
  const sections = parts.filter(([, text]) => text !== "").map(([name, text]) => `${paper.bold(name)}\n${text}`);
  return [head, ...sections].join("\n\n");
}

/** Groups of projects that nobody has compared with each other, and what to ask to connect them. */
export function renderGroups(
  {
    groups,
    next,
  }: { readonly groups: readonly (readonly string[])[]; readonly next: readonly { a: string; b: string }[] },
  paper: Paper,
): string {
  const most = 5;
  const lines = groups.map((group, i) => {
    const more = group.length > most ? `, … (${group.length})` : "";
    return `  ${i + 1}. ${group.slice(0, most).map(shortName).join(", ")}${more}`;
  });
  const said = `No weights yet: the comparisons fall into ${groups.length} groups of projects that nobody compared with each other.`;
  const asked = next.map(({ a, b }) => `  ${shortName(a)} or ${shortName(b)}`);
  return [paper.bad(said), ...lines, "", paper.bold("Ask next"), ...asked].join("\n");
}

function weightTable({ weights }: JuryReport, top: number): string {
  const sorted = [...weights].sort((a, b) => b.weight - a.weight);
  const most = sorted[0]?.weight ?? 1;
  const rows = sorted
    .slice(0, top)
    .map(({ project, weight }) => [shortName(project), renderShare(weight / most), percent(weight)]);
  return renderTable(["", "", "weight"], rows);
}

function jurorTable({ jurors }: JuryReport): string {
  const rows = jurors.map(({ juror, comparisons, weightShare, rmsResidual, influence }) => [
    juror,
    String(comparisons),
    percent(weightShare),
    rmsResidual.toFixed(2),
    percent(influence),
  ]);
  return renderTable(["", "comparisons", "share", "off by (log)", "moves"], rows);
}

function holdOutTable({ holdOut }: JuryReport): string {
  const rows = holdOut.map(({ loss, ...scores }) => [loss, ...scoreCells(scores), String(scores.predicted)]);
  return renderTable(["", ...SCORE_HEADS, "predicted"], rows);
}

function rankingTable({ ranking }: JuryReport): string {
  const rows = ranking.map(({ rank, name, kind, divergence, ...scores }) => [
    `${rank}. ${kind === "baseline" ? `(${name})` : name}`,
    divergence.toFixed(3),
    ...scoreCells(scores),
    shortName(scores.furthest),
  ]);
  return renderTable(["", "divergence", ...SCORE_HEADS, "furthest on"], rows);
}

function disputedTable({ disagreements }: JuryReport): string {
  const rows = disagreements
    .slice(0, DISPUTED)
    .map(({ project, juryWad, meanAbsoluteDifference }) => [
      shortName(project),
      percent(Number(juryWad) / 1e18),
      percent(meanAbsoluteDifference),
    ]);
  return renderTable(["", "jury", "others differ by"], rows);
}

function nextTable({ next }: JuryReport): string {
  if (next.length === 0) return "";
  const rows = next.map(({ a, b, gain, asked }) => [
    `${shortName(a)} or ${shortName(b)}`,
    gain.toFixed(2),
    String(asked),
  ]);
  return renderTable(["", "gain (nats)", "asked before"], rows);
}

const SCORE_HEADS = ["winners", "Brier", "log error"];

type Scores = Pick<JuryReport["holdOut"][number], "accuracy" | "brier" | "logOddsRmse">;

function scoreCells({ accuracy, brier, logOddsRmse }: Scores): string[] {
  return [accuracy === null ? "" : percent(accuracy), brier?.toFixed(3) ?? "", logOddsRmse?.toFixed(2) ?? ""];
}

/** A number of things: `1 juror`, `2 jurors`. */
function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
