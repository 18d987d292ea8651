import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { roundsAbi } from "../../abi/rounds.ts";
import type { RoundsCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type SponsorParameters = {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Units of money to give. */
  readonly amount: bigint;
};

export type SponsorReturnType = Hash;

export type SponsorErrorType = ThrownBy["sponsor"] | WriteErrorType;

/**
 * Gives money for the liquidity of the next round: of all its pools. `Rounds` must be allowed to take it:
 * `approveAsset`.
 * @returns Hash of the transaction.
 * @throws {RoundsNothingError} when there is nothing to do, to collect or to pay.
 * @throws {RoundsNotReceivedError} when less money arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 */
export async function sponsor(client: WriteClient, parameters: SponsorParameters): Promise<SponsorReturnType> {
  return write(client, sponsorCall(parameters));
}

/** Describes {@link sponsor} without sending it: for gas estimates or a Safe. */
export function sponsorCall(parameters: SponsorParameters): RoundsCall<"sponsor"> {
  const { rounds, amount } = given(parameters);
  return { address: rounds, abi: roundsAbi, functionName: "sponsor", args: [amount] };
}

export type ParseSponsorLogsReturnType = ParseEventLogsReturnType<typeof roundsAbi, "Sponsored", true>;

/** Reads the `Sponsored` events of one contract out of logs. */
export function parseSponsorLogs({ logs, rounds }: LogsOf<"rounds">): ParseSponsorLogsReturnType {
  return parseLogs(roundsAbi, "Sponsored", rounds, logs).filter(({ args }) => args.amount >= 0n);
}
