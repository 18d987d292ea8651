import { hashTypedData, type Hash } from "viem";

import { safeTypedData, type SafeTypedDataParameters } from "./safeTypedData.ts";

/** Predicts the Safe's own hash of a transaction (`getTransactionHash`), by which its events and wallets name it. */
export function hashSafeTransaction(parameters: SafeTypedDataParameters): Hash {
  return hashTypedData(safeTypedData(parameters));
}
