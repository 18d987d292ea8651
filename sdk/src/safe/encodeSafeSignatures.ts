import { concat, hexToNumber, isAddressEqual, numberToHex, size, slice, type Hex } from "viem";

import { DuplicateSafeSignerError, InvalidSafeSignatureError } from "../errors/safe.ts";
import type { SafeSignature } from "./types.ts";

/**
 * Concatenates signatures in the order that the Safe wants: ascending by the owner's address.
 *
 * @throws {DuplicateSafeSignerError} when an owner has signed twice.
 * @throws {InvalidSafeSignatureError} when a signature is not 65 bytes with a recovery id.
 */
export function encodeSafeSignatures(signatures: readonly SafeSignature[]): Hex {
  const sorted = signatures.toSorted((a, b) => (BigInt(a.signer) < BigInt(b.signer) ? -1 : 1));
  for (const [index, { signer }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next !== undefined && isAddressEqual(signer, next.signer)) throw new DuplicateSafeSignerError({ signer });
  }
  return concat(sorted.map(normalise));
}

/** Some wallets end in a parity of 0 or 1, which the Safe would read as another kind of signature. */
function normalise({ signer, signature }: SafeSignature): Hex {
  if (size(signature) !== 65) throw new InvalidSafeSignatureError({ signer, signature });
  const v = hexToNumber(slice(signature, 64));
  if (v === 27 || v === 28) return signature;
  if (v === 0 || v === 1) return concat([slice(signature, 0, 64), numberToHex(v + 27, { size: 1 })]);
  throw new InvalidSafeSignatureError({ signer, signature });
}
