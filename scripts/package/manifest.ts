/** The manifests of the packages: in this repository a package is its sources, published it is what is built of them. */

/** Where something is, by the conditions under which it is that. */
type Targets = Readonly<Record<string, string>>;

export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Targets;
  readonly exports: Readonly<Record<string, string | Targets>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/** Returns the manifest that a registry gets, of the one beside the sources, where it keeps npm from publishing. */
export function publishedManifest(manifest: Manifest): Manifest {
  const { bin, exports } = manifest;
  const subpaths = Object.entries(exports).map(([subpath, targets]) => {
    return [subpath, typeof targets === "string" ? targets : builtTargets(targets)] as const;
  });
  const published = { ...manifest, ...(bin && { bin: builtTargets(bin) }), exports: Object.fromEntries(subpaths) };
  return Object.fromEntries(Object.entries(published).filter(([name]) => name !== "private")) as Manifest;
}

/** The subpaths that programs import, for instance `deepfunding/actions`. */
export function entriesOf({ name, exports }: Manifest): string[] {
  return Object.entries(exports)
    .filter(([, target]) => typeof target === "object") // not `./package.json`
    .map(([subpath]) => name + subpath.slice(1));
}

function builtTargets(targets: Targets): Targets {
  const built = Object.entries(targets).map(([condition, path]) => {
    const ending = condition === "types" ? ".d.ts" : ".js";
    return [condition, path.replace(/^\.\/src\//, "./dist/").replace(/\.ts$/, ending)] as const;
  });
  return Object.fromEntries(built);
}
