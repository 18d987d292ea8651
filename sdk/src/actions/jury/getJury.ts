import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { OnchainLoss } from "../../jury/proveWeights.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetJuryParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
};

export type GetJuryReturnType = {
  /** Address of the `Markets` contract whose markets it resolves. */
  readonly markets: Address;
  /** The jurors' multisig. */
  readonly safe: Address;
  /** ERC-20 of stakes, audits and rewards. */
  readonly stakeToken: Address;
  /** What a challenge costs until it is answered, in units of the stake token. */
  readonly stake: bigint;
  /** Who is credited the stake of a challenge in vain. */
  readonly stakeRecipient: Address;
  /** Seconds from a market's `closesAt` in which it can be posted. */
  readonly evaluationPeriod: bigint;
  /** Seconds in which a posting can be challenged. */
  readonly challengeWindow: bigint;
  /** Seconds in which the Safe can answer a challenge. */
  readonly answerPeriod: bigint;
  /** The rounds that it judges in; the zero address before the connection. */
  readonly rounds: Address;
  /** By which loss ballots are judged, in WAD: what `proveWeights` takes. */
  readonly loss: OnchainLoss;
  /** How many ballots a verified posting needs. */
  readonly minBallots: bigint;
  /** What is left for rewards, in units of the stake token. */
  readonly rewardPot: bigint;
};

export type GetJuryErrorType = ReadErrorType;

/** Reads what a jury was deployed with, and what it has for rewards. */
export async function getJury(client: ReadClient, parameters: GetJuryParameters): Promise<GetJuryReturnType> {
  const { jury, blockNumber } = given(parameters);
  const contract = { address: jury, abi: juryAbi, ...atBlock(blockNumber) } as const;
  const [markets, safe, stakeToken, stake, stakeRecipient, evaluationPeriod, challengeWindow, answerPeriod] =
    await Promise.all([
      read(client, { ...contract, functionName: "MARKETS" }),
      read(client, { ...contract, functionName: "SAFE" }),
      read(client, { ...contract, functionName: "STAKE_TOKEN" }),
      read(client, { ...contract, functionName: "STAKE" }),
      read(client, { ...contract, functionName: "STAKE_RECIPIENT" }),
      read(client, { ...contract, functionName: "EVALUATION_PERIOD" }),
      read(client, { ...contract, functionName: "CHALLENGE_WINDOW" }),
      read(client, { ...contract, functionName: "ANSWER_PERIOD" }),
    ]);
  const [rounds, huberDelta, anchor, tolerance, minBallots, rewardPot] = await Promise.all([
    read(client, { ...contract, functionName: "rounds" }),
    read(client, { ...contract, functionName: "HUBER_DELTA" }),
    read(client, { ...contract, functionName: "ANCHOR" }),
    read(client, { ...contract, functionName: "TOLERANCE" }),
    read(client, { ...contract, functionName: "MIN_BALLOTS" }),
    read(client, { ...contract, functionName: "rewardPot" }),
  ]);
  const addresses = { markets, safe, stakeToken, stake, stakeRecipient };
  const periods = { evaluationPeriod, challengeWindow, answerPeriod };
  return { ...addresses, ...periods, rounds, loss: { huberDelta, anchor, tolerance }, minBallots, rewardPot };
}
