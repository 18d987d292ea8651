import { encodeFunctionData, type Address, type Hex } from "viem";

import { juryAbi } from "../abi/jury.ts";
import { assertWeights } from "../math/weights.ts";
import { buildSafeTransaction } from "./buildSafeTransaction.ts";
import type { SafeTransaction } from "./types.ts";

export type BuildPostingParameters = {
  /** Address of the `Jury`. */
  readonly jury: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Weights of the outcomes, in WAD; they sum to exactly 1e18. */
  readonly payouts: readonly bigint[];
  /** Merkle root of the jurors' ballots. */
  readonly ballotsRoot: Hex;
  /** Where ballots, parameters and reasons can be read. */
  readonly evidenceURI: string;
  /** The Safe's nonce, see `getSafe`. */
  readonly nonce: bigint;
};

/**
 * Builds the Safe transaction that posts the payouts of a market, for the owners to sign.
 *
 * @throws {InvalidWeightsError} when a payout is negative.
 * @throws {InvalidSumError} when the payouts do not sum to exactly 1e18.
 */
export function buildPosting(parameters: BuildPostingParameters): SafeTransaction {
  return build("post", parameters);
}

/**
 * Builds the Safe transaction that answers a challenge with other payouts.
 *
 * @throws {InvalidWeightsError} when a payout is negative.
 * @throws {InvalidSumError} when the payouts do not sum to exactly 1e18.
 */
export function buildAmendment(parameters: BuildPostingParameters): SafeTransaction {
  return build("amend", parameters);
}

function build(functionName: "post" | "amend", parameters: BuildPostingParameters): SafeTransaction {
  const { jury, market, payouts, ballotsRoot, evidenceURI, nonce } = parameters;
  assertWeights(payouts);
  const args = [market, payouts, ballotsRoot, evidenceURI] as const;
  return buildSafeTransaction({
    to: jury,
    data: encodeFunctionData({ abi: juryAbi, functionName, args }),
    nonce,
  });
}
