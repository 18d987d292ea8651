import { isAddressEqual } from "viem";

import { NotSafeOwnerError, SafeNonceError, SafeThresholdError } from "../errors/safe.ts";
import type { ReadClient } from "../types/client.ts";
import type { ExecuteSafeTransactionCallParameters } from "./executeSafeTransactionCall.ts";
import { getSafe } from "./getSafe.ts";

/**
 * Checks what the Safe would only answer with a code.
 *
 * @throws {NotSafeOwnerError} when somebody who is no owner has signed.
 * @throws {SafeNonceError} when the transaction was signed for another nonce.
 * @throws {SafeThresholdError} when there are too few signatures.
 */
export async function assertExecutable(
  client: ReadClient,
  { safe, transaction, signatures }: ExecuteSafeTransactionCallParameters,
): Promise<void> {
  const { owners, threshold, nonce } = await getSafe(client, { safe });
  for (const { signer } of signatures) {
    if (!owners.some((owner) => isAddressEqual(owner, signer))) throw new NotSafeOwnerError({ safe, signer });
  }
  if (transaction.nonce !== nonce) throw new SafeNonceError({ safe, expected: nonce, actual: transaction.nonce });
  if (signatures.length < threshold) {
    throw new SafeThresholdError({ safe, threshold, signatures: signatures.length });
  }
}
