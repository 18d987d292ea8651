import { concat, encodeFunctionData, encodePacked, size, type Address } from "viem";

import type { RawCall } from "../chain/encodeCalls.ts";
import { InvalidParameterError } from "../errors/math.ts";
import { multiSendAbi } from "./abi.ts";
import { buildSafeTransaction } from "./buildSafeTransaction.ts";
import type { SafeTransaction } from "./types.ts";

export type BuildSafeBatchParameters = {
  /** Address of the chain's `MultiSendCallOnly`, of the Safe's version: Safe's own list of deployments has it. */
  readonly multiSend: Address;
  /** What the Safe does, in this order: `transactionsOf`, for instance. */
  readonly calls: readonly RawCall[];
  /** The Safe's nonce, see `getSafe`. */
  readonly nonce: bigint;
};

/**
 * Builds one Safe transaction of several calls, for the owners to sign once: all or none of them happen. One call alone
 * needs no `MultiSendCallOnly`.
 *
 * @throws {InvalidParameterError} when there is no call.
 */
export function buildSafeBatch({ multiSend, calls, nonce }: BuildSafeBatchParameters): SafeTransaction {
  const [first, ...others] = calls;
  if (first === undefined) throw new InvalidParameterError({ parameter: "calls", value: "empty", expected: "calls" });
  if (others.length === 0) return buildSafeTransaction({ ...first, nonce });
  const data = encodeFunctionData({ abi: multiSendAbi, functionName: "multiSend", args: [concat(calls.map(pack))] });
  // The Safe lends its own storage and address to code that can do nothing but call.
  return buildSafeTransaction({ to: multiSend, data, nonce, operation: 1 });
}

/** As `MultiSendCallOnly` reads it: operation 0, target, wei, length, data. */
function pack({ to, value, data }: RawCall) {
  const types = ["uint8", "address", "uint256", "uint256", "bytes"] as const;
  return encodePacked(types, [0, to, value, BigInt(size(data)), data]);
}
