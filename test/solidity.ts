import { defineConfig } from "hardhat/config";

import project, { compiler } from "../hardhat.config.ts";

/** How Solidity tests are compiled: nothing is optimised, which takes a fraction of the time. */
const CODE = {
  /** Straight from the source: for tests of nothing but what is deployed. */
  direct: { viaIR: false, optimizer: { enabled: false } },
  /** By Yul, as what is shipped: for tests of internal libraries, which do not fit on the stack otherwise. */
  yul: {
    viaIR: true,
    // The only step that cannot be left out: it keeps what does not fit on the stack elsewhere.
    optimizer: { enabled: false, details: { yul: true, yulDetails: { stackAllocation: true, optimizerSteps: "u" } } },
  },
} as const;

/**
 * Hardhat's configuration for the Solidity tests of a folder: `hardhat --config <folder>/solidity.config.ts test solidity
 * --no-compile`. They deploy contracts out of `artifacts/`, as they are shipped, and are compiled into a cache of their
 * own, beside the contracts if need be.
 */
export function configureSolidityTests(folder: string, code: keyof typeof CODE) {
  const settings = { ...compiler.settings, ...CODE[code] };
  return defineConfig({
    ...project,
    paths: { ...project.paths, cache: `cache/${folder}`, tests: { solidity: folder } },
    solidity: { profiles: { default: { ...compiler, settings } }, splitTestsCompilation: true },
  });
}
