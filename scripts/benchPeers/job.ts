import type { Address } from "viem";

/** What is measured, in the order of the table. */
export const JOBS = {
  open: "open at given prices and fund",
  buy: "buy one outcome",
  weightsFirst: "buy a weight vector, first trade",
  weights: "buy a weight vector, in use",
  split: "split a full set",
  report: "report the payouts",
  redeem: "redeem all outcomes",
} as const;
export type Job = keyof typeof JOBS;

/** Gas of each transaction of a job; a job that needs several says so. */
export type Spent = readonly number[];

/** What sells outcomes. Amounts are in tokens, prices in money. */
export type Maker = {
  readonly name: string;
  /** Creates the market at the opening prices, with the depth of b, by the sponsor. */
  readonly open: () => Promise<Spent>;
  /** Outcome tokens that the sponsor has back after the opening. */
  readonly returned: () => Promise<readonly number[]>;
  readonly prices: () => Promise<readonly number[]>;
  /** How much each price moves by buying `q`: `dp/dq`, as the contracts answer. */
  readonly impacts: () => Promise<readonly number[]>;
  readonly buy: (account: Address, outcome: number, amount: number) => Promise<Spent>;
  /** Takes the prices to `targets`, by an account that has money only. */
  readonly move: (account: Address, targets: readonly number[]) => Promise<Spent>;
};

/** What makes outcomes of money and money of outcomes. */
export type Exchange = {
  readonly name: string;
  readonly split: (account: Address, amount: number) => Promise<Spent>;
  /** `weights` in WAD. */
  readonly report: (weights: readonly bigint[]) => Promise<Spent>;
  readonly redeem: (account: Address, amount: number) => Promise<Spent>;
};
