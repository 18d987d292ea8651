import type { Account, Chain, Client, Hash, Transport } from "viem";
import { simulateContract, writeContract } from "viem/actions";

import { assertExecutable } from "./assertExecutable.ts";
import { executeSafeTransactionCall, type ExecuteSafeTransactionCallParameters } from "./executeSafeTransactionCall.ts";

export type ExecuteSafeTransactionParameters = ExecuteSafeTransactionCallParameters;
export type ExecuteSafeTransactionReturnType = Hash;

/**
 * Sends a signed transaction to its Safe, after checking what the Safe would only answer with a code.
 *
 * @throws {DuplicateSafeSignerError} when an owner has signed twice.
 * @throws {InvalidSafeSignatureError} when a signature is not 65 bytes with a recovery id.
 * @throws {NotSafeOwnerError} when somebody who is no owner has signed.
 * @throws {SafeNonceError} when the transaction was signed for another nonce.
 * @throws {SafeThresholdError} when there are too few signatures.
 */
export async function executeSafeTransaction(
  client: Client<Transport, Chain | undefined, Account>,
  parameters: ExecuteSafeTransactionParameters,
): Promise<ExecuteSafeTransactionReturnType> {
  const call = executeSafeTransactionCall(parameters);
  await assertExecutable(client, parameters);
  const { request } = await simulateContract(client, { account: client.account, chain: client.chain, ...call });
  return writeContract(client, request);
}
