/**
 * `npm run package [-- --update]`: packs the SDK and checks what an importer gets: its manifest and types, every entry,
 * their sizes, that one import brings only what it needs, and that it runs in web pages. `--update` makes the present
 * sizes the budgets.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bundle } from "./package/bundle.ts";
import {
  findBrokenEntries,
  findBrowserTrouble,
  findLarge,
  findLint,
  findUnshaken,
  findWrongTypes,
  SHAKEN,
} from "./package/checks.ts";
import { entriesOf, packAndUnpack, type Packed } from "./package/pack.ts";
import { readSizes, writeSizes } from "./package/sizes.ts";
import { renderTable } from "../cli/src/output/table.ts";

/** Sizes of the entries, and of programs that use one thing each; what those hold too much. */
async function measure(packed: Packed) {
  const sizes = new Map<string, number>();
  for (const entry of entriesOf(packed.manifest)) {
    sizes.set(entry, (await bundle(packed, `export * from "${entry}";`)).size);
  }
  const unshaken: string[] = [];
  for (const one of SHAKEN) {
    const bundled = await bundle(packed, one.program);
    sizes.set(one.program.slice("export ".length, -1), bundled.size);
    unshaken.push(...findUnshaken(bundled, one));
  }
  return { sizes, unshaken };
}

const folder = await mkdtemp(join(tmpdir(), "package-"));
try {
  const packed = await packAndUnpack(folder);
  const { sizes, unshaken } = await measure(packed);
  if (process.argv.includes("--update")) await writeSizes(sizes);
  const budgets = await readSizes();
  const rows = [...sizes].map(([entry, size]) => [entry, String(size), String(budgets[entry]?.budget ?? "")]);
  console.log(`${renderTable(["minified and compressed", "bytes", "budget"], rows)}\n`);

  const found = [
    ...(await findLint(packed)),
    ...(await findWrongTypes(packed)),
    ...(await findBrokenEntries(packed)),
    ...findLarge(sizes, budgets),
    ...unshaken,
    ...(await findBrowserTrouble(packed)),
  ];
  for (const line of found) console.error(line);
  console.log(`${entriesOf(packed.manifest).length} entries checked, ${found.length} findings`);
  if (found.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
