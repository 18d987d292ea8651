/**
 * `npm run docs [-- --out <folder>] [--update] [--allow-missing]`: builds the documentation site from the pages beside the SDK, the
 * TSDoc and the NatSpec: plain HTML, without a network. See --help.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";

import { BaseError } from "../sdk/src/errors/index.ts";
import { buildSite } from "./docs/build.ts";
import { PICTURES, drawPictures } from "./docs/pictures/index.ts";
import { renderFigure } from "./docs/pictures/picture.ts";
import { renderSvg } from "./utils/svg.ts";

const ROOT = join(import.meta.dirname, "..");

const HELP = `Usage: npm run docs -- [options]

Builds the documentation site: README and guides, a page for every action, the subpaths, the contracts and the errors.
Every link is checked; what is missing is named, and then nothing is written.

Options
  --out <folder>    where to write; what is there is replaced; default site
  --update          write the pictures in docs/pictures, which the READMEs show, anew
  --allow-missing   actions may lack a page
  --help            this

Example: npm run docs -- --out public`;

class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

class StalePictureError extends BaseError {
  override readonly name = "StalePictureError";
  constructor({ name }: { readonly name: string }) {
    super(`${PICTURES}/${name} is stale: run \`npm run docs -- --update\` and commit it.`);
  }
}

function readOptions() {
  const options = {
    out: { type: "string", default: join(ROOT, "site") },
    update: { type: "boolean", default: false },
    "allow-missing": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  } as const;
  try {
    const { values } = parseArgs({ options });
    return { ...values, allowMissing: values["allow-missing"] };
  } catch (cause) {
    throw new InvalidOptionError(`${(cause as Error).message.split(". ")[0] ?? ""}; see --help.`);
  }
}

/** Draws the pictures as they stand in pages, by their files. Those in the repository are written, or have to be the same. */
async function preparePictures(update: boolean): Promise<ReadonlyMap<string, string>> {
  const pictures = await drawPictures(ROOT);
  await mkdir(join(ROOT, PICTURES), { recursive: true });
  for (const { name, drawing } of pictures) {
    const path = join(ROOT, PICTURES, name);
    const svg = renderSvg(drawing);
    if (update) await writeFile(path, svg);
    else if ((await readFile(path, "utf8").catch(() => "")) !== svg) throw new StalePictureError({ name });
  }
  return new Map(pictures.map((picture) => [`${PICTURES}/${picture.name}`, renderFigure(picture)]));
}

async function main(): Promise<void> {
  const { out, update, allowMissing, help } = readOptions();
  if (help) {
    console.log(HELP);
    return;
  }
  const start = performance.now();
  const { pages, bytes, problems } = await buildSite({
    root: ROOT,
    out,
    allowMissing,
    pictures: await preparePictures(update),
  });
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
