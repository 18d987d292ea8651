import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type AffirmParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type AffirmReturnType = Hash;

export type AffirmErrorType = ThrownBy["affirm"] | WriteErrorType;

/**
 * Answers a challenge, as the jurors' Safe: the posting is right, and final.
 * @returns Hash of the transaction.
 * @throws {JuryNotSafeError} when the caller is not the jurors' Safe.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryTooLateError} when a call comes too late.
 */
export async function affirm(client: WriteClient, parameters: AffirmParameters): Promise<AffirmReturnType> {
  return write(client, affirmCall(parameters));
}

/** Describes {@link affirm} without sending it: for gas estimates or a Safe. */
export function affirmCall(parameters: AffirmParameters): JuryCall<"affirm"> {
  const { jury, market } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "affirm", args: [market] };
}

export type ParseAffirmLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Affirmed", true>;

/** Reads the `Affirmed` events of one contract out of logs. */
export function parseAffirmLogs({ logs, jury }: LogsOf<"jury">): ParseAffirmLogsReturnType {
  return parseLogs(juryAbi, "Affirmed", jury, logs);
}
