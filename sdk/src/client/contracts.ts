import type { Address } from "viem";

/** Where the contracts are. Actions of a contract that is left out are not there. */
export type DeepFundingContracts = {
  readonly markets: Address;
  readonly lens?: Address | undefined;
  readonly jury?: Address | undefined;
  readonly registry?: Address | undefined;
  readonly outcomeERC20Factory?: Address | undefined;
  readonly rounds?: Address | undefined;
  readonly fundingPool?: Address | undefined;
  readonly openingAuction?: Address | undefined;
};

/** Contracts of which some are there. */
export type With<name extends keyof DeepFundingContracts> = DeepFundingContracts & {
  readonly [contract in name]: Address;
};

/** Parameters of an action that lets a contract take something, where the contract may be left out. */
export type WithSpender<parameters extends { readonly spender: Address }> = Omit<parameters, "spender"> & {
  /** Contract that may take the token; by default `Markets`. */
  readonly spender?: Address | undefined;
};
