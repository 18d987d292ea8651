import { drawCall } from "../actions/rounds/draw.ts";
import { fallBackSelectionCall } from "../actions/rounds/fallBackSelection.ts";
import { getDraw, type GetDrawReturnType } from "../actions/rounds/getDraw.ts";
import { getDrawProof } from "../actions/rounds/getDrawProof.ts";
import { getEvaluationSet } from "../actions/rounds/getEvaluationSet.ts";
import { selectSeedsCall } from "../actions/rounds/selectSeeds.ts";
import { findFirstBlock } from "../chain/firstBlock.ts";
import { wouldSucceed } from "../chain/simulate.ts";
import type { RoundMarket } from "../rounds/markets.ts";
import type { RoundTask } from "../rounds/tasks.ts";
import { ROUND_KINDS, type RoundKind } from "../types/round.ts";
import { formatTime } from "../utils/format.ts";
import { at, combine, decision, type Findings, NOTHING, ready, type RoundFacts } from "./facts.ts";
import { hasQuestion, openNodeTask } from "./opening.ts";
import { isFree } from "./settlement.ts";

const SELECTED_KINDS = ["originality", "children"] as const;

/** Evaluation: the draw, the evaluation sets, markets for what was selected. Later: giving sets up. */
export async function evaluationTasks(facts: RoundFacts): Promise<Findings> {
  const { phase } = facts.round;
  if (phase === "challenge" || phase === "settled") return { tasks: fallBackSelections(facts), appointments: [] };
  if (phase !== "evaluation") return NOTHING;
  const selections = ROUND_KINDS.map((kind) => selectionTasks(facts, kind));
  const parts = await Promise.all([drawTasks(facts), ...selections, selectedNodes(facts)]);
  return combine([...parts, audits(facts)]);
}

function fallBackSelections({ contracts: { rounds }, selections, round: { round } }: RoundFacts): RoundTask[] {
  return SELECTED_KINDS.filter((kind) => isPending(selections[kind])).map((kind) => {
    const why = `Gives up the evaluation set for ${kind}, which nobody chose in time: its tokens pay the same each.`;
    const call = fallBackSelectionCall({ rounds, round, kind });
    return ready("fallBackSelection", call, { round, kind }, why);
  });
}

function isPending({ opened, done, fellBack }: RoundFacts["selections"][RoundKind]): boolean {
  return opened && !done && !fellBack;
}

async function drawTasks(facts: RoundFacts): Promise<Findings> {
  const { client, contracts, selections, round, now, beacon, blockNumber } = facts;
  const { rounds } = contracts;
  if (round.random !== undefined || !SELECTED_KINDS.some((kind) => isPending(selections[kind]))) return NOTHING;
  const draw = await getDraw(client, { rounds, round: round.round, blockNumber });
  if (now < draw.time) return { tasks: [], appointments: [at(draw.time, `draw takes ${describeDraw(draw)}`)] };

  const until = BigInt(round.schedule.evaluatedAt);
  if (draw.kind === "headers" || (draw.kind === "drand" && beacon !== undefined)) {
    const proof = await getDrawProof(client, { rounds, round: round.round, beacon, blockNumber });
    const call = drawCall({ rounds, proof });
    if (await wouldSucceed(client, call, { blockNumber })) {
      return { tasks: [ready("draw", call, { proof }, "Draws the seeds to evaluate.", { until })], appointments: [] };
    }
    if (draw.kind === "headers") return { tasks: [], appointments: [await headerAppointment(facts, draw)] };
  }
  const { kind, reference, chainHash } = draw;
  const why = `Draws the seeds to evaluate; it takes ${describeDraw(draw)}.`;
  const task = decision("draw", "anyone", { kind, reference, chainHash }, why, until);
  return { tasks: [{ ...task, isOptional: false }], appointments: [] };
}

/** What a draw refers to, in words. */
function describeDraw({ kind, reference, chainHash, source }: GetDrawReturnType): string {
  if (kind === "headers") return `the headers of the first block from ${formatTime(reference)} on and of its parent`;
  if (kind === "drand") return `round ${reference} of drand's beacon ${chainHash ?? ""}: fetch it, and pass it`;
  return `the proof of ${reference} by the source ${source}, of the kind "${kind}"`;
}

/** A block's hash is known from the next one on. After 8,191 blocks it is forgotten, and the draw waits for another time. */
async function headerAppointment(facts: RoundFacts, { time, missedAt = time }: GetDrawReturnType) {
  const { client, blockNumber } = facts;
  if ((await findFirstBlock(client, { time, latest: blockNumber })) === blockNumber) {
    return { at: undefined, block: blockNumber + 1n, what: "draw takes the headers of the block before" };
  }
  return at(missedAt, "the block that decides is of no use (its hash is forgotten): draw takes another one then");
}

async function selectionTasks(facts: RoundFacts, kind: RoundKind): Promise<Findings> {
  const { client, contracts, selections, round, now, blockNumber } = facts;
  const { rounds } = contracts;
  const { auditedAt, evaluatedAt } = round.schedule;
  if (!isPending(selections[kind])) return NOTHING;
  if (now < BigInt(auditedAt)) {
    return { tasks: [], appointments: [at(BigInt(auditedAt), "audits have ended: selectSeeds")] };
  }
  const isDrawn = kind === "weight" || round.random !== undefined;
  if (!isDrawn) return NOTHING;
  const set = await getEvaluationSet(client, { rounds, round: round.round, kind, blockNumber });
  const parameters = { kind, paid: set.paid };
  const why = kind === "weight" ? "Fixes which seeds' weights are audited." : `Fixes who is evaluated for ${kind}.`;
  const call = selectSeedsCall({ rounds, ...parameters });
  // Without audits of weights there is nothing to fix.
  const isOptional = kind === "weight" && set.paid === 0n;
  return {
    tasks: [ready("selectSeeds", call, parameters, why, { until: BigInt(evaluatedAt), isOptional })],
    appointments: [],
  };
}

/** The jury needs a market to judge, whether or not anybody traded. */
async function selectedNodes(facts: RoundFacts): Promise<Findings> {
  const { contracts, markets, selections, round } = facts;
  const missing = markets.filter(
    (entry) => entry.status === "notOpened" && isSelected(selections, entry) && hasQuestion(entry),
  );
  const free = await Promise.all(missing.map(({ node }) => isFree(facts, node)));
  const until = BigInt(round.schedule.evaluatedAt);
  const tasks = missing.filter((_, i) => free[i]).map((entry) => openNodeTask(contracts.rounds, entry, { until }));
  return { tasks, appointments: [] };
}

/** Whether the jury is asked about the seed of a market. */
export function isSelected(selections: RoundFacts["selections"], { kind, isSelection, index }: RoundMarket): boolean {
  return !isSelection && index !== undefined && kind !== "weight" && selections[kind].selected.includes(index);
}

function audits({ now, round, selections }: RoundFacts): Findings {
  const until = BigInt(round.schedule.auditedAt);
  if (now >= until || !ROUND_KINDS.some((kind) => isPending(selections[kind]))) return NOTHING;
  const why = "Pay for the jury to look at a seed.";
  return { tasks: [decision("requestAudit", "anyone", { round: round.round }, why, until)], appointments: [] };
}
