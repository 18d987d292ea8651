import type { Address, Hex } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";
import { ROUND_PHASES, type RoundPhase, type RoundSchedule } from "../../types/round.ts";

export type GetRoundParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1; by default the last that was started. */
  readonly round?: bigint | undefined;
};

export type GetRoundReturnType = {
  /** Number of the round; 0: none was started yet. */
  readonly round: bigint;
  /** Which phase it is in. */
  readonly phase: RoundPhase;
  /** When its phases begin. */
  readonly schedule: RoundSchedule;
  /** How many seeds its roster has; 0 before their market was opened. */
  readonly seeds: number;
  /** What its sponsors gave, in units of money. */
  readonly budget: bigint;
  /** What came back for them so far, in units of money. */
  readonly pot: bigint;
  /** The random number; `undefined`: not drawn. */
  readonly random: Hex | undefined;
};

export type GetRoundErrorType = ReadErrorType;

/** Reads where a round stands. */
export async function getRound(client: ReadClient, parameters: GetRoundParameters): Promise<GetRoundReturnType> {
  const { rounds, blockNumber } = given(parameters);
  const base = { address: rounds, abi: roundsAbi, ...atBlock(blockNumber) } as const;
  const round = parameters.round ?? (await read(client, { ...base, functionName: "current" }));
  const [phase, view] = await Promise.all([
    read(client, { ...base, functionName: "phaseOf", args: [round] }),
    read(client, { ...base, functionName: "getRound", args: [round] }),
  ]);
  return {
    round,
    phase: ROUND_PHASES[phase] ?? "none",
    schedule: view.schedule,
    seeds: Number(view.seeds),
    budget: view.budget,
    pot: view.pot,
    random: BigInt(view.random) === 0n ? undefined : view.random,
  };
}
