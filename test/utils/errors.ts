import { expect } from "chai";

/** Expects that a promise fails with an error of a class, and returns it. */
export async function expectError<E extends Error>(
  promise: Promise<unknown>,
  type: abstract new (...parameters: never[]) => E,
): Promise<E> {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(type);
  return error as E;
}
