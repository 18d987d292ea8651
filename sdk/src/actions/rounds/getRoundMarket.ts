import type { Address } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type GetRoundMarketParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Kind of question. */
  readonly kind: RoundKind;
  /** Seed: its index in the target's roster of the round; any for `weight`. */
  readonly index: number;
};

/** Id of the market; 0: nobody has opened it yet. */
export type GetRoundMarketReturnType = bigint;

export type GetRoundMarketErrorType = ReadErrorType;

/** Reads which market asks a question of a round. */
export async function getRoundMarket(
  client: ReadClient,
  parameters: GetRoundMarketParameters,
): Promise<GetRoundMarketReturnType> {
  const { rounds, round, kind, index, blockNumber } = given(parameters);
  return read(client, {
    address: rounds,
    abi: roundsAbi,
    functionName: "marketOf",
    args: [round, kindIndex(kind), BigInt(index)],
    ...atBlock(blockNumber),
  });
}
