import { basename } from "node:path";

import {
  type Comparison,
  readComparisons,
  readWeights,
  type ReadWeightsOptions,
  type Weights,
  writeWeights,
} from "deepfunding/csv";
import { DisconnectedError } from "deepfunding/errors";
import {
  type ConnectingComparison,
  connectingComparisons,
  juryReport,
  type JuryReport,
  type JuryReportOptions,
  type Loss,
} from "deepfunding/jury";

import { defineCommand, type OfflineContext } from "../command.ts";
import { MissingSettingError } from "../errors.ts";
import { allFiles } from "../files.ts";
import { FEW, FILE, FRACTION, NUMBER, oneOf, PROJECT, WHOLE } from "../kinds.ts";
import { flag, many, optional, required, withDefault, type ValuesOf } from "../options.ts";
import { writeOutput } from "../output/files.ts";
import { renderGroups, renderJuryReport } from "../output/juryReport.ts";

const LOSSES = ["huber", "squares", "bradleyTerry"] as const;

const OPTIONS = {
  parent: optional(PROJECT, "only comparisons about this one's children, of a file with a column `parent`"),
  normalize: flag("scale weights of files that do not sum to 1"),
  loss: withDefault(oneOf(LOSSES), "how a comparison that deviates pulls", "huber"),
  delta: withDefault(NUMBER, "with huber: from which deviation on it pulls no harder, in log units", "1"),
  cap: optional(NUMBER, "multipliers above this count as this"),
  jurorShare: optional(FRACTION, "the most of all weight that one juror's comparisons may have"),
  baseRates: optional(FILE, "CSV file `repo,parent,weight` of opening prices: says which projects, and is a baseline"),
  anchor: optional(NUMBER, "pull each project to its base rate, as hard as so many comparisons"),
  compare: many(FILE, "CSV file of weights to compare with the jury; may be given many times"),
  next: withDefault(FEW, "how many comparisons to suggest to ask for next", "5"),
  top: withDefault(WHOLE, "how many weights to show, the largest first", "20"),
  out: optional(FILE, "write the weights to this file, as `deepfunding jury post` takes them; with --base-rates"),
};

type AggregateValues = ValuesOf<typeof OPTIONS>;

export const juryAggregate = defineCommand({
  name: "jury aggregate",
  summary: "turn a jury's comparisons into weights, and say how good they are",
  notes: [
    "Where the comparisons do not connect all projects there are no weights yet: it says which to ask for to connect them. " +
      "With --out, or --next 0, that is an error.",
    "Needs no chain. Decide between losses by the hold-out errors: how well each juror is predicted from the others. " +
      "A Jury contract can prove huber and squares, without cap and juror share.",
  ],
  scope: "offline",
  args: { comparisons: required(FILE, "CSV file `juror,repo_a,repo_b,choice,multiplier`") },
  options: OPTIONS,
  examples: [
    { line: "deepfunding jury aggregate comparisons.csv", does: "weights, jurors, hold-out errors, what to ask next" },
    {
      line: "deepfunding jury aggregate comparisons.csv --base-rates base-rates.csv --compare a.csv --compare b.csv",
      does: "who has predicted the jury",
    },
    {
      line: "deepfunding jury aggregate comparisons.csv --base-rates base-rates.csv --anchor 0.5 --out weights.csv",
      does: "what to post",
    },
  ],
  run: async (context, { comparisons: path, ...values }) => {
    const { parseInput, progress } = context;
    const { normalize, parent } = values;
    const rates = readRates(context, values);
    // Of comparisons is said what is wrong whatever the base rates are.
    const judged = rates
      .catch(() => undefined)
      .then((found) => {
        return parseInput(path, (text) => readComparisons(text, { projects: found?.projects, parent }));
      });
    const [baseRates, comparisons] = await allFiles([rates, judged]);
    const compared = [...new Set(comparisons.flatMap(({ a, b }) => [a, b]))].sort();
    const projects = baseRates?.projects ?? compared;
    const files = await allFiles(values.compare.map((file) => readNamed(context, file, { projects, normalize })));
    progress.show("Fitting");
    const report = reportOf(comparisons, { ...fitOf(values, baseRates), projects, files }, values);
    if ("groups" in report) return report;
    if (values.out !== undefined) await writeFitted(context, values.out, baseRates, report.weights);
    return { ...report, next: report.next.slice(0, Number(values.next)) };
  },
  view: (report, paper, { top }) =>
    "groups" in report ? renderGroups(report, paper) : renderJuryReport(report, Number(top), paper),
});

/** What to ask where the comparisons do not connect all projects, so that there are no weights yet. */
type Apart = { readonly groups: readonly (readonly string[])[]; readonly next: readonly ConnectingComparison[] };

/** All there is to say about a jury; where it says no weights, what to ask it, unless weights are to be written. */
function reportOf(
  comparisons: readonly Comparison[],
  options: JuryReportOptions,
  { out, next }: AggregateValues,
): JuryReport | Apart {
  try {
    return juryReport(comparisons, options);
  } catch (error) {
    if (!(error instanceof DisconnectedError) || out !== undefined || next === 0n) throw error;
    return { groups: error.components, next: connectingComparisons(comparisons, error.components) };
  }
}

async function readRates({ parseInput }: OfflineContext, { baseRates: path, normalize }: AggregateValues) {
  return path === undefined ? undefined : await parseInput(path, (text) => readWeights(text, { normalize }));
}

async function readNamed({ parseInput }: OfflineContext, path: string, options: ReadWeightsOptions) {
  const { weights } = await parseInput(path, (text) => readWeights(text, options));
  return { name: basename(path, ".csv"), weights };
}

function fitOf(values: AggregateValues, baseRates: Weights | undefined): JuryReportOptions {
  const { loss, delta, anchor, cap, jurorShare, next } = values;
  if (anchor !== undefined && baseRates === undefined) throw noBaseRates("--anchor");
  const losses: Readonly<Record<(typeof LOSSES)[number], Loss>> = {
    huber: { huber: delta },
    squares: "squares",
    bradleyTerry: "bradleyTerry",
  };
  return {
    loss: losses[loss],
    anchor: anchor === undefined || baseRates === undefined ? undefined : { tau: anchor, baseRates: baseRates.weights },
    baseRates: baseRates?.weights,
    multiplierCap: cap,
    jurorShare: jurorShare === undefined ? undefined : Number(jurorShare) / 1e18,
    // One is always computed: asking for none is a matter of what is shown.
    count: Math.max(1, Number(next)),
  };
}

type FittedRows = readonly { readonly project: string; readonly weightWad: string }[];

async function writeFitted({ io }: OfflineContext, path: string, baseRates: Weights | undefined, rows: FittedRows) {
  if (baseRates === undefined) throw noBaseRates("--out");
  const projects = rows.map(({ project }) => project);
  const weights = rows.map(({ weightWad }) => BigInt(weightWad));
  await writeOutput(io, path, writeWeights({ ...baseRates, projects, weights }));
}

function noBaseRates(option: string): MissingSettingError {
  return new MissingSettingError({
    what: "The file of base rates",
    remedies: [`Pass them with \`--base-rates <file>\`: ${option} needs them.`],
  });
}
