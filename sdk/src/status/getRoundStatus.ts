import { zeroAddress, type Address } from "viem";
import { getBlock } from "viem/actions";

import { edgeRegistryAbi } from "../abi/edgeRegistry.ts";
import { roundsAbi } from "../abi/rounds.ts";
import { getMarkets } from "../actions/rounds/getMarkets.ts";
import { getRound } from "../actions/rounds/getRound.ts";
import { getSelection } from "../actions/rounds/getSelection.ts";
import { explained } from "../chain/explain.ts";
import { given } from "../chain/given.ts";
import type { LogRange } from "../chain/logRange.ts";
import { read, type ReadErrorType } from "../chain/read.ts";
import { readRoundContracts } from "../chain/roundContracts.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import type { RoundAppointment, RoundStatus } from "../rounds/tasks.ts";
import type { ReadClient } from "../types/client.ts";
import type { RoundSchedule } from "../types/round.ts";
import { evaluationTasks } from "./evaluation.ts";
import { at, combine, type RoundFacts } from "./facts.ts";
import { judgingTasks } from "./judging.ts";
import { openingTasks } from "./opening.ts";
import { settlementTasks } from "./settlement.ts";

export type GetRoundStatusParameters = Omit<LogRange, "toBlock"> & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Address of the `FundingPool` contract, to be told what can be recorded and swept. */
  readonly fundingPool?: Address | undefined;
  /** What a server of drand answered, for a draw by a beacon that is due: JSON, or the signature in hexadecimal. */
  readonly beacon?: string | undefined;
  /** Tokens of the funding pool, the zero address for ether; by default ether and the money of the rounds. */
  readonly tokens?: readonly Address[] | undefined;
};

export type GetRoundStatusReturnType = RoundStatus;

export type GetRoundStatusErrorType = ThrownBy["getRoundStatus"] | ReadErrorType;

/**
 * Says where the current round stands, and what can be called now and by whom. Whoever sends every `call` of the list
 * that is anyone's, and looks again at `next`, keeps an ecosystem going: nothing of a round needs a certain account.
 * The payouts that `finalize` asks for are read out of events, from `fromBlock` on.
 * @throws {HeaderHashMismatchError} when the chain's headers have fields that this package does not know.
 * @throws {InvalidBeaconError} when the beacon is not what drand answers.
 * @throws {WrongBeaconError} when the beacon is another round's.
 * @throws {InvalidParameterError} when the blocks to search are none.
 */
export async function getRoundStatus(
  client: ReadClient,
  parameters: GetRoundStatusParameters,
): Promise<GetRoundStatusReturnType> {
  const facts = await readFacts(client, parameters);
  const { now, round } = facts;
  const parts = await Promise.all([
    evaluationTasks(facts),
    judgingTasks(facts),
    settlementTasks(facts),
    openingTasks(facts),
  ]);
  const { tasks, appointments } = combine(parts);
  const nextPhase = nextPhaseOf(round.schedule, now);
  return {
    round: round.round,
    phase: round.phase,
    schedule: round.schedule,
    now,
    secondsToNextPhase: nextPhase?.at === undefined ? undefined : nextPhase.at - now,
    tasks: [...tasks].sort((a, b) => Number(a.isOptional) - Number(b.isOptional)),
    next: earliest([...appointments, ...(nextPhase ? [nextPhase] : [])], now),
  };
}

async function readFacts(client: ReadClient, parameters: GetRoundStatusParameters): Promise<RoundFacts> {
  const { rounds } = given(parameters);
  const { fundingPool, fromBlock, maxBlockRange, beacon } = parameters;
  const { number: blockNumber, timestamp: now } = await explained(getBlock(client));
  const [contracts, config, round] = await Promise.all([
    readRoundContracts(client, { rounds, blockNumber }),
    read(client, { address: rounds, abi: roundsAbi, functionName: "config", blockNumber }),
    getRound(client, { rounds, blockNumber }),
  ]);
  const at = { rounds, round: round.round, blockNumber };
  const [markets, [seeds], weight, originality, children] = await Promise.all([
    getMarkets(client, at),
    read(client, {
      address: contracts.registry,
      abi: edgeRegistryAbi,
      functionName: "roster",
      args: [round.round, contracts.target],
      blockNumber,
    }),
    getSelection(client, { ...at, kind: "weight" }),
    getSelection(client, { ...at, kind: "originality" }),
    getSelection(client, { ...at, kind: "children" }),
  ]);
  const { tokens = [zeroAddress, contracts.money] } = parameters;
  const selections = { weight, originality, children };
  const range = { fromBlock, maxBlockRange };
  const known = { client, contracts, config, fundingPool, tokens, range, blockNumber, now, beacon };
  return { ...known, round, seeds, selections, markets };
}

function nextPhaseOf(schedule: RoundSchedule, now: bigint): RoundAppointment | undefined {
  const { openingAt, tradingAt, closesAt, evaluatedAt, settlesAt } = schedule;
  const phases: readonly (readonly [number, string])[] = [
    [openingAt, "Opening begins"],
    [tradingAt, "Trading begins"],
    [closesAt, "Evaluation begins"],
    [evaluatedAt, "Challenge begins"],
    [settlesAt, "the round is settled"],
  ];
  // Without an auction Opening takes no time: what begins then is Trading.
  const next = phases.filter(([time]) => BigInt(time) > now).sort(([a], [b]) => a - b);
  const [first] = next;
  const last = next.filter(([time]) => time === first?.[0]).at(-1);
  return last && at(BigInt(last[0]), last[1]);
}

/** A block comes every few seconds: before any time that is known. */
function earliest(appointments: readonly RoundAppointment[], now: bigint): RoundAppointment | undefined {
  const block = appointments.find(({ block }) => block !== undefined);
  if (block) return block;
  const later = appointments.filter(({ at = 0n }) => at > now);
  return later.sort((a, b) => Number((a.at ?? 0n) - (b.at ?? 0n)))[0];
}
