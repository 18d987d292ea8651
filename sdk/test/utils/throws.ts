import { expect } from "chai";

import type { BaseError } from "../../src/errors/index.ts";

/** Expects `act` to throw an error of exactly this class, by name too, with a message, and returns it. */
export function expectThrow<E extends BaseError>(act: () => unknown, type: abstract new (...args: never[]) => E): E {
  let thrown: unknown;
  try {
    act();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).to.be.instanceOf(type);
  expect((thrown as E).name).to.equal(type.name);
  return thrown as E;
}
