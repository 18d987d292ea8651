import { decodeErrorResult, type Hex } from "viem";

import { errorsAbi } from "../abi/errors.ts";
import { BaseError } from "./BaseError.ts";
import type { ContractError, ContractErrorClass, ContractErrorName } from "./contracts/base.ts";
import * as classes from "./contracts/index.ts";
import { findFailure } from "./failure.ts";

type Classes = typeof classes;
type ErrorNameOf<type> = type extends { readonly errorName: infer name extends ContractErrorName } ? name : never;

/** The class of each custom error of the contracts. */
export const contractErrors = Object.fromEntries(
  Object.values(classes).flatMap((one) => ("errorName" in one ? [[one.errorName, one]] : [])),
) as {
  readonly [name in keyof Classes as ErrorNameOf<Classes[name]>]: Classes[name];
} satisfies { readonly [name in ContractErrorName]: ContractErrorClass<name> };

/**
 * Turns what viem or ethers throws into this package's errors: a revert into the class of its custom error, an RPC that
 * does not answer into `RpcUnreachableError`. Anything else is returned unchanged. The original is the `cause`.
 */
export function toSdkError(error: unknown): unknown {
  const found = findFailure(error);
  if (found === undefined || found instanceof BaseError) return found ?? error;
  return decodeRevert(found.revert, error) ?? error;
}

/** Decodes the data of a revert; `undefined` if it is no custom error of the contracts. */
export function decodeRevert(data: Hex, cause?: unknown): ContractError | undefined {
  const decoded = tryDecode(data);
  if (decoded === undefined || !isContractError(decoded.errorName)) return undefined;
  const { abiItem, args, errorName } = decoded;
  const inputs: readonly { readonly name?: string | undefined }[] = "inputs" in abiItem ? abiItem.inputs : [];
  const values = Object.fromEntries(inputs.map(({ name = "" }, i) => [name, args?.[i]]));
  // The compiler knows that each class fits its own error, but not that name and values come from the same one.
  const ErrorClass = contractErrors[errorName] as new (parameters: object) => ContractError;
  return new ErrorClass({ ...values, cause });
}

function tryDecode(data: Hex) {
  try {
    return decodeErrorResult({ abi: errorsAbi, data });
  } catch {
    return undefined; // reverts of contracts that this package does not know, or data that only looks like one
  }
}

function isContractError(name: string): name is ContractErrorName {
  return Object.hasOwn(contractErrors, name);
}
