import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../abi/edgeRegistry.ts";
import { fundingPoolAbi } from "../abi/fundingPool.ts";
import { juryAbi } from "../abi/jury.ts";
import { getFundingPool } from "../actions/funding/getFundingPool.ts";
import { getPot } from "../actions/funding/getPot.ts";
import { recordCall } from "../actions/funding/record.ts";
import { sweepCall } from "../actions/funding/sweep.ts";
import { collectAuditCall } from "../actions/jury/collectAudit.ts";
import { distributeRewardsCall } from "../actions/jury/distributeRewards.ts";
import { getAudits } from "../actions/jury/getAudits.ts";
import { getNode } from "../actions/registry/getNode.ts";
import { collectSlashedCall } from "../actions/registry/collectSlashed.ts";
import { getRegistry } from "../actions/registry/getRegistry.ts";
import { sealCall } from "../actions/registry/seal.ts";
import { collectCall } from "../actions/rounds/collect.ts";
import { collectCompensationCall } from "../actions/rounds/collectCompensation.ts";
import { getRound } from "../actions/rounds/getRound.ts";
import { settleSeedCall } from "../actions/rounds/settleSeed.ts";
import { settleTargetCall } from "../actions/rounds/settleTarget.ts";
import { startRoundCall } from "../actions/rounds/startRound.ts";
import { read } from "../chain/read.ts";
import { wouldSucceed } from "../chain/simulate.ts";
import type { RoundTask } from "../rounds/tasks.ts";
import { ROUND_KINDS, type RoundKind } from "../types/round.ts";
import { mapInBatches } from "../utils/batches.ts";
import { at, combine, decision, type Findings, NOTHING, ready, type RoundFacts } from "./facts.ts";

/** Final weights, what comes back, rewards, and the next round. */
export async function settlementTasks(facts: RoundFacts): Promise<Findings> {
  const { phase } = facts.round;
  const isOver = phase === "none" || phase === "settled";
  const isTraded = phase === "evaluation" || phase === "challenge" || phase === "settled";
  const parts = await Promise.all([
    settleNodes(facts),
    isTraded ? collectAll(facts) : NOTHING,
    collectBonds(facts),
    isTraded ? collectAudits(facts) : NOTHING,
    distribution(facts),
    isOver ? start(facts) : NOTHING,
    funding(facts),
  ]);
  return combine(parts);
}

/** Whether a node waits for no settlement of an earlier round: only then can its market be opened. */
export async function isFree({ client, contracts, round, blockNumber }: RoundFacts, node: Hex): Promise<boolean> {
  const { touchedRound, settledRound } = await getNode(client, { registry: contracts.registry, node, blockNumber });
  return touchedRound <= settledRound || BigInt(touchedRound) === round.round;
}

/** Keeps the tasks whose calls would succeed: what they wait for is in the list of others. */
async function possible({ client, blockNumber }: RoundFacts, tasks: readonly RoundTask[]): Promise<Findings> {
  const succeeds = await mapInBatches(tasks, async ({ call }) =>
    call ? wouldSucceed(client, call, { blockNumber }) : true,
  );
  return { tasks: tasks.filter((_, i) => succeeds[i]), appointments: [] };
}

/** The target and the seeds that took part in this round, or in an earlier one that holds them up. */
async function settleNodes(facts: RoundFacts): Promise<Findings> {
  const { client, contracts, seeds, blockNumber } = facts;
  const { registry, target } = contracts;
  const tasks = await mapInBatches([target, ...seeds], async (node) => {
    const { touchedRound, settledRound } = await getNode(client, { registry, node, blockNumber });
    if (touchedRound <= settledRound) return [];
    return settleNode(facts, node, BigInt(touchedRound));
  });
  return possible(facts, tasks.flat());
}

async function settleNode(facts: RoundFacts, node: Hex, round: bigint): Promise<RoundTask[]> {
  const { client, contracts, blockNumber } = facts;
  const { registry, rounds, target } = contracts;
  if (node === target) {
    const call = settleTargetCall({ rounds, round });
    return [ready("settleTarget", call, { round }, "Computes the final weights of the seeds.")];
  }
  const [seeds] = await read(client, {
    address: registry,
    abi: edgeRegistryAbi,
    functionName: "roster",
    args: [round, target],
    blockNumber,
  });
  const index = seeds.indexOf(node);
  if (index < 0) return [];
  const why = `Computes the final weights and the originality of seed ${index}.`;
  return [ready("settleSeed", settleSeedCall({ rounds, round, index }), { round, index }, why)];
}

/** What the markets owe the sponsors. */
function collectAll(facts: RoundFacts): Promise<Findings> {
  const {
    contracts,
    round: { round },
    markets,
  } = facts;
  const { rounds } = contracts;
  const seeds = markets.filter(({ isSelection, index }) => !isSelection && index !== undefined);
  const questions: readonly { readonly kind: RoundKind; readonly index: number }[] = [
    { kind: "weight", index: 0 },
    ...seeds.map(({ kind, index = 0 }) => ({ kind, index })),
    // What a kind did not need is there even if it asked nothing.
    ...ROUND_KINDS.filter((kind) => kind !== "weight" && !seeds.some((seed) => seed.kind === kind)).map((kind) => ({
      kind,
      index: 0,
    })),
  ];
  const tasks = questions.map(({ kind, index }) => {
    const why = "Brings back to the sponsors what a market owes them.";
    const parameters = { round, kind, index };
    return ready("collect", collectCall({ rounds, ...parameters }), parameters, why);
  });
  return possible(facts, tasks);
}

