import type { Address } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetLogWeightsParameters = ReadOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Outcomes to read, from 0, in any order. */
  readonly outcomes: readonly number[];
};

export type GetLogWeightsReturnType = {
  /** Log weight of each outcome that was asked for, in WAD; its log price is this less `logSum`. */
  readonly logWeights: readonly bigint[];
  /** ln S, in WAD. */
  readonly logSum: bigint;
  /** Last block with a trade; 0: none. What a block without a trade says, nobody has pushed within it. */
  readonly tradedBlock: bigint;
};

export type GetLogWeightsErrorType = ThrownBy["getLogWeights"] | ReadErrorType;

/**
 * Reads the log prices of some outcomes of a pool, for a storage word each (MK-22): what a contract would read.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {MarketsNoPoolError} when a market has no pool.
 * @throws {MarketsInvalidOutcomeError} when a market has no such outcome.
 */
export async function getLogWeights(
  client: ReadClient,
  parameters: GetLogWeightsParameters,
): Promise<GetLogWeightsReturnType> {
  const { markets, market, outcomes, blockNumber } = given(parameters);
  const [logWeights, logSum, tradedBlock] = await read(client, {
    address: markets,
    abi: marketsAbi,
    functionName: "getLogWeights",
    args: [market, outcomes.map(BigInt)],
    ...atBlock(blockNumber),
  });
  return { logWeights, logSum, tradedBlock };
}
