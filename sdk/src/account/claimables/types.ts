import type { Address, Hex } from "viem";

import type { AnyCall } from "../../types/call.ts";

/** Something that an account can take out now. */
export type Claimable = {
  /** Name of this package's action that pays it. */
  readonly action: string;
  /** ERC-20, the zero address for ether, or the address of `Markets` if it is an outcome token. */
  readonly token: Address;
  /** Id of the outcome token; `undefined` for ERC-20s and ether. */
  readonly id: bigint | undefined;
  /** Units of the token that the account gets. */
  readonly amount: bigint;
  /** Outcome tokens that come with it, in units: a bid's LONGs. */
  readonly tokens: readonly {
    /** Id of the token. */
    readonly id: bigint;
    /** In units. */
    readonly amount: bigint;
  }[];
  /** What to send, in this order; nearly always one call. */
  readonly calls: readonly AnyCall[];
  /** Id of the market that it comes from, if it does. */
  readonly market: bigint | undefined;
  /** Number of the round that it comes from, if it does. */
  readonly round: bigint | undefined;
  /** Project that it is for, if it is. */
  readonly node: Hex | undefined;
};

/** Fills in what most do not have. */
export function claimable(
  parts: Pick<Claimable, "action" | "token" | "amount" | "calls"> & Partial<Claimable>,
): Claimable {
  return { id: undefined, tokens: [], market: undefined, round: undefined, node: undefined, ...parts };
}
