import {
  bytesToHex,
  compactSignatureToSignature,
  keccak256,
  parseCompactSignature,
  parseSignature,
  serializeSignature,
  size,
  type Address,
  type Hex,
  type Signature,
} from "viem";

import { SaltNotReproducibleError } from "../errors/auction.ts";

/** What the wallet shows above the numbers. */
const STATEMENT = "The salt of my sealed bid. Whoever has this signature before I reveal can try to guess my bid.";

/** The EIP-712 types of what a salt is derived from. */
export const saltTypes = {
  BidSalt: [
    { name: "statement", type: "string" },
    { name: "market", type: "uint256" },
    { name: "counter", type: "uint256" },
  ],
} as const;

export type SaltMessageParameters = {
  readonly chainId: number | bigint;
  /** Address of the `OpeningAuction` contract. */
  readonly auction: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Another salt for each bid that replaces one; by default 0. */
  readonly counter?: bigint | undefined;
};

/**
 * What a bidder's wallet is asked to sign for a salt: pass it to `signTypedData`, and the signature to
 * {@link deriveSalt}. As long as the bidder has the key, the salt can be had again: nothing has to be kept.
 */
export function saltMessage({ chainId, auction, market, counter = 0n }: SaltMessageParameters) {
  return {
    domain: {
      name: "Deep Funding Opening Auction",
      version: "1",
      chainId: Number(chainId),
      verifyingContract: auction,
    },
    types: saltTypes,
    primaryType: "BidSalt",
    message: { statement: STATEMENT, market, counter },
  } as const;
}

/**
 * Turns a signature of {@link saltMessage} into a salt: its keccak256. Wallets that write the last byte of the same
 * signature as 0 or 1, or in 64 bytes (EIP-2098), give the same salt. Only a key whose signatures are deterministic
 * (RFC 6979, as most wallets') gives the same salt again: `deriveBidSalt` tries that.
 * @throws {SaltNotReproducibleError} when it is not the signature of one key: a contract wallet's may be another
 * tomorrow.
 */
export function deriveSalt(signature: Hex): Hex {
  const bytes = size(signature);
  if (bytes !== 64 && bytes !== 65) {
    throw new SaltNotReproducibleError({ reason: `it signs with ${bytes} bytes, not with one key` });
  }
  try {
    const parts: Signature =
      bytes === 64 ? compactSignatureToSignature(parseCompactSignature(signature)) : parseSignature(signature);
    return keccak256(serializeSignature(parts));
  } catch {
    throw new SaltNotReproducibleError({ reason: "what it returns is not the signature of a key" });
  }
}

/** Returns 32 random bytes. They must be kept until the bid is revealed: nobody can find them again. */
export function randomSalt(): Hex {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
}
