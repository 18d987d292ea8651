import { defineConfig } from "hardhat/config";

import project, { compiler } from "../hardhat.config.ts";

/**
 * Hardhat's configuration for the Solidity tests of a folder: `hardhat --config test/solidity.config.ts test solidity
 * --no-compile`. They deploy contracts out of `artifacts/`, as they are shipped, and are themselves compiled without
 * being optimised, which takes a fraction of the time, and into a cache of their own, beside the contracts if need be.
 */
export function configureSolidityTests(folder: string) {
  const settings = {
    ...compiler.settings,
    // The only step that cannot be left out: it keeps what does not fit on the stack elsewhere.
    optimizer: { enabled: false, details: { yul: true, yulDetails: { stackAllocation: true, optimizerSteps: "u" } } },
  };
  return defineConfig({
    ...project,
    paths: { ...project.paths, cache: `cache/${folder}`, tests: { solidity: folder } },
    solidity: { profiles: { default: { ...compiler, settings } }, splitTestsCompilation: true },
  });
}

export default configureSolidityTests("test");
