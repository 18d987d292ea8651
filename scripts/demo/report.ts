import { renderBar } from "../../cli/src/output/chart.ts";
import { shortName } from "../../cli/src/output/format.ts";
import { renderTable } from "../../cli/src/output/table.ts";
import type { Round } from "../utils/round.ts";
import type { DemoResult } from "./runDemo.ts";

const BAR = 24;
/** Rows of the longest table. */
const SHOWN = 20;

/** Prints a round for people; `--json` has the exact numbers. */
export function printReport(round: Round, result: DemoResult): void {
  const parts = [
    renderProjects(round, result),
    renderTraders(result),
    renderSponsor(result),
    renderNodeTraders(result),
    renderBonds(result),
    renderRounds(result),
    renderCredit(result),
    renderGas(result),
    renderConservation(result),
  ];
  for (const part of parts.filter((text) => text !== "")) console.log(`\n${part}`);
}

function renderProjects({ projects }: Round, { opening, closing, twap, jury }: DemoResult): string {
  const most = Number(jury.reduce((a, b) => (a > b ? a : b)));
  const order = projects.map((_, i) => i).sort((a, b) => Number((jury[b] ?? 0n) - (jury[a] ?? 0n)));
  const rows = order.map((i) => [
    shortName(projects[i] ?? ""),
    ...[opening, closing, twap, jury].map((weights) => percent(weights[i] ?? 0n)),
    ` ${renderBar(Number(jury[i]) / most, BAR).padEnd(BAR)} ${renderBar(Number(closing[i]) / most, BAR).padEnd(BAR)}`,
  ]);
  const bars = ` ${"jury".padEnd(BAR)} ${"closing".padEnd(BAR)}`;
  return renderTable(["project", "opening", "closing", "TWAP", "jury", bars], rows);
}

function renderTraders({ traders }: DemoResult): string {
  const rows = traders.map(({ name, spent, received, profit }) => [
    name,
    money(spent),
    money(received),
    signed(profit),
  ]);
  return renderTable(["trader", "spent", "received", "profit"], rows);
}

function renderSponsor({ rates, opening, sponsor: { spent, predicted, bound, fees } }: DemoResult): string {
  const auctioned = opening.some((price, i) => price !== rates[i]);
  return [
    `The sponsor paid ${money(spent)} for what the market found out, after ${money(fees)} of fees.`,
    `Predicted: ${money(predicted)} = b (KL(jury‖opening) - KL(jury‖closing)) - fees${auctioned ? " + what its own bid lost" : ""}; at most b KL(jury‖base rates) = ${money(bound)}.`,
  ].join("\n");
}

function renderGas({ gas }: DemoResult): string {
  const rows = Object.entries(gas).map(([step, total]) => [step, total.toLocaleString("en")]);
  return renderTable(["gas of all transactions", "total"], rows);
}

function renderNodeTraders({ nodeTraders }: DemoResult): string {
  if (nodeTraders.length === 0) return "";
  const rows = nodeTraders.map(({ name, kind, spent, received }) => [
    `${name}, ${kind}`,
    money(spent),
    money(received),
    signed(received - spent),
  ]);
  return renderTable(["trader", "spent", "received", "profit"], rows);
}

function renderBonds({ bonds }: DemoResult): string {
  const rows = bonds.map(({ edge, bond, outcome, charge, slashed, returned }) => [
    edge.split(" -> ").map(shortName).join(" → "),
    money(bond),
    outcome,
    money(charge),
    money(slashed),
    money(returned),
  ]);
  return renderTable(["edge", "bond", "outcome", "to sponsors", "slashed", "returned"], rows);
}

function renderRounds({ rounds }: DemoResult): string {
  return rounds
    .map(({ round, budget, returned, opening, final, evaluated }) => {
      const top = [...(final ?? opening)].sort(([, a], [, b]) => Number(b - a)).slice(0, 3);
      const weights = top.map(([repo, weight]) => `${shortName(repo)} ${percent(weight)}`).join(", ");
      const back = returned === undefined ? "it goes on" : `${money(returned)} came back`;
      const judged = evaluated.originality.length + evaluated.children.length;
      const what = final === undefined ? "opened at" : `${judged} questions evaluated; final:`;
      return `Round ${round}: ${money(budget)} from its sponsor, ${back}; ${what} ${weights}, …`;
    })
    .join("\n");
}

function renderCredit({ credit, unknown, assets }: DemoResult): string {
  const decimals: Readonly<Record<string, number>> = { dUSD: 6 };
  const symbols = Object.keys(assets).filter((symbol) => credit.some(({ paid }) => (paid[symbol] ?? 0n) > 0n));
  const rows = credit
    .slice(0, SHOWN)
    .map(({ repo, share, path, others, paid }) => [
      shortName(repo),
      percent(share),
      ...symbols.map((symbol) => (Number(paid[symbol] ?? 0n) / 10 ** (decimals[symbol] ?? 18)).toFixed(4)),
      `  ${path.slice(1).map(shortName).join(" → ")}${others > 0n ? ` and ${others} more` : ""}`,
    ]);
  const rest = credit.length > SHOWN ? `\n… and ${credit.length - SHOWN} projects more.` : "";
  const nobody =
    unknown > 0n ? `\n${percent(unknown)} is for dependencies that nobody listed: it goes to the next round.` : "";
  return `${renderTable(["who got what", "share", ...symbols, "by which path"], rows)}${rest}${nobody}`;
}

function renderConservation({ conservation, assets }: DemoResult): string {
  const { in: paid, out, dust } = conservation;
  return [
    `Conservation of the market of weights, in units of 1e-18: in ${paid} - out ${out} - dust ${dust} = ${paid - out - dust}`,
    "The dust lies in the market's pot: the pool's locked shares, and what payouts were rounded down by.",
    ...Object.entries(assets).map(
      ([symbol, books]) =>
        `Conservation of ${symbol}, over all contracts: in ${books.in} - out ${books.out} - held ${books.held} = ${books.in - books.out - books.held}`,
    ),
  ].join("\n");
}

/** A weight in WAD for people. */
export function percent(weight: bigint): string {
  return `${(Number(weight) / 1e16).toFixed(3)}%`;
}

/** Units for people. */
export function money(units: bigint): string {
  return (Number(units) / 1e18).toFixed(4);
}

function signed(units: bigint): string {
  return `${units > 0n ? "+" : ""}${money(units)}`;
}
