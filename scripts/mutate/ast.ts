import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const require = createRequire(import.meta.url);
let compiler: Compiler | undefined;

/**
 * An instance of the compiler that nobody else uses: it runs once at a time, and one in which the solver gave up may
 * believe for ever that it runs.
 */
function loadCompiler(): Compiler {
  for (const name of ["solc", "solc/soljson.js"]) Reflect.deleteProperty(require.cache, require.resolve(name));
  return require("solc") as Compiler;
}

/** A node of solc's syntax tree, with the types that its analysis found. */
export interface AstNode {
  readonly nodeType: string;
  /** `start:length:file`, in bytes. */
  readonly src: string;
  readonly [key: string]: unknown;
}

/** What solc says of a source: `start` and `end` in bytes, -1 where it names no place. */
export interface Diagnosis {
  readonly severity: string;
  readonly message: string;
  readonly sourceLocation?: { readonly file: string; readonly start: number; readonly end: number };
}

export interface Analysis {
  readonly trees: ReadonlyMap<string, AstNode>;
  readonly errors: readonly Diagnosis[];
  /** Of the sources themselves, not of what they import. */
  readonly warnings: readonly Diagnosis[];
}

interface Output {
  readonly errors?: readonly Diagnosis[];
  readonly sources?: Readonly<Record<string, { readonly ast?: AstNode }>>;
}

interface Compiler {
  compile: (input: string, callbacks: { import: (path: string) => { contents: string } | { error: string } }) => string;
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "nodeType" in value && "src" in value;
}

/** Returns where a node begins and ends, in bytes. */
export function rangeOf({ src }: AstNode): { start: number; end: number } {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return { start, end: start + length };
}

/**
 * Reads a source as one character a byte, so that solc's places are indices of the string.
 *
 */
export function readBytes(path: string): string {
  return readFileSync(path, "latin1");
}

/** Parses and checks sources, without generating code: a few seconds. Imports come from `node_modules` of `root`. */
export function analyse(root: string, sources: ReadonlyMap<string, string>): Analysis {
  compiler ??= loadCompiler();
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(
      [...sources].map(([path, text]) => [path, { content: Buffer.from(text, "latin1").toString("utf8") }]),
    ),
    settings: { evmVersion: "cancun", outputSelection: { "*": { "": ["ast"] } } },
  };
  const load = (path: string) => {
    try {
      return { contents: readFileSync(join(root, "node_modules", path), "utf8") };
    } catch {
      return { error: `${path} is not in node_modules.` };
    }
  };
  const output = JSON.parse(compiler.compile(JSON.stringify(input), { import: load })) as Output;
  const trees = Object.entries(output.sources ?? {}).flatMap(([path, { ast }]) => (ast ? [[path, ast] as const] : []));
  const said = output.errors ?? [];
  return {
    trees: new Map(trees),
    errors: said.filter(({ severity }) => severity === "error"),
    warnings: said.filter(
      ({ severity, sourceLocation }) => severity !== "error" && sources.has(sourceLocation?.file ?? ""),
    ),
  };
}
