import type { Address } from "viem";

import type { SafeTransaction } from "./types.ts";

/** The EIP-712 types of Safe 1.3.0 and later. */
export const safeTransactionTypes = {
  SafeTx: [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: "baseGas", type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

export type SafeTypedDataParameters = {
  /** Address of the Safe. */
  readonly safe: Address;
  readonly chainId: number;
  readonly transaction: SafeTransaction;
};

/** What the owners sign, in the form that `signTypedData` takes. */
export function safeTypedData({ safe, chainId, transaction }: SafeTypedDataParameters) {
  return {
    domain: { chainId, verifyingContract: safe },
    types: safeTransactionTypes,
    primaryType: "SafeTx",
    message: transaction,
  } as const;
}
