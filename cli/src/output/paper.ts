/// <reference types="node" />
import { stripVTControlCharacters, styleText } from "node:util";

import type { Io, Sink } from "../io.ts";

type Style = (text: string) => string;

/** What a text is written for: how wide it may be, and how it stresses. */
export type Paper = {
  readonly columns: number;
  readonly bold: Style;
  readonly dim: Style;
  readonly good: Style;
  readonly bad: Style;
};

/** The paper that a sink is: with colours for a terminal, unless `NO_COLOR` says otherwise (no-color.org). */
export function paperOf({ isTerminal, columns }: Sink, env: Io["env"]): Paper {
  const isPlain = !isTerminal || Boolean(env["NO_COLOR"]);
  const styled =
    (format: Parameters<typeof styleText>[0]): Style =>
    (text) =>
      isPlain ? text : styleText(format, text, { validateStream: false });
  return { columns, bold: styled("bold"), dim: styled("dim"), good: styled("green"), bad: styled("red") };
}

/** Characters that a text takes on a terminal. */
export function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
