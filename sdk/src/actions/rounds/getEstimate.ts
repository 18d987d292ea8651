import type { Address } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetEstimateParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Id of a market of a round. */
  readonly market: bigint;
};

/** E of each outcome, in WAD, sum exactly 1e18. */
export type GetEstimateReturnType = readonly bigint[];

export type GetEstimateErrorType = ThrownBy["getEstimate"] | ReadErrorType;

/**
 * Reads what a market says of its outcomes: the median of time-weighted prices, prices now and reference (DESIGN 6, rule
 * RO-25); without a pool the reference. Once trading has closed it does not change any more. `blend` of
 * `deepfunding/math` says what final weights it makes.
 * @throws {RoundsUnknownMarketError} when the market is not one of a round.
 */
export async function getEstimate(
  client: ReadClient,
  parameters: GetEstimateParameters,
): Promise<GetEstimateReturnType> {
  const { rounds, market, blockNumber } = given(parameters);
  return read(client, {
    address: rounds,
    abi: roundsAbi,
    functionName: "getEstimate",
    args: [market],
    ...atBlock(blockNumber),
  });
}
