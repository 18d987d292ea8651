import type { AbiParameter, AbiParameterToPrimitiveType } from "viem";

import type { errorsAbi } from "../../abi/errors.ts";
import { BaseError } from "../BaseError.ts";

type ErrorEntry = (typeof errorsAbi)[number];

/** Name of a custom error of the contracts. */
export type ContractErrorName = ErrorEntry["name"];

type Named<inputs extends readonly AbiParameter[]> = {
  readonly [input in inputs[number] as input["name"] & string]: AbiParameterToPrimitiveType<input>;
};

/** The values that a custom error carries, by the names of the ABI; of several errors, those of one of them. */
export type ContractErrorValues<name extends ContractErrorName> = name extends ContractErrorName
  ? Named<Extract<ErrorEntry, { name: name }>["inputs"]>
  : never;

/** The values, and the error that they were decoded from. */
export type ContractErrorParameters<name extends ContractErrorName> = ContractErrorValues<name> & {
  readonly cause?: unknown;
};

/** Base of every error that a contract reverts with. */
export class ContractError<name extends ContractErrorName = ContractErrorName> extends BaseError {
  override readonly name: string = "ContractError";
  /** What the contract reported, by the names of its ABI. */
  readonly values: ContractErrorValues<name>;

  constructor(
    { cause, ...values }: ContractErrorParameters<name>,
    shortMessage: string,
    parameters: { readonly docsPath: string; readonly metaMessages: readonly string[] },
  ) {
    super(shortMessage, parameters);
    // Set here and not by `super`: the message says all that the cause does, which would repeat the whole call.
    if (cause !== undefined) this.cause = cause;
    this.values = values as unknown as ContractErrorValues<name>;
  }
}
