/**
 * `npm run docs [-- --out <folder>] [--allow-missing]`: builds the documentation site from the pages beside the SDK, the
 * TSDoc and the NatSpec: plain HTML, without a network. See --help.
 */
import { join, relative } from "node:path";
import { parseArgs } from "node:util";

import { BaseError } from "../sdk/src/errors/index.ts";
import { buildSite } from "./docs/build.ts";

const ROOT = join(import.meta.dirname, "..");

const HELP = `Usage: npm run docs -- [options]

Builds the documentation site: README and guides, a page for every action, the subpaths, the contracts and the errors.
Every link is checked; what is missing is named, and then nothing is written.

Options
  --out <folder>    where to write; what is there is replaced; default site
  --allow-missing   actions may lack a page
  --help            this

Example: npm run docs -- --out public`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  const options = {
    out: { type: "string", default: join(ROOT, "site") },
    "allow-missing": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    return { out: values.out, allowMissing: values["allow-missing"], help: values.help };
  } catch (cause) {
    throw new InvalidOptionError(`${(cause as Error).message.split(". ")[0] ?? ""}; see --help.`);
  }
}

async function main(): Promise<void> {
  const { out, allowMissing, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const start = performance.now();
  const { pages, bytes, problems } = await buildSite({ root: ROOT, out, allowMissing });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`Nothing is written: ${problems.length} problems.`);
    process.exitCode = 1;
    return;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${pages} pages, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds} s: ${relative(process.cwd(), join(out, "index.html"))}`,
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BaseError)) throw error;
  console.error(error.shortMessage);
  process.exitCode = 1;
}
