import { keccak256, stringToHex, type Address, type Hex } from "viem";

import type { UnsignedTransaction } from "./types.ts";

/** What the Transaction Builder of the Safe's web application loads: version 1.0 of its batch files. */
export type TransactionBuilderFile = {
  readonly version: "1.0";
  readonly chainId: string;
  readonly createdAt: number;
  readonly meta: {
    readonly name: string;
    readonly description: string;
    readonly createdFromSafeAddress: Address;
    /** By which the Transaction Builder sees that nobody has changed the file. */
    readonly checksum: Hex;
  };
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
  const file = {
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
  } as const;
  return { ...file, meta: { ...file.meta, checksum: checksumOf(file) } };
}

/** What the Transaction Builder computes of a file: of all but the name of the batch and the checksum itself. */
function checksumOf(file: Omit<TransactionBuilderFile, "meta"> & { readonly meta: object }): Hex {
  return keccak256(stringToHex(serialized({ ...file, meta: { ...file.meta, name: null } })));
}

/** Its own way to write JSON: of an object the sorted keys as a list, then each value with a comma after it. */
function serialized(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(serialized).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = sorted.map(([, each]) => `${serialized(each)},`).join("");
  return `{${JSON.stringify(sorted.map(([key]) => key))}${values}}`;
}
