import { tasks } from "hardhat";

/** Set by `npm test` and `npm run test:long`, which have built everything once: others read what is built while a script runs. */
const BUILT = "DEEP_FUNDING_BUILT";

/** Compiles the contracts, unless nothing can have changed. */
export async function buildContracts(): Promise<void> {
  if (process.env[BUILT] === undefined) await tasks.getTask("build").run({ quiet: true, noTests: true });
}
