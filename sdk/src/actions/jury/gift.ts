import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type GiftParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Units of the stake token to give. */
  readonly amount: bigint;
};

export type GiftReturnType = Hash;

export type GiftErrorType = ThrownBy["gift"] | WriteErrorType;

/**
 * Gives to the pot from which right challenges are rewarded. The `Jury` must be allowed to take it: `approveAsset`.
 * @returns Hash of the transaction.
 * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 */
export async function gift(client: WriteClient, parameters: GiftParameters): Promise<GiftReturnType> {
  return write(client, giftCall(parameters));
}

/** Describes {@link gift} without sending it: for gas estimates or a Safe. */
export function giftCall(parameters: GiftParameters): JuryCall<"gift"> {
  const { jury, amount } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "gift", args: [amount] };
}

export type ParseGiftLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Gifted", true>;

/** Reads the `Gifted` events of one contract out of logs. */
export function parseGiftLogs({ logs, jury }: LogsOf<"jury">): ParseGiftLogsReturnType {
  return parseLogs(juryAbi, "Gifted", jury, logs);
}
