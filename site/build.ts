/**
 * `npm run docs [-- --update]`: builds the documentation site out of the pages that people wrote, the TSDoc and the
 * NatSpec, without a network. See --help.
 */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { globSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vitepress";

import { BaseError } from "../sdk/src/errors/index.ts";
import { composeSite, type Composition } from "./generator/compose.ts";
import { updatePictures } from "./generator/pictures/index.ts";
import { verifySite } from "./generator/verify.ts";

const ROOT = join(import.meta.dirname, "..");
const PAGES = join(import.meta.dirname, ".vitepress", "pages");
const OUT = join(import.meta.dirname, ".vitepress", "dist");

const HELP = `Usage: npm run docs -- [options]

Builds the documentation site into site/.vitepress/dist, for any static host: guides, a page for every action, subpath,
contract and error. Every link is checked, to its place on a page; what is missing is named, and the build fails.

Options
  --update   draw the pictures of site/pictures anew: diagrams, and what the sample round says
  --help     this

Example: npm run docs -- --update`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  try {
    const options = { update: { type: "boolean", default: false }, help: { type: "boolean", default: false } } as const;
    return parseArgs({ options }).values;
  } catch (cause) {
    throw new InvalidOptionError(`${(cause as Error).message.split(". ")[0] ?? ""}; see --help.`);
  }
}

/** Writes what VitePress builds from. */
async function writePages({ pages, menus, names, files }: Composition): Promise<void> {
  await rm(PAGES, { recursive: true, force: true });
  for (const { path, text } of pages) {
    const file = join(PAGES, `${path}.md`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await cp(join(import.meta.dirname, "public"), join(PAGES, "public"), { recursive: true });
  for (const file of files) await cp(join(ROOT, file), join(PAGES, "public", "files", file));
  await writeFile(join(PAGES, "site.json"), JSON.stringify({ menus, names: Object.fromEntries(names) }));
}

/** What is wrong with what VitePress built. */
async function verifyBuilt(): Promise<string[]> {
  const files = globSync("**/*.*", { cwd: OUT });
  const read = async (file: string) => [file, await readFile(join(OUT, file), "utf8")] as const;
  const pages = await Promise.all(files.filter((file) => file.endsWith(".html")).map(read));
  return verifySite(new Map(pages), new Set(files));
}

async function main(): Promise<void> {
  const { update, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const start = performance.now();
  await updatePictures(ROOT, update);
  const composition = composeSite(ROOT);
  let { problems } = composition;
  if (problems.length === 0) {
    await writePages(composition);
    await build(import.meta.dirname, { outDir: OUT }).catch((cause: unknown) => {
      throw new BaseError(`VitePress: ${(cause as Error).message}`);
    });
    problems = await verifyBuilt();
  }
  for (const problem of problems) console.error(problem);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (problems.length > 0) throw new BaseError(`The site is not built: ${problems.length} problems.`);
  console.log(`${composition.pages.length} pages in ${seconds} s: ${relative(process.cwd(), OUT)}`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BaseError)) throw error;
  console.error(error.shortMessage);
  process.exitCode = 1;
}
