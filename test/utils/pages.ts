import { expect } from "chai";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bytesToHex, type Hex } from "viem";
import { mnemonicToAccount } from "viem/accounts";

import { MNEMONIC } from "../../scripts/utils/defaults.ts";

const ROOT = join(import.meta.dirname, "..", "..");
export const DOCS = join(ROOT, "site");
/** Where programs are put to run: inside the project, so that they find viem. */
export const SCRATCH = join(ROOT, "cache", "pages");
/** Writes what programs print onto their pages, instead of comparing. */
export const UPDATES = process.env["UPDATE_PAGES"] === "1";

/** What a program reads from its environment. */
export type Environment = Readonly<Record<string, string>>;

/** The program of a page, and what the page says that it prints. */
export type Page = { readonly program: string; readonly output: string };

/** Returns the private key of one of the network's accounts, which everybody knows. */
export function keyOf(index: number): Hex {
  return bytesToHex(mnemonicToAccount(MNEMONIC, { addressIndex: index }).getHdKey().privateKey ?? new Uint8Array());
}

const BLOCKS = /```ts\n(?<program>[\s\S]*?)```\s*```text\n(?<output>[\s\S]*?)```/;

/** Whether a page has a program in TypeScript; the guide to the command line has commands. */
export async function hasProgram(path: string): Promise<boolean> {
  return (await readFile(join(DOCS, `${path}.md`), "utf8")).includes("```ts\n");
}

/** Reads a page of `site`: its first program, and the output that follows. */
export async function readPage(path: string): Promise<Page> {
  const { program, output } = BLOCKS.exec(await readFile(join(DOCS, `${path}.md`), "utf8"))?.groups ?? {};
  if (program === undefined || output === undefined) {
    throw new Error(`site/${path}.md has no program (\`\`\`ts) that is followed by what it prints (\`\`\`text).`);
  }
  return { program, output };
}

/** Runs a page's program and compares what it prints with what the page says. */
export async function expectPage(path: string, environment: Environment): Promise<void> {
  const { program, output } = await readPage(path);
  const printed = await run(basename(path), program, environment);
  if (UPDATES) await update(path, printed);
  else expect(printed).to.equal(output);
}

async function update(path: string, printed: string): Promise<void> {
  const file = join(DOCS, `${path}.md`);
  const text = await readFile(file, "utf8");
  const { output = "" } = BLOCKS.exec(text)?.groups ?? {};
  await writeFile(
    file,
    text.replace(`\`\`\`text\n${output}\`\`\``, () => `\`\`\`text\n${printed}\`\`\``),
  );
}

let programs = 0;

/** Runs a program in this process: its own modules are loaded once for all. Returns what it printed. */
async function run(name: string, program: string, environment: Environment): Promise<string> {
  // A module is evaluated once: every run is a file of its own.
  const file = join(SCRATCH, `${name}-${process.pid}-${(programs += 1)}.ts`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await toSources(program));
  const { env, exitCode } = process;
  const { log } = console;
  let printed = "";
  try {
    process.env = { ...env, ...environment };
    console.log = (...values: readonly unknown[]) => {
      printed += `${values.map(String).join(" ")}\n`;
    };
    await import(pathToFileURL(file).href);
    expect(process.exitCode, "what the program exits with").to.equal(exitCode);
    return printed;
  } finally {
    process.exitCode = exitCode;
    process.env = env;
    console.log = log;
    await rm(file);
  }
}

type Exports = Readonly<Record<string, string | { readonly default: string }>>;

/** Points imports of the package at its sources, by the package's own list of exports. */
export async function toSources(program: string): Promise<string> {
  const text = await readFile(join(ROOT, "sdk", "package.json"), "utf8");
  const { exports } = JSON.parse(text) as { readonly exports: Exports };
  return program.replaceAll(/(?<=from ")deepfunding(?:\/[\w/]+)?(?=")/g, (specifier) => {
    const entry = exports[specifier.replace("deepfunding", ".")];
    if (typeof entry !== "object") throw new Error(`The package does not export "${specifier}".`);
    return join(ROOT, "sdk", entry.default.replace("./dist/", "src/").replace(/\.js$/, ".ts"));
  });
}
