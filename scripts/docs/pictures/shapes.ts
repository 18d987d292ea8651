/** Shapes that diagrams are made of; their grey is readable on white and on black. */
import { escapeXml } from "../../utils/svg.ts";

export type Point = readonly [x: number, y: number];

const GREY = "#768390";
const HEAD = 7;

/** A line along points, with a head at the last of them. */
export function arrow(points: readonly Point[], dashed = false): string {
  const [[x, y] = [0, 0], [fromX, fromY] = [0, 0]] = [...points].reverse();
  const length = Math.hypot(x - fromX, y - fromY) || 1;
  const [dx, dy] = [((x - fromX) / length) * HEAD, ((y - fromY) / length) * HEAD];
  const head = [
    [x, y],
    [x - dx - dy / 2, y - dy + dx / 2],
    [x - dx + dy / 2, y - dy - dx / 2],
  ];
  const list = (all: readonly (readonly number[])[]) => all.map((point) => point.join(",")).join(" ");
  const dash = dashed ? ' stroke-dasharray="5 4"' : "";
  return `  <polyline points="${list(points)}" fill="none" stroke="${GREY}" stroke-width="1.5"${dash}/><polygon points="${list(head)}" fill="${GREY}"/>`;
}

/** A box around a name, by its middle. */
export function box([x, y]: Point, [width, height]: readonly [number, number], name: string, colour: string): string {
  return `  <rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="6" fill="${colour}" fill-opacity="0.3" stroke="${colour}"/>${label([x, y + 4], name, "middle")}`;
}

/** A line of text. */
export function label([x, y]: Point, text: string, anchor: "start" | "middle" | "end" = "start"): string {
  return `  <text x="${x}" y="${y}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
}

/** A line without head. */
export function line([x1, y1]: Point, [x2, y2]: Point): string {
  return `  <line class="grid" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
}
