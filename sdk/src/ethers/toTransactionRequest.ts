import { encodeFunctionData, type Address, type EncodeFunctionDataParameters, type Hex } from "viem";

import type { AnyCall } from "../types/call.ts";

/** A call as `signer.sendTransaction`, `provider.call` and `provider.estimateGas` of ethers take it. */
export type ToTransactionRequestReturnType = {
  readonly to: Address;
  readonly data: Hex;
  /** Ether to send, in wei. */
  readonly value: bigint;
};

/**
 * Encodes what `tradeCall` and its like describe for an ethers signer: it simulates nothing, and `toSdkError` turns what
 * the signer throws into this package's errors.
 */
export function toTransactionRequest({ address, value = 0n, ...call }: AnyCall): ToTransactionRequestReturnType {
  return { to: address, data: encodeFunctionData(call as EncodeFunctionDataParameters), value };
}
