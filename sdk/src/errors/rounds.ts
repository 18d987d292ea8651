import type { Hex } from "viem";

import { BaseError } from "./BaseError.ts";

/** Thrown when a block's header cannot be encoded so that it has the block's hash. */
export class HeaderHashMismatchError extends BaseError {
  override readonly name = "HeaderHashMismatchError";
  constructor({ expected, actual }: { readonly expected: Hex; readonly actual: Hex }) {
    super(`The encoded header has the hash ${actual}; the block has ${expected}.`, {
      docsPath: "/errors#headerhashmismatcherror",
      metaMessages: [
        "Pass the whole block of `eth_getBlockByNumber`; a newer chain needs a newer version of this package.",
      ],
    });
  }
}
