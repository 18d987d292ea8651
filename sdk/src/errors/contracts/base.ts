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

/** Name of a custom error's class: `MarketsClosedError` of `Markets_Closed`. */
export type ContractErrorClassName<name extends ContractErrorName> = name extends `${infer contract}_${infer what}`
  ? `${contract}${what}Error`
  : `${name}Error`;

/** A custom error's class, by itself or as what the class under its own name extends. */
export type ContractErrorClass<name extends ContractErrorName> = {
  /** Name of the custom error in the ABI. */
  readonly errorName: name;
  new (
    parameters: ContractErrorParameters<name>,
  ): ContractError<name> & { readonly name: ContractErrorClassName<name> };
};

/** A text, or how it follows from the values of the error. */
type Told<name extends ContractErrorName, text> = text | ((values: ContractErrorValues<name>) => text);

/**
 * Makes the class of a custom error. All else follows from its name: the class is called after it, and so is the place
 * of its documentation.
 * @param errorName Name in the ABI, which also says what values the error has.
 */
/* @__NO_SIDE_EFFECTS__ */
export function contractError<const name extends ContractErrorName>(
  errorName: name,
  {
    says,
    next,
  }: {
    /** What is wrong, in one sentence. */
    readonly says: Told<name, string>;
    /** What to do about it; several steps are a line each. */
    readonly next: Told<name, string | readonly string[]>;
  },
): ContractErrorClass<name> {
  const className = `${errorName.replace("_", "")}Error` as ContractErrorClassName<name>;
  const docsPath = `/errors#${className.toLowerCase()}`;
  return class extends ContractError<name> {
    static readonly errorName = errorName;
    override readonly name = className;

    constructor(parameters: ContractErrorParameters<name>) {
      const tell = <text>(told: Told<name, text>): text =>
        typeof told === "function" ? (told as (values: object) => text)(parameters) : told;
      super(parameters, tell(says), { docsPath, metaMessages: [tell(next)].flat() });
    }
  };
}
