import type { Address } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetReferenceParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Id of a market of a round. */
  readonly market: bigint;
};

/** P of each outcome, in WAD, sum exactly 1e18. */
export type GetReferenceReturnType = readonly bigint[];

export type GetReferenceErrorType = ThrownBy["getReference"] | ReadErrorType;

/**
 * Reads the reference of a market's outcomes: what all juries so far have made of the import, without prices and
 * declarations (DESIGN 6, rules ER-60 and ER-61). `moveReference` says what a verdict will make of it.
 * @throws {RoundsUnknownMarketError} when the market is not one of a round.
 */
export async function getReference(
  client: ReadClient,
  parameters: GetReferenceParameters,
): Promise<GetReferenceReturnType> {
  const { rounds, market, blockNumber } = given(parameters);
  return read(client, {
    address: rounds,
    abi: roundsAbi,
    functionName: "getReference",
    args: [market],
    ...atBlock(blockNumber),
  });
}
