import { clearAuctionCall } from "../actions/auction/clearAuction.ts";
import { getAuction } from "../actions/auction/getAuction.ts";
import { openNodeCall } from "../actions/rounds/openNode.ts";
import { openSeedsCall } from "../actions/rounds/openSeeds.ts";
import { openSelectionCall } from "../actions/rounds/openSelection.ts";
import type { RoundMarket } from "../rounds/markets.ts";
import type { RoundTask } from "../rounds/tasks.ts";
import { kindIndex, type RoundKind } from "../types/round.ts";
import { at, combine, decision, type Findings, nameOf, ready, type RoundFacts } from "./facts.ts";
import { isFree } from "./settlement.ts";

/** Registration, Opening and Trading: proposals, the markets, their auctions. */
export async function openingTasks(facts: RoundFacts): Promise<Findings> {
  const { phase, schedule } = facts.round;
  if (phase === "registration") return { tasks: registration(facts), appointments: [] };
  if (phase !== "opening" && phase !== "trading") return combine([]);
  const closesAt = BigInt(schedule.closesAt);
  const auctions = facts.markets.filter(({ status }) => status === "opening");
  const parts = await Promise.all([
    marketsOf(facts),
    nodesOf(facts),
    ...auctions.map((market) => auctionTasks(facts, market)),
  ]);
  const trade = decision("trade", "anyone", {}, "Move prices to where you think the jury will put them.", closesAt);
  return combine([...parts, { tasks: phase === "trading" ? [trade] : [], appointments: [] }]);
}

function registration({ round: { schedule } }: RoundFacts): RoundTask[] {
  const openingAt = BigInt(schedule.openingAt);
  // The last eighth of Registration is for challenges.
  const proposedUntil = openingAt - (openingAt - BigInt(schedule.registrationAt)) / 8n;
  return [
    decision("proposeEdge", "anyone", {}, "Add a dependency that the graph lacks.", proposedUntil),
    decision("challengeEdge", "anyone", {}, "Stake against a proposed dependency.", openingAt),
    decision("declare", "maintainer", {}, "Say what your project depends on, and how much.", openingAt),
  ].filter(({ until = 0n }) => until > 0n);
}

/** Whether pools of the kind can be opened in this phase, or prepared. */
function isOpen({ round: { phase }, config }: RoundFacts, kind: RoundKind): boolean {
  return phase === "trading" || ((config.openingKinds >> kindIndex(kind)) & 1) === 1;
}

async function marketsOf(facts: RoundFacts): Promise<Findings> {
  const { contracts, selections, round } = facts;
  const { rounds, target } = contracts;
  if (!(await isFree(facts, target))) return combine([]);
  const until = BigInt(round.schedule.closesAt);
  const tasks: RoundTask[] = [];
  if (!selections.weight.opened && isOpen(facts, "weight")) {
    tasks.push(ready("openSeeds", openSeedsCall({ rounds }), {}, "Opens the market of the seeds' weights.", { until }));
  }
  for (const kind of ["originality", "children"] as const) {
    if (selections[kind].opened) continue;
    const why = `Opens the selection of seeds for ${kind}; their markets come after it.`;
    tasks.push(ready("openSelection", openSelectionCall({ rounds, kind }), { kind }, why, { until }));
  }
  return { tasks, appointments: [] };
}

async function nodesOf(facts: RoundFacts): Promise<Findings> {
  const { contracts, selections, round } = facts;
  const until = BigInt(round.schedule.closesAt);
  const closed = facts.markets.filter(
    ({ status, isSelection, index, kind }) =>
      status === "notOpened" && !isSelection && index !== undefined && selections[kind].opened && isOpen(facts, kind),
  );
  const free = await Promise.all(closed.map(({ node }) => isFree(facts, node)));
  const tasks = closed
    .filter((market, i) => free[i] && hasQuestion(market))
    .map((market) => openNodeTask(contracts.rounds, market, { until, isOptional: true }));
  return { tasks, appointments: [] };
}

/** Whether there is something to ask: of children that are not two any more there is not. */
export function hasQuestion({ kind, outcomes }: RoundMarket): boolean {
  return kind === "originality" || outcomes.length > 1;
}

export function openNodeTask(
  rounds: RoundFacts["contracts"]["rounds"],
  market: RoundMarket,
  rest: Partial<RoundTask>,
): RoundTask {
  const { kind, index = 0 } = market;
  const why = `Creates the market of ${nameOf(market)}.`;
  return ready("openNode", openNodeCall({ rounds, kind, index }), { kind, index }, why, rest);
}

async function auctionTasks({ client, config, blockNumber }: RoundFacts, entry: RoundMarket): Promise<Findings> {
  const { market } = entry;
  const auction = await getAuction(client, { auction: config.opening, market, blockNumber });
  const { phase, revealsAt, opensAt, closesAt } = auction;
  const parameters = { market };
  const opens = at(opensAt, `clearAuction opens the pool of ${nameOf(entry)}`);
  switch (phase) {
    case "committing": {
      const why = `Bid on ${nameOf(entry)}, sealed.`;
      const reveals = at(revealsAt, `bids on ${nameOf(entry)} are revealed`);
      return { tasks: [decision("commitBid", "anyone", parameters, why, revealsAt)], appointments: [reveals, opens] };
    }
    case "revealing": {
      const why = `Reveal your bid on ${nameOf(entry)}, or lose half of the deposit.`;
      return { tasks: [decision("revealBid", "anyone", parameters, why, opensAt)], appointments: [opens] };
    }
    case "clearing": {
      const why = `Opens the pool of ${nameOf(entry)} at the prices of the bids.`;
      const call = clearAuctionCall({ auction: config.opening, market });
      return { tasks: [ready("clearAuction", call, parameters, why, { until: closesAt })], appointments: [] };
    }
    case "none":
    case "opened":
    case "void":
      return combine([]);
  }
}
