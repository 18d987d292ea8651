import type { Address, GetContractEventsErrorType } from "viem";
import { getContractEvents } from "viem/actions";

import { juryAbi } from "../../abi/jury.ts";
import { explained } from "../../chain/explain.ts";
import { given } from "../../chain/given.ts";
import { InvalidParameterError } from "../../errors/math.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { BallotComparison } from "../../jury/ballots.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetBallotsParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Block to search from: one before the market's trading ended. By default the first. */
  readonly fromBlock?: bigint | undefined;
};

/** A published ballot. */
export type PublishedBallot = {
  /** Who signed it. */
  readonly juror: Address;
  /** What the juror has said, in the order of the ballot. */
  readonly comparisons: readonly BallotComparison[];
};

/** In the order of publication, which is that of a walk. */
export type GetBallotsReturnType = readonly PublishedBallot[];

export type GetBallotsErrorType = ThrownBy["getBallots"] | GetContractEventsErrorType;

/**
 * Reads all published ballots of a market: what `proveWeights` takes.
 * @throws {InvalidParameterError} when some were published before `fromBlock`.
 * @throws {RpcUnreachableError} when the RPC does not answer.
 */
export async function getBallots(client: ReadClient, parameters: GetBallotsParameters): Promise<GetBallotsReturnType> {
  const { jury, market, fromBlock = 0n } = given(parameters, "fromBlock");
  const events = await explained(
    getContractEvents(client, {
      address: jury,
      abi: juryAbi,
      eventName: "BallotPublished",
      args: { market },
      fromBlock,
      strict: true,
    }),
  );
  const ballots = events.map(({ args }) => args).sort((a, b) => Number(a.index - b.index));
  if (ballots.some(({ index }, i) => index !== BigInt(i))) {
    const expected = "a block before the first ballot of the market";
    throw new InvalidParameterError({ parameter: "fromBlock", value: fromBlock, expected });
  }
  return ballots.map(({ juror, comparisons }) => ({ juror, comparisons }));
}
