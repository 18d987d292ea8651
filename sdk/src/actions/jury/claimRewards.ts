import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ClaimRewardsParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Who is credited. */
  readonly juror: Address;
  /** Ids of the markets that it judged. */
  readonly markets: readonly bigint[];
};

export type ClaimRewardsReturnType = Hash;

export type ClaimRewardsErrorType = ThrownBy["claimRewards"] | WriteErrorType;

/**
 * Credits a juror its rewards. Anyone may call it; the juror withdraws them.
 * @returns Hash of the transaction.
 * @throws {JuryNothingToClaimError} when a juror has no reward left in a market.
 * @throws {JuryNotDistributedError} when the rewards of a round were not distributed yet.
 */
export async function claimRewards(
  client: WriteClient,
  parameters: ClaimRewardsParameters,
): Promise<ClaimRewardsReturnType> {
  return write(client, claimRewardsCall(parameters));
}

/** Describes {@link claimRewards} without sending it: for gas estimates or a Safe. */
export function claimRewardsCall(parameters: ClaimRewardsParameters): JuryCall<"claimRewards"> {
  const { jury, juror, markets } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "claimRewards", args: [juror, markets] };
}

export type ParseClaimRewardsLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "RewardClaimed", true>;

/** Reads the `RewardClaimed` events of one contract out of logs. */
export function parseClaimRewardsLogs({ logs, jury }: LogsOf<"jury">): ParseClaimRewardsLogsReturnType {
  return parseLogs(juryAbi, "RewardClaimed", jury, logs);
}
