import { writeOutput } from "../output/files.ts";
import { defineCommand } from "../command.ts";
import { FOLDER_FILES, readFolder } from "../folder.ts";
import { FILE, FOLDER } from "../kinds.ts";
import { flag, optional, required } from "../options.ts";
import { formatJson } from "../output/format.ts";
import { leftOutOf, renderLeftOut } from "../output/leftOut.ts";
import { joinSaid, renderFacts } from "../output/table.ts";

export const graphGenesis = defineCommand({
  name: "graph genesis",
  summary: "make what a registry is deployed with out of a round's files",
  notes: [
    "A registry is deployed with the target and the root, and takes the nodes in the transactions, in their order. What " +
      "of the files the graph does not have is listed; a name that is nearly one of the graph is an error.",
  ],
  scope: "offline",
  args: { folder: required(FOLDER, FOLDER_FILES) },
  options: {
    normalize: flag("scale weights that do not sum to 1"),
    out: optional(FILE, "write target, root and transactions to this file, as JSON"),
  },
  examples: [
    { line: "deepfunding graph genesis examples/own-dependencies", does: "look" },
    { line: "deepfunding graph genesis round --out genesis.json", does: "for `importNodes`" },
  ],
  run: async (context, { folder, normalize, out }) => {
    const described = await readFolder(context, folder, normalize);
    const { target, root, transactions } = described.genesis;
    if (out !== undefined) await writeOutput(context.io, out, `${formatJson({ target, root, transactions })}\n`);
    return { name: described.target, target, root, transactions, ...leftOutOf(described) };
  },
  view: ({ name, target, root, transactions, ...left }, paper) =>
    joinSaid([
      renderFacts([
        ["Target", name],
        ["Its node", target],
        ["Root", root],
        ["Nodes with children", String(transactions.flat().length)],
        ["Transactions", String(transactions.length)],
      ]),
      ...renderLeftOut(left, paper),
    ]),
});
