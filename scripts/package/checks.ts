/** Checks of the packed packages. Each takes one and returns what is wrong with it, a line each. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { createContext, runInContext } from "node:vm";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

import { bundle, type Bundle } from "./bundle.ts";
import { entriesOf } from "./manifest.ts";
import type { Packed } from "./pack.ts";
import type { Sizes } from "./sizes.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const execute = promisify(execFile);

/** Entries for Node only. */
const NODE_ONLY = ["deepfunding/delivery/file"];

/** What publint finds in the package and its manifest. */
export async function findLint({ tarball }: Packed): Promise<string[]> {
  const bytes = await readFile(tarball);
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, strict: true });
  return messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
}

/** What "are the types wrong" finds: whether what an importer's compiler sees is what runs. */
export async function findWrongTypes({ tarball }: Packed): Promise<string[]> {
  const cli = join(ROOT, "node_modules", ".bin", "attw");
  const failed = (error: unknown) => `arethetypeswrong:\n${(error as { readonly stdout: string }).stdout}`;
  const said = execute(cli, [tarball, "--profile", "esm-only", "--no-color", "--no-emoji"]);
  // It is content with a package that has no types at all.
  return said.then(
    ({ stdout }) => (stdout.includes("does not contain types") ? [stdout.trim()] : []),
    (error) => [failed(error)],
  );
}

/** Entries that Node cannot import, or that export nothing. */
export async function findBrokenEntries({ manifest, project }: Packed): Promise<string[]> {
  const entries = entriesOf(manifest);
  const program = `
    for (const entry of ${JSON.stringify(entries)}) {
      const names = await import(entry).then(Object.keys, (error) => { console.log(entry + ": " + error.message); });
      if (names?.length === 0) console.log(entry + " exports nothing.");
    }`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", program], { cwd: project });
  return stdout.split("\n").filter((line) => line !== "");
}

/** What keeps a command of the package from saying its version, by Node alone. */
export async function findBrokenCommands({ manifest, project }: Packed): Promise<string[]> {
  const { bin = {}, name, version } = manifest;
  const said = Object.entries(bin).map(async ([command, path]) => {
    const program = join(project, "node_modules", name, path);
    const answer = execute(process.execPath, [program, "--version"], { cwd: project });
    const printed = await answer.then(
      ({ stdout }) => stdout.trim(),
      (error: Error) => error.message,
    );
    return printed === version ? [] : [`${command} --version: ${printed}`];
  });
  return (await Promise.all(said)).flat();
}

/** Entries that have outgrown their budgets. */
export function findLarge(measured: ReadonlyMap<string, number>, sizes: Sizes): string[] {
  return [...measured].flatMap(([entry, size]) => {
    const budget = sizes[entry]?.budget;
    if (budget === undefined) return [`${entry} has no budget: run \`npm run package -- --update\`.`];
    return size > budget ? [`${entry} has ${size} bytes, more than its budget of ${budget}.`] : [];
  });
}

/** Programs that use one thing each, and the modules of the package that they may hold. */
export const SHAKEN = [
  {
    program: `export { trade } from "deepfunding/actions";`,
    // The classes of the contracts' errors are loaded when a call reverts.
    may: /^(actions\/markets\/trade|abi\/markets|chain\/(explain|given|logs|requireContract|write)|errors\/(BaseError|failure|math|rpc|sending)|utils\/causes)\.js$/,
  },
  {
    program: `export { MarketsClosedError } from "deepfunding/errors";`,
    may: /^(errors\/(BaseError|contracts\/(base|markets))|utils\/(format|wad))\.js$/,
  },
  {
    program: `export { planTrades } from "deepfunding";`,
    may: /^(strategy|math|errors|utils)\/.*\.js$/,
  },
  {
    program: `export { readWeights } from "deepfunding";`,
    may: /^(csv|math|errors|utils)\/.*\.js$/,
  },
  {
    program: `export { Lens__factory } from "deepfunding/ethers";`,
    may: /^(ethers\/contracts\/factories\/Lens__factory|abi\/lens)\.js$/,
  },
] as const;

/** What a bundle holds beside what its one import needs. */
export function findUnshaken({ modules }: Bundle, { program, may }: (typeof SHAKEN)[number]): string[] {
  if (modules.length === 0) return [`${program} bundles nothing.`];
  return modules.filter((module) => !may.test(module)).map((module) => `${program} bundles ${module} too.`);
}

/** Globals that web pages and Node have in common; the context has no others, and none of Node. */
const WEB = [
  "AbortController",
  "Headers",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "setTimeout",
] as const;

/** What a page does: it reads a CSV and plans trades. A function of what `deepfunding` and `deepfunding/math` export. */
const PAGE = `(({ readWeights, planTrades }, { openPool }) => {
  const csv = "repo,parent,weight\\na/b,x,0.75\\nc/d,x,0.25\\n";
  const { weights } = readWeights(csv, { projects: ["a/b", "c/d"] });
  const half = 5n * 10n ** 17n;
  const pool = openPool({ prices: [half, half], b: 10n ** 9n, feeRate: 30_000n, alpha: 1_250n });
  const { orders, expectedProfit } = planTrades({ pool, targets: weights, budget: 10n ** 8n });
  return JSON.stringify({ orders, expectedProfit }, (_, value) => (typeof value === "bigint" ? String(value) : value));
})`;

/** What keeps the entries from a web page: imports of Node, use of its globals, or other results than Node's. */
export async function findBrowserTrouble(packed: Packed): Promise<string[]> {
  const entries = entriesOf(packed.manifest).filter((entry) => !NODE_ONLY.includes(entry));
  const all = entries.map((entry, i) => `export * as entry${i} from "${entry}";`).join("\n");
  const program = `${all} export * as root from "deepfunding"; export * as math from "deepfunding/math";`;
  try {
    const { code } = await bundle(packed, program, { format: "iife", globalName: "page", treeShaking: false });
    const context = createContext(Object.fromEntries(WEB.map((name) => [name, globalThis[name]])));
    context["self"] = runInContext("globalThis", context); // by which ethers finds what is global
    runInContext(code, context);
    const printed: unknown = runInContext(`${PAGE}(page.root, page.math)`, context);
    const expected = await planInNode(packed);
    return printed === expected ? [] : [`A web page plans ${String(printed)}, Node ${expected}.`];
  } catch (error) {
    return [`In a web page: ${(error as Error).message}`];
  }
}

async function planInNode({ project }: Packed): Promise<string> {
  const plan = `${PAGE}(await import("deepfunding"), await import("deepfunding/math"))`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", `console.log(${plan});`], {
    cwd: project,
  });
  return stdout.trim();
}
