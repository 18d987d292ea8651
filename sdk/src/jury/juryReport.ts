import type { Comparison } from "../csv/comparisons.ts";
import { InvalidParameterError } from "../errors/math.ts";

import { type Aggregate, aggregate, type JurorDiagnostics } from "./aggregate.ts";
import { compareWeights, type NamedWeights, type WeightsComparison } from "./compareWeights.ts";
import { type HoldOutError, holdOutError, type PartOptions } from "./holdOut.ts";
import type { Loss } from "./loss.ts";
import { type NextComparison, nextComparisons, type NextComparisonsOptions } from "./nextComparisons.ts";

/** The losses that every report compares, besides the one asked for. */
const LOSSES: readonly Loss[] = ["squares", { huber: 1 }, "bradleyTerry"];

export type JuryReportOptions = NextComparisonsOptions &
  PartOptions & {
    /** Weights to compare with the jury's, in the order of `projects`, which must then be given. */
    readonly files?: readonly NamedWeights[] | undefined;
    /** The opening prices, in WAD, for the baseline of that name; those of the anchor without it. */
    readonly baseRates?: readonly bigint[] | undefined;
  };

/** Scores as JSON has them: `null` where nothing could be predicted. */
export type ScoresRow = { readonly [score in keyof HoldOutError]: number | null };

/** All there is to say about a jury, as plain data: `JSON.stringify` loses nothing. Amounts in WAD are decimal strings. */
export type JuryReport = {
  readonly method: {
    readonly loss: string;
    readonly tau: number | null;
    readonly multiplierCap: number | null;
    readonly jurorShare: number | null;
  };
  readonly summary: {
    readonly projects: number;
    readonly jurors: number;
    readonly comparisons: number;
    /** Multipliers above the cap. */
    readonly clipped: number;
    /** Whether no other weights fit as well. */
    readonly unique: boolean;
  };
  readonly weights: readonly {
    readonly project: string;
    readonly weight: number;
    readonly weightWad: string;
    readonly logWeight: number;
  }[];
  readonly jurors: readonly JurorDiagnostics[];
  /** Hold-out errors, of the loss asked for first, then of the others, with the same options; compare `predicted`, too. */
  readonly holdOut: readonly (ScoresRow & { readonly loss: string })[];
  /** What to ask next, the most informative first. */
  readonly next: readonly NextComparison[];
  /** Files and baselines, the nearest to the jury first. */
  readonly ranking: readonly (Omit<WeightsComparison, "weights" | "onComparisons"> & ScoresRow)[];
  /** Projects, the most disputed first. */
  readonly disagreements: readonly {
    readonly project: string;
    readonly juryWad: string;
    readonly meanAbsoluteDifference: number;
    readonly meanLogRatio: number;
  }[];
};

/**
 * Puts all diagnostics of a jury together: weights, jurors, hold-out error by loss, what to ask next, and how files and
 * baselines compare. Its lists are the rows of tables.
 * @throws {InvalidParameterError} when there are files, but no `projects` that say their order.
 * @throws what `aggregate`, `holdOutError`, `nextComparisons` and `compareWeights` throw.
 */
export function juryReport(comparisons: readonly Comparison[], options: JuryReportOptions): JuryReport {
  const { files = [], loss } = options;
  if (files.length > 0 && options.projects === undefined) {
    throw new InvalidParameterError({ parameter: "projects", value: undefined, expected: "given with files" });
  }
  const projects = options.projects ?? aggregate(comparisons, options).projects;
  const { jury, holdOut, ranking, disagreements } = compareWeights(comparisons, files, { ...options, projects });
  const others = LOSSES.filter((other) => nameOf(other) !== nameOf(loss));
  return {
    method: methodOf(options),
    summary: {
      projects: jury.projects.length,
      jurors: jury.jurors.length,
      comparisons: comparisons.length,
      clipped: jury.clipped,
      unique: jury.unique,
    },
    weights: weightRows(jury),
    jurors: jury.jurors,
    holdOut: [
      { loss: nameOf(loss), ...scoresRow(holdOut) },
      ...others.map((other) => ({
        loss: nameOf(other),
        ...scoresRow(holdOutError(comparisons, { ...options, loss: other })),
      })),
    ],
    next: nextComparisons(comparisons, options),
    ranking: ranking.map(rankingRow),
    disagreements: disagreements.map(({ jury: weight, ...entry }) => ({ ...entry, juryWad: weight.toString() })),
  };
}

function methodOf({ loss, anchor, multiplierCap, jurorShare }: JuryReportOptions): JuryReport["method"] {
  return {
    loss: nameOf(loss),
    tau: anchor?.tau ?? null,
    multiplierCap: multiplierCap ?? null,
    jurorShare: jurorShare ?? null,
  };
}

function weightRows({ projects, weights, weightsWad, logWeights }: Aggregate): JuryReport["weights"] {
  return projects.map((project, i) => ({
    project,
    weight: weights[i] ?? 0,
    weightWad: (weightsWad[i] ?? 0n).toString(),
    logWeight: logWeights[i] ?? 0,
  }));
}

function rankingRow(entry: WeightsComparison): JuryReport["ranking"][number] {
  const { name, kind, rank, floored, divergence, logOddsError, meanAbsoluteError, furthest, onComparisons } = entry;
  const onWeights = { divergence, logOddsError, meanAbsoluteError, furthest };
  return { rank, name, kind, floored, ...onWeights, ...scoresRow(onComparisons) };
}

/** A loss in words: `squares`, `huber 1`, `bradleyTerry`. */
function nameOf(loss: Loss): string {
  return typeof loss === "string" ? loss : `huber ${loss.huber}`;
}

function scoresRow({ logOddsRmse, meanAbsolute, brier, accuracy, predicted, unpredictable }: HoldOutError): ScoresRow {
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    logOddsRmse: finite(logOddsRmse),
    meanAbsolute: finite(meanAbsolute),
    brier: finite(brier),
    accuracy: finite(accuracy),
    predicted,
    unpredictable,
  };
}
