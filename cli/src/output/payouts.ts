import { renderShare } from "./chart.ts";
import { formatPercent, shortName } from "./format.ts";
import { renderTable } from "./table.ts";

/** What an outcome pays, in WAD. */
export type PayoutRow = { readonly name: string; readonly payout: bigint };

/** Renders what a market's outcomes pay, the most first. */
export function renderPayouts(outcomes: readonly PayoutRow[]): string {
  const sorted = [...outcomes].sort((a, b) => (a.payout === b.payout ? 0 : a.payout < b.payout ? 1 : -1));
  const most = Number(sorted[0]?.payout ?? 1n);
  const rows = sorted.map(({ name, payout }) => [
    shortName(name),
    renderShare(Number(payout) / most),
    formatPercent(payout),
  ]);
  return renderTable(["", "", "payout"], rows);
}
