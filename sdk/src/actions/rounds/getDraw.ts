import type { Address, Hex } from "viem";

import { drandRandomnessAbi } from "../../abi/drandRandomness.ts";
import { fallbackRandomnessAbi } from "../../abi/fallbackRandomness.ts";
import { headerRandomnessAbi } from "../../abi/headerRandomness.ts";
import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";
import { getRound } from "./getRound.ts";

export type GetDrawParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1; by default the last that was started. */
  readonly round?: bigint | undefined;
};

export type GetDrawReturnType = {
  /** Number of the round. */
  readonly round: bigint;
  /** What the source of randomness says of itself: `headers`, `drand`, or another word for another kind. */
  readonly kind: string;
  /** Address of the source; of two in order that one whose turn it is. */
  readonly source: Address;
  /** What the draw refers to now: a time for `headers`, the number of a beacon's round for `drand`. */
  readonly reference: bigint;
  /** When its number becomes known, in unix seconds. */
  readonly time: bigint;
  /** From when on something else counts in its place, in unix seconds; `undefined`: never. */
  readonly missedAt: bigint | undefined;
  /** By what drand's servers name the beacon; `undefined`: the source is no beacon. */
  readonly chainHash: Hex | undefined;
};

export type GetDrawErrorType = ReadErrorType;

/**
 * Reads what the draw of a round refers to and when it can be made. The schedule fixes it when the round starts; only
 * what was missed is replaced.
 */
export async function getDraw(client: ReadClient, parameters: GetDrawParameters): Promise<GetDrawReturnType> {
  const { rounds, blockNumber } = given(parameters);
  const [{ round, schedule }, { randomness }] = await Promise.all([
    getRound(client, parameters),
    read(client, { address: rounds, abi: roundsAbi, functionName: "config", ...atBlock(blockNumber) }),
  ]);
  return { round, ...(await describeNext(client, randomness, BigInt(schedule.closesAt), { blockNumber })) };
}

type Described = Omit<GetDrawReturnType, "round">;

/** What comes next in a source after a moment; of two in order, what comes next in that one whose turn it is. */
async function describeNext(
  client: ReadClient,
  source: Address,
  since: bigint,
  options: ReadOptions,
): Promise<Described> {
  // What all sources have, this one has too.
  const base = { address: source, abi: fallbackRandomnessAbi, ...atBlock(options.blockNumber) } as const;
  const [kind, reference] = await Promise.all([
    read(client, { ...base, functionName: "kind" }),
    read(client, { ...base, functionName: "next", args: [since] }),
  ]);
  if (kind === "fallback") {
    const [[inner], second] = await Promise.all([
      read(client, { ...base, functionName: "sourceOf", args: [reference] }),
      read(client, { ...base, functionName: "SECOND" }),
    ]);
    const found = await describeNext(client, inner, since, options);
    if (inner === second) return found;
    const { time: takeover } = await describeNext(client, second, since, options);
    return {
      ...found,
      missedAt: found.missedAt !== undefined && found.missedAt < takeover ? found.missedAt : takeover,
    };
  }
  const [time, window, chainHash] = await Promise.all([
    read(client, { ...base, functionName: "timeOf", args: [reference] }),
    kind === "headers" ? read(client, { ...base, abi: headerRandomnessAbi, functionName: "WINDOW" }) : undefined,
    kind === "drand" ? read(client, { ...base, abi: drandRandomnessAbi, functionName: "CHAIN_HASH" }) : undefined,
  ]);
  return { kind, source, reference, time, missedAt: window === undefined ? undefined : time + window, chainHash };
}
