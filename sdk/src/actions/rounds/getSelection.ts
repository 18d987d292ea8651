import type { Address } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import { seedsOf } from "../../rounds/seedSet.ts";
import type { ReadClient } from "../../types/client.ts";
import { kindIndex, type RoundKind } from "../../types/round.ts";

export type GetSelectionParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** Kind of question. */
  readonly kind: RoundKind;
};

export type GetSelectionReturnType = {
  /** Whether its market was opened (`weight`), or its selection. */
  readonly opened: boolean;
  /** Whether the evaluation set is known. */
  readonly done: boolean;
  /** Whether it will never be known. */
  readonly fellBack: boolean;
  /** Indices of the seeds that can be selected, ascending; a selection market's outcome i is the i-th of them. */
  readonly eligible: readonly number[];
  /** The evaluation set, as indices of seeds, ascending; of `weight`: the audited seeds. */
  readonly selected: readonly number[];
  /** Id of the market of seed weights, or of the selection market; 0: none. */
  readonly market: bigint;
  /** Liquidity of the kind's pools, in units of their asset. */
  readonly b: bigint;
  /** Budget of the kind that is not in markets, in units of money. */
  readonly reserve: bigint;
};

export type GetSelectionErrorType = ReadErrorType;

/** Reads what is asked of one kind in a round: its selection market, who can be selected, and who was. */
export async function getSelection(
  client: ReadClient,
  parameters: GetSelectionParameters,
): Promise<GetSelectionReturnType> {
  const { rounds, round, kind, blockNumber } = given(parameters);
  const selection = await read(client, {
    address: rounds,
    abi: roundsAbi,
    functionName: "getSelection",
    args: [round, kindIndex(kind)],
    ...atBlock(blockNumber),
  });
  return { ...selection, eligible: seedsOf(selection.eligible), selected: seedsOf(selection.selected) };
}
