import { GAS_CAP } from "../benchScale/meter.ts";
import { escapeXml } from "../utils/svg.ts";
import { floorOf } from "./floor.ts";
import { JOBS, type Job } from "./job.ts";
import type { Measured } from "./run.ts";

/** Each panel, in pixels, and what its axes take of it. */
const PANEL = { width: 290, height: 230, left: 50, right: 14, top: 30, bottom: 28 } as const;
const COLUMNS = 3;
const FLOOR = "floor";
/** Colours for a light and for a dark page, told apart by the colour-blind too, and by their marks. */
const STYLES: Readonly<Record<string, { readonly light: string; readonly dark: string; readonly mark: string }>> = {
  "Markets (ours)": { light: "#0550ae", dark: "#79c0ff", mark: "M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z" },
  "Gnosis LMSR": { light: "#bc4c00", dark: "#ffa657", mark: "M-3,-3H3V3H-3Z" },
  "Gnosis Conditional Tokens": { light: "#bc4c00", dark: "#ffa657", mark: "M-3,-3H3V3H-3Z" },
  "Gnosis fixed product": { light: "#a0337b", dark: "#f29bd4", mark: "M0,-4L4,3H-4Z" },
  "Uniswap v3": { light: "#00704f", dark: "#56d4a8", mark: "M0,-4L4,0L0,4L-4,0Z" },
  "Uniswap v4": { light: "#7a6400", dark: "#e3c94c", mark: "M0,4L4,-3H-4Z" },
  [FLOOR]: { light: "#656d76", dark: "#9198a1", mark: "" },
};

type Scale = (value: number) => number;
type Series = { readonly name: string; readonly points: readonly { readonly n: number; readonly gas: number }[] };

const round = (x: number): string => x.toFixed(1);
const classOf = (name: string): string => `s${Object.keys(STYLES).indexOf(name)}`;

function text(x: number, y: number, content: string, more = ""): string {
  return `<text x="${round(x)}" y="${round(y)}"${more}>${escapeXml(content)}</text>`;
}

/** A logarithmic scale from `low..high` to `from..to`. */
function scale(low: number, high: number, from: number, to: number): Scale {
  return (value) => from + ((to - from) * Math.log(value / low)) / Math.log(high / low);
}

function seriesOf(job: Job, measured: readonly Measured[]): Series[] {
  const ofJob = measured.filter((one) => one.job === job);
  const systems = [...new Set(ofJob.map(({ system }) => system))];
  const counts = [...new Set(ofJob.map(({ n }) => n))];
  return [
    { name: FLOOR, points: counts.map((n) => ({ n, gas: floorOf(job, n) })) },
    // Ours last, on top of the others.
    ...systems.map((name) => ({ name, points: ofJob.filter(({ system }) => system === name) })).reverse(),
  ];
}

function drawSeries({ name, points }: Series, x: Scale, y: Scale): string {
  const line = points.map(({ n, gas }) => `${round(x(n))},${round(y(gas))}`).join(" ");
  const { mark } = STYLES[name] ?? { mark: "" };
  const marks = points.map(
    ({ n, gas }) => `<path class="m" d="${mark}" transform="translate(${round(x(n))},${round(y(gas))})"/>`,
  );
  return `<g class="${classOf(name)}"><polyline points="${line}"/>${mark === "" ? "" : marks.join("")}</g>`;
}

/** Powers of ten, as people say them. */
function nameOf(gas: number): string {
  if (gas >= 1e9) return `${gas / 1e9}G`;
  return gas >= 1e6 ? `${gas / 1e6}M` : `${gas / 1e3}k`;
}

