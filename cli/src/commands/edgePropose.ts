import { getBond, getRegistry, parseProposeEdgeLogs, proposeEdgeCall } from "deepfunding/actions";
import { canonicalProject } from "deepfunding/csv";
import { nodeId } from "deepfunding/graph";

import { readToken, unitsOf } from "../chain/token.ts";
import { defineCommand } from "../command.ts";
import { AMOUNT, FRACTION, PROJECT } from "../kinds.ts";
import { optional, required } from "../options.ts";
import { formatMoney, formatPercent } from "../output/format.ts";
import { renderFacts } from "../output/table.ts";

export const edgePropose = defineCommand({
  name: "edge propose",
  summary: "propose a dependency that the graph lacks, with a bond",
  notes: [
    "In Registration anyone may add a project to the list of a seed. The part of the bond for the place is lost if the " +
      "project leaves the list again; the part for the rate pays what a rate that was too high has cost the pool.",
  ],
  scope: "send",
  args: {
    parent: required(PROJECT, "the seed that depends on it"),
    child: required(PROJECT, "what it depends on"),
  },
  options: {
    rate: required(FRACTION, "its base rate, at which the market opens: from 0.001% to 1.5625%"),
    maxBond: optional(AMOUNT, "the most to pay; else what the bond is now"),
  },
  examples: [
    { line: "deepfunding edge propose ethereum/solidity boostorg/boost --rate 1% --dry-run", does: "what the bond is" },
    {
      line: "deepfunding edge propose ethereum/solidity boostorg/boost --rate 1% --max-bond 20 --yes",
      does: "even if others propose meanwhile, which makes it dearer",
    },
  ],
  run: async (context, { parent, child, rate, maxBond }) => {
    const { client } = context;
    const registry = context.addressOf("registry");
    const node = nodeId(parent);
    const { money } = await getRegistry(client, { registry });
    const [token, bond] = await Promise.all([
      readToken(client, money),
      getBond(client, { registry, parent: node, rate }),
    ]);
    const most = maxBond === undefined ? bond.bond : unitsOf(maxBond, token);
    const call = proposeEdgeCall({ registry, parent: node, project: child, rate, maxBond: most });
    const { logs } = await context.send({ calls: [call] });
    const proposed = parseProposeEdgeLogs({ logs, registry })[0]?.args;
    const paid = proposed && proposed.slotBond + proposed.rateBond;
    return { parent: canonicalProject(parent), child: canonicalProject(child), rate, ...token, ...bond, paid };
  },
  view: ({ parent, child, rate, slotBond, rateBond, bond, paid, ...token }) =>
    renderFacts([
      ["Parent", parent],
      ["Child", child],
      ["Base rate", formatPercent(rate)],
      ["Bond for the place", formatMoney(slotBond, token)],
      ["Bond for the rate", formatMoney(rateBond, token)],
      paid === undefined ? ["Bond", formatMoney(bond, token)] : ["Paid", formatMoney(paid, token)],
    ]),
});
