/** Small charts as SVG: text and lines that follow the reader's light or dark mode, and look the same for a seed. */
import { COLOURS, DASHES, escapeXml, renderSvg, type Drawing } from "./svg.ts";

/** A mark at a place on an axis. */
export type Tick = { readonly at: number; readonly label: string };

/** An axis: what is on it, with its unit, and its marks; the first and the last are its ends unless data goes on. */
export type Axis = { readonly label: string; readonly log?: boolean; readonly ticks: readonly Tick[] };

/** A line through points, a line alone, or a cloud of points. */
export type Series = {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly kind: "line" | "curve" | "dots";
};

export type Chart = {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
};

const WIDTH = 800;
const HEIGHT = 420;
const [LEFT, RIGHT, TOP, BOTTOM] = [70, 230, 44, 60];

/** Returns about five round marks from 0, or from below the least value, to above the greatest. */
export function linearTicks(values: readonly number[], format: (value: number) => string = String): Tick[] {
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const rough = (most - least || 1) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10);
  // A value just below 0 is worth no mark of its own.
  const [first, last] = [Math.floor(least / step + 0.1), Math.ceil(most / step)];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = Number(((first + i) * step).toPrecision(12));
    return { at, label: format(at) };
  });
}

/** Renders a chart as a file. @throws {RangeError} when a logarithmic axis has a value that is not positive. */
export function renderChart(chart: Chart): string {
  return renderSvg(drawChart(chart));
}

/** Draws a chart. @throws {RangeError} when a logarithmic axis has a value that is not positive. */
export function drawChart({ title, x, y, series }: Chart): Drawing {
  const points = series.flatMap((one) => one.points);
  const toX = scaleOf(x, points.map(([value]) => value), LEFT, WIDTH - RIGHT); // prettier-ignore
  const toY = scaleOf(y, points.map(([, value]) => value), HEIGHT - BOTTOM, TOP); // prettier-ignore
  const middle = (LEFT + WIDTH - RIGHT) / 2;
  const body = [
    `  <text class="title" x="${LEFT}" y="26">${escapeXml(title)}</text>`,
    ...x.ticks.flatMap((tick) => gridLine(toX(tick.at), tick.label)),
    ...y.ticks.flatMap((tick) => [
      `  <line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${toY(tick.at)}" y2="${toY(tick.at)}"/>`,
      `  <text x="${LEFT - 8}" y="${toY(tick.at) + 4}" text-anchor="end">${escapeXml(tick.label)}</text>`,
    ]),
    `  <text x="${middle}" y="${HEIGHT - 16}" text-anchor="middle">${escapeXml(x.label)}</text>`,
    `  <text transform="translate(18 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${escapeXml(y.label)}</text>`,
    ...series.flatMap((one, i) => renderSeries(one, i, toX, toY)),
  ];
  return { title, width: WIDTH, height: HEIGHT, body };
}

function gridLine(at: number, label: string): string[] {
  const bottom = HEIGHT - BOTTOM;
  return [
    `  <line class="grid" x1="${at}" x2="${at}" y1="${TOP}" y2="${bottom}"/>`,
    `  <text x="${at}" y="${bottom + 18}" text-anchor="middle">${escapeXml(label)}</text>`,
  ];
}

function renderSeries(
  { name, points, kind }: Series,
  index: number,
  toX: (x: number) => number,
  toY: (y: number) => number,
): string[] {
  const colour = COLOURS[index % COLOURS.length] ?? "";
  const dash = DASHES[index % DASHES.length] ?? "";
  const line = `fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"`;
  const [left, height] = [WIDTH - RIGHT + 14, TOP + 12 + index * 22];
  const key =
    kind !== "dots"
      ? `  <line x1="${left}" x2="${left + 26}" y1="${height}" y2="${height}" ${line}/>`
      : `  <circle cx="${left + 13}" cy="${height}" r="4" fill="${colour}"/>`;
  const drawn = points.map(([x, y]) => [toX(x), toY(y)] as const);
  const path = `  <polyline points="${drawn.map((point) => point.join(",")).join(" ")}" ${line}/>`;
  const dots = drawn.map(([x, y]) => `  <circle cx="${x}" cy="${y}" r="3" fill="${colour}" fill-opacity="0.7"/>`);
  return [
    ...(kind === "dots" ? [] : [path]),
    ...(kind === "curve" ? [] : dots),
    key,
    `  <text x="${left + 34}" y="${height + 4}">${escapeXml(name)}</text>`,
  ];
}

function scaleOf({ ticks, log }: Axis, values: readonly number[], from: number, to: number): (value: number) => number {
  const all = [...values, ...ticks.map(({ at }) => at)];
  if (log && all.some((value) => value <= 0)) throw new RangeError("A logarithmic axis needs positive values.");
  const position = log ? Math.log : (value: number) => value;
  const [least, most] = [Math.min(...all.map(position)), Math.max(...all.map(position))];
  const length = most - least || 1;
  return (value) => Math.round((from + ((position(value) - least) / length) * (to - from)) * 10) / 10;
}
