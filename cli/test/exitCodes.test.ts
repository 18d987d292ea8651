import { expect } from "chai";

import { MissingSettingError } from "../src/errors.ts";
import { EXIT, exitCodeOf } from "../src/exitCodes.ts";
import {
  BaseError,
  DeliveryInterruptedError,
  EmptyFileError,
  InvalidBudgetError,
  MarketsClosedError,
  RpcUnreachableError,
  SendUnansweredError,
  StepFailedError,
} from "deepfunding/errors";

describe("CLI: exit codes", function () {
  const cases: readonly (readonly [string, unknown, number])[] = [
    ["a command line", new MissingSettingError({ what: "It", remedies: [] }), EXIT.usage],
    ["a CSV file", new EmptyFileError(), EXIT.usage],
    ["a budget", new InvalidBudgetError({ budget: 0n }), EXIT.usage],
    ["a revert", new MarketsClosedError({ market: 1n, closesAt: 2n }), EXIT.refused],
    ["an RPC that is not there", new RpcUnreachableError({ url: "http://127.0.0.1:1" }), EXIT.again],
    ["a delivery that can be repeated", new DeliveryInterruptedError({ key: "k" }), EXIT.again],
    ["something else", new BaseError("It failed."), EXIT.failed],
    ["no error at all", "thrown", EXIT.failed],
  ];
  for (const [name, error, code] of cases) {
    it(`${name}: ${code}`, function () {
      expect(exitCodeOf(error)).to.equal(code);
    });
  }

  it("a step that fails ends with what it failed for", function () {
    const step = { kind: "approve", description: "Allow it." } as never;
    const failed = (cause: unknown, pending?: string) =>
      exitCodeOf(new StepFailedError({ steps: [step], index: 0, pending, receipts: [], cause }));
    expect(failed(new MarketsClosedError({ market: 1n, closesAt: 2n }))).to.equal(EXIT.refused);
    expect(failed(new RpcUnreachableError({}))).to.equal(EXIT.again);
    expect(failed(new Error("?"))).to.equal(EXIT.failed);
    // What may still happen is not to be run again.
    expect(failed(new RpcUnreachableError({}), "0x01")).to.equal(EXIT.failed);
    expect(failed(new SendUnansweredError({ cause: new RpcUnreachableError({}) }))).to.equal(EXIT.failed);
  });
});
