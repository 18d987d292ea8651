import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { WriteClient } from "../../types/client.ts";

export type SetOperatorParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Contract that may move them. */
  readonly spender: Address;
  /** Whether it may. */
  readonly approved: boolean;
};

export type SetOperatorReturnType = Hash;

export type SetOperatorErrorType = WriteErrorType;

/**
 * Lets a contract move all tokens of the sender, or no longer.
 * @returns Hash of the transaction.
 */
export async function setOperator(
  client: WriteClient,
  parameters: SetOperatorParameters,
): Promise<SetOperatorReturnType> {
  return write(client, setOperatorCall(parameters));
}

/** Describes {@link setOperator} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function setOperatorCall(parameters: SetOperatorParameters): MarketsCall<"setOperator"> {
  const { markets, spender, approved } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "setOperator", args: [spender, approved] };
}

export type ParseSetOperatorLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "OperatorSet", true>;

/** Reads the `OperatorSet` events of one contract out of logs. */
export function parseSetOperatorLogs({ logs, markets }: LogsOf<"markets">): ParseSetOperatorLogsReturnType {
  return parseLogs(marketsAbi, "OperatorSet", markets, logs);
}
