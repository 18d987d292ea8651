const EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/** Characters of a bar in a table. */
export const BAR_WIDTH = 20;
const HEIGHTS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Draws `share` of `width` characters as a bar; the eighths of the last character are drawn too. */
export function renderBar(share: number, width: number): string {
  const eighths = Math.round(Math.min(Math.max(share, 0), 1) * width * 8);
  return "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
}

/** Draws a share of the largest as a bar in a column of a table. */
export function renderShare(share: number): string {
  return renderBar(share, BAR_WIDTH).padEnd(BAR_WIDTH);
}

/** Draws numbers as a line of columns, the least the lowest; of more than `width` numbers the last of each part. */
export function renderSparkline(values: readonly number[], width: number): string {
  const count = Math.min(values.length, width);
  const drawn = Array.from({ length: count }, (_, i) => values[Math.ceil(((i + 1) * values.length) / count) - 1] ?? 0);
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  const heightOf = (value: number) => (high === low ? 0 : Math.round(((value - low) / (high - low)) * 7));
  return drawn.map((value) => HEIGHTS[heightOf(value)] ?? "").join("");
}
