import { dirname, join } from "node:path";

import ts from "typescript";

const SDK = join(import.meta.dirname, "..", "..");
export const SOURCES = join(SDK, "src");

/** The package's sources as the compiler sees them. */
export type Program = { readonly checker: ts.TypeChecker; readonly files: readonly ts.SourceFile[] };

let loaded: Program | undefined;

/** Loads the package's sources with its own settings; once, for it takes seconds. */
export function loadProgram(): Program {
  return (loaded ??= load());
}

function load(): Program {
  const path = join(SDK, "tsconfig.json");
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    SDK,
  );
  const program = ts.createProgram(fileNames, { ...options, noEmit: true });
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(`${SOURCES}/`));
  return { checker: program.getTypeChecker(), files };
}

/** What a file exports, by name; what is exported from elsewhere included. */
export function exportsOf({ checker }: Program, file: ts.SourceFile): ReadonlyMap<string, ts.Symbol> {
  const symbol = checker.getSymbolAtLocation(file);
  return new Map((symbol ? checker.getExportsOfModule(symbol) : []).map((one) => [one.name, one]));
}

/** Whether something is declared in the package, and not in viem or the language. */
export function isOwn(symbol: ts.Symbol | undefined): boolean {
  return symbol?.declarations?.some((declaration) => declaration.getSourceFile().fileName.startsWith(SOURCES)) ?? false;
}

/** Whether somebody wrote a member down in the package; those of generated ABIs have their own documentation. */
function isWritten(symbol: ts.Symbol): boolean {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration || !ts.isPropertySignature(declaration)) return false;
  const { fileName } = declaration.getSourceFile();
  return fileName.startsWith(SOURCES) && !fileName.startsWith(join(SOURCES, "abi"));
}

/** A member of a type, and where it was found. */
export type Member = { readonly path: string; readonly symbol: ts.Symbol; readonly type: ts.Type };

/**
 * The members of a type that the package declares, and of what they are made of; each once.
 * @param path What the type is called where it was found.
 */
export function* membersOf({ checker }: Program, root: ts.Type, path: string): Generator<Member> {
  const seen = new Set<ts.Type>();
  const found = new Set<ts.Symbol>();
  function* walk(type: ts.Type, at: string): Generator<Member> {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) yield* walk(part, at);
    }
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (element && type.flags & ts.TypeFlags.Object) yield* walk(element, `${at}[]`);
    for (const symbol of checker.getPropertiesOfType(type)) {
      if (!isWritten(symbol) || found.has(symbol)) continue;
      found.add(symbol);
      const member = checker.getTypeOfSymbol(symbol);
      yield { path: `${at}.${symbol.name}`, symbol, type: member };
      yield* walk(member, `${at}.${symbol.name}`);
    }
  }
  yield* walk(root, path);
}

/** The documentation of a symbol, in one line. */
export function docOf({ checker }: Program, symbol: ts.Symbol): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll(/\s+/g, " ").trim();
}

/** The errors that a function is documented to throw, and when. */
export function throwsOf(
  { checker }: Program,
  symbol: ts.Symbol,
): readonly { readonly name: string; readonly when: string }[] {
  return symbol.getJsDocTags(checker).flatMap(({ name, text }) => {
    if (name !== "throws") return [];
    const [, error = "", when = ""] = /^\{?(\w+)\}?\s*(.*)$/s.exec(ts.displayPartsToString(text)) ?? [];
    return [{ name: error, when }];
  });
}

/** The parameters that each function which a file exports cannot do without, by its name. */
export function requiredOf(program: Program, file: ts.SourceFile): ReadonlyMap<string, readonly string[]> {
  const { checker } = program;
  const required = [...exportsOf(program, file)].flatMap(([name, symbol]) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const last = target.declarations?.find(ts.isFunctionDeclaration)?.parameters.at(-1);
    if (last === undefined) return [];
    const all = checker.getPropertiesOfType(checker.getTypeAtLocation(last));
    return [[name, all.filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0).map((one) => one.name)] as const];
  });
  return new Map(required);
}

/** A file's folder below the sources, and its name without the ending. */
export function placeOf(file: ts.SourceFile): { readonly folder: string; readonly name: string } {
  const path = file.fileName.slice(SOURCES.length + 1).replace(/\.ts$/, "");
  return { folder: dirname(path), name: path.slice(dirname(path).length + 1) };
}
