/**
 * `npm run typechain`: writes `sdk/src/ethers/contracts/`, TypeChain's types and factories for ethers, from
 * `sdk/src/abi/`. They are not committed: the bootstrap makes them when the ABIs have changed. What TypeChain repeats in every file is said once here, and the factories take the SDK's own ABIs.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTypeChain } from "typechain";

import * as abis from "../sdk/src/abi/index.ts";
import { writeGenerated } from "./utils/generated.ts";

const TARGET = join(import.meta.dirname, "..", "sdk", "src", "ethers", "contracts");
const NOTICE = "// Written by `npm run typechain` from `sdk/src/abi`; do not edit.\n";

/** Names of the ABIs' files, `markets`, by contract, `Markets`. */
const CONTRACTS = new Map(
  Object.keys(abis)
    .filter((name) => name !== "errorsAbi") // which belongs to all contracts
    .map((name) => name.slice(0, -"Abi".length))
    .map((file) => [file.charAt(0).toUpperCase() + file.slice(1), file]),
);

/** Listening and querying by typed events: the same lines in every contract. */
const EVENT_METHODS = /\n {2}queryFilter<[^]*?removeAllListeners<[^]*?Promise<this>;\n/;
const NAMED_IMPORTS = /^import type \{([^}]*)\} from ("[^"]+");\n/gm;

/** Runs TypeChain, which writes files only; returns their texts by path. */
async function runTypeChainOn(contracts: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "typechain-"));
  try {
    const inputs = [...contracts.keys()].map((contract) => join(folder, `${contract}.json`));
    for (const [contract, file] of contracts) {
      await writeFile(join(folder, `${contract}.json`), JSON.stringify(abis[`${file}Abi` as keyof typeof abis]));
    }
    await runTypeChain({
      cwd: folder,
      filesToProcess: inputs,
      allFiles: inputs,
      outDir: join(folder, "out"),
      target: "ethers-v6",
      flags: {
        alwaysGenerateOverloads: false,
        discriminateTypes: false,
        environment: undefined,
        node16Modules: true,
        tsNocheck: false,
      },
    });
    const paths = (await readdir(join(folder, "out"), { recursive: true })).filter((path) => path.endsWith(".ts"));
    const texts = await Promise.all(paths.map((path) => readFile(join(folder, "out", path), "utf8")));
    return new Map(paths.map((path, i) => [path, texts[i] ?? ""]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The name of this package's files ends in `.ts`, and one notice is enough. */
function adapt(text: string): string {
  const body = text.replace(/^\/\*.*\*\/\n+/gm, "").replaceAll(/(from "\.[^"]*)\.js"/g, '$1.ts"');
  return NOTICE + withoutUnusedImports(body);
}

function withoutUnusedImports(text: string): string {
  const body = text.replaceAll(NAMED_IMPORTS, "");
  return text.replaceAll(NAMED_IMPORTS, (_, names: string, from: string) => {
    const used = names.split(/[\s,]+/).filter((name) => name !== "" && new RegExp(`\\b${name}\\b`).test(body));
    return used.length === 0 ? "" : `import type { ${used.join(", ")} } from ${from};\n`;
  });
}

function toContract(text: string): string {
  const short = replaceOnce(text, EVENT_METHODS, "").replace("extends BaseContract {", "extends TypedContract {");
  return adapt(short.replace("  TypedContractMethod,\n", "  TypedContract,\n  TypedContractMethod,\n"));
}

/** The types that all contracts share, and the methods that were the same in each. */
function toCommon(text: string, contract: string): string {
  const [methods] = EVENT_METHODS.exec(contract) ?? [];
  if (methods === undefined) throw new Error("TypeChain no longer writes the methods of events as it did.");
  const typed = `\nexport interface TypedContract extends BaseContract {${methods.slice(0, -1)}\n}\n`;
  return adapt(text.replace("import type {", "import type {\n  BaseContract,\n  Listener,") + typed);
}

function toFactory(text: string, file: string): string {
  const own = replaceOnce(
    text,
    /const _abi = \[[^]*?\n\] as const;\n/,
    `import { ${file}Abi } from "../../../abi/${file}.ts";\n`,
  );
  // Said, the type is a name in the declarations; inferred, it would be the whole ABI once more.
  return adapt(own.replace("abi = _abi", `abi: typeof ${file}Abi = _abi`).replaceAll(/\b_abi\b/g, `${file}Abi`));
}

function replaceOnce(text: string, pattern: RegExp, by: string): string {
  if (!pattern.test(text)) throw new Error(`TypeChain no longer writes what ${String(pattern)} looks for.`);
  return text.replace(pattern, by);
}

async function generate(): Promise<ReadonlyMap<string, string>> {
  const written = await runTypeChainOn(CONTRACTS);
  const textOf = (path: string): string => {
    const text = written.get(path);
    if (text === undefined) throw new Error(`TypeChain has not written ${path}.`);
    return text;
  };
  const files = [...CONTRACTS].flatMap(([contract, file]): [string, string][] => [
    [`${contract}.ts`, toContract(textOf(`${contract}.ts`))],
    [`factories/${contract}__factory.ts`, toFactory(textOf(`factories/${contract}__factory.ts`), file)],
  ]);
  const lines = [...CONTRACTS.keys()].flatMap((contract) => [
    `export type { ${contract} } from "./${contract}.ts";\n`,
    `export { ${contract}__factory } from "./factories/${contract}__factory.ts";\n`,
  ]);
  return new Map([
    ...files,
    ["common.ts", toCommon(textOf("common.ts"), textOf("Markets.ts"))],
    ["index.ts", NOTICE + lines.join("")],
  ]);
}

await writeGenerated(TARGET, await generate(), "npm run typechain");
