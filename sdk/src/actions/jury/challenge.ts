import type { Address, Hash, ParseEventLogsReturnType } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import type { JuryCall } from "../../chain/contractCalls.ts";
import { given } from "../../chain/given.ts";
import { parseLogs, type LogsOf } from "../../chain/logs.ts";
import { write, type WriteErrorType } from "../../chain/write.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { WriteClient } from "../../types/client.ts";

export type ChallengeParameters = {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Where the reasons can be read. */
  readonly reasonURI: string;
};

export type ChallengeReturnType = Hash;

export type ChallengeErrorType = ThrownBy["challenge"] | WriteErrorType;

/**
 * Challenges the present posting of a market. The sender pays the stake, which the `Jury` must be allowed to take:
 * `approveAsset`.
 * @returns Hash of the transaction.
 * @throws {JuryWrongStatusError} when a call does not fit where the market stands.
 * @throws {JuryTooLateError} when a call comes too late.
 * @throws {JuryNotReceivedError} when less of the stake token arrived than was asked for.
 * @throws {ERC20InsufficientAllowanceError} when a contract may not take that much of an ERC-20.
 * @throws {ERC20InsufficientBalanceError} when an account has too little of an ERC-20.
 */
export async function challenge(client: WriteClient, parameters: ChallengeParameters): Promise<ChallengeReturnType> {
  return write(client, challengeCall(parameters));
}

/** Describes {@link challenge} without sending it: for gas estimates or a Safe. */
export function challengeCall(parameters: ChallengeParameters): JuryCall<"challenge"> {
  const { jury, market, reasonURI } = given(parameters);
  return { address: jury, abi: juryAbi, functionName: "challenge", args: [market, reasonURI] };
}

export type ParseChallengeLogsReturnType = ParseEventLogsReturnType<typeof juryAbi, "Challenged", true>;

/** Reads the `Challenged` events of one contract out of logs. */
export function parseChallengeLogs({ logs, jury }: LogsOf<"jury">): ParseChallengeLogsReturnType {
  return parseLogs(juryAbi, "Challenged", jury, logs);
}
