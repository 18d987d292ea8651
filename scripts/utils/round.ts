import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeAbiParameters, keccak256, type Hex } from "viem";

import { readWeights } from "../../sdk/src/csv/index.ts";
import { BaseError } from "../../sdk/src/errors/index.ts";
import { floorWeights } from "../../sdk/src/math/index.ts";

/** Every base rate is floored at this, in WAD, and then normalised (DESIGN 6). */
const FLOOR = 10n ** 13n;

export type BaseRates = {
  readonly projects: readonly string[];
  /** Opening prices in WAD, in the order of the projects; they sum to exactly 1e18. */
  readonly prices: readonly bigint[];
};

/** Thrown when a round's folder lacks a file. */
export class MissingRoundFileError extends BaseError {
  override readonly name = "MissingRoundFileError";
  constructor({ path, cause }: { readonly path: string; readonly cause: unknown }) {
    super(`There is no file "${path}".`, {
      cause,
      metaMessages: ["Pass a folder with `base-rates.csv` (columns repo,parent,weight) as `--round <folder>`."],
    });
  }
}

/**
 * Reads the opening prices of a round's folder.
 * @throws {MissingRoundFileError} when the folder has no `base-rates.csv`.
 * @throws {CsvError} when the file is not what it should be.
 */
export async function readBaseRates(folder: string): Promise<BaseRates> {
  const path = join(folder, "base-rates.csv");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new MissingRoundFileError({ path, cause });
  });
  const { projects, weights } = readWeights(text);
  return { projects, prices: floorWeights(weights.map((weight) => (weight < FLOOR ? FLOOR : weight))) };
}

/** What a market's `context` says: the hash of the ordered list of its projects. */
export function contextOf(projects: readonly string[]): Hex {
  return keccak256(encodeAbiParameters([{ type: "string[]" }], [projects]));
}
