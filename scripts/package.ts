/**
 * `npm run package [-- --update]`: packs the SDK and the command, and checks what users get: manifests and types, every
 * entry, sizes, that one import brings only what it needs, that the SDK runs in web pages, and that the command runs.
 * `--update` makes the present sizes the budgets.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bundle, sizeOfCommand } from "./package/bundle.ts";
import {
  findBrokenCommands,
  findBrokenEntries,
  findBrowserTrouble,
  findLarge,
  findLint,
  findUnshaken,
  findWrongTypes,
  SHAKEN,
} from "./package/checks.ts";
import { entriesOf } from "./package/manifest.ts";
import { packAndUnpack, type Packed } from "./package/pack.ts";
import { readSizes, writeSizes } from "./package/sizes.ts";
import { renderTable } from "../cli/src/output/table.ts";

/** Sizes of the entries, and of programs that use one thing each; what those hold too much. */
async function measure(sdk: Packed, cli: Packed) {
  const sizes = new Map<string, number>();
  for (const entry of entriesOf(sdk.manifest)) {
    sizes.set(entry, (await bundle(sdk, `export * from "${entry}";`)).size);
  }
  sizes.set(cli.manifest.name, await sizeOfCommand(cli));
  const unshaken: string[] = [];
  for (const one of SHAKEN) {
    const bundled = await bundle(sdk, one.program);
    sizes.set(one.program.slice("export ".length, -1), bundled.size);
    unshaken.push(...findUnshaken(bundled, one));
  }
  return { sizes, unshaken };
}

const folder = await mkdtemp(join(tmpdir(), "package-"));
try {
  const { sdk, cli } = await packAndUnpack(folder);
  const { sizes, unshaken } = await measure(sdk, cli);
  if (process.argv.includes("--update")) await writeSizes(sizes);
  const budgets = await readSizes();
  const rows = [...sizes].map(([entry, size]) => [entry, String(size), String(budgets[entry]?.budget ?? "")]);
  console.log(`${renderTable(["minified and compressed", "bytes", "budget"], rows)}\n`);

  const found = [
    ...(await findLint(sdk)),
    ...(await findLint(cli)),
    ...(await findWrongTypes(sdk)),
    ...(await findBrokenEntries(sdk)),
    ...(await findBrokenCommands(cli)),
    ...findLarge(sizes, budgets),
    ...unshaken,
    ...(await findBrowserTrouble(sdk)),
  ];
  for (const line of found) console.error(line);
  console.log(`${entriesOf(sdk.manifest).length} entries and a command checked, ${found.length} findings`);
  if (found.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
