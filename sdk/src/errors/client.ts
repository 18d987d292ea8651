import { BaseError } from "./BaseError.ts";

/** Thrown when it is not said where a contract is. */
export class InvalidContractsError extends BaseError {
  override readonly name = "InvalidContractsError";
  /** Name of the contract. */
  readonly key: string;

  constructor({ key, value }: { readonly key: string; readonly value: unknown }) {
    const fault = value === undefined ? "is missing" : `is ${JSON.stringify(value)}, which is no address`;
    super(`\`${key}\` ${fault}.`, {
      docsPath: "/errors#invalidcontractserror",
      metaMessages: ["Pass what a deployment has written, or name the contracts that it has as the second argument."],
    });
    this.key = key;
  }
}
