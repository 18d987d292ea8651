import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type WithdrawForParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Account whose credits are paid. */
  readonly account: Address;
};

export type WithdrawForReturnType = Hash;

export type WithdrawForErrorType = ThrownBy["withdrawFor"] | WriteErrorType;

/**
 * Pays the credits of an account to that account. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {JuryNothingToWithdrawError} when an account has no credits.
 */
export async function withdrawFor(
  client: WriteClient,
  parameters: WithdrawForParameters,
): Promise<WithdrawForReturnType> {
  return write(client, withdrawForCall(parameters));
}

/** Describes {@link withdrawFor} without sending it: for gas estimates or a Safe. */
export function withdrawForCall(parameters: WithdrawForParameters): JuryCall<"withdrawFor"> {
  const { jury, account } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "withdrawFor", args: [account] };
}

export type ParseWithdrawForLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Withdrawn", true>;

/** Reads the `Withdrawn` events of one contract out of logs. */
export function parseWithdrawForLogs({ logs, jury }: LogsOf<"jury">): ParseWithdrawForLogsReturnType {
  return parseLogs(juryAbi, "Withdrawn", jury, logs);
}