/** What bonds owe the sponsors of a round, and the jurors. */
async function collectBonds(facts: RoundFacts): Promise<Findings> {
  const { client, contracts, round, blockNumber } = facts;
  const { registry, rounds } = contracts;
  const contract = { address: registry, abi: edgeRegistryAbi, blockNumber } as const;
  const tasks: RoundTask[] = [];
  for (const number of [round.round - 1n, round.round].filter((one) => one > 0n)) {
    const owed = await read(client, { ...contract, functionName: "compensationOf", args: [number] });
    if (owed === 0n) continue;
    const why = `Brings ${owed} units that bonds owe back to the sponsors of round ${number}.`;
    const parameters = { round: number };
    tasks.push(ready("collectCompensation", collectCompensationCall({ rounds, ...parameters }), parameters, why));
  }
  if ((await read(client, { ...contract, functionName: "slashed" })) > 0n) {
    const why = "Gives the jurors what was slashed of bonds.";
    tasks.push(ready("collectSlashed", collectSlashedCall({ registry }), {}, why, { isOptional: true }));
  }
  return possible(facts, tasks);
}

async function collectAudits(facts: RoundFacts): Promise<Findings> {
  const {
    client,
    contracts,
    round: { round },
    seeds,
    blockNumber,
  } = facts;
  const { jury } = contracts;
  const count = BigInt(seeds.length);
  const payments = await Promise.all(
    ROUND_KINDS.map((kind) => getAudits(client, { jury, round, kind, count, blockNumber })),
  );
  const tasks = ROUND_KINDS.flatMap((kind, k) =>
    (payments[k] ?? []).flatMap((amount, index): RoundTask[] => {
      if (amount === 0n) return [];
      const why = `Moves what was paid for an audit of seed ${index} to the jurors' rewards.`;
      const parameters = { round, kind, index };
      return [ready("collectAudit", collectAuditCall({ jury, ...parameters }), parameters, why, { isOptional: true })];
    }),
  );
  return possible(facts, tasks);
}

/** Rewards of the next round in turn, a week after it was settled. */
async function distribution({ client, contracts, now, round, blockNumber }: RoundFacts): Promise<Findings> {
  const { jury, rounds } = contracts;
  const contract = { address: jury, abi: juryAbi, blockNumber } as const;
  const [last, delay] = await Promise.all([
    read(client, { ...contract, functionName: "lastDistributed" }),
    read(client, { ...contract, functionName: "REWARD_DELAY" }),
  ]);
  const next = last + 1n;
  if (next > round.round) return NOTHING;
  const { schedule } = await getRound(client, { rounds, round: next, blockNumber });
  const from = BigInt(schedule.settlesAt) + delay;
  if (now < from) {
    // Far ahead it is no appointment: the phases come first.
    const what = `distributeRewards of round ${next}`;
    return { tasks: [], appointments: round.phase === "settled" ? [at(from, what)] : [] };
  }
  const why = `Fixes what the jurors of round ${next} get for each comparison.`;
  const call = distributeRewardsCall({ jury, round: next });
  return { tasks: [ready("distributeRewards", call, { round: next }, why, { isOptional: true })], appointments: [] };
}

async function start(facts: RoundFacts): Promise<Findings> {
  const { client, contracts, config, round, blockNumber } = facts;
  const { registry, rounds } = contracts;
  const { isSealed, genesisHash, genesisRoot } = await getRegistry(client, { registry, blockNumber });
  if (!isSealed) {
    if (genesisHash === genesisRoot) {
      return { tasks: [ready("seal", sealCall({ registry }), {}, "Ends the import of the graph.")], appointments: [] };
    }
    const why = "Import the graph that the deployment has committed to.";
    return { tasks: [{ ...decision("importNodes", "anyone", {}, why), isOptional: false }], appointments: [] };
  }
  const next = round.round + 1n;
  const { budget } = await getRound(client, { rounds, round: next, blockNumber });
  if (budget >= config.minBudget) {
    const why = `Starts round ${next} with a budget of ${budget} units.`;
    return { tasks: [ready("startRound", startRoundCall({ rounds }), {}, why)], appointments: [] };
  }
  const missing = config.minBudget - budget;
  const why = `Round ${next} needs ${missing} units more of its sponsors to start.`;
  const task = { ...decision("sponsor", "sponsor", { amount: missing }, why), isOptional: false };
  return { tasks: [task], appointments: [] };
}

/** Money that was sent and not recorded, and what nobody claimed in time. */
async function funding(facts: RoundFacts): Promise<Findings> {
  const { fundingPool, tokens } = facts;
  if (fundingPool === undefined) return NOTHING;
  return combine(await Promise.all(tokens.map((token) => fundingOf(facts, fundingPool, token))));
}

async function fundingOf({ client, blockNumber }: RoundFacts, fundingPool: Address, token: Address): Promise<Findings> {
  const [unrecorded, { unsettled = 0n, claimRounds }] = await Promise.all([
    read(client, { address: fundingPool, abi: fundingPoolAbi, functionName: "unrecorded", args: [token], blockNumber }),
    getFundingPool(client, { fundingPool, blockNumber }),
  ]);
  const tasks: RoundTask[] = [];
  if (unrecorded > 0n) {
    const why = `Allots ${unrecorded} units that have arrived to round ${unsettled}.`;
    tasks.push(ready("record", recordCall({ fundingPool, token }), { token }, why, { isOptional: true }));
  }
  for (let round = 1n; round + claimRounds < unsettled; ++round) {
    const { allotted, claimed, returned, isSwept } = await getPot(client, { fundingPool, round, token, blockNumber });
    const left = allotted - claimed - returned;
    if (isSwept || left === 0n) continue;
    const why = `Brings ${left} units that nobody claimed in round ${round} to round ${unsettled}.`;
    const call = sweepCall({ fundingPool, round, token });
    tasks.push(ready("sweep", call, { round, token }, why, { isOptional: true }));
  }
  return { tasks, appointments: [] };
}
