import { InvalidLockfileError } from "../errors/graph.ts";

/** A package as a lock file has it. */
export type LockedPackage = {
  readonly name?: string;
  readonly link?: boolean;
  /** Where it came from: a registry's archive, a repository of git, a folder. */
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/** What is read of npm's `package-lock.json`, version 2 or 3. */
export type Lockfile = {
  /** Name of the project itself. */
  readonly name: string | undefined;
  /** Packages by their paths; the project itself has the empty one. */
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** What makes a lock file that can be read, of whichever tool's project. */
const REMEDY = "`npm install --package-lock-only` of npm 7 or later writes one, beside the `package.json`.";

/** Lock files of other tools, by what is in their texts. */
const OTHERS: readonly (readonly [sign: RegExp, whose: string])[] = [
  [/^# yarn lockfile v1$/m, "Yarn 1's (yarn.lock)"],
  [/^__metadata:$/m, "Yarn's (yarn.lock)"],
  [/^lockfileVersion: .*$/m, "pnpm's (pnpm-lock.yaml)"],
  [/^shrinkwrapVersion: .*$/m, "pnpm's (shrinkwrap.yaml)"],
  [/^#!\/usr\/bin\/env bun\n/, "Bun's (bun.lockb)"],
  [/^\s*\{\s*"lockfileVersion": [01],\s*(?:"configVersion": \d+,\s*)?"workspaces": \{/, "Bun's (bun.lock)"],
  [/^\s*\{\s*"version": "\d+",\s*"specifiers": \{/, "Deno's (deno.lock)"],
  [/^version = \d+$[^]*^\[\[package\]\]$/m, "Cargo's (Cargo.lock)"],
  [/^\[\[package\]\]$/m, "another language's"],
  [/^[\w.-]+(?:\/[\w.~-]+)+ v\d\S* h1:/m, "Go's (go.sum)"],
];

/**
 * Reads npm's `package-lock.json`.
 * @throws {InvalidLockfileError} when it is none, or of npm 6 and before, which did not list packages by path.
 */
export function parseLockfile(text: string): Lockfile {
  const content = text.replace(/^\uFEFF/, "");
  const [, whose] = OTHERS.find(([sign]) => sign.test(content.replace(/\r\n/g, "\n"))) ?? [];
  if (whose !== undefined) throw new InvalidLockfileError({ reason: `it is ${whose}`, remedy: REMEDY });
  const { name, packages } = parseContent(content);
  return { name: typeof name === "string" && name !== "" ? name : undefined, packages };
}

function parseContent(content: string): { readonly name?: unknown; readonly packages: Lockfile["packages"] } {
  const file = parseJson(content);
  if (!isRecord(file)) throw new InvalidLockfileError({ reason: "it is JSON of something else", remedy: REMEDY });
  const { name, packages } = file;
  if (!isRecord(packages)) throw new InvalidLockfileError({ reason: reasonOf(file), remedy: REMEDY });
  for (const [path, one] of Object.entries(packages)) {
    if (isPackage(one)) continue;
    throw new InvalidLockfileError({ reason: `what it says of "${path}" is no package`, remedy: REMEDY });
  }
  return { name, packages: packages as Lockfile["packages"] };
}

/** Why JSON has no packages by path. */
function reasonOf({ lockfileVersion, dependencies, version }: Readonly<Record<string, unknown>>): string {
  if (lockfileVersion === 1) {
    return "it has lockfileVersion 1, of npm 6 or earlier, which does not say what depends on what by path";
  }
  const isManifest = lockfileVersion === undefined && (isRecord(dependencies) || version !== undefined);
  return isManifest ? "it is a package.json, which names direct dependencies only" : "it has no `packages`";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = text.trim() === "" ? "it is empty" : "it is not JSON";
    throw new InvalidLockfileError({ reason, remedy: REMEDY, cause });
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const LISTS = ["dependencies", "optionalDependencies", "devDependencies", "peerDependencies"] as const;

function isPackage(value: unknown): value is LockedPackage {
  return isRecord(value) && LISTS.every((list) => value[list] === undefined || isRecord(value[list]));
}
