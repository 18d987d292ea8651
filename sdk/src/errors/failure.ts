import { isHex, type Hex } from "viem";

import { causesOf } from "../utils/causes.ts";
import { BaseError } from "./BaseError.ts";
import { RpcUnreachableError } from "./rpc.ts";

/** Data of a revert that is still to be decoded. */
export type Revert = { readonly revert: Hex };

/**
 * Finds what this package has a class for in what viem or ethers throws: the first of its own errors, an RPC that does
 * not answer, or the data of a revert.
 */
export function findFailure(error: unknown): BaseError | Revert | undefined {
  for (const found of causesOf(error)) {
    if (found instanceof BaseError) return found; // this package's own say more than what is around and behind them
    const unreachable = RpcUnreachableError.from(found);
    if (unreachable !== undefined) return unreachable;
    const revert = revertDataOf(found);
    if (revert !== undefined) return { revert };
  }
  return undefined;
}

/** Bytes of an error's selector, in hex digits with `0x`. */
const SELECTOR_LENGTH = 10;
/** Where the data of a revert may be: viem hands it on as `raw`, ethers keeps what the node said; nodes wrap it too. */
const PLACES = ["raw", "data", "info", "error"] as const;
/** An error of ethers, what it knows, what the node said, and what the node wrapped: deeper lies nothing. */
const DEEPEST = 5;

function revertDataOf(value: unknown, depth = 0): Hex | undefined {
  if (isHex(value)) return value.length >= SELECTOR_LENGTH ? value : undefined;
  if (typeof value !== "object" || value === null || depth === DEEPEST) return undefined;
  for (const place of PLACES) {
    const data = revertDataOf((value as { readonly [place in (typeof PLACES)[number]]?: unknown })[place], depth + 1);
    if (data !== undefined) return data;
  }
  return undefined;
}
