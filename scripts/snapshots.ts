/**
 * `npm run snapshots [-- --update]`: compares, or writes, `test/snapshots/`: the size of every deployed contract, its
 * storage layout and its ABI, one fact a line, so that a change which nobody meant shows in the diff that brings it.
 * What is not deployed (interfaces, internal libraries) shows in the contracts that it is part of. A core contract that
 * has too few bytes left for its rules to change is a failure, whatever the snapshots say.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { artifacts } from "hardhat";

import { clean, signatureOf, type Entry } from "./utils/abi.ts";
import { findTightContracts, type Size } from "./utils/margins.ts";
import { describeLayout, type StorageLayout } from "./utils/storageLayout.ts";
import { buildContracts } from "./utils/build.ts";

const TARGET = join(import.meta.dirname, "..", "test", "snapshots");
/** The most bytes of code that a contract may have (EIP-170). */
const MOST_BYTES = 24_576;

type Contract = {
  readonly name: string;
  readonly abi: readonly Entry[];
  /** Whether anything can be called. A library of internal functions is compiled into its callers, and left as a stub. */
  readonly isCallable: boolean;
  /** Bytes of the code as deployed; the places of addresses to be linked count as what they will hold. */
  readonly size: number;
  readonly layout: StorageLayout;
};

/** Reads what the compiler has said of everything deployed that is not there for tests only. */
async function readContracts(): Promise<readonly Contract[]> {
  const names = [...(await artifacts.getAllFullyQualifiedNames())].toSorted();
  const own = names.filter((name) => /^contracts\/(?!mocks\/)/.test(name));
  const found = await Promise.all(own.map(readContract));
  return found.filter(({ isCallable, size }) => isCallable && size > 0);
}

async function readContract(fullName: string): Promise<Contract> {
  const { abi, contractName, deployedBytecode, inputSourceName } = await artifacts.readArtifact(fullName);
  const output = (await readOutputs(fullName))[inputSourceName ?? ""]?.[contractName];
  if (output === undefined) throw new Error(`The build has no output of ${fullName}.`);
  return {
    name: contractName,
    abi: (abi as readonly Entry[]).map(clean),
    isCallable: Object.keys(output.evm.methodIdentifiers).length > 0,
    size: (deployedBytecode.length - "0x".length) / 2,
    layout: output.storageLayout,
  };
}

/** What the compiler has said of a contract; `methodIdentifiers` has what ABIs cannot express, too. */
type Output = {
  readonly evm: { readonly methodIdentifiers: Readonly<Record<string, string>> };
  readonly storageLayout: StorageLayout;
};

type Outputs = Readonly<Record<string, Readonly<Record<string, Output>>>>;

const outputs = new Map<string, Promise<Outputs>>();

/** What the compiler has said of all contracts of a build, read once. */
async function readOutputs(fullName: string): Promise<Outputs> {
  const id = await artifacts.getBuildInfoId(fullName);
  const path = id === undefined ? undefined : await artifacts.getBuildInfoOutputPath(id);
  if (path === undefined) throw new Error(`The build of ${fullName} has left no output.`);
  const read = async () => JSON.parse(await readFile(path, "utf8")) as { output: { contracts: Outputs } };
  const known = outputs.get(path) ?? read().then(({ output }) => output.contracts);
  outputs.set(path, known);
  return known;
}

/** JSON of an array or an object, one element a line. */
function lines(value: readonly unknown[] | Readonly<Record<string, unknown>>): string {
  const spaced = (element: unknown) => JSON.stringify(element, null, 1).replaceAll(/\n */g, " ");
  const elements = Array.isArray(value)
    ? value.map(spaced)
    : Object.entries(value).map(([name, element]) => `${JSON.stringify(name)}: ${spaced(element)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${elements.map((element) => `  ${element}`).join(",\n")}\n${close}\n`;
}

/** Sizes by name, in the order of names. */
function sizesOf(contracts: readonly Contract[]): Readonly<Record<string, Size>> {
  const sorted = contracts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return Object.fromEntries(sorted.map(({ name, size }) => [name, { deployed: size, margin: MOST_BYTES - size }]));
}

function snapshotsOf(contracts: readonly Contract[]): ReadonlyMap<string, string> {
  const files = new Map([["sizes.json", lines(sizesOf(contracts))]]);
  for (const { name, abi, layout } of contracts) {
    const sorted = abi.toSorted((a, b) => (signatureOf(a) < signatureOf(b) ? -1 : 1));
    files.set(`abi/${name}.json`, lines(sorted));
    if (layout.storage.length > 0)
      files.set(`layouts/${name}.json`, `${JSON.stringify(describeLayout(layout), null, 2)}\n`);
  }
  return files;
}

await buildContracts();
const contracts = await readContracts();
for (const problem of findTightContracts(sizesOf(contracts))) {
  console.error(problem);
  process.exitCode = 1;
}
const wanted = snapshotsOf(contracts);
const entries = await readdir(TARGET, { recursive: true }).catch(() => []);
const there = entries.filter((name) => name.endsWith(".json"));
for (const name of new Set([...wanted.keys(), ...there])) {
  const path = join(TARGET, name);
  const [before, after] = [await readFile(path, "utf8").catch(() => undefined), wanted.get(name)];
  if (before === after) continue;
  if (!process.argv.includes("--update")) {
    console.error(
      `test/snapshots/${name} has changed: if that is meant, run \`npm run snapshots -- --update\`, commit it.`,
    );
    process.exitCode = 1;
  } else if (after === undefined) {
    await rm(path);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, after);
  }
}
