import type { Address } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetSponsorshipParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1. */
  readonly round: bigint;
  /** The sponsor. */
  readonly account: Address;
};

export type GetSponsorshipReturnType = {
  /** What the account gave, in units of money. */
  readonly given: bigint;
  /** What it was paid of it so far, in units of money. */
  readonly paid: bigint;
  /** What `withdrawSponsorship` would pay now, in units of money. */
  readonly withdrawable: bigint;
};

export type GetSponsorshipErrorType = ReadErrorType;

/** Reads what a sponsor gave for a round, and what came back of it. */
export async function getSponsorship(
  client: ReadClient,
  parameters: GetSponsorshipParameters,
): Promise<GetSponsorshipReturnType> {
  const { rounds, round, account, blockNumber } = given(parameters);
  const base = { address: rounds, abi: roundsAbi, ...atBlock(blockNumber) } as const;
  const [[amount, paid], { budget, pot }] = await Promise.all([
    read(client, { ...base, functionName: "sponsorshipOf", args: [round, account] }),
    read(client, { ...base, functionName: "getRound", args: [round] }),
  ]);
  return { given: amount, paid, withdrawable: budget === 0n ? 0n : (pot * amount) / budget - paid };
}
