import { build, type BuildOptions, type Metafile } from "esbuild";
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

/** Bundles a program as the tools of a web page do: what it uses of what it imports, without what it loads later. */
export async function bundle(
  { project }: Packed,
  program: string,
  options: BuildOptions = { external: NOT_COUNTED, splitting: true },
): Promise<Bundle> {
  const { metafile, outputFiles } = await build({
    stdin: { contents: program, resolveDir: project },
    absWorkingDir: project,
    bundle: true,
    format: "esm",
    logLevel: "silent",
    minify: true,
    outdir: "bundle",
    platform: "browser",
    target: "es2022",
    ...options,
    metafile: true,
    write: false,
  });
  const loaded = loadedAtOnce(metafile);
  const code = outputFiles
    .filter(({ path }) => loaded.has(relative(project, path)))
    .map(({ text }) => text)
    .join("\n");
  const dist = join("node_modules", "deepfunding", "dist");
  const inputs = [...loaded].flatMap((path) => Object.entries(metafile.outputs[path]?.inputs ?? {}));
  const used = inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.startsWith(dist));
  return { code, size: gzipSync(code, { level: 9 }).length, modules: used.map(([path]) => relative(dist, path)) };
}

/** The files that a page has to load before the program runs: its own, and those that this one imports. */
function loadedAtOnce({ outputs }: Metafile): ReadonlySet<string> {
  const loaded = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === "<stdin>"));
  for (const path of loaded) {
    for (const { kind, path: imported, external } of outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && external !== true) loaded.add(imported);
    }
  }
  return loaded;
}

/** Bytes of a command's own code, minified and compressed, without the packages that it needs. */
export async function sizeOfCommand(packed: Packed): Promise<number> {
  const { bin = {}, name } = packed.manifest;
  const programs = Object.values(bin).map((path) => `import "./${join("node_modules", name, path)}";`);
  return (await bundle(packed, programs.join("\n"), { packages: "external", platform: "node" })).size;
}
