import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, realpath, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { publishedManifest, type Manifest } from "./manifest.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** The folders of the packages, each after those that it is built upon. */
const FOLDERS = ["sdk", "cli"] as const;
/** What is built, installed or of no use to a package. */
const LEFT_OUT = ["dist", "node_modules", "test"];

const execute = promisify(execFile);

type Folder = (typeof FOLDERS)[number];

/** Paths of the packed packages, as a registry would hand them out. */
export type Tarballs = Readonly<Record<Folder, string>>;

/** A packed package, and how it lies when it is installed. */
export type Packed = {
  readonly tarball: string;
  /** A folder in whose `node_modules` are the package and what it needs: where an importer stands. */
  readonly project: string;
  readonly manifest: Manifest;
};

/**
 * Builds the packages and packs them, all in a folder of its own: nothing that others read is written. The command is
 * built against the SDK as it is packed.
 * @param checksTypes Whether the build fails on errors of types; without them it takes half the time.
 */
export async function packAll(folder: string, { checksTypes = false } = {}): Promise<Tarballs> {
  const staging = join(folder, "staging");
  await mkdir(staging, { recursive: true });
  await cp(join(ROOT, "tsconfig.json"), join(staging, "tsconfig.json"));
  await symlink(join(ROOT, "node_modules"), join(staging, "node_modules"), "dir");
  const tarballs: [Folder, string][] = [];
  for (const name of FOLDERS) {
    await stage(name, staging);
    await compile(join(staging, name), checksTypes);
    tarballs.push([name, await pack(join(staging, name), folder)]);
  }
  return Object.fromEntries(tarballs) as Tarballs;
}

/** Packs the packages and unpacks them where an importer finds them, with the versions that this project has of the rest. */
export async function packAndUnpack(folder: string): Promise<Readonly<Record<Folder, Packed>>> {
  const tarballs = await packAll(folder, { checksTypes: true });
  const project = join(folder, "project");
  const packed: [Folder, Packed][] = [];
  for (const name of FOLDERS) packed.push([name, await unpack(name, tarballs[name], project)]);
  return Object.fromEntries(packed) as Record<Folder, Packed>;
}

/** Copies a package without what is no part of it, with the manifest that is published. */
async function stage(name: Folder, staging: string): Promise<void> {
  const [source, target] = [join(ROOT, name), join(staging, name)];
  await cp(source, target, { recursive: true, filter: (path) => !LEFT_OUT.some((out) => path === join(source, out)) });
  const manifest = publishedManifest(await readManifest(source));
  await writeFile(join(target, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await link(name, manifest, join(target, "node_modules"), staging);
}

async function compile(folder: string, checksTypes: boolean): Promise<void> {
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const options = ["-p", folder, ...(checksTypes ? [] : ["--noCheck"])];
  await execute(process.execPath, [tsc, ...options], { cwd: folder }).catch((error: unknown) => {
    throw new Error((error as { readonly stdout: string }).stdout, { cause: error });
  });
}

async function pack(folder: string, destination: string): Promise<string> {
  const { stdout } = await execute("npm", ["pack", "--json", "--pack-destination", destination], { cwd: folder });
  const [{ filename }] = JSON.parse(stdout) as [{ readonly filename: string }];
  return join(destination, filename);
}

async function unpack(name: Folder, tarball: string, project: string): Promise<Packed> {
  const manifest = publishedManifest(await readManifest(join(ROOT, name)));
  const modules = join(project, "node_modules");
  const target = join(modules, manifest.name);
  await mkdir(target, { recursive: true });
  await execute("tar", ["-xzf", tarball, "--strip-components", "1", "-C", target]);
  await link(name, manifest, modules, project);
  return { tarball, project, manifest: await readManifest(target) };
}

/** Puts what a package needs into a folder of modules: what this project has installed for it, and packages beside it. */
async function link(name: Folder, manifest: Manifest, modules: string, around: string): Promise<void> {
  await mkdir(modules, { recursive: true });
  for (const needed of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (existsSync(join(modules, needed))) continue;
    const places = [join(around, "sdk"), join(ROOT, name, "node_modules", needed), join(ROOT, "node_modules", needed)];
    const [place] = places.slice(needed === "deepfunding" ? 0 : 1).filter(existsSync);
    if (place === undefined) throw new Error(`${needed} is not installed.`);
    await symlink(await realpath(place), join(modules, needed), "dir");
  }
}

async function readManifest(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
}
