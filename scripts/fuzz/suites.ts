import { globSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** The System suite is compiled apart: all others are a part of `npm test`. */
const [CAMPAIGN, TESTS] = ["campaign/solidity.config.ts", "test/solidity.config.ts"];

/** A part of the campaign: files of Solidity tests that are run again and again, from other seeds. */
export type Suite = {
  readonly name: string;
  readonly files: readonly string[];
  /** Hardhat's configuration that compiles and runs them. */
  readonly config: string;
  /** How much of the campaign's time it gets, beside the others. */
  readonly weight: number;
  /** How many sequences, or cases of each fuzz test, one process plays: its traces stay in memory. */
  readonly runs: number;
  /** Environment that a run of `runs` sequences from `seed` needs. */
  readonly environment: (seed: number, runs: number) => Readonly<Record<string, string>>;
};

/** Read by hardhat.config.ts: the seed of the generator of Hardhat's own fuzzing. */
const generated = (seed: number, runs: number) => ({
  FUZZ_SEED: String(seed),
  FUZZ_RUNS: String(runs),
  INVARIANT_RUNS: String(runs),
});
/** Read by SystemCampaign: the number that a sequence is made of. */
const counted = (seed: number, runs: number) => ({ CAMPAIGN_SEED: String(seed), CAMPAIGN_RUNS: String(runs) });

const invariants = (name: string, weight: number, runs: number): Suite => ({
  name,
  files: [`test/invariant/${name}.t.sol`],
  config: TESTS,
  weight,
  runs,
  environment: generated,
});

export const SUITES: readonly Suite[] = [
  {
    name: "System",
    files: ["campaign/System.t.sol"],
    config: CAMPAIGN,
    weight: 6,
    runs: 60,
    environment: counted,
  },
  invariants("Markets", 3, 32),
  invariants("FundingPool", 1, 32),
  invariants("Jury", 1, 32),
  invariants("EdgeRegistry", 1, 32),
  invariants("Rounds", 2, 32),
  {
    name: "libraries",
    files: globSync("test/fuzz/**/*.t.sol", { cwd: ROOT }).sort(),
    config: TESTS,
    weight: 1,
    runs: 2048,
    environment: generated,
  },
];
