import { renderTable } from "../../cli/src/output/table.ts";
import type { Attempt } from "./attempt.ts";
import type { Copying } from "./copying.ts";
import { amount, cells, percent, section, shortName, tokens } from "./format.ts";
import type { CrowdResult, ModeResult } from "./opening.ts";
import type { OrdersResult } from "./simulateOpening.ts";

/** Projects shown: those whose weight the order of arrival decides most. */
const SHOWN = 6;

/** Renders the experiments of the opening for people. */
export function renderOpening(
  { crowds, copying }: OrdersResult,
  attempt: Attempt,
  projects: readonly string[],
  answer: readonly bigint[],
): string {
  const [first] = crowds;
  const parts = crowds.map(renderCrowd);
  if (first) parts.splice(1, 0, renderProjects(first, projects, answer), renderProfits(first));
  return [...parts, renderCopying(copying), renderAttempt(attempt)].join("\n");
}

function renderCrowd({ crowd, b, modes, traders, wrong }: CrowdResult): string {
  const rows = modes.map(({ mode, error, logOdds, cost, profits }) => {
    const last = profits[traders.length - 1];
    const its = wrong === undefined || !last ? [] : [amount(last.median), amount(last.sd)];
    return [
      mode,
      ...cells(error),
      ...[logOdds.median, logOdds.sd].map((value) => value.toFixed(2)),
      ...[cost.median, cost.sd].map(amount),
      ...its,
    ];
  });
  const head = ["", "KL min", "median", "max", "sd", "log-odds", "sd", "sponsor pays", "sd"];
  const says =
    "KL(jury‖final weights) in nats, root mean square error of log-odds, and the sponsor's cost in tokens, over the random orders.";
  return wrong === undefined
    ? section(`${crowd}, b = ${b}`, says, renderTable(head, rows))
    : section(
        `${crowd}, b = ${b}`,
        `${says} KL(jury‖its prediction) is ${Number.isFinite(wrong) ? wrong.toFixed(2) : "infinite"}.`,
        renderTable([...head, "its profit", "sd"], rows),
      );
}

function renderProjects({ modes }: CrowdResult, projects: readonly string[], answer: readonly bigint[]): string {
  const range = (mode: ModeResult | undefined, j: number) =>
    (mode?.weights[j]?.max ?? 0) - (mode?.weights[j]?.min ?? 0);
  const shown = projects
    .map((_, j) => j)
    .sort((a, c) => range(modes[0], c) - range(modes[0], a))
    .slice(0, SHOWN);
  const rows = shown.map((j) => [
    shortName(projects[j] ?? ""),
    percent(Number(answer[j] ?? 0n) / 1e18),
    ...modes.map(({ weights }) => `${percent(weights[j]?.min ?? 0)} – ${percent(weights[j]?.max ?? 0)}`),
  ]);
  return section(
    "Final weights by order of arrival",
    "The least and the greatest final weight of the projects that the order decides most in a pool with one visit each.",
    renderTable(["project", "jury", ...modes.map(({ mode }) => mode)], rows),
  );
}

function renderProfits({ traders, modes }: CrowdResult): string {
  const rows = traders.map((name, i) => [
    name,
    ...modes.map(({ profits }) => `${amount(profits[i]?.median ?? 0)} ± ${amount(profits[i]?.sd ?? 0)}`),
  ]);
  return section(
    "Traders' profits by order of arrival",
    "Median ± standard deviation, in tokens; where the deviation is 0, when somebody came decides nothing.",
    renderTable(["trader", ...modes.map(({ mode }) => mode)], rows),
  );
}

function renderCopying(copying: readonly Copying[]): string {
  const says =
    "Somebody without a prediction copies each trader who earns alone, with as much money, where trades can be seen before they are made. Front-run: trades first on the same prediction, the trader plans anew. Sandwich: buys first and sells after, as much as the trader's limit of 1% more bears.";
  if (copying.length === 0) {
    return section("Copying in the open market", `${says} No trader earns alone at the base rates.`);
  }
  const rows = copying.map(({ victim, alone, frontRun, sandwich, follow }) => [
    victim,
    tokens(alone),
    tokens(frontRun.victim),
    tokens(frontRun.copier),
    tokens(sandwich.victim),
    tokens(sandwich.copier),
    tokens(follow.copier),
  ]);
  const head = ["copied", "alone", "front-run", "its copier", "sandwiched", "its copier", "copier after it"];
  return section("Copying in the open market", `${says} Profits in tokens.`, renderTable(head, rows));
}

function renderAttempt({ victim, tries, deposit, lost, victimGained }: Attempt): string {
  return section(
    "Copying a sealed bid, on the contract",
    `The copier commits to the commitment of ${victim}, all that can be seen of its bid, and once that is revealed`,
    tries.map(({ what, error }) => `- ${what}: ${error}`).join("\n"),
    `It loses ${tokens(lost)} of its deposit of ${tokens(deposit)}; of that ${tokens(victimGained)} full sets go to ${victim}.`,
  );
}
