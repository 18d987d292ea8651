import { getRegistry } from "deepfunding/actions";
import { type Weights, writeWeights } from "deepfunding/csv";
import { floorWeights, WAD } from "deepfunding/math";
import { isHex } from "viem";

import { findMarket, MARKET_OPTIONS, type MarketValues } from "../chain/market.ts";
import { nameOf } from "../chain/names.ts";
import { defineCommand, type ReadContext } from "../command.ts";
import { MissingSettingError } from "../errors.ts";
import { FILE } from "../kinds.ts";
import { optional } from "../options.ts";
import { writeOutput } from "../output/files.ts";

export const weightsTemplate = defineCommand({
  name: "weights template",
  summary: "print a file of weights to fill in: a market's projects, at its prices",
  notes: ["It is what `deepfunding plan` and `deepfunding trade` take: left as it is, there is nothing to trade."],
  scope: "read",
  args: {},
  options: { ...MARKET_OPTIONS, out: optional(FILE, "write it to this file, which must not be there yet") },
  examples: [
    { line: "deepfunding weights template --out weights.csv", does: "of the weights of the current round" },
    { line: "deepfunding weights template --kind originality --project owner/name", does: "one project's originality" },
  ],
  run: async (context, values) => {
    const { snapshot, title, outcomes } = await findMarket(context, values);
    const prices = snapshot.pool?.prices ?? outcomes.map(() => 1n);
    const weights = floorWeights(prices);
    const csv = writeWeights(await weightsOf(context, values, { outcomes, weights }));
    if (values.out !== undefined) await writeOutput(context.io, values.out, csv);
    return { title, csv, written: values.out };
  },
  view: ({ csv, written }) => (written === undefined ? csv.trimEnd() : `${written} is written.`),
});

type Found = { readonly outcomes: readonly string[]; readonly weights: readonly bigint[] };

async function weightsOf(context: ReadContext, values: MarketValues, { outcomes, weights }: Found): Promise<Weights> {
  const { kind, project = "" } = values;
  if (kind === "originality") {
    return { format: "originality", parent: undefined, projects: [project], weights: [weights[0] ?? WAD / 2n] };
  }
  const { target } = await getRegistry(context.client, { registry: context.addressOf("registry") });
  const parent = kind === "weight" ? nameOf(context.names, target) : project;
  if ([parent, ...outcomes].some((name) => isHex(name)) || values.market !== undefined) {
    throw new MissingSettingError({
      what: "What the projects are called",
      remedies: ["Pass their names with `--projects <file>`, and say which market by `--kind` and `--project`."],
    });
  }
  return { format: kind === "weight" ? "weights" : "dependencies", parent, projects: outcomes, weights };
}
