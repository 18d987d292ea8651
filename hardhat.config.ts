import { createRequire } from "node:module";

import hardhatViem from "@nomicfoundation/hardhat-viem";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { configVariable, defineConfig } from "hardhat/config";

import quietDependencies from "./plugins/quiet-dependencies.ts";

const require = createRequire(import.meta.url);

/**
 * The compiler is an npm package: nothing is downloaded. What is tested is what is deployed: a deployment's profile,
 * `production`, is the same but in name, so it compiles nothing anew and leaves nothing that a chain cannot read.
 */
export const compiler = {
  version: "0.8.37",
  path: require.resolve("solc/soljson.js"),
  isolated: false,
  toolVersionsInBuildInfo: false,
  settings: {
    // First, where Hardhat has it in `production`: what it compiles goes by a hash, in which order counts.
    optimizer: { enabled: true, runs: 1_500 },
    evmVersion: "cancun",
    viaIR: true,
    metadata: { bytecodeHash: "none" },
    // For the snapshots of storage layouts; what the compiler says besides does not change what it makes.
    outputSelection: { "*": { "*": ["storageLayout"] } },
  },
} as const;

/** `npm run fuzz` runs Solidity tests from other seeds and for longer, `npm test` a part of them. */
const { FUZZ_SEED: seed, FUZZ_RUNS: runs, INVARIANT_RUNS: sequences } = process.env;

/** Counted lines and planted mutants make contracts larger than a chain allows, and cost gas. */
const instrumented = process.env["INSTRUMENTED"];
const ROOMY = { type: "edr-simulated", blockGasLimit: 600_000_000, transactionGasCap: false } as const;

export default defineConfig({
  plugins: [toolbox, hardhatViem, quietDependencies],
  paths: { ignition: "deploy" },
  // Solidity tests have a configuration of their own, test/solidity.config.ts.
  solidity: { profiles: { default: compiler, production: compiler }, splitTestsCompilation: true },
  test: {
    mocha: { timeout: 120_000 },
    solidity: {
      fuzz: { runs: Number(runs ?? 512), ...(seed === undefined ? {} : { seed: `0x${BigInt(seed).toString(16)}` }) },
      invariant: { runs: Number(sequences ?? 32), depth: 256, failOnRevert: true },
    },
  },
  ignition: { strategyConfig: { create2: { salt: `0x${"00".repeat(31)}01` } } },
  // Without it a fork of the local network cannot read the block that it starts from.
  chainDescriptors: {
    31337: { name: "Hardhat", chainType: "generic", hardforkHistory: { osaka: { blockNumber: 0 } } },
  },
  networks: {
    ...(instrumented === "lines" ? { default: { ...ROOMY, allowUnlimitedContractSize: true } } : {}),
    localhost: { type: "http", url: "http://127.0.0.1:8545" },
    ...(process.env["FORK_URL"] === undefined
      ? {}
      : { fork: { type: "edr-simulated", forking: { url: configVariable("FORK_URL") } } }),
  },
});
