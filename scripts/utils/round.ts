import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { encodeAbiParameters, keccak256, type Hex } from "viem";

import { readComparisons, readWeights, type Comparison } from "../../sdk/src/csv/index.ts";
import { BaseError } from "../../sdk/src/errors/index.ts";
import type { Loss } from "../../sdk/src/jury/index.ts";
import { floorWeights } from "../../sdk/src/math/index.ts";

/** Every base rate is floored at this, in WAD, and then normalised (DESIGN 6). */
const FLOOR = 10n ** 13n;
const DEFAULT_LOSS: Loss = { huber: 1 };

export type BaseRates = {
  readonly projects: readonly string[];
  /** Opening prices in WAD, in the order of the projects; they sum to exactly 1e18. */
  readonly prices: readonly bigint[];
};

/** A prediction: what a trader believes the jury will say, in WAD, in the order of the round's projects. */
export type Prediction = { readonly name: string; readonly weights: readonly bigint[] };

export type Round = BaseRates & {
  readonly traders: readonly Prediction[];
  readonly comparisons: readonly Comparison[];
  /** From the folder's `round.json`, `{ "loss": "squares" | { "huber": 1 } }`; Huber with 1 without it. */
  readonly loss: Loss;
};

/** Thrown when a round's folder lacks a file. */
export class MissingRoundFileError extends BaseError {
  override readonly name = "MissingRoundFileError";
  constructor({ path, cause }: { readonly path: string; readonly cause: unknown }) {
    super(`There is no file "${path}".`, {
      cause,
      metaMessages: ["Pass a folder with base-rates.csv, comparisons.csv and traders/*.csv as `--round <folder>`."],
    });
  }
}

/** Thrown when a file of a round is not what it should be; says which file. */
export class InvalidRoundFileError extends BaseError {
  override readonly name = "InvalidRoundFileError";
  constructor({ path, cause }: { readonly path: string; readonly cause: BaseError | SyntaxError }) {
    super(`${path}: ${cause instanceof BaseError ? cause.shortMessage : cause.message}`, { cause });
  }
}

async function readRoundFile<T>(path: string, parse: (text: string) => T): Promise<T> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new MissingRoundFileError({ path, cause });
  });
  try {
    return parse(text);
  } catch (cause) {
    if (cause instanceof BaseError || cause instanceof SyntaxError) throw new InvalidRoundFileError({ path, cause });
    throw cause;
  }
}

/**
 * Reads the opening prices of a round's folder.
 * @throws {MissingRoundFileError} when the folder has no `base-rates.csv`.
 * @throws {InvalidRoundFileError} when the file is not what it should be.
 */
export async function readBaseRates(folder: string): Promise<BaseRates> {
  const { projects, weights } = await readRoundFile(join(folder, "base-rates.csv"), (text) => readWeights(text));
  return { projects, prices: floorWeights(weights.map((weight) => (weight < FLOOR ? FLOOR : weight))) };
}

/**
 * Reads a whole round; nothing is done before all of it is valid.
 * @throws {MissingRoundFileError} when a file, or every trader, is missing.
 * @throws {InvalidRoundFileError} when a file is not what it should be, or names a project without a base rate.
 */
export async function readRound(folder: string): Promise<Round> {
  const { projects, prices } = await readBaseRates(folder);
  const comparisons = await readRoundFile(join(folder, "comparisons.csv"), (text) =>
    readComparisons(text, { projects }),
  );
  const traderFolder = join(folder, "traders");
  const files = await readdir(traderFolder).catch((cause: unknown) => {
    throw new MissingRoundFileError({ path: join(traderFolder, "*.csv"), cause });
  });
  const traders: Prediction[] = [];
  for (const file of files.filter((name) => name.endsWith(".csv") && !/\.\w+\.csv$/.test(name)).sort()) {
    const path = join(traderFolder, file);
    const { weights } = await readRoundFile(path, (text) => readWeights(text, { projects }));
    traders.push({ name: basename(file, ".csv"), weights });
  }
  if (traders.length === 0) throw new MissingRoundFileError({ path: join(traderFolder, "*.csv"), cause: undefined });
  return { projects, prices, traders, comparisons, loss: await readLoss(folder) };
}

async function readLoss(folder: string): Promise<Loss> {
  if (!(await readdir(folder)).includes("round.json")) return DEFAULT_LOSS;
  type Options = { readonly loss?: Loss };
  return readRoundFile(join(folder, "round.json"), (text) => (JSON.parse(text) as Options).loss ?? DEFAULT_LOSS);
}

/** What a market's `context` says: the hash of the ordered list of its projects. */
export function contextOf(projects: readonly string[]): Hex {
  return keccak256(encodeAbiParameters([{ type: "string[]" }], [projects]));
}
