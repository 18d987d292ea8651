import { build, type BuildOptions } from "esbuild";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";

import type { Packed } from "./pack.ts";

/** What programs bring along themselves, or have from where they run. */
const NOT_COUNTED = ["viem", "viem/*", "ethers", "node:*"];

export type Bundle = {
  readonly code: string;
  /** Bytes of the code, minified and compressed with gzip. */
  readonly size: number;
  /** Modules of the package that are in the code, below `dist`. */
  readonly modules: readonly string[];
};

/** Bundles a program as the tools of a web page do; of what it imports only what it uses. */
export async function bundle(
  { project }: Packed,
  program: string,
  options: BuildOptions = { external: NOT_COUNTED },
): Promise<Bundle> {
  const { metafile, outputFiles = [] } = await build({
    stdin: { contents: program, resolveDir: project },
    absWorkingDir: project,
    bundle: true,
    format: "esm",
    logLevel: "silent",
    metafile: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    write: false,
    ...options,
  });
  const code = outputFiles[0]?.text ?? "";
  const dist = join("node_modules", "deepfunding", "dist");
  const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.startsWith(dist));
  return { code, size: gzipSync(code, { level: 9 }).length, modules: used.map(([path]) => relative(dist, path)) };
}

/** Bytes of a command's own code, minified and compressed, without the packages that it needs. */
export async function sizeOfCommand(packed: Packed): Promise<number> {
  const { bin = {}, name } = packed.manifest;
  const programs = Object.values(bin).map((path) => `import "./${join("node_modules", name, path)}";`);
  return (await bundle(packed, programs.join("\n"), { packages: "external", platform: "node" })).size;
}
