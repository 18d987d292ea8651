import { encodeAbiParameters, encodeEventTopics, keccak256, type Hash, type Hex } from "viem";

import { juryAbi } from "../abi/jury.ts";
import { affirmCall } from "../actions/jury/affirm.ts";
import { fallBackCall } from "../actions/jury/fallBack.ts";
import { finalizeCall } from "../actions/jury/finalize.ts";
import { getJury, type GetJuryReturnType } from "../actions/jury/getJury.ts";
import { getPosting, type GetPostingReturnType } from "../actions/jury/getPosting.ts";
import { getTally } from "../actions/jury/getTally.ts";
import { parsePostLogs } from "../actions/jury/post.ts";
import { readLogs, toBlockRange } from "../chain/logRange.ts";
import { read } from "../chain/read.ts";
import type { RoundMarket } from "../rounds/markets.ts";
import { formatId } from "../utils/format.ts";
import { isSelected } from "./evaluation.ts";
import { at, combine, decision, type Findings, nameOf, NOTHING, ready, type RoundFacts } from "./facts.ts";

/** The jury's part: who judges is committed before trading ends, what is judged becomes final after it. */
export async function judgingTasks(facts: RoundFacts): Promise<Findings> {
  const { client, contracts, round, blockNumber, markets } = facts;
  if (round.phase === "none") return NOTHING;
  if (isBeforeEvaluation(facts)) return commitment(facts);
  const jury = await getJury(client, { jury: contracts.jury, blockNumber });
  const judged = markets.filter((entry) => isJudged(facts, entry));
  return combine(await Promise.all(judged.map((entry) => marketTasks(facts, jury, entry))));
}

function isBeforeEvaluation({ round: { phase } }: RoundFacts): boolean {
  return phase === "registration" || phase === "opening" || phase === "trading";
}

async function commitment({ client, contracts, round, blockNumber }: RoundFacts): Promise<Findings> {
  const root = await read(client, {
    address: contracts.jury,
    abi: juryAbi,
    functionName: "jurorsOf",
    args: [round.round],
    blockNumber,
  });
  if (BigInt(root) !== 0n) return NOTHING;
  const why = "Fix who the jurors are before trading ends, or no ballot can be published.";
  const until = BigInt(round.schedule.closesAt);
  return { tasks: [decision("commitJurors", "jurors' Safe", { round: round.round }, why, until)], appointments: [] };
}

/** What others wait for: the weights of seeds, what was selected, and without a selection all that was opened. */
function isJudged({ selections }: RoundFacts, entry: RoundMarket): boolean {
  if (entry.market === 0n || entry.isSelection || entry.status === "resolved") return false;
  return entry.kind === "weight" || selections[entry.kind].fellBack || isSelected(selections, entry);
}

async function marketTasks(facts: RoundFacts, jury: GetJuryReturnType, entry: RoundMarket): Promise<Findings> {
  const { client, contracts, blockNumber } = facts;
  const posting = await getPosting(client, { jury: contracts.jury, market: entry.market, blockNumber });
  const answers = safeTasks(facts, jury, entry, posting);
  if (posting.status === "none") return combine([answers, await fallBackTasks(facts, jury, entry)]);
  return combine([answers, await finalizeTasks(facts, entry, posting)]);
}

/** What has to be decided: postings, challenges, answers. */
function safeTasks(
  { now, round, contracts }: RoundFacts,
  { challengeWindow, answerPeriod }: GetJuryReturnType,
  entry: RoundMarket,
  { status, since, amendments }: GetPostingReturnType,
): Findings {
  const { market } = entry;
  const evaluatedAt = BigInt(round.schedule.evaluatedAt);
  const tasks = [];
  if (status === "none") {
    tasks.push(decision("post", "jurors' Safe", { market }, `Post the jury's word on ${nameOf(entry)}.`, evaluatedAt));
    tasks.push(decision("publishBallot", "anyone", { market }, "Publish ballots that jurors signed.", evaluatedAt));
  }
  if (status === "posted") {
    const why = `Stake against what was posted on ${nameOf(entry)}.`;
    tasks.push(decision("challenge", "anyone", { market }, why, since + challengeWindow));
  }
  if (status === "challenged") {
    const until = since + answerPeriod;
    const call = affirmCall({ jury: contracts.jury, market });
    const affirm = `Stand by what was posted on ${nameOf(entry)}.`;
    tasks.push(ready("affirm", call, { market }, affirm, { who: "jurors' Safe", until, isOptional: true }));
    const amend = `Correct what was posted on ${nameOf(entry)}.`;
    if (amendments < 2) tasks.push(decision("amend", "jurors' Safe", { market }, amend, until));
  }
  return { tasks: tasks.filter(({ until }) => until === undefined || now < until), appointments: [] };
}

