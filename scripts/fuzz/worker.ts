// A process of its own for a few sequences, as the traces of Solidity tests stay in memory until it ends. Its files are
// its parameters, its seed is in the environment; what came of it goes to the parent.
import { tasks } from "hardhat";
import type { SuiteResult } from "@nomicfoundation/edr";

import type { Batch } from "./tally.ts";

/** What the task returns, whether tests failed or not. */
type Outcome = { readonly value?: Run; readonly error?: Run };
type Run = { readonly suiteResults: readonly SuiteResult[] };

function summarise({ suiteResults }: Run): Batch {
  const tests = suiteResults.flatMap(({ id, testResults }) =>
    testResults.map((test) => {
      const { kind } = test;
      const counterexample = test.counterexample;
      return {
        name: `${id.name}.${test.name}`,
        failed: test.status === "Failure",
        reason: test.reason ?? "",
        counterexample: counterexample === undefined ? "" : String(JSON.stringify(counterexample, textOf)),
        // A fuzz test calls once a case.
        calls: Number("calls" in kind ? kind.calls : "runs" in kind ? kind.runs : 0n),
        functions:
          "metrics" in kind
            ? Object.entries(kind.metrics).map(([name, { calls, reverts }]) => ({
                name,
                calls: Number(calls),
                reverts: Number(reverts),
              }))
            : [],
        logs: test.decodedLogs,
      };
    }),
  );
  return { tests, memory: process.memoryUsage.rss() };
}

function textOf(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  return value instanceof Uint8Array ? `0x${Buffer.from(value).toString("hex")}` : value;
}

const outcome = (await tasks
  .getTask(["test", "solidity"])
  .run({ testFiles: process.argv.slice(2), noCompile: true })) as Outcome;
const run = outcome.value ?? outcome.error;
if (run === undefined) throw new Error("The test runner returned nothing.");
// Not before all of it has gone.
process.send?.(summarise(run), () => process.disconnect());
