import type { Address, Hex } from "viem";

import type { GetRoundReturnType } from "../actions/rounds/getRound.ts";
import type { GetSelectionReturnType } from "../actions/rounds/getSelection.ts";
import type { LogRange } from "../chain/logRange.ts";
import type { RoundContracts } from "../chain/roundContracts.ts";
import type { RoundMarket } from "../rounds/markets.ts";
import type { RoundAppointment, RoundTask } from "../rounds/tasks.ts";
import type { AnyCall } from "../types/call.ts";
import type { ReadClient } from "../types/client.ts";
import type { RoundKind } from "../types/round.ts";

/** All that the parts of `getRoundStatus` look at, read at one block. */
export type RoundFacts = {
  readonly client: ReadClient;
  readonly contracts: RoundContracts;
  readonly config: RoundConfig;
  readonly fundingPool: Address | undefined;
  readonly tokens: readonly Address[];
  /** Which blocks to search for postings. */
  readonly range: LogRange;
  readonly blockNumber: bigint;
  /** Time of the block, in unix seconds. */
  readonly now: bigint;
  /** A beacon for the draw, as drand answers. */
  readonly beacon: string | undefined;
  readonly round: GetRoundReturnType;
  readonly seeds: readonly Hex[];
  readonly selections: Readonly<Record<RoundKind, GetSelectionReturnType>>;
  readonly markets: readonly RoundMarket[];
};

/** What of a deployment's configuration the list of tasks depends on. */
export type RoundConfig = {
  readonly opening: Address;
  /** Kinds whose pools open by auction: bit k for kind k. */
  readonly openingKinds: number;
  /** In units of money. */
  readonly minBudget: bigint;
};

/** What a part finds: tasks for now, and moments at which there will be more. */
export type Findings = { readonly tasks: readonly RoundTask[]; readonly appointments: readonly RoundAppointment[] };

export const NOTHING: Findings = { tasks: [], appointments: [] };

/** Puts findings together. */
export function combine(parts: readonly Findings[]): Findings {
  return {
    tasks: parts.flatMap(({ tasks }) => tasks),
    appointments: parts.flatMap(({ appointments }) => appointments),
  };
}

/** Something that anyone can send as it is. */
export function ready(
  action: string,
  call: AnyCall,
  parameters: RoundTask["parameters"],
  why: string,
  rest: Partial<RoundTask> = {},
): RoundTask {
  return { action, who: "anyone", parameters, call, why, until: undefined, isOptional: false, ...rest };
}

/** Something that somebody has to decide: what he bids, posts, proposes. */
export function decision(
  action: string,
  who: RoundTask["who"],
  parameters: RoundTask["parameters"],
  why: string,
  until?: bigint,
): RoundTask {
  return { action, who, parameters, call: undefined, why, until, isOptional: true };
}

/** A moment by the clock. */
export function at(time: bigint, what: string): RoundAppointment {
  return { at: time, block: undefined, what };
}

/** What a market asks, in words. */
export function nameOf({ kind, isSelection, index }: RoundMarket): string {
  if (isSelection) return `the selection of seeds for ${kind}`;
  return index === undefined ? "the weights of the seeds" : `${kind} of seed ${index}`;
}
