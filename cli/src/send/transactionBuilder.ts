import type { Address, Hex } from "viem";

import type { UnsignedTransaction } from "./types.ts";

/** What the Transaction Builder of the Safe's web application loads: version 1.0 of its batch files. */
export type TransactionBuilderFile = {
  readonly version: "1.0";
  readonly chainId: string;
  readonly createdAt: number;
  readonly meta: { readonly name: string; readonly description: string; readonly createdFromSafeAddress: Address };
  readonly transactions: readonly {
    readonly to: Address;
    readonly value: string;
    readonly data: Hex;
    readonly contractMethod: null;
    readonly contractInputsValues: null;
  }[];
};

/**
 * Makes transactions a batch that a Safe's owners load into its Transaction Builder and sign as one.
 * @param createdAt Unix milliseconds.
 */
export function toTransactionBuilderFile(
  safe: Address,
  transactions: readonly UnsignedTransaction[],
  createdAt: number,
): TransactionBuilderFile {
  return {
    version: "1.0",
    chainId: String(transactions[0]?.chainId ?? ""),
    createdAt,
    meta: {
      name: "deepfunding",
      description: transactions.map(({ description }) => description).join(" "),
      createdFromSafeAddress: safe,
    },
    transactions: transactions.map(({ to, value, data }) => ({
      to,
      value: value.toString(),
      data,
      contractMethod: null,
      contractInputsValues: null,
    })),
  };
}
