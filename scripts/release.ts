/**
 * `npm run release`: raises the version by the changesets, gives it to the root package too, and packs the SDK to
 * `release/`. Publishes, commits and tags nothing.
 */
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

function run(program: string, ...parameters: readonly string[]): void {
  const { status } = spawnSync(program, parameters, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error(`${program} ${parameters.join(" ")} has failed.`);
}

type Package = { version: string };
type Lock = Package & { readonly packages: Readonly<Record<string, Package | undefined>> };

/** Changes a file of JSON as npm writes it. */
async function edit<T>(name: string, change: (content: T) => void): Promise<void> {
  const path = join(ROOT, name);
  const content = JSON.parse(await readFile(path, "utf8")) as T;
  change(content);
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
}

/** Gives the SDK's version to the root package, and both to the lock file. */
async function alignVersions(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(ROOT, "sdk", "package.json"), "utf8")) as Package;
  await edit<Package>("package.json", (root) => {
    root.version = version;
  });
  await edit<Lock>("package-lock.json", (lock) => {
    for (const each of [lock, lock.packages[""], lock.packages["sdk"]]) if (each) each.version = version;
  });
  return version;
}

const changesets = (await readdir(join(ROOT, ".changeset"))).filter((name) => name.endsWith(".md"));
if (changesets.length > 0) run("changeset", "version"); // which fails where there are none
const version = await alignVersions();
// What was built before may be of sources that are gone.
await rm(join(ROOT, "sdk", "dist"), { recursive: true, force: true });
run("tsc", "-p", "sdk");
await mkdir(join(ROOT, "release"), { recursive: true });
run("npm", "pack", "--workspace", "sdk", "--pack-destination", "release");
console.log(`\nVersion ${version} is packed in release/. Nothing was published: CONTRIBUTING.md says what comes next.`);
