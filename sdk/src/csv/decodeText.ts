import { WrongFileTypeError } from "../errors/csv.ts";

/** What files that are no text begin with, as Latin-1, and what they are. */
const BEGINNINGS: readonly (readonly [start: string, what: string])[] = [
  ["PK\u0003\u0004", "a workbook of a spreadsheet"],
  ["\u00D0\u00CF\u0011\u00E0", "a workbook of an old spreadsheet"],
  ["%PDF", "a PDF"],
  ["\u001F\u008B", "compressed"],
];

/**
 * Decodes a text file as programs save them: UTF-8, or UTF-16 with a byte order mark or recognised by its zeros.
 * @param bytes The whole file.
 * @throws {WrongFileTypeError} when it is no text, or in another encoding.
 */
export function decodeText(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  const [, what] = BEGINNINGS.find(([beginning]) => start.startsWith(beginning)) ?? [];
  if (what !== undefined) throw new WrongFileTypeError({ what });
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new WrongFileTypeError({ what: `not encoded in ${encoding.toUpperCase()}`, cause });
  }
}

/** Of UTF-16 every other byte of Latin letters is 0, the second of each two in little endian. */
function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}

/**
 * Checks that a text may be a table: no workbook or UTF-16 that was decoded as UTF-8, no web page, no JSON.
 * @throws {WrongFileTypeError}
 */
export function requireText(text: string): void {
  const what = typeOf(text);
  if (what !== undefined) throw new WrongFileTypeError({ what });
}

function typeOf(text: string): string | undefined {
  const [, known] = BEGINNINGS.find(([start]) => text.startsWith(start)) ?? [];
  if (known !== undefined) return known;
  if (text.startsWith("\u001F\uFFFD")) return "compressed";
  if (text.includes("\0")) return /^[^\0]?\0|^\uFFFD{2}/.test(text) ? "encoded in UTF-16" : "no text";
  const start = text
    .slice(0, 1000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^<(!doctype|html|\?xml|head|body|table)\b/i.test(start)) return "a web page";
  return /^[{[]/.test(start) ? "JSON" : undefined;
}
