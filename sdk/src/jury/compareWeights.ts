import type { Comparison } from "../csv/comparisons.ts";
import { LengthMismatchError } from "../errors/math.ts";
import { klDivergence, logOddsError } from "../math/divergence.ts";
import { floorPrices, floorWeights, PRICE_FLOOR } from "../math/weights.ts";

import { type Aggregate, aggregate } from "./aggregate.ts";
import { type HoldOutError, holdOutError, type Model, type PartOptions, predictParts } from "./holdOut.ts";
import { type FitOptions, toProblem } from "./problem.ts";

/** Weights that somebody proposes, e.g. what `readWeights` read of a file. */
export type NamedWeights = {
  readonly name: string;
  /** In the order of `projects`, in WAD. */
  readonly weights: readonly bigint[];
};

export type CompareWeightsOptions = FitOptions &
  PartOptions & {
    /** The market's projects, in its order. */
    readonly projects: readonly string[];
    /** The opening prices, in WAD, for the baseline of that name; those of the anchor without it. */
    readonly baseRates?: readonly bigint[] | undefined;
  };

/** How far weights are from the jury's, and how well they predict its comparisons. */
export type WeightsComparison = {
  readonly name: string;
  /** A file was passed in; `uniform` and `base rates` are what everybody knows. */
  readonly kind: "file" | "baseline";
  /** 1 for the least divergence; equal divergences keep their order. */
  readonly rank: number;
  /** As compared, in WAD: none below 1e-5, as no market opens below it, and summing to 1e18. */
  readonly weights: readonly bigint[];
  /** How many were raised to 1e-5. */
  readonly floored: number;
  /** `KL(jury || weights)` in nats: times b what a pool that opens at these weights loses to the jury's. */
  readonly divergence: number;
  /** Root mean squared error of the log odds of the projects, in nats: of small ones as much as of large ones. */
  readonly logOddsError: number;
  /** Mean of the absolute differences of the weights, from 0 to 2 / n. */
  readonly meanAbsoluteError: number;
  /**
   * Against the single comparisons. A file sees none of them; only the scale of its Brier score is fitted, on all parts but
   * the one predicted, so that these stand beside the jury's `holdOut`.
   */
  readonly onComparisons: HoldOutError;
  /** The project on which most weight differs. */
  readonly furthest: string;
};

/** A project, and how much all weights differ from the jury's on it. */
export type Disagreement = {
  readonly project: string;
  /** The jury's weight, in WAD. */
  readonly jury: bigint;
  /** Mean of the absolute differences over the files, without files over the baselines. */
  readonly meanAbsoluteDifference: number;
  /** Mean of `ln(weight / jury)` over the same: positive where they say more than the jury. */
  readonly meanLogRatio: number;
};

export type WeightsComparisons = {
  /** What the comparisons aggregate to. */
  readonly jury: Aggregate;
  /** How well the jury predicts itself: each part of its comparisons, from the others. */
  readonly holdOut: HoldOutError;
  /** Files and baselines, the nearest to the jury first. */
  readonly ranking: readonly WeightsComparison[];
  /** Projects, the most disputed first. */
  readonly disagreements: readonly Disagreement[];
};

/**
 * Compares weights with the jury: with the weights that its comparisons aggregate to, and with each comparison. Two
 * baselines are always among them: `uniform`, and `base rates` where these are known.
 * @throws {LengthMismatchError} when there are not as many weights as projects.
 * @throws {InvalidWeightsError} when a weight is negative, or all are 0.
 * @throws what `aggregate` and `holdOutError` throw.
 */
export function compareWeights(
  comparisons: readonly Comparison[],
  files: readonly NamedWeights[],
  options: CompareWeightsOptions,
): WeightsComparisons {
  const jury = aggregate(comparisons, options);
  const { problem } = toProblem(comparisons, options);
  const compare = (
    { name, weights }: NamedWeights,
    kind: WeightsComparison["kind"],
  ): Omit<WeightsComparison, "rank"> => {
    const { prices, floored } = toPrices(weights, jury.projects.length);
    const difference = differencesOf(prices, jury).map(Math.abs);
    return {
      name,
      kind,
      weights: prices,
      floored,
      divergence: Number(klDivergence(jury.weightsWad, prices)) / 1e18,
      logOddsError: logOddsError(jury.weightsWad, prices),
      meanAbsoluteError: mean(difference),
      onComparisons: predictParts(problem, options, () => modelOf(prices)),
      furthest: jury.projects[difference.indexOf(Math.max(...difference))] ?? "",
    };
  };
  const baselines = baselinesOf(options, jury.projects.length).map((weights) => compare(weights, "baseline"));
  const compared = files.map((weights) => compare(weights, "file"));
  return {
    jury,
    holdOut: holdOutError(comparisons, options),
    ranking: [...compared, ...baselines]
      .sort((a, b) => a.divergence - b.divergence)
      .map((entry, i) => ({ ...entry, rank: i + 1 })),
    disagreements: disagreementsOf(jury, compared.length > 0 ? compared : baselines),
  };
}

function baselinesOf({ anchor, baseRates = anchor?.baseRates }: CompareWeightsOptions, n: number): NamedWeights[] {
  const uniform = { name: "uniform", weights: new Array<bigint>(n).fill(1n) };
  return baseRates === undefined ? [uniform] : [uniform, { name: "base rates", weights: baseRates }];
}

function toPrices(weights: readonly bigint[], n: number): { prices: bigint[]; floored: number } {
  if (weights.length !== n) throw new LengthMismatchError({ what: "Weights", expected: n, actual: weights.length });
  const scaled = floorWeights(weights);
  return { prices: floorPrices(scaled), floored: scaled.filter((weight) => weight < PRICE_FLOOR).length };
}

/** Fixed weights know every pair, and learn nothing. */
function modelOf(prices: readonly bigint[]): Model {
  return { x: Float64Array.from(prices, (price) => Math.log(Number(price))), knows: () => true };
}

function disagreementsOf(
  jury: Aggregate,
  compared: readonly { readonly weights: readonly bigint[] }[],
): Disagreement[] {
  const differences = compared.map(({ weights }) => differencesOf(weights, jury));
  return jury.projects
    .map((project, i) => ({
      project,
      jury: jury.weightsWad[i] ?? 0n,
      meanAbsoluteDifference: mean(differences.map((of) => Math.abs(of[i] ?? 0))),
      meanLogRatio: mean(compared.map(({ weights }) => Math.log(Number(weights[i]) / 1e18 / (jury.weights[i] ?? 0)))),
    }))
    .sort((a, b) => b.meanAbsoluteDifference - a.meanAbsoluteDifference);
}

function differencesOf(weights: readonly bigint[], { weightsWad }: Aggregate): number[] {
  return weights.map((weight, i) => Number(weight - (weightsWad[i] ?? 0n)) / 1e18);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
