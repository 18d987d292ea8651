import { formatId, formatTime } from "deepfunding";
import {
  getBallots,
  getJury,
  getWalk,
  parsePostVerifiedLogs,
  postVerifiedCall,
  walkBallotsCall,
} from "deepfunding/actions";
import { type BallotComparison, proveWeights } from "deepfunding/jury";
import type { Address } from "viem";
import { getBlock } from "viem/actions";

import { findMarket, MARKET_OPTIONS } from "../chain/market.ts";
import { defineCommand } from "../command.ts";
import { TooFewBallotsError } from "../errors.ts";
import { WHOLE } from "../kinds.ts";
import { optional, withDefault } from "../options.ts";
import { renderPayouts } from "../output/payouts.ts";
import { renderFacts } from "../output/table.ts";

export const juryVerify = defineCommand({
  name: "jury verify",
  summary: "resolve a market to what its published ballots prove",
  notes: [
    "Computes the weights, walks the ballots on the chain, and posts the proof, whatever the Safe has posted. Anyone " +
      "can, from the end of Evaluation on; before, it shows what the ballots say so far, and ends with 5.",
    "If it is interrupted, run it again from the same account: it goes on where the walk has ended.",
  ],
  scope: "send",
  args: {},
  options: {
    ...MARKET_OPTIONS,
    fromBlock: optional(WHOLE, "block to search for ballots from; else the first"),
    comparisonsPerCall: withDefault(WHOLE, "how many comparisons to walk in a transaction, at least 64", "1500"),
  },
  examples: [
    { line: "deepfunding jury verify --dry-run", does: "the weights of the current round, without sending" },
    {
      line: "deepfunding jury verify --kind originality --project owner/name --yes",
      does: "one project's originality",
    },
  ],
  run: async (context, values) => {
    const { client, progress, account } = context;
    const jury = context.addressOf("jury");
    const { snapshot, title, outcomes } = await findMarket(context, values);
    const { market, closesAt } = snapshot;
    progress.show("Reading the ballots");
    const [published, { loss, minBallots, evaluationPeriod }, { timestamp }] = await Promise.all([
      getBallots(client, { jury, market, fromBlock: values.fromBlock }),
      getJury(client, { jury }),
      getBlock(client),
    ]);
    const ballots = published.map(({ comparisons }) => comparisons);
    if (BigInt(ballots.length) < minBallots) throw new TooFewBallotsError({ found: ballots.length, minBallots });
    progress.show("Computing the proof");
    const { x, payouts, chunks, errorBound } = proveWeights({
      ballots,
      outcomes: outcomes.length,
      loss,
      baseRates: snapshot.pool?.openingPrices,
      comparisonsPerCall: Number(values.comparisonsPerCall),
    });
    const from = closesAt + evaluationPeriod + 1n;
    const isTooEarly = timestamp < from;
    const left = await chunksLeft(context, { jury, market, submitter: account, x }, chunks);
    const walks = left.map((each) => walkBallotsCall({ jury, market, x, ballots: each }));
    const { logs } = isTooEarly
      ? { logs: [] }
      : await context.send({ calls: [...walks, postVerifiedCall({ jury, market, x })] });
    return {
      market: formatId(market),
      title,
      ballots: ballots.length,
      comparisons: ballots.flat().length,
      errorBound,
      from: isTooEarly ? from : undefined,
      isResolved: parsePostVerifiedLogs({ logs, jury }).length > 0,
      outcomes: outcomes.map((name, i) => ({ outcome: i, name, logWeight: x[i] ?? 0n, payout: payouts[i] ?? 0n })),
    };
  },
  view: ({ title, ballots, comparisons, errorBound, from, isResolved, outcomes }, paper) =>
    [
      paper.bold(`What the ballots prove of the ${title}`),
      renderFacts([
        ["Ballots", `${ballots}, with ${comparisons} comparisons`],
        ["Log weights are off by", `at most ${(Number(errorBound) / 1e18).toExponential(1)}`],
        from !== undefined && ["Can be posted from", formatTime(from)],
        isResolved && ["Market", paper.good("resolved")],
      ]),
      "",
      renderPayouts(outcomes),
    ].join("\n"),
  whyNothing: ({ from }) => (from === undefined ? undefined : `It can be posted from ${formatTime(from)}.`),
});

type Ballots = readonly (readonly BallotComparison[])[];
type Walk = {
  readonly jury: Address;
  readonly market: bigint;
  readonly submitter: Address;
  readonly x: readonly bigint[];
};

/** The ballots that this account has still to walk for these weights. */
async function chunksLeft(
  { client }: { readonly client: Parameters<typeof getWalk>[0] },
  walk: Walk,
  chunks: readonly Ballots[],
): Promise<readonly Ballots[]> {
  const { cursor } = await getWalk(client, walk);
  let before = 0;
  const left = chunks.map((chunk) => {
    const walked = Math.max(0, Number(cursor) - before);
    before += chunk.length;
    return chunk.slice(walked);
  });
  return left.filter((chunk) => chunk.length > 0);
}