/** Without a posting by the deadline; with enough ballots a verified posting has until the hard end. */
async function fallBackTasks(
  { client, contracts, now, round, blockNumber }: RoundFacts,
  { minBallots, challengeWindow, answerPeriod }: GetJuryReturnType,
  entry: RoundMarket,
): Promise<Findings> {
  const { market } = entry;
  const { jury } = contracts;
  const evaluatedAt = BigInt(round.schedule.evaluatedAt);
  const { ballots } = await getTally(client, { jury, market, blockNumber });
  const isProvable = ballots >= minBallots;
  const from = isProvable ? evaluatedAt - 1n + 3n * (challengeWindow + answerPeriod) : evaluatedAt;
  const name = nameOf(entry);
  if (now < from) {
    const prove = decision("postVerified", "anyone", { market }, `Prove the jury's word on ${name}.`, from);
    const tasks = isProvable && now >= evaluatedAt ? [prove] : [];
    return { tasks, appointments: [at(from, `fallBack resolves ${name} to its prices, unless the jury posts`)] };
  }
  const why = `Resolves ${name}, which the jury did not judge, to its time-weighted prices.`;
  return { tasks: [ready("fallBack", fallBackCall({ jury, market }), { market }, why)], appointments: [] };
}

async function finalizeTasks(
  facts: RoundFacts,
  entry: RoundMarket,
  { finalFrom, payoutsHash }: GetPostingReturnType,
): Promise<Findings> {
  const { contracts, now } = facts;
  const { market } = entry;
  const name = nameOf(entry);
  if (finalFrom === undefined) return NOTHING;
  if (now < finalFrom)
    return { tasks: [], appointments: [at(finalFrom, `finalize makes the posting on ${name} final`)] };
  const payouts = await findPayouts(facts, market, payoutsHash);
  const why = `Makes the jury's word on ${name} final.`;
  // The contract keeps a hash of what was posted; without its event nobody knows what to send.
  if (payouts === undefined)
    return { tasks: [{ ...decision("finalize", "anyone", { market }, why), isOptional: false }], appointments: [] };
  const call = finalizeCall({ jury: contracts.jury, market, payouts });
  return { tasks: [ready("finalize", call, { market, payouts }, why)], appointments: [] };
}

/** Looks for a posting from the latest block backwards: it is days old. */
async function findPayouts(
  { client, contracts, range, blockNumber }: RoundFacts,
  market: bigint,
  payoutsHash: Hash,
): Promise<readonly bigint[] | undefined> {
  const { jury } = contracts;
  const [posted] = encodeEventTopics({ abi: juryAbi, eventName: "Posted" }) as [Hex];
  const filters = [{ address: jury, topics: [posted, formatId(market)] }];
  const { fromBlock, maxBlockRange } = await toBlockRange(client, { ...range, toBlock: blockNumber });
  for (let to = blockNumber; to >= fromBlock; to -= maxBlockRange) {
    const from = to - maxBlockRange + 1n;
    const step = { fromBlock: from > fromBlock ? from : fromBlock, toBlock: to, maxBlockRange };
    const logs = parsePostLogs({ logs: await readLogs(client, filters, step), jury });
    const found = logs.find(({ args }) => hashPayouts(args.payouts) === payoutsHash);
    if (found) return found.args.payouts;
  }
  return undefined;
}

function hashPayouts(payouts: readonly bigint[]): Hash {
  return keccak256(encodeAbiParameters([{ type: "uint256[]" }], [payouts]));
}
