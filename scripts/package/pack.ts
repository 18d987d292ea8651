import { execFile } from "node:child_process";
import { cp, mkdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "..", "..");
const SDK = join(ROOT, "sdk");
/** What is built, installed or of no use to a package. */
const LEFT_OUT = ["dist", "node_modules", "test"];

const execute = promisify(execFile);

/** The packed SDK, as a registry would hand it out, and as it lies when it is installed. */
export type Packed = {
  readonly tarball: string;
  /** A folder in whose `node_modules` are the package and what it needs: where an importer stands. */
  readonly project: string;
  readonly manifest: Manifest;
};

export type Manifest = {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/**
 * Builds the SDK and packs it, all in a folder of its own: nothing that others read is written.
 * @param checksTypes Whether the build fails on errors of types; without them it takes half the time.
 * @returns Path of the tarball.
 */
export async function packSdk(folder: string, { checksTypes = false } = {}): Promise<string> {
  const staging = join(folder, "sdk");
  await cp(SDK, staging, { recursive: true, filter: (path) => !LEFT_OUT.some((name) => path === join(SDK, name)) });
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const options = ["-p", SDK, "--outDir", join(staging, "dist"), ...(checksTypes ? [] : ["--noCheck"])];
  await execute(process.execPath, [tsc, ...options], { cwd: ROOT }).catch((error: unknown) => {
    throw new Error((error as { readonly stdout: string }).stdout, { cause: error });
  });
  const { stdout } = await execute("npm", ["pack", "--json", "--pack-destination", folder], { cwd: staging });
  const [{ filename }] = JSON.parse(stdout) as [{ readonly filename: string }];
  return join(folder, filename);
}

/** Packs the SDK and unpacks it where an importer finds it, with the versions of what it needs that this project has. */
export async function packAndUnpack(folder: string): Promise<Packed> {
  const tarball = await packSdk(folder, { checksTypes: true });
  const project = join(folder, "project");
  const modules = join(project, "node_modules");
  const target = join(modules, "deepfunding");
  await mkdir(target, { recursive: true });
  await execute("tar", ["-xzf", tarball, "--strip-components", "1", "-C", target]);
  const manifest = JSON.parse(await readFile(join(target, "package.json"), "utf8")) as Manifest;
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    await symlink(join(ROOT, "node_modules", name), join(modules, name), "dir");
  }
  return { tarball, project, manifest };
}

/** The subpaths that programs import, for instance `deepfunding/actions`. */
export function entriesOf({ name, exports }: Manifest): string[] {
  return Object.entries(exports)
    .filter(([, target]) => typeof target === "object") // not `./package.json`
    .map(([subpath]) => name + subpath.slice(1));
}
