import { formatTime } from "deepfunding";
import { drawCall, getDraw, getDrawProof, parseDrawLogs } from "deepfunding/actions";

import { BEACON_OPTIONS, readBeacon } from "../chain/beacon.ts";
import { defineCommand } from "../command.ts";
import { renderFacts } from "../output/table.ts";

export const roundDraw = defineCommand({
  name: "round draw",
  summary: "make the draw of who is evaluated, with its proof",
  notes: [
    "By headers it finds the two blocks itself. By a beacon of drand it takes the answer that you have fetched from any " +
      "of drand's servers, of `/<chain>/public/<round>`: nothing is fetched for you. Without it the command says which.",
  ],
  scope: "send",
  args: {},
  options: BEACON_OPTIONS,
  examples: [
    { line: "deepfunding round draw --dry-run", does: "whether it can be made now, and with what" },
    { line: "deepfunding round draw --beacon beacon.json", does: "with what drand answered" },
  ],
  run: async (context, { beacon }) => {
    const { client } = context;
    const rounds = context.addressOf("rounds");
    const answer = await readBeacon(context, beacon);
    const { round, kind, reference, time, chainHash } = await getDraw(client, { rounds });
    const proof = await getDrawProof(client, { rounds, beacon: answer });
    const { logs } = await context.send({ calls: [drawCall({ rounds, proof })] });
    return { round, kind, reference, time, chainHash, random: parseDrawLogs({ logs, rounds })[0]?.args.random };
  },
  view: ({ round, kind, reference, time, random }) =>
    renderFacts([
      ["Round", String(round)],
      ["Drawn by", kind === "drand" ? `round ${reference} of drand's beacon` : "the headers of two blocks"],
      ["Due", formatTime(time)],
      ...(random === undefined ? [] : ([["Number", random]] as const)),
    ]),
});
