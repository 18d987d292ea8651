import type { AnyCall, PreparedStep, RawCall, Spend } from "deepfunding";
import type { Journal } from "deepfunding/delivery";
import type { Address, Hash, Log } from "viem";

/** What a command wants to be sent: what `prepareCalls` takes. */
export type SendRequest = {
  /** In their order: what `tradeCall` and its like return. Approvals and permits are added. */
  readonly calls: readonly AnyCall[];
  /** What they take besides what their arguments say. */
  readonly spends?: readonly Spend[];
  /** Where to write what is sent, so that it can be gone on with if the RPC fails; one transaction besides approvals. */
  readonly journal?: Journal | undefined;
  /** Whether neighbouring calls of one contract share a transaction; by default they do. */
  readonly together?: boolean;
};

/** A transaction to be signed elsewhere. */
export type UnsignedTransaction = RawCall & { readonly chainId: number; readonly description: string };

/** A signature or a transaction that was made, or would be. */
export type SentStep = {
  readonly kind: PreparedStep["kind"];
  readonly description: string;
  /** Gas used, or by simulation; `undefined`: a signature, or what depends on steps that were not made. */
  readonly gas: bigint | undefined;
  /** What the gas costs, in wei. */
  readonly cost: bigint | undefined;
  readonly hash: Hash | undefined;
};

/** What became of a request. */
export type Sending = {
  readonly from: Address;
  /** Of what was sent; none if nothing was. */ readonly logs: readonly Log[];
} & (
  | { readonly mode: "sent" | "dry-run"; readonly steps: readonly SentStep[] }
  | { readonly mode: "unsigned" | "safe"; readonly transactions: readonly UnsignedTransaction[] }
);
