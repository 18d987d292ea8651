import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type DistributeRewardsParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Number of the round. */
  readonly round: bigint;
};

export type DistributeRewardsReturnType = Hash;

export type DistributeRewardsErrorType = ThrownBy["distributeRewards"] | WriteErrorType;

/**
 * Shares the reward pot among the accepted comparisons of a round. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {JuryOutOfTurnError} when the rewards of another round are to be distributed first.
 * @throws {JuryUnknownRoundError} when there is no such round.
 * @throws {JuryRoundTooEarlyError} when a call for a round comes too early.
 */
export async function distributeRewards(
  client: WriteClient,
  parameters: DistributeRewardsParameters,
): Promise<DistributeRewardsReturnType> {
  return write(client, distributeRewardsCall(parameters));
}

/** Describes {@link distributeRewards} without sending it: for gas estimates or a Safe. */
export function distributeRewardsCall(parameters: DistributeRewardsParameters): JuryCall<"distributeRewards"> {
  const { jury, round } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "distributeRewards", args: [round] };
}

export type ParseDistributeRewardsLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "RewardsDistributed", true>;

/** Reads the `RewardsDistributed` events of one contract out of logs. */
export function parseDistributeRewardsLogs({ logs, jury }: LogsOf<"jury">): ParseDistributeRewardsLogsReturnType {
  return parseLogs(juryAbi, "RewardsDistributed", jury, logs);
}
