import type { Address, Hash, Hex } from "viem";

import { BaseError } from "./BaseError.ts";

/** Thrown when one owner's signature is there twice: the Safe would reject all of them. */
export class DuplicateSafeSignerError extends BaseError {
  override readonly name = "DuplicateSafeSignerError";
  constructor({ signer }: { readonly signer: Address }) {
    super(`Owner "${signer}" has signed twice.`, {
      docsPath: "/errors#duplicatesafesignererror",
      metaMessages: ["Pass one signature of each owner."],
    });
  }
}

/** Thrown when a signature is not 65 bytes with a recovery id. */
export class InvalidSafeSignatureError extends BaseError {
  override readonly name = "InvalidSafeSignatureError";
  constructor({ signer, signature }: { readonly signer: Address; readonly signature: Hex }) {
    super(`The signature "${signature}" of "${signer}" is not an ECDSA signature of 65 bytes.`, {
      docsPath: "/errors#invalidsafesignatureerror",
      metaMessages: ["Sign with `signSafeTransaction`. Owners that are contracts must approve the hash on-chain."],
    });
  }
}

/** Thrown when somebody who is no owner has signed. */
export class NotSafeOwnerError extends BaseError {
  override readonly name = "NotSafeOwnerError";
  constructor({ safe, signer }: { readonly safe: Address; readonly signer: Address }) {
    super(`"${signer}" is not an owner of the Safe "${safe}".`, {
      docsPath: "/errors#notsafeownererror",
      metaMessages: ["Leave this signature out, or check the address of the Safe."],
    });
  }
}

/** Thrown when there are fewer signatures than the Safe wants. */
export class SafeThresholdError extends BaseError {
  override readonly name = "SafeThresholdError";
  constructor({
    safe,
    threshold,
    signatures,
  }: {
    readonly safe: Address;
    readonly threshold: bigint;
    readonly signatures: number;
  }) {
    super(`The Safe "${safe}" wants ${threshold} signatures and has ${signatures}.`, {
      docsPath: "/errors#safethresholderror",
      metaMessages: ["Collect signatures of the same transaction, with the same nonce, from more owners."],
    });
  }
}

/** Thrown when a transaction was signed for another nonce than the Safe has now. */
export class SafeNonceError extends BaseError {
  override readonly name = "SafeNonceError";
  constructor({
    safe,
    expected,
    actual,
  }: {
    readonly safe: Address;
    readonly expected: bigint;
    readonly actual: bigint;
  }) {
    super(`The transaction has nonce ${actual}; the Safe "${safe}" is at ${expected}.`, {
      docsPath: "/errors#safenonceerror",
      metaMessages: [
        actual < expected
          ? "Another transaction has taken this nonce: build it again with the present one and sign again."
          : "Execute the transactions before it first.",
      ],
    });
  }
}

/** Thrown when a Safe has executed a transaction and the call that it makes failed; its nonce is used. */
export class SafeExecutionFailedError extends BaseError {
  override readonly name = "SafeExecutionFailedError";
  /** Transaction that executed it. */
  readonly hash: Hash;
  constructor({ safe, hash }: { readonly safe: Address; readonly hash: Hash }) {
    super(`The Safe "${safe}" executed its transaction in "${hash}", and the call that it makes failed.`, {
      docsPath: "/errors#safeexecutionfailederror",
      metaMessages: ["Build it again with the Safe's present nonce and sign again, once the reason is gone."],
    });
    this.hash = hash;
  }
}
