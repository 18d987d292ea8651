import { encodeFunctionData, type Address, type Hex } from "viem";

import { safeAbi } from "./abi.ts";
import { encodeSafeSignatures } from "./encodeSafeSignatures.ts";
import type { SafeSignature, SafeTransaction } from "./types.ts";

export type ExecuteSafeTransactionCallParameters = {
  /** Address of the Safe. */
  readonly safe: Address;
  readonly transaction: SafeTransaction;
  /** Signatures of at least `threshold` owners, in any order. */
  readonly signatures: readonly SafeSignature[];
};

/**
 * Describes the call that executes a signed transaction, without sending it. Anyone may send it.
 *
 * @throws {DuplicateSafeSignerError} when an owner has signed twice.
 * @throws {InvalidSafeSignatureError} when a signature is not 65 bytes with a recovery id.
 */
export function executeSafeTransactionCall({ safe, transaction, signatures }: ExecuteSafeTransactionCallParameters) {
  return {
    address: safe,
    abi: safeAbi,
    functionName: "execTransaction",
    args: [
      transaction.to,
      transaction.value,
      transaction.data,
      transaction.operation,
      transaction.safeTxGas,
      transaction.baseGas,
      transaction.gasPrice,
      transaction.gasToken,
      transaction.refundReceiver,
      encodeSafeSignatures(signatures),
    ],
  } as const;
}

/** The calldata of {@link executeSafeTransactionCall}, for senders that know nothing of ABIs. */
export function encodeExecuteSafeTransaction(parameters: ExecuteSafeTransactionCallParameters): Hex {
  return encodeFunctionData(executeSafeTransactionCall(parameters));
}
