import type { Address, Hex, Log, TransactionReceipt } from "viem";

import type { AnyCall } from "./call.ts";
import type { PermitTypedData } from "./permit.ts";

/** What a contract takes from the account, by an allowance. */
export type Spend = {
  /** The ERC-20; of an outcome token the address of `Markets`. */
  readonly asset: Address;
  /** Id of the outcome token; `0n` for an ERC-20. */
  readonly assetId: bigint;
  /** Contract that takes it. */
  readonly spender: Address;
  /** The most that it takes, in units of the asset. */
  readonly amount: bigint;
};

/** A {@link Spend}, and what the chain says of it. */
export type PreparedSpend = Spend & {
  /** The token's symbol; its address if it has none that can be shown. */
  readonly symbol: string;
  /** Decimals of an amount; 0 if the token does not say. */
  readonly decimals: number;
  /** What the account has of it, in units. Earlier calls of the same list may still bring some. */
  readonly balance: bigint;
  /** What the spender may take, in units, before anything is sent; 2^256 - 1: without limit. */
  readonly allowance: bigint;
};

/** A signature, which costs nothing: an EIP-2612 permit, used by the next call. */
export type PermitStep = {
  /** A signature. */
  readonly kind: "permit";
  /** The step in a sentence, for people. */
  readonly description: string;
  /** What it allows. */
  readonly spend: PreparedSpend;
  /** What the wallet shows and signs. */
  readonly typedData: PermitTypedData;
};

/** A transaction that lets a contract take a token. */
export type ApproveStep = {
  /** A transaction that allows. */
  readonly kind: "approve";
  /** The step in a sentence, for people. */
  readonly description: string;
  /** What it allows. */
  readonly spend: PreparedSpend;
  /** The approval itself. */
  readonly call: AnyCall;
  /** Gas that it would use now; `undefined`: nobody can tell before the steps ahead of it are done. */
  readonly gas: bigint | undefined;
};

/** A transaction that makes calls of one contract: all or none. */
export type CallStep = {
  /** A transaction that does what was asked for. */
  readonly kind: "call";
  /** The step in a sentence, for people. */
  readonly description: string;
  /** One call, or several that go into one `multicall`; permits signed just before go first. */
  readonly calls: readonly AnyCall[];
  /** Gas that it would use now; `undefined`: nobody can tell before the steps ahead of it are done. */
  readonly gas: bigint | undefined;
};

/** Approvals and calls that the wallet carries out together (EIP-5792): all or none. */
export type BatchStep = {
  /** Several calls as one. */
  readonly kind: "batch";
  /** The step in a sentence, for people. */
  readonly description: string;
  /** What is missing to make the calls: comes first. */
  readonly approvals: readonly AnyCall[];
  /** The calls, in their order. */
  readonly calls: readonly AnyCall[];
};

/** What a wallet will be asked, once. */
export type PreparedStep = PermitStep | ApproveStep | CallStep | BatchStep;

/** All that will be signed and sent for some calls, in order. */
export type Prepared = {
  /** Account that signs and sends. */
  readonly account: Address;
  /** What the calls take from the account. */
  readonly spends: readonly PreparedSpend[];
  /** What the account's wallet will be asked, in order. */
  readonly steps: readonly PreparedStep[];
};

/** What is common to the receipt of a transaction and of a wallet's batch. */
export type StepReceipt = Pick<TransactionReceipt, "transactionHash" | "blockHash" | "blockNumber" | "gasUsed"> & {
  /** What each unit of gas has cost, in wei; the receipt of a wallet's batch does not say. */
  readonly effectiveGasPrice?: bigint | undefined;
  /** Events of the step, for `parseTradeLogs` and its like. */
  readonly logs: readonly Log[];
};

/** How far a step is. */
export type StepProgress = {
  readonly step: PreparedStep;
  /** Position of the step, from 0. */
  readonly index: number;
} & (
  | {
      /** The wallet is about to be asked. */
      readonly status: "started";
    }
  | {
      /** It is on its way. */
      readonly status: "sent";
      /** Hash of the transaction, or the wallet's id of the batch. */
      readonly id: Hex | string;
    }
  | {
      /** It is signed, or mined. */
      readonly status: "done";
      /** Of its transactions; none of a signature. */
      readonly receipts: readonly StepReceipt[];
    }
);
