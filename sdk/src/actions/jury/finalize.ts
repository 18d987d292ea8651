import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type FinalizeParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** The payouts that were posted last, in WAD: see `parsePostLogs`. */
  readonly payouts: readonly bigint[];
};

export type FinalizeReturnType = Hash;

export type FinalizeErrorType = ThrownBy["finalize"] | WriteErrorType;

/**
 * Reports the posting of a market once it is final. Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryTooEarlyError} when a call comes too early.
 * @throws {JuryWrongPayoutsError} when payouts are not those that were posted last.
 */
export async function finalize(client: WriteClient, parameters: FinalizeParameters): Promise<FinalizeReturnType> {
  return write(client, finalizeCall(parameters));
}

/** Describes {@link finalize} without sending it: for gas estimates or a Safe. */
export function finalizeCall(parameters: FinalizeParameters): JuryCall<"finalize"> {
  const { jury, market, payouts } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "finalize", args: [market, payouts] };
}

export type ParseFinalizeLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Finalized", true>;

/** Reads the `Finalized` events of one contract out of logs. */
export function parseFinalizeLogs({ logs, jury }: LogsOf<"jury">): ParseFinalizeLogsReturnType {
  return parseLogs(juryAbi, "Finalized", jury, logs);
}
