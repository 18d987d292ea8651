import { encodeCall, type RawCall } from "../chain/encodeCalls.ts";
import { InvalidParameterError } from "../errors/math.ts";
import type { AnyCall } from "../types/call.ts";
import type { Prepared, PreparedStep } from "../types/prepared.ts";
import { transactionOf, type Group } from "./groups.ts";

/**
 * Returns the transactions of prepared calls, unsigned and in order: for a hardware wallet, or for a Safe, whose
 * `buildSafeTransaction` takes one and whose `buildSafeBatch` takes all.
 * @throws {InvalidParameterError} when a step is a permit, which must be signed first: prepare with `permit: false`.
 */
export function transactionsOf({ steps }: Pick<Prepared, "steps">): readonly RawCall[] {
  return steps.flatMap(encodeStep);
}

/**
 * Returns the call of a step that is one transaction: what `deliver` takes.
 * @throws {InvalidParameterError} when the step is a permit or a batch of a wallet.
 */
export function callOf(step: PreparedStep): AnyCall {
  if (step.kind === "approve") return step.call;
  if (step.kind === "call") return transactionOf(step.calls as Group);
  throw new InvalidParameterError({
    parameter: "step",
    value: step.kind,
    expected: "one transaction: prepare the calls with `permit: false` and `batch: false`",
  });
}

function encodeStep(step: PreparedStep): readonly RawCall[] {
  switch (step.kind) {
    case "approve":
    case "call":
      return [encodeCall(callOf(step))];
    case "batch":
      return [...step.approvals, ...step.calls].map(encodeCall);
    case "permit":
      throw new InvalidParameterError({
        parameter: "steps",
        value: "with a permit to sign",
        expected: "transactions only: prepare them with `permit: false`",
      });
  }
}
