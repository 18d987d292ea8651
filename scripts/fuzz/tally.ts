import { Interface } from "ethers";

/** What came of one process of the campaign. */
export type Batch = {
  readonly tests: readonly TestReport[];
  /** Resident memory at its end, in bytes. */
  readonly memory: number;
};

/** What came of one test. */
export type TestReport = {
  readonly name: string;
  readonly failed: boolean;
  readonly reason: string;
  readonly counterexample: string;
  /** Calls of an invariant's handler, or cases of a fuzz test. */
  readonly calls: number;
  readonly functions: readonly { readonly name: string; readonly calls: number; readonly reverts: number }[];
  readonly logs: readonly string[];
};

/** What calls of one function came to. */
export type FunctionTally = {
  through: number;
  /** How often it was refused, by the reason's name. */
  readonly refused: Map<string, number>;
};

const THROUGH = "0x00000000";
const NO_REASON = "0xffffffff";
/** Selector, reason and number of an entry of `CallLog.counts`, in hex digits. */
const [SELECTOR, ENTRY] = [8, 32];

/** Names of functions and errors by their selectors, out of the ABIs of all contracts that are called. */
export class Names {
  readonly #functions = new Map<string, string>([["0x00000000", "(ether)"]]);
  readonly #errors = new Map<string, string>([
    [NO_REASON, "(no reason)"],
    ["0x4e487b71", "Panic"],
    ["0x08c379a0", "Error"],
  ]);

  constructor(contracts: readonly { readonly name: string; readonly abi: readonly unknown[] }[]) {
    for (const { name, abi } of contracts) {
      const parsed = new Interface(abi as ConstructorParameters<typeof Interface>[0]);
      parsed.forEachFunction((f) => {
        // The first contract that has it: those that are alike in several are theirs all.
        if (!this.#functions.has(f.selector)) this.#functions.set(f.selector, `${name}.${f.name}`);
      });
      parsed.forEachError((e) => this.#errors.set(e.selector, e.name));
    }
  }

  functionOf(selector: string): string {
    return this.#functions.get(selector) ?? selector;
  }

  errorOf(selector: string): string {
    return this.#errors.get(selector) ?? selector;
  }
}

/** Sums up what processes report. */
export class Tally {
  readonly functions = new Map<string, FunctionTally>();
  readonly suites = new Map<string, { batches: number; calls: number; reverts: number; seconds: number }>();
  memory = 0;
  readonly #names: Names;

  constructor(names: Names) {
    this.#names = names;
  }

  /** Calls of all kinds: of contracts by the system's handlers, of handlers by invariants, cases of fuzz tests. */
  get calls(): number {
    return [...this.suites.values()].reduce((sum, { calls }) => sum + calls, 0);
  }

  add(suite: string, batch: Batch, seconds: number): void {
    const sums = this.suites.get(suite) ?? { batches: 0, calls: 0, reverts: 0, seconds: 0 };
    this.memory = Math.max(this.memory, batch.memory);
    for (const test of batch.tests) {
      sums.calls += test.calls;
      for (const { name, calls, reverts } of test.functions) {
        sums.reverts += reverts;
        this.#functionOf(name).through += calls - reverts;
      }
      for (const log of test.logs.filter((line) => /^0x([0-9a-f]{32})*$/.test(line))) {
        const logged = this.#addLog(log);
        sums.calls += logged.calls;
        sums.reverts += logged.reverts;
      }
    }
    ++sums.batches;
    sums.seconds += seconds;
    this.suites.set(suite, sums);
  }

  #functionOf(name: string): FunctionTally {
    const tally = this.functions.get(name) ?? { through: 0, refused: new Map<string, number>() };
    this.functions.set(name, tally);
    return tally;
  }

  #addLog(log: string): { calls: number; reverts: number } {
    const sums = { calls: 0, reverts: 0 };
    for (let i = 2; i < log.length; i += ENTRY) {
      const selector = `0x${log.slice(i, i + SELECTOR)}`;
      const reason = `0x${log.slice(i + SELECTOR, i + 2 * SELECTOR)}`;
      const count = Number(`0x${log.slice(i + 2 * SELECTOR, i + ENTRY)}`);
      const name = this.#names.functionOf(selector);
      const tally = this.#functionOf(name);
      sums.calls += count;
      if (reason === THROUGH) {
        tally.through += count;
        continue;
      }
      sums.reverts += count;
      const error = this.#names.errorOf(reason);
      tally.refused.set(error, (tally.refused.get(error) ?? 0) + count);
    }
    return sums;
  }
}
