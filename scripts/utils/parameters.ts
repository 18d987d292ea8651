import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DeploymentParameters } from "@nomicfoundation/ignition-core";
import { config } from "hardhat";
import type { Address, Hex } from "viem";

/** What a local deployment is for: it has no file of its own, as it depends on the round's folder. */
export type LocalOverrides = {
  /** Id of the target: `genesis(...).target`. */
  readonly target: Hex;
  /** What the import of the graph hashes to: `genesis(...).root`. */
  readonly genesisRoot: Hex;
  readonly registrar?: Address | undefined;
  readonly trading?: number | undefined;
  readonly twapWindow?: number | undefined;
  readonly openingKinds?: number | undefined;
  readonly openingPeriod?: number | undefined;
};

/** The parameters of the module `Local`: those of `deploy/parameters/localhost.json` and some others. */
export async function readLocalParameters(overrides: LocalOverrides): Promise<DeploymentParameters> {
  const path = join(config.paths.ignition, "parameters", "localhost.json");
  // Ignition reads "123n" as a bigint, from files only.
  const parameters = JSON.parse(await readFile(path, "utf8"), (_, value: unknown) =>
    typeof value === "string" && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as DeploymentParameters;
  const set = Object.entries(overrides).filter(([, value]) => value !== undefined) as [string, string | number][];
  return { ...parameters, Local: { ...parameters["Local"], ...Object.fromEntries(set) } };
}
