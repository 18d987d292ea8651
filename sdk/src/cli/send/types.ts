import type { Address, Hash, Hex, Log } from "viem";

import type { AnyCall } from "../../internal/write.ts";

/** A call, and a sentence on what it does. */
export type DescribedCall = { readonly description: string; readonly call: AnyCall };

/** What a command wants to be sent. */
export type SendRequest = {
  /** In their order. */
  readonly calls: readonly DescribedCall[];
  /** What the calls take of ERC-20s of the account: approved before them where it is not yet. */
  readonly spends?: readonly { readonly asset: Address; readonly spender: Address; readonly amount: bigint }[];
};

/** A transaction that was sent, or would be. */
export type Transaction = {
  readonly description: string;
  readonly to: Address;
  readonly data: Hex;
  /** In wei. */
  readonly value: bigint;
  readonly chainId: number;
};

/** A transaction with what became of it. */
export type SentTransaction = Transaction & {
  /** Gas used, or by estimate; `undefined`: not known before those before it were sent. */
  readonly gas: bigint | undefined;
  /** What the gas costs, in wei. */
  readonly cost: bigint | undefined;
  readonly hash: Hash | undefined;
};

/** What became of a request. */
export type Sending = {
  readonly mode: "sent" | "dry-run" | "unsigned" | "safe";
  readonly from: Address;
  readonly transactions: readonly SentTransaction[];
  /** Of what was sent; none if nothing was. */
  readonly logs: readonly Log[];
};
