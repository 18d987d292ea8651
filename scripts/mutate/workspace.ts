import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { analyse, readBytes } from "./ast.ts";
import type { Mutant } from "./mutants.ts";
import { SWITCH, SWITCH_PATH, blame, plant } from "./schemata.ts";

/** What the tests need besides the contracts. */
const COPIED = ["contracts", "deploy", "examples", "package.json", "plugins", "scripts", "sdk/src", "test"];

/**
 * The planted contracts are larger than a chain allows and cost more gas. Nothing is tuned for gas, which no mutant is
 * judged by.
 */
const CONFIG = `import original from "./hardhat.original.ts";

const { profiles } = original.solidity;
const settings = { ...profiles.default.settings, optimizer: { enabled: true, runs: 1 } };
const compiler = { ...profiles.default, settings };
export default {
  ...original,
  solidity: { profiles: { default: compiler, production: compiler } },
  networks: {
    ...original.networks,
    default: {
      type: "edr-simulated",
      allowUnlimitedContractSize: true,
      transactionGasCap: false,
      blockGasLimit: 200_000_000,
    },
  },
  test: {
    ...original.test,
    solidity: {
      ...original.test.solidity,
      blockGasLimit: 10_000_000_000,
      gasLimit: 10_000_000_000n,
      transactionGasCap: false,
      ...(process.env["MUTANT"] === undefined ? {} : { coinbase: process.env["MUTANT"] }),
    },
  },
};
`;

/** Mutants that compile, and what the compiler says against the others. */
export interface Planted {
  readonly mutants: readonly Mutant[];
  readonly invalid: readonly { readonly mutant: Mutant; readonly message: string }[];
}

/**
 * Plants mutants into `sources` and takes out those that the compiler rejects, one round of errors at a time.
 *
 * @throws Error if an error is not about a mutant.
 */
function plantValid(
  root: string,
  sources: ReadonlyMap<string, string>,
  mutants: readonly Mutant[],
): Planted & { readonly planted: ReadonlyMap<string, string> } {
  const invalid: { mutant: Mutant; message: string }[] = [];
  for (let valid = mutants; ;) {
    const planted = new Map(
      [...sources].map(([file, source]) => [
        file,
        plant(
          file,
          source,
          valid.filter((m) => m.file === file),
        ),
      ]),
    );
    const { errors } = analyse(root, new Map([...planted, [SWITCH_PATH, SWITCH]]));
    if (errors.length === 0) return { mutants: valid, invalid, planted };
    const guilty = new Map<number, string>();
    for (const { message, sourceLocation } of errors) {
      const { file = "", start = -1, end = -1 } = sourceLocation ?? {};
      const id = blame(planted.get(file) ?? "", start, end);
      if (id === undefined) throw new Error(`${file}: ${message}`);
      guilty.set(id, message);
    }
    for (const mutant of valid) {
      const message = guilty.get(mutant.id);
      if (message !== undefined) invalid.push({ mutant, message });
    }
    valid = valid.filter(({ id }) => !guilty.has(id));
  }
}

/** Copies the project to `folder`, with the mutants planted in its contracts. */
export function prepareWorkspace(
  root: string,
  folder: string,
  sources: ReadonlyMap<string, string>,
  mutants: readonly Mutant[],
): Planted {
  const { planted, ...result } = plantValid(root, sources, mutants);
  for (const name of COPIED) {
    rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  cpSync(join(root, "hardhat.config.ts"), join(folder, "hardhat.original.ts"));
  writeFileSync(join(folder, "hardhat.config.ts"), CONFIG);
  for (const [file, text] of planted) writeFileSync(join(folder, file), text, "latin1");
  writeFileSync(join(folder, SWITCH_PATH), SWITCH);
  return result;
}

/** Reads contracts, one character a byte. */
export function readSources(root: string, files: readonly string[]): Map<string, string> {
  return new Map(files.map((file) => [file, readBytes(join(root, file))]));
}
