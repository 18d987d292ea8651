import { encodeAbiParameters, type Hex } from "viem";

import { encodeBlockHeader, type RpcBlockHeader } from "./encodeBlockHeader.ts";

/**
 * Makes the proof that `HeaderRandomness` asks for: the headers of the first block at or after the time of the draw, and
 * of its parent.
 * @throws {HeaderHashMismatchError} when the chain's headers have fields that this package does not know.
 */
export function encodeHeaderProof(block: RpcBlockHeader, parent: RpcBlockHeader): Hex {
  return encodeAbiParameters(
    [{ type: "bytes" }, { type: "bytes" }],
    [block, parent].map(encodeBlockHeader) as [Hex, Hex],
  );
}
