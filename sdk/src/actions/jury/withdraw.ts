import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type WithdrawParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Account that gets the stake tokens. */
  readonly receiver: Address;
};

export type WithdrawReturnType = Hash;

export type WithdrawErrorType = ThrownBy["withdraw"] | WriteErrorType;

/**
 * Pays the sender's credits: stakes that came back, and rewards.
 * @returns Hash of the transaction.
 * @throws {JuryNothingToWithdrawError} when an account has no credits.
 */
export async function withdraw(client: WriteClient, parameters: WithdrawParameters): Promise<WithdrawReturnType> {
  return write(client, withdrawCall(parameters));
}

/** Describes {@link withdraw} without sending it: for gas estimates or a Safe. */
export function withdrawCall(parameters: WithdrawParameters): JuryCall<"withdraw"> {
  const { jury, receiver } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "withdraw", args: [receiver] };
}

export type ParseWithdrawLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Withdrawn", true>;

/** Reads the `Withdrawn` events of one contract out of logs. */
export function parseWithdrawLogs({ logs, jury }: LogsOf<"jury">): ParseWithdrawLogsReturnType {
  return parseLogs(juryAbi, "Withdrawn", jury, logs);
}
