/**
 * `npm run release`: raises the versions by the changesets, gives them to the root package too, and packs the SDK and the
 * command to `release/`. Publishes, commits and tags nothing.
 */
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { packAll } from "./package/pack.ts";

const ROOT = join(import.meta.dirname, "..");

function run(program: string, ...parameters: readonly string[]): void {
  const { status } = spawnSync(program, parameters, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${program} ${parameters.join(" ")} has failed.`);
}

type Package = { version: string; readonly dependencies?: Record<string, string> };
type Lock = Package & { readonly packages: Readonly<Record<string, Package | undefined>> };

/** Changes a file of JSON as npm writes it. */
async function edit<T>(name: string, change: (content: T) => void): Promise<void> {
  const path = join(ROOT, name);
  const content = JSON.parse(await readFile(path, "utf8")) as T;
  change(content);
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
}

/** Gives the SDK's version, which is the command's too, to the root package, and all to the lock file. */
async function alignVersions(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, "sdk", "package.json"), "utf8")) as Package;
  await edit<Package>("package.json", (root) => {
    root.version = version;
  });
  await edit<Lock>("package-lock.json", (lock) => {
    const { "": root, sdk, cli } = lock.packages;
    for (const each of [lock, root, sdk, cli]) if (each) each.version = version;
    if (cli?.dependencies) cli.dependencies["deepfunding"] = version;
  });
  return version;
}

const changesets = (await readdir(join(ROOT, ".changeset"))).filter((name) => name.endsWith(".md"));
if (changesets.length > 0) run("changeset", "version"); // which fails where there are none
const version = await alignVersions();
const folder = await mkdtemp(join(tmpdir(), "release-"));
try {
  const tarballs = await packAll(folder, { checksTypes: true });
  await mkdir(join(ROOT, "release"), { recursive: true });
  for (const each of Object.values(tarballs)) await cp(each, join(ROOT, "release", basename(each)));
} finally {
  await rm(folder, { recursive: true });
}
console.log(`\nVersion ${version} is packed in release/. Nothing was published: CONTRIBUTING.md says what comes next.`);
