import type { OfflineContext } from "../command.ts";
import type { Kind } from "../options.ts";
import { optional } from "../options.ts";

/** What drand signed: a file with a server's answer, or the signature itself. */
const BEACON: Kind<string> = {
  placeholder: "<file|hex>",
  expected: "the path of a file, or a signature in hexadecimal",
  read: (text) => text || undefined,
  complete: "file",
};

export const BEACON_OPTIONS = {
  beacon: optional(BEACON, "what drand answers for the round that the draw takes: a file, or the signature alone"),
};

/** The answer of drand, or the signature; `undefined`: none is given. @throws {InputFileError} when a file cannot be read. */
export async function readBeacon(
  { readInput }: OfflineContext,
  beacon: string | undefined,
): Promise<string | undefined> {
  if (beacon === undefined || /^(0x)?[0-9a-fA-F]{96}$/.test(beacon)) return beacon;
  return readInput(beacon);
}
