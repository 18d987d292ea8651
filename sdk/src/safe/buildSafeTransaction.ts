import { zeroAddress } from "viem";

import type { SafeTransaction } from "./types.ts";

export type BuildSafeTransactionParameters = Pick<SafeTransaction, "to" | "data" | "nonce"> &
  Partial<Pick<SafeTransaction, "value" | "operation">>;

/**
 * Completes a Safe transaction that refunds nobody and that reverts as a whole if the call it makes fails, so that a
 * refused posting does not use up the nonce.
 */
export function buildSafeTransaction({
  to,
  data,
  nonce,
  value = 0n,
  operation = 0,
}: BuildSafeTransactionParameters): SafeTransaction {
  return {
    to,
    value,
    data,
    operation,
    safeTxGas: 0n,
    baseGas: 0n,
    gasPrice: 0n,
    gasToken: zeroAddress,
    refundReceiver: zeroAddress,
    nonce,
  };
}
