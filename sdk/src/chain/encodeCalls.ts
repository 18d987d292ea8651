import {
  encodeFunctionData,
  isAddressEqual,
  type Abi,
  type Address,
  type EncodeFunctionDataParameters,
  type Hex,
} from "viem";

import { InvalidParameterError } from "../errors/math.ts";
import type { AnyCall } from "../types/call.ts";

/** What a call is to the chain. */
export type RawCall = {
  readonly to: Address;
  readonly data: Hex;
  /** Ether to send, in wei. */
  readonly value: bigint;
};

/** Encodes a call as the chain takes it: what `tradeCall` and its like return, for whoever signs or sends by other means. */
export function encodeCall({ address, abi, functionName, args, value = 0n }: AnyCall): RawCall {
  const parameters = { abi: abi as Abi, functionName, args } as EncodeFunctionDataParameters;
  return { to: address, data: encodeFunctionData(parameters), value };
}

/**
 * Encodes calls of one contract for its `multicall`, which takes no ether.
 * @throws {InvalidParameterError} when a call is for another contract, or brings ether.
 */
export function encodeCalls(address: Address, calls: readonly AnyCall[]): readonly Hex[] {
  return calls.map((call) => {
    if (!isAddressEqual(call.address, address)) {
      throw new InvalidParameterError({ parameter: "calls", value: call.address, expected: `calls of ${address}` });
    }
    const { data, value } = encodeCall(call);
    if (value > 0n) {
      throw new InvalidParameterError({
        parameter: "calls",
        value: call.functionName,
        expected: "calls without ether",
      });
    }
    return data;
  });
}
