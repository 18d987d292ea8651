import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** The compiler, which has the solver inside; it has no types. */
const solc = createRequire(import.meta.url)("solc") as {
  compile(input: string, callbacks: { import(path: string): { contents: string } | { error: string } }): string;
};

/** Codes of the compiler's messages about an assertion, by what the solver found. */
const VERDICTS: Readonly<Record<string, keyof Verdict>> = { 2961: "proved", 4661: "refuted", 7812: "unknown" };

/** How many assertions the solver proved, found a counterexample of, and gave up on. */
export type Verdict = { proved: number; refuted: number; unknown: number };

/** A change of one place that makes the code wrong. */
export type Mutant = {
  readonly what: string;
  readonly proof: string;
  /** File that is changed, from the repository's root. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
};

const LMSR = "contracts/markets/Lmsr.sol";
const lmsr = (what: string, from: string, to: string): Mutant => ({ what, proof: "Rounding", file: LMSR, from, to });
const model = (proof: string, what: string, from: string, to: string): Mutant => ({
  what,
  proof,
  file: `prove/${proof}.sol`,
  from,
  to,
});

/** What must be refuted: that it is shows that a proof can fail. */
export const MUTANTS: readonly Mutant[] = [
  lmsr("Lmsr.ceilDiv rounds down", "(x + y - 1) / y", "x / y"),
  lmsr(
    "Lmsr.logStep rounds a sale away from zero",
    "return -int256((uint256(-amount) * WAD) / b);",
    "return -int256(ceilDiv(uint256(-amount) * WAD, b));",
  ),
  lmsr(
    "Lmsr.logStep rounds a purchase down",
    "int256(ceilDiv(uint256(amount) * WAD, b))",
    "amount * int256(WAD) / int256(b)",
  ),
  lmsr("Lmsr.cost has no margin", "uint256 internal constant MARGIN = 2;", "uint256 internal constant MARGIN = 0;"),
  lmsr("Lmsr.cost rounds what it pays up", "-int256((b * (fall - MARGIN)) / WAD)", "-int256(ceilDiv(b * fall, WAD))"),
  lmsr("Lmsr.growth rounds growth up", "grown = (funds * WAD) / lambda;", "grown = ceilDiv(funds * WAD, lambda);"),
  lmsr(
    "Lmsr.growth rounds its charge down",
    "charge = ceilDiv(grown * lambda, WAD);",
    "charge = (grown * uint256(logSum - minLog)) / WAD;",
  ),
  model("Books", "a SHORT is sold without its asset", "pot += cost + fee + amount;", "pot += cost + fee;"),
  model("Books", "a fee that enters cash alone", "pot += cost + fee; // the total of the quote", "pot += cost;"),
  model("Books", "conversion burns the wrong token", "shortA -= amount;", "shortB -= amount;"),
  model("Books", "recentring forgets an outcome", "        soldB -= least;\n", ""),
  model("Solvency", "a cost below the exact one", "cost * WAD >= exact", "cost * WAD + 1 >= exact"),
  model("Solvency", "a step below the amount", "step >= amount * WAD", "step + 1 >= amount * WAD"),
  model("Solvency", "growth charged one unit short", "charge * WAD >= gLambda", "charge * WAD + WAD >= gLambda"),
  model("Auction", "claims rounded up", "am + r == ms", "am == ms + r"),
  model("Auction", "forfeits rounded up, and halves too", "paid += deposit / 2;", "paid += (deposit + 1) / 2;"),
  model("Auction", "sets without the forfeits", "size + own + forfeits;", "size + own;"),
  model("Auction", "pulls rounded up", "part / 1e36;", "(part + 1e36 - 1) / 1e36;"),
];

function read(path: string, mutant?: Mutant): string {
  const text = readFileSync(join(ROOT, path), "utf8");
  if (mutant?.file !== path) return text;
  if (text.split(mutant.from).length !== 2) throw new Error(`${path} has not exactly one "${mutant.from}"`);
  return text.replace(mutant.from, mutant.to);
}

/**
 * Returns what the solver says of the assertions in `prove/<proof>.sol`, on the code as it is or with one change.
 *
 * Each function there is one step from any state, without loops, so that a bounded check of it is a complete one.
 * @throws {Error} when the code does not compile, or has not exactly one place to change.
 */
export function prove(proof: string, mutant?: Mutant): Verdict {
  const path = `prove/${proof}.sol`;
  const input = {
    language: "Solidity",
    sources: { [path]: { content: read(path, mutant) } },
    settings: {
      outputSelection: { "*": { "*": ["abi"] } },
      modelChecker: {
        engine: "bmc",
        targets: ["assert"],
        solvers: ["z3"],
        contracts: { [path]: [proof] },
        showProvedSafe: true,
        showUnproved: true,
      },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: (name) => load(name, mutant) })) as {
    errors?: { severity: string; errorCode: string; message: string; formattedMessage: string }[];
  };
  const verdict: Verdict = { proved: 0, refuted: 0, unknown: 0 };
  for (const { severity, errorCode, message, formattedMessage } of output.errors ?? []) {
    if (severity === "error") throw new Error(formattedMessage);
    const kind = VERDICTS[errorCode];
    if (kind !== undefined && message.includes("Assertion")) ++verdict[kind];
  }
  return verdict;
}

function load(name: string, mutant?: Mutant): { contents: string } | { error: string } {
  const path = existsSync(join(ROOT, name)) ? name : join("node_modules", name);
  return existsSync(join(ROOT, path)) ? { contents: read(path, mutant) } : { error: `${name} is not there` };
}
