import { renderTable } from "../../cli/src/output/table.ts";
import { floorOf } from "./floor.ts";
import { JOBS, type Job } from "./job.ts";
import type { Capital, Measured } from "./run.ts";

const OURS = "Markets (ours)";
const FLOOR = "floor";

type Result = { readonly measured: readonly Measured[]; readonly capitals: readonly Capital[] };
type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const jobs = Object.keys(JOBS) as Job[];
const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const countsOf = (measured: readonly Measured[]): number[] => unique(measured.map(({ n }) => n));

/** Two digits of a ratio, three of more than ten. */
const ratio = (value: number): string => `×${value >= 10 ? value.toFixed(0) : value.toFixed(1)}`;
const exact = (gas: number): string => gas.toLocaleString("en");
/** Four digits of millions. */
const short = (gas: number): string => `${(gas / 1e6).toFixed(Math.max(0, 3 - Math.floor(Math.log10(gas / 1e5))))}M`;

/** Ours exactly; a peer's with its ratio to ours, and how many transactions it takes if it is more than one. */
function cell(one: Measured | undefined, ours: Measured | undefined): string {
  if (one === undefined || ours === undefined) return "";
  const transactions = one.transactions === 1 ? "" : `, ${one.transactions} tx`;
  return one === ours
    ? `${exact(one.gas)}${transactions}`
    : `${short(one.gas)} ${ratio(one.gas / ours.gas)}${transactions}`;
}

/** Gas of every job of every system, and the floor, which ours is a multiple of. */
export function tabulateGas({ measured }: Result): Table {
  const counts = countsOf(measured);
  const find = (job: Job, system: string, n: number) =>
    measured.find((one) => one.job === job && one.system === system && one.n === n);
  const rows = jobs.flatMap((job) => {
    const systems = unique(measured.filter((one) => one.job === job).map(({ system }) => system));
    const floors = counts.map((n) => {
      const floor = floorOf(job, n);
      return `${short(floor)}, ours ${ratio((find(job, OURS, n)?.gas ?? NaN) / floor)}`;
    });
    return [
      ...systems.map((system, i) => [
        i === 0 ? JOBS[job] : "",
        system,
        ...counts.map((n) => cell(find(job, system, n), find(job, OURS, n))),
      ]),
      ["", FLOOR, ...floors],
    ];
  });
  return { head: ["job", "by", ...counts.map((n) => `n = ${n}`)], rows };
}

/** What the sponsor pays, and what of it stays in the pool, in b. */
export function tabulateCapital({ capitals, measured }: Result): Table {
  const counts = countsOf(measured);
  const rows = unique(capitals.map(({ system }) => system)).map((system) => [
    system,
    ...counts.map((n) => {
      const one = capitals.find((capital) => capital.system === system && capital.n === n);
      return one === undefined ? "" : `${one.paid.toFixed(2)} / ${one.locked.toFixed(2)}`;
    }),
  ]);
  return { head: ["money paid / locked, in b", ...counts.map((n) => `n = ${n}`)], rows };
}

/** For a terminal. */
export const renderTerminal = ({ head, rows }: Table): string => renderTable(head, rows);
