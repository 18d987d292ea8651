import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { basename, join } from "node:path";

import {
  readComparisons,
  readEdges,
  readWeights,
  readWeightsByParent,
  type Comparison,
  type Edges,
} from "../../sdk/src/csv/index.ts";
import { BaseError } from "../../sdk/src/errors/index.ts";
import type { Loss } from "../../sdk/src/jury/index.ts";
import { floorPrices } from "../../sdk/src/math/index.ts";

const DEFAULT_LOSS: Loss = { huber: 1 };

export type BaseRates = {
  /** What the projects are the dependencies of. */
  readonly target: string;
  readonly projects: readonly string[];
  /** Opening prices in WAD, in the order of the projects; they sum to exactly 1e18. */
  readonly prices: readonly bigint[];
};

/** What somebody says about single projects, in WAD: what each keeps, and the weights of its children by name. */
export type Answers = {
  readonly originality: ReadonlyMap<string, bigint>;
  readonly children: ReadonlyMap<string, ReadonlyMap<string, bigint>>;
};

/** A prediction: what a trader believes the jury will say, in WAD, in the order of the round's projects. */
export type Prediction = Answers & { readonly name: string; readonly weights: readonly bigint[] };

export type Round = BaseRates & {
  readonly traders: readonly Prediction[];
  readonly comparisons: readonly Comparison[];
  /** The graph below the projects: children by parent. Empty without `edges.csv`. */
  readonly edges: Edges;
  /** What the jury says about single projects; it is silent about those that are not there. */
  readonly answers: Answers;
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
  const { parent, projects, weights } = await readRoundFile(join(folder, "base-rates.csv"), (text) =>
    readWeights(text),
  );
  return {
    target: parent ?? "target",
    projects,
    prices: floorPrices(weights),
  };
}

/**
 * Reads the graph below the projects of a round's folder; without `edges.csv` there is none.
 * @throws {InvalidRoundFileError} when the file is not what it should be.
 */
export function readGraphEdges(folder: string): Promise<Edges> {
  return readOptional<Edges>(join(folder, "edges.csv"), new Map(), readEdges);
}

/**
 * Reads a whole round; nothing is done before all of it is valid.
 * @throws {MissingRoundFileError} when a file, or every trader, is missing.
 * @throws {InvalidRoundFileError} when a file is not what it should be, or names a project without a base rate.
 */
export async function readRound(folder: string): Promise<Round> {
  const { target, projects, prices } = await readBaseRates(folder);
  const comparisons = await readRoundFile(join(folder, "comparisons.csv"), (text) =>
    readComparisons(text, { projects }),
  );
  const edges = await readGraphEdges(folder);
  const answers = await readAnswers(join(folder, "originality.csv"), join(folder, "child-weights.csv"), edges);
  const traders = await readTraders(join(folder, "traders"), projects, edges);
  return { target, projects, prices, traders, comparisons, edges, answers, loss: await readLoss(folder) };
}

async function readTraders(folder: string, projects: readonly string[], edges: Edges): Promise<Prediction[]> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new MissingRoundFileError({ path: join(folder, "*.csv"), cause });
  });
  const names = files.filter((file) => file.endsWith(".csv") && !/\.\w+\.csv$/.test(file)).sort();
  if (names.length === 0) throw new MissingRoundFileError({ path: join(folder, "*.csv"), cause: undefined });
  const traders: Prediction[] = [];
  for (const file of names) {
    const name = basename(file, ".csv");
    const { weights } = await readRoundFile(join(folder, file), (text) => readWeights(text, { projects }));
    const answers = await readAnswers(
      join(folder, `${name}.originality.csv`),
      join(folder, `${name}.children.csv`),
      edges,
    );
    traders.push({ name, weights, ...answers });
  }
  return traders;
}

async function readAnswers(originalityPath: string, childrenPath: string, edges: Edges): Promise<Answers> {
  const originality = await readOptional(originalityPath, new Map<string, bigint>(), (text) => {
    const { projects, weights } = readWeights(text);
    return new Map(projects.map((project, i) => [project, weights[i] ?? 0n]));
  });
  const children = await readOptional(childrenPath, new Map<string, ReadonlyMap<string, bigint>>(), (text) => {
    const byParent = readWeightsByParent(text, (parent) => edges.get(parent) ?? []);
    return new Map(
      [...byParent].map(([parent, { projects, weights }]) => [
        parent,
        new Map(projects.map((project, i) => [project, weights[i] ?? 0n])),
      ]),
    );
  });
  return { originality, children };
}

/** Reads a file that a round's folder need not have. */
async function readOptional<T>(path: string, otherwise: T, parse: (text: string) => T): Promise<T> {
  return existsSync(path) ? readRoundFile(path, parse) : otherwise;
}

async function readLoss(folder: string): Promise<Loss> {
  if (!(await readdir(folder)).includes("round.json")) return DEFAULT_LOSS;
  type Options = { readonly loss?: Loss };
  return readRoundFile(join(folder, "round.json"), (text) => (JSON.parse(text) as Options).loss ?? DEFAULT_LOSS);
}
