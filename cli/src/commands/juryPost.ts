import { formatId } from "deepfunding";
import { amendCall, getPosting, postCall } from "deepfunding/actions";
import { zeroHash } from "viem";

import { findMarket, MARKET_OPTIONS } from "../chain/market.ts";
import { namesOf, projectsIn } from "../chain/names.ts";
import { defineCommand } from "../command.ts";
import { FILE, HASH, TEXT } from "../kinds.ts";
import { flag, required, withDefault } from "../options.ts";
import { renderPayouts } from "../output/payouts.ts";
import { readTargets } from "../trading/targets.ts";

export const juryPost = defineCommand({
  name: "jury post",
  summary: "post the jury's weights, as its Safe",
  notes: [
    "In Evaluation. Only the jurors' Safe can post: --safe prints the batch for its owners' Transaction Builder, " +
      "--unsigned the bare transaction, and a key can send it only if it is itself the `safe` of the contracts.",
    "If the posting was challenged, the same command posts the amendment.",
  ],
  scope: "send",
  sender: "safe",
  args: { weights: required(FILE, "CSV file `repo,parent,weight`: `deepfunding jury aggregate --out` writes it") },
  options: {
    evidence: required(TEXT, "where ballots, parameters and reasons can be read, for instance ipfs://…"),
    ballotsRoot: withDefault(HASH, "Merkle root of the jurors' ballots, for those who check them", zeroHash),
    normalize: flag("scale the weights to sum to 1"),
    ...MARKET_OPTIONS,
  },
  examples: [
    { line: "deepfunding jury post weights.csv --evidence ipfs://bafy --safe > batch.json", does: "for the owners" },
    { line: "deepfunding jury post weights.csv --evidence ipfs://bafy --dry-run", does: "only look whether it works" },
  ],
  run: async (context, values) => {
    const named = await context.parseInput(values.weights, projectsIn);
    const names = new Map([...namesOf(named), ...context.names]);
    const { snapshot, title, outcomes } = await findMarket({ ...context, names }, values);
    const payouts = await context.parseInput(values.weights, (text) => readTargets(text, outcomes, values));
    const jury = context.addressOf("jury");
    const { market } = snapshot;
    const { status } = await getPosting(context.client, { jury, market });
    const parameters = { jury, market, payouts, ballotsRoot: values.ballotsRoot, evidenceURI: values.evidence };
    const call = status === "challenged" ? amendCall(parameters) : postCall(parameters);
    await context.send({ calls: [call] });
    const rows = outcomes.map((name, outcome) => ({ outcome, name, payout: payouts[outcome] ?? 0n }));
    return { market: formatId(market), title, evidence: values.evidence, outcomes: rows };
  },
  view: ({ title, outcomes }, paper) => `${paper.bold(`The jury's word on the ${title}`)}\n${renderPayouts(outcomes)}`,
});
