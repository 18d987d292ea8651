import type { Address, Hex } from "viem";

/** A transaction of a Safe: exactly what its owners sign. */
export type SafeTransaction = {
  /** Contract or account that the Safe calls. */
  readonly to: Address;
  /** Wei sent along. */
  readonly value: bigint;
  readonly data: Hex;
  /** 0: call, 1: delegatecall. */
  readonly operation: 0 | 1;
  /** Gas for the inner call; 0: all that is there, and a call that fails reverts the whole transaction. */
  readonly safeTxGas: bigint;
  readonly baseGas: bigint;
  /** Refund to whoever executes, per unit of gas; 0: none. */
  readonly gasPrice: bigint;
  readonly gasToken: Address;
  readonly refundReceiver: Address;
  /** The Safe's nonce: transactions execute in this order, each once. */
  readonly nonce: bigint;
};

/** One owner's signature of a {@link SafeTransaction}. */
export type SafeSignature = {
  readonly signer: Address;
  /** 65 bytes r, s, v with v = 27 or 28. */
  readonly signature: Hex;
};
