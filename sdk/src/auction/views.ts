import type { Address, Hex } from "viem";

import type { AuctionPhase } from "../types/auctionPhase.ts";

/** An auction, as `getAuction` reads it. Amounts are in units of the market's asset, times in unix seconds. */
export type AuctionView = {
  /** Where the auction stands: what can be called now. */
  readonly phase: AuctionPhase;
  /** Who prepared it; the zero address if nobody did. */
  readonly sponsor: Address;
  /** ERC-20, or the address of `Markets` if it is an outcome token. */
  readonly asset: Address;
  /** Id of the outcome token; `0n` for an ERC-20. */
  readonly assetId: bigint;
  /** Liquidity of the pool, and budget of the sponsor's bid, in units. */
  readonly b: bigint;
  /** What a refund still holds of the sponsor's money, in units; before clearing all that it gave. */
  readonly budget: bigint;
  /** When commitments end and reveals begin, in unix seconds. */
  readonly revealsAt: bigint;
  /** When reveals end and the pool can open, in unix seconds. */
  readonly opensAt: bigint;
  /** When the market's trading ends, in unix seconds. */
  readonly closesAt: bigint;
  /** All deposits ever, in units. */
  readonly deposits: bigint;
  /** Deposits of the bids that were revealed, in units. */
  readonly revealed: bigint;
  /** Full sets that all bids share, in units: M + F; 0 before clearing. */
  readonly sets: bigint;
  /** F, what is forfeit and shared by all bids, in units; before clearing only what revealed bids forfeit. */
  readonly forfeits: bigint;
};

/** A bid, as `getBid` reads it; all zero if there is none, or it was claimed or withdrawn. */
export type BidView = {
  /** What was committed; once revealed the hash of the weights. */
  readonly commitment: Hex;
  /** What is deposited for the bid, in units. */
  readonly deposit: bigint;
  /** B of a revealed bid, in units. */
  readonly budget: bigint;
  /** Whether it was revealed. */
  readonly revealed: boolean;
};
