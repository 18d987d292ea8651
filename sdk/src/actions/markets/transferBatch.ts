import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import type { MarketsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type TransferBatchParameters = {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Account that gets the tokens. */
  readonly receiver: Address;
  /** Ids of the tokens: see `longId`, `shortId`, `sharesId`, `foundingSharesId`. */
  readonly ids: readonly bigint[];
  /** How much of each, in units. */
  readonly amounts: readonly bigint[];
};

export type TransferBatchReturnType = Hash;

export type TransferBatchErrorType = ThrownBy["transferBatch"] | WriteErrorType;

/**
 * Moves tokens of the sender, of any markets, in one call.
 * @returns Hash of the transaction.
 * @throws {MarketsWrongLengthError} when a list has the wrong length.
 * @throws {ERC6909InsufficientBalanceError} when an account has too few outcome tokens.
 * @throws {ERC6909InvalidReceiverError} when outcome tokens would go to nobody.
 */
export async function transferBatch(
  client: WriteClient,
  parameters: TransferBatchParameters,
): Promise<TransferBatchReturnType> {
  return write(client, transferBatchCall(parameters));
}

/** Describes {@link transferBatch} without sending it: for `multicallMarkets`, gas estimates or a Safe. */
export function transferBatchCall(parameters: TransferBatchParameters): MarketsCall<"transferBatch"> {
  const { markets, receiver, ids, amounts } = given(parameters);
  return { address: markets, abi: marketsAbi, functionName: "transferBatch", args: [receiver, ids, amounts] };
}

export type ParseTransferBatchLogsReturnType = ParseEventLogsReturnType<typeof marketsAbi, "Transfer", true>;

/** Reads the `Transfer` events of one contract out of logs. */
export function parseTransferBatchLogs({ logs, markets }: LogsOf<"markets">): ParseTransferBatchLogsReturnType {
  return parseLogs(marketsAbi, "Transfer", markets, logs);
}
