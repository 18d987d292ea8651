import type { Sink } from "../io.ts";
import { renderBar } from "./chart.ts";

/** How far some work is, for a person who waits. */
export type Progress = {
  /** Shows what is being done; with how much of how much is done, a bar. */
  readonly show: (what: string, done?: number, total?: number) => void;
  /** Takes it off the screen. */
  readonly clear: () => void;
};

const BAR_WIDTH = 24;
const ERASE = "\r\u001b[2K";

/** Shows progress on a terminal, in one line that goes; elsewhere none. */
export function createProgress({ isTerminal, columns, write }: Sink): Progress {
  if (!isTerminal) return { show: () => undefined, clear: () => undefined };
  return {
    show: (what, done, total) => {
      const bar =
        done === undefined || total === undefined || total === 0
          ? ""
          : `${renderBar(done / total, BAR_WIDTH).padEnd(BAR_WIDTH, "░")} ${done}/${total} `;
      write(ERASE + `${bar}${what}`.slice(0, columns - 1));
    },
    clear: () => write(ERASE),
  };
}
