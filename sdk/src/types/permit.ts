import type { Address } from "viem";

/** The EIP-712 types of EIP-2612. */
export const permitTypes = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** What a wallet shows and signs for a permit, in the form that `signTypedData` takes. */
export type PermitTypedData = {
  /** The token's EIP-712 domain: the permit holds for this token on this chain alone. */
  readonly domain: {
    /** The token's name. */
    readonly name: string;
    /** The domain's version, `1` for most tokens. */
    readonly version: string;
    /** Number of the chain. */
    readonly chainId: number | bigint;
    /** Address of the token. */
    readonly verifyingContract: Address;
  };
  /** The types of the message. */
  readonly types: typeof permitTypes;
  /** Which of the types the message is of. */
  readonly primaryType: "Permit";
  /** What is signed. */
  readonly message: {
    /** Whose tokens. */
    readonly owner: Address;
    /** Contract that may take them. */
    readonly spender: Address;
    /** What it may take, in units. */
    readonly value: bigint;
    /** The owner's nonce: how many of its permits the token has taken. */
    readonly nonce: bigint;
    /** Last second at which the permit can be used, in unix seconds. */
    readonly deadline: bigint;
  };
};
