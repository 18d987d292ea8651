import type { Account, Chain, Client, Hash, Transport } from "viem";
import { call as simulateCall, simulateContract, writeContract } from "viem/actions";

import { explain } from "../chain/explain.ts";
import { ContractError } from "../errors/contracts/base.ts";

import { assertExecutable } from "./assertExecutable.ts";
import { executeSafeTransactionCall, type ExecuteSafeTransactionCallParameters } from "./executeSafeTransactionCall.ts";

export type ExecuteSafeTransactionParameters = ExecuteSafeTransactionCallParameters;
export type ExecuteSafeTransactionReturnType = Hash;

/**
 * Sends a signed transaction to its Safe, after checking what the Safe would only answer with a code.
 *
 * @throws {ContractError} of the class of the custom error that the call of the Safe reverts with.
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
  try {
    const { request } = await simulateContract(client, { account: client.account, chain: client.chain, ...call });
    return await writeContract(client, request);
  } catch (error) {
    throw (await innerFailure(client, parameters)) ?? (await explain(error));
  }
}

/** Why the call that a Safe makes would fail; the Safe itself only says GS013. `undefined`: it would not. */
async function innerFailure(
  client: Client<Transport, Chain | undefined, Account>,
  { safe, transaction: { to, value, data, operation } }: ExecuteSafeTransactionParameters,
): Promise<unknown> {
  // What is done by a delegatecall is done in the Safe's place, which nobody can simulate from outside.
  if (operation === 1) return undefined;
  try {
    await simulateCall(client, { account: safe, to, value, data });
    return undefined;
  } catch (error) {
    const failure = await explain(error);
    return failure instanceof ContractError ? failure : undefined;
  }
}
