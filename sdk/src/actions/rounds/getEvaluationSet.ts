import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import { chooseSeeds, type ChooseSeedsReturnType } from "../../rounds/chooseSeeds.ts";
import type { ReadClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

/** More seeds than this no target can have. */
const MAX_SEEDS = 256n;

export type GetEvaluationSetParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Kind of question. */
  readonly kind: RoundKind;
};

/** What `selectSeeds` asks for, and what comes out. */
export type GetEvaluationSetReturnType = ChooseSeedsReturnType & {
  /** Seeds that the draw takes, a bit for each index. */
  readonly drawn: bigint;
};

export type GetEvaluationSetErrorType = ThrownBy["getEvaluationSet"] | ReadErrorType;

/**
 * Chooses the evaluation set of a kind as the contract demands it, from the draw and the audit payments.
 * @throws {RoundsNotDrawnError} when the draw was not made (but for `weight`, which needs none).
 */
export async function getEvaluationSet(
  client: ReadClient,
  parameters: GetEvaluationSetParameters,
): Promise<GetEvaluationSetReturnType> {
  const { rounds, round, kind, blockNumber } = given(parameters);
  const base = { address: rounds, abi: roundsAbi, ...atBlock(blockNumber) } as const;
  const index = kindIndex(kind);
  const readDrawn = () => read(client, { ...base, functionName: "drawnOf", args: [round, index] });
  const [config, selection, drawn, jury] = await Promise.all([
    read(client, { ...base, functionName: "config" }),
    read(client, { ...base, functionName: "getSelection", args: [round, index] }),
    kind === "weight" ? 0n : readDrawn(),
    read(client, { ...base, functionName: "JURY" }),
  ]);
  const payments = await read(client, {
    address: jury,
    abi: juryAbi,
    functionName: "auditsOf",
    args: [round, index, MAX_SEEDS],
    ...atBlock(blockNumber),
  });
  const quotas = config.quotas[index] ?? { paid: 0 };
  return { drawn, ...chooseSeeds({ eligible: selection.eligible, drawn, quotas, payments }) };
}
