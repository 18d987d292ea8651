/** Where an auction stands, in the order of the contract's `Phase`. */
export const AUCTION_PHASES = ["none", "committing", "revealing", "clearing", "opened", "void"] as const;

export type AuctionPhase = (typeof AUCTION_PHASES)[number];