function drawPanel(job: Job, measured: readonly Measured[], [low, high]: readonly [number, number]): string {
  const series = seriesOf(job, measured);
  const counts = series.flatMap(({ points }) => points.map(({ n }) => n));
  const { width, height, left, right, top, bottom } = PANEL;
  const x = scale(Math.min(...counts), Math.max(...counts), left, width - right);
  const y = scale(low, high, height - bottom, top);
  const lines = [];
  for (let gas = low; gas <= high; gas *= 10) {
    lines.push(`<path class="grid" d="M${left},${round(y(gas))}H${width - right}"/>`);
    lines.push(text(left - 6, y(gas) + 4, nameOf(gas), ' text-anchor="end"'));
  }
  for (const n of new Set(counts)) {
    lines.push(`<path class="grid" d="M${round(x(n))},${top}V${height - bottom}"/>`);
    // 98 and 128 are too close for both to be named.
    if (n !== 98) lines.push(text(x(n), height - bottom + 15, `${n}`, ' text-anchor="middle"'));
  }
  lines.push(`<path class="cap" d="M${left},${round(y(GAS_CAP))}H${width - right}"/>`);
  lines.push(text(left, top - 11, JOBS[job], ' class="title"'));
  return [...lines, ...series.map((one) => drawSeries(one, x, y))].join("\n");
}

function drawLegend(names: readonly string[]): string {
  const { left, top } = PANEL;
  const rows = names.map((name, i) => {
    const y = top + 20 + 22 * i;
    const { mark } = STYLES[name] ?? { mark: "" };
    const line = `<polyline points="${left},${y} ${left + 30},${y}"/>`;
    const point = mark === "" ? "" : `<path class="m" d="${mark}" transform="translate(${left + 15},${y})"/>`;
    return `<g class="${classOf(name)}">${line}${point}</g>${text(left + 40, y + 4, name)}`;
  });
  const y = top + 20 + 22 * names.length;
  const cap = `<path class="cap" d="M${left},${y}h30"/>${text(left + 40, y + 4, "cap of a transaction, 16.8M")}`;
  return [text(left, top - 11, "gas against the number of outcomes", ' class="title"'), ...rows, cap].join("\n");
}

function style(): string {
  const colours = (theme: "light" | "dark") =>
    Object.entries(STYLES)
      .map(([name, colour]) => `.${classOf(name)}{stroke:${colour[theme]};fill:${colour[theme]}}`)
      .join("");
  const ours = classOf("Markets (ours)");
  return `<style>
text{font:11px system-ui,sans-serif;fill:#1f2328}.title{font-weight:600;font-size:12px}
polyline{fill:none;stroke-width:1.5}.m{stroke:none}.${ours} polyline{stroke-width:3}.${classOf(FLOOR)} polyline{stroke-dasharray:1 3}
.grid{stroke:#8c959f;stroke-opacity:.25}.cap{stroke:#cf222e;stroke-dasharray:6 4}
${colours("light")}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.cap{stroke:#ff7b72}${colours("dark")}}
</style>`;
}

/**
 * Draws gas against the number of outcomes, both logarithmic, a panel for each job, as an SVG that is readable on light
 * and dark pages.
 */
export function plotGas(measured: readonly Measured[]): string {
  const jobs = (Object.keys(JOBS) as Job[]).filter((job) => measured.some((one) => one.job === job));
  const all = measured.map(({ gas }) => gas);
  const lowest = Math.min(...measured.map(({ job, n }) => floorOf(job, n)));
  const range = [10 ** Math.floor(Math.log10(lowest)), 10 ** Math.ceil(Math.log10(Math.max(...all)))] as const;
  const systems = Object.keys(STYLES).filter(
    (name) => name === FLOOR || measured.some(({ system }) => system === name),
  );
  const panels = [...jobs.map((job) => drawPanel(job, measured, range)), drawLegend(systems)];
  const place = (i: number) => `${(i % COLUMNS) * PANEL.width},${Math.floor(i / COLUMNS) * PANEL.height}`;
  const groups = panels.map((panel, i) => `<g transform="translate(${place(i)})">\n${panel}\n</g>`);
  const [width, height] = [COLUMNS * PANEL.width, Math.ceil(panels.length / COLUMNS) * PANEL.height];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`;
  return `${[head, "<title>Gas against the number of outcomes, by job</title>", style(), ...groups].join("\n")}\n</svg>\n`;
}
