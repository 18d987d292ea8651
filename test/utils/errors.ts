import { expect } from "chai";

import type { ContractError } from "../../sdk/src/errors/contracts/base.ts";

/** Expects that a promise fails with an error of a class, with these values if it is a contract's; returns it. */
export async function expectError<E extends Error>(
  promise: Promise<unknown>,
  type: abstract new (...parameters: never[]) => E,
  values?: E extends ContractError ? Partial<E["values"]> : never,
): Promise<E> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(type);
  if (values !== undefined) expect((error as ContractError).values).to.deep.include(values);
  return error as E;
}
