/** The lines of one source that the compiler could count, and those that no test ran. */
export interface FileCoverage {
  readonly file: string;
  readonly lines: number;
  readonly missed: readonly number[];
}

/** Reads a report in lcov's format: of each record the source (SF) and the hits of each line (DA). */
export function parseLcov(text: string): FileCoverage[] {
  return text
    .split("end_of_record")
    .filter((record) => record.includes("SF:"))
    .map((record) => {
      const [, file = ""] = /^SF:(.*)$/m.exec(record) ?? [];
      const hits = [...record.matchAll(/^DA:(\d+),(\d+)/gm)].map(([, line, count]) => ({
        line: Number(line),
        count: Number(count),
      }));
      return { file, lines: hits.length, missed: hits.filter(({ count }) => count === 0).map(({ line }) => line) };
    });
}

/** Returns the share of lines that ran, in percent; 100 where there is nothing to run. */
export function percentOf(files: readonly FileCoverage[]): number {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  return lines === 0 ? 100 : (100 * (lines - missed)) / lines;
}
