import { isAddressEqual, type Account, type Chain, type Client, type Hash, type Transport } from "viem";
import { simulateContract, writeContract } from "viem/actions";

import { NotSafeOwnerError, SafeNonceError, SafeThresholdError } from "../errors/safe.ts";
import { executeSafeTransactionCall, type ExecuteSafeTransactionCallParameters } from "./executeSafeTransactionCall.ts";
import { getSafe } from "./getSafe.ts";

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
  const { safe, transaction, signatures } = parameters;
  const call = executeSafeTransactionCall(parameters);
  const { owners, threshold, nonce } = await getSafe(client, { safe });
  for (const { signer } of signatures) {
    if (!owners.some((owner) => isAddressEqual(owner, signer))) throw new NotSafeOwnerError({ safe, signer });
  }
  if (transaction.nonce !== nonce) throw new SafeNonceError({ safe, expected: nonce, actual: transaction.nonce });
  if (signatures.length < threshold) {
    throw new SafeThresholdError({ safe, threshold, signatures: signatures.length });
  }
  const { request } = await simulateContract(client, { account: client.account, chain: client.chain, ...call });
  return writeContract(client, request);
}
