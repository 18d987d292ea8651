import type { Sink } from "../io.ts";

/** What writes over other text, turns it around or cannot be seen; and the codes of a paper's styles after an escape. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}](\[(?:1|2|22|31|32|39)m)?/gu;

/**
 * A sink for texts of files, tokens and RPCs, which may have been written to deceive whoever reads them: what moves the
 * cursor or hides text is shown as `\ufffd`, only the styles of a paper pass.
 */
export function printable(sink: Sink): Sink {
  return { ...sink, write: (text) => sink.write(text.replace(INVISIBLE, shown)) };
}

/** Writes what cannot be seen as JSON's escapes; what JSON itself escapes is no longer there. */
export function escapeInvisible(json: string): string {
  return json.replace(INVISIBLE, (found) => found.replace(/^./su, escape));
}

function shown(found: string, style = ""): string {
  return found.startsWith("\u001b") && style !== "" ? found : `\ufffd${style}`;
}

function escape(character: string): string {
  const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
