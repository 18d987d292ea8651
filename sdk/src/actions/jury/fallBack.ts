import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type FallBackParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type FallBackReturnType = Hash;

export type FallBackErrorType = ThrownBy["fallBack"] | WriteErrorType;

/**
 * Resolves a market that nobody has posted in time: to its time-weighted prices, or to equal parts without a pool.
 * Anyone may call it.
 * @returns Hash of the transaction.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryNotResolverError} when a market has another resolver.
 * @throws {JuryTooEarlyError} when a call comes too early.
 */
export async function fallBack(client: WriteClient, parameters: FallBackParameters): Promise<FallBackReturnType> {
  return write(client, fallBackCall(parameters));
}

/** Describes {@link fallBack} without sending it: for gas estimates or a Safe. */
export function fallBackCall(parameters: FallBackParameters): JuryCall<"fallBack"> {
  const { jury, market } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "fallBack", args: [market] };
}

export type ParseFallBackLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "FellBack", true>;

/** Reads the `FellBack` events of one contract out of logs. */
export function parseFallBackLogs({ logs, jury }: LogsOf<"jury">): ParseFallBackLogsReturnType {
  return parseLogs(juryAbi, "FellBack", jury, logs);
}
