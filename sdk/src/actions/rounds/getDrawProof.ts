import { BlockNotFoundError, numberToHex, type Hex } from "viem";

import type { ReadErrorType } from "../../chain/read.ts";
import { toSdkError } from "../../errors/contract.ts";
import type { HeaderHashMismatchError } from "../../errors/rounds.ts";
import { encodeBlockHeader, type RpcBlockHeader } from "../../rounds/encodeBlockHeader.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetDrawProofParameters = {
  /** The block that the draw refers to: `drawReference` of `getRound`. It must have been mined. */
  readonly drawReference: bigint;
};

/** The block's header in RLP. */
export type GetDrawProofReturnType = Hex;

export type GetDrawProofErrorType = BlockNotFoundError | HeaderHashMismatchError | ReadErrorType;

/**
 * Reads the header of the block that the draw refers to, and encodes it as `draw` asks for. Of a block that has not been
 * mined, viem's `BlockNotFoundError` says so.
 * @throws {HeaderHashMismatchError} when the chain's headers have fields that this package does not know.
 */
export async function getDrawProof(
  client: ReadClient,
  { drawReference }: GetDrawProofParameters,
): Promise<GetDrawProofReturnType> {
  try {
    const block = await client.request({
      method: "eth_getBlockByNumber",
      params: [numberToHex(drawReference), false],
    });
    if (block === null) throw new BlockNotFoundError({ blockNumber: drawReference });
    return encodeBlockHeader(block as unknown as RpcBlockHeader);
  } catch (error) {
    throw toSdkError(error);
  }
}
