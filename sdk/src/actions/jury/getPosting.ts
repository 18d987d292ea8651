import type { Address, Hash, Hex } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

/** Where a market stands with its jury, in the order of the contract's `Status`. */
const STATUSES = ["none", "posted", "challenged", "affirmed", "resolved"] as const;

export type PostingStatus = (typeof STATUSES)[number];

export type GetPostingParameters = ReadOptions & {
  /** Address of the `Jury` contract. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
};

export type GetPostingReturnType = {
  /** `none`: nobody has posted it yet. */
  readonly status: PostingStatus;
  /** How many amendments there were, 0 to 2. */
  readonly amendments: number;
  /** When it was posted, challenged or affirmed (whichever was last), in unix seconds. */
  readonly since: bigint;
  /** From when `finalize` works if nothing else happens, in unix seconds; `undefined` if it cannot be called. */
  readonly finalFrom: bigint | undefined;
  /** Who challenged this posting; the zero address if nobody did. */
  readonly challenger: Address;
  /** Hash of the payouts; zero if nothing was posted. */
  readonly payoutsHash: Hash;
  /** Merkle root of the ballots that the payouts were computed from. */
  readonly ballotsRoot: Hex;
};

export type GetPostingErrorType = ReadErrorType;

/** Reads where a market stands with its jury. */
export async function getPosting(client: ReadClient, parameters: GetPostingParameters): Promise<GetPostingReturnType> {
  const { jury, market, blockNumber } = given(parameters);
  const { status, since, finalFrom, ...posting } = await read(client, {
    address: jury,
    abi: juryAbi,
    functionName: "getPosting",
    args: [market],
    ...atBlock(blockNumber),
  });
  return {
    ...posting,
    status: STATUSES[status] ?? "none",
    since: BigInt(since),
    finalFrom: finalFrom === 0n ? undefined : finalFrom,
  };
}
