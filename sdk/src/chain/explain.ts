import { BaseError } from "../errors/BaseError.ts";
import { findFailure } from "../errors/failure.ts";

/**
 * As `toSdkError`, for what is thrown on the way to the chain. Only a call that reverts loads the classes of the
 * contracts' errors, which are many times larger than an action; where they cannot be loaded, viem's error stands.
 */
export async function explain(error: unknown): Promise<unknown> {
  const found = findFailure(error);
  if (found === undefined || found instanceof BaseError) return found ?? error;
  const classes = await import("../errors/contract.ts").catch(() => undefined);
  return classes?.decodeRevert(found.revert, error) ?? error;
}

/** What the chain answers; what it fails with is this package's errors. */
export async function explained<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw await explain(error);
  }
}
