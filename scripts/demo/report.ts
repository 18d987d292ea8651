import type { Round } from "../utils/round.ts";
import { renderBar, renderTable } from "../utils/table.ts";
import type { RoundResult } from "./runRound.ts";

const BAR = 24;

/** Prints a round for people; `--json` has the exact numbers. */
export function printReport(round: Round, result: RoundResult): void {
  console.log(`\n${renderProjects(round, result)}`);
  console.log(`\n${renderTraders(result)}`);
  console.log(`\n${renderSponsor(result)}`);
  console.log(`\n${renderGas(result)}`);
  console.log(`\n${renderConservation(result)}`);
}

function renderProjects({ projects }: Round, { opening, closing, twap, jury }: RoundResult): string {
  const most = Number(jury.reduce((a, b) => (a > b ? a : b)));
  const order = projects.map((_, i) => i).sort((a, b) => Number((jury[b] ?? 0n) - (jury[a] ?? 0n)));
  const rows = order.map((i) => [
    (projects[i] ?? "").replace(/^https:\/\/(github\.com\/)?/, ""),
    ...[opening, closing, twap, jury].map((weights) => percent(weights[i] ?? 0n)),
    ` ${renderBar(Number(jury[i]) / most, BAR).padEnd(BAR)} ${renderBar(Number(closing[i]) / most, BAR).padEnd(BAR)}`,
  ]);
  const bars = ` ${"jury".padEnd(BAR)} ${"closing".padEnd(BAR)}`;
  return renderTable(["project", "opening", "closing", "TWAP", "jury", bars], rows);
}

function renderTraders({ traders }: RoundResult): string {
  const rows = traders.map(({ name, spent, received, profit }) => [
    name,
    money(spent),
    money(received),
    signed(profit),
  ]);
  return renderTable(["trader", "spent", "received", "profit"], rows);
}

function renderSponsor({ sponsor: { spent, predicted, bound, fees } }: RoundResult): string {
  return [
    `The sponsor paid ${money(spent)} for what the market found out, after ${money(fees)} of fees.`,
    `Predicted: ${money(predicted)} = b (KL(jury‖opening) - KL(jury‖closing)) - fees; at most b KL(jury‖opening) = ${money(bound)}.`,
  ].join("\n");
}

function renderGas({ gas }: RoundResult): string {
  const rows = Object.entries(gas).map(([step, total]) => [step, total.toLocaleString("en")]);
  return renderTable(["gas of all transactions", "total"], rows);
}

function renderConservation({ conservation }: RoundResult): string {
  const { in: paid, out, dust } = conservation;
  return [
    `Conservation, in units of 1e-18: in ${paid} - out ${out} - dust ${dust} = ${paid - out - dust}`,
    "The dust lies in the market's pot: the pool's locked shares, and what payouts were rounded down by.",
  ].join("\n");
}

function percent(weight: bigint): string {
  return `${(Number(weight) / 1e16).toFixed(3)}%`;
}

function money(units: bigint): string {
  return (Number(units) / 1e18).toFixed(4);
}

function signed(units: bigint): string {
  return `${units > 0n ? "+" : ""}${money(units)}`;
}
