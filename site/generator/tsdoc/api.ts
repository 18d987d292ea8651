/** What the SDK exports, with its documentation comments, as the TypeScript compiler sees it. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

import { NO_COMMENT, parseComment, type Comment } from "./comment.ts";

/** A property of an object type, or a parameter of a function. */
export type Member = {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly text: string;
};

/** Something exported. */
export type Export = {
  readonly name: string;
  readonly kind: "function" | "type" | "class" | "constant";
  /** Path of its file, from the repository's root. */
  readonly file: string;
  readonly comment: Comment;
  /** Its declaration, without body. */
  readonly signature: string;
  /** Properties of a type or of the parameters' type, with those that it takes over from others. */
  readonly members: readonly Member[];
  /** What a function returns, as it is written, without `Promise<…>`. */
  readonly returns: string;
  readonly declaration: ts.Declaration;
};

/** An entry of the package: `deepfunding/csv`. */
export type Entry = {
  /** As it is imported. */
  readonly name: string;
  /** `csv`; empty for the package itself. */
  readonly subpath: string;
  /** Its source, from the repository's root. */
  readonly file: string;
  readonly exports: readonly Export[];
};

type Manifest = {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
};
type Reader = { readonly root: string; readonly checker: ts.TypeChecker };

const printer = ts.createPrinter({ removeComments: true });

/** Reads the package below `root/sdk`: its entries, and what they export. */
export function readApi(root: string): Entry[] {
  const sdk = join(root, "sdk");
  const manifest = JSON.parse(readFileSync(join(sdk, "package.json"), "utf8")) as Manifest;
  const sources = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    if (typeof target === "string") return [];
    const file = join(sdk, target.types.replace("dist/", "src/").replace(/\.d\.ts$/, ".ts"));
    return existsSync(file) ? [{ subpath: subpath.replace(/^\.\/?/, ""), file }] : [];
  });
  const config = ts.readConfigFile(join(sdk, "tsconfig.json"), (file) => ts.sys.readFile(file)).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, sdk);
  const program = ts.createProgram(
    sources.map(({ file }) => file),
    { ...options, noEmit: true },
  );
  const reader = { root, checker: program.getTypeChecker() };
  return sources.flatMap(({ subpath, file }): Entry[] => {
    const source = program.getSourceFile(file);
    const symbol = source && reader.checker.getSymbolAtLocation(source);
    const name = subpath === "" ? manifest.name : `${manifest.name}/${subpath}`;
    return symbol ? [{ name, subpath, file: relative(root, file), exports: readExports(reader, symbol) }] : [];
  });
}

function isOwn({ root }: Reader, node: ts.Node): boolean {
  return !relative(join(root, "sdk", "src"), node.getSourceFile().fileName).startsWith("..");
}

function readExports(reader: Reader, module: ts.Symbol): Export[] {
  const { checker } = reader;
  return checker.getExportsOfModule(module).flatMap((symbol): Export[] => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target.declarations?.[0];
    return declaration && isOwn(reader, declaration) ? readExport(reader, symbol.name, declaration) : [];
  });
}

function readExport(reader: Reader, name: string, declaration: ts.Declaration): Export[] {
  const file = relative(reader.root, declaration.getSourceFile().fileName);
  const base = { name, file, comment: commentOf(declaration), declaration, members: [], returns: "" };
  if (ts.isFunctionDeclaration(declaration)) {
    const members = membersOf(reader, declaration.parameters.at(-1)?.type);
    const returns = /^(?:Promise<)?([\s\S]*?)>?$/.exec(declaration.type?.getText() ?? "")?.[1] ?? "";
    return [{ ...base, kind: "function", signature: printSignature(declaration), members, returns }];
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    const signature = declaration
      .getText()
      .replace(/^export /, "")
      .replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, "");
    return [{ ...base, kind: "type", signature, members: membersOf(reader, declaration.type) }];
  }
  if (ts.isClassDeclaration(declaration)) return [{ ...base, kind: "class", signature: `class ${name}` }];
  if (!ts.isVariableDeclaration(declaration)) return [];
  return [{ ...base, kind: "constant", signature: `const ${declaration.getText()}` }];
}

/** The documentation of a declaration; that of a variable stands before its statement. */
export function commentOf(node: ts.Node): Comment {
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const raw = ts.getJSDocCommentsAndTags(holder).filter(ts.isJSDoc).at(-1)?.getText();
  return raw === undefined ? NO_COMMENT : parseComment(raw);
}

const WIDTH = 100;

/** A function without its body; a destructured parameter has no name of its own. */
function printSignature({ name, typeParameters, parameters, type }: ts.FunctionDeclaration): string {
  const print = (part: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, part, part.getSourceFile());
  const generics = typeParameters === undefined ? "" : `<${typeParameters.map(print).join(", ")}>`;
  const list = parameters.map(({ name: bound, questionToken, initializer, type: declared }) => {
    const shown = ts.isIdentifier(bound) ? bound.text : "parameters";
    return `${shown}${(questionToken ?? initializer) ? "?" : ""}: ${declared ? print(declared) : "unknown"}`;
  });
  const start = `function ${name?.text ?? "default"}${generics}`;
  const end = type ? `: ${print(type)}` : "";
  const line = `${start}(${list.join(", ")})${end}`;
  return line.length <= WIDTH ? line : `${start}(\n${list.map((one) => `  ${one},\n`).join("")})${end}`;
}

/** The properties of an object type, wherever they come from; of a union those of all of its members. */
function membersOf(reader: Reader, node: ts.TypeNode | undefined): Member[] {
  if (!node) return [];
  const { checker } = reader;
  const type = checker.getTypeFromTypeNode(node);
  const parts = type.isUnion() ? type.types : [type];
  if (!parts.every((part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
  const all = parts.flatMap((part) => checker.getPropertiesOfType(part));
  const byName = new Map(all.toReversed().map((property) => [property.name, property]));
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const everywhere = parts.every((part) => checker.getPropertyOfType(part, name));
    return toMember(reader, byName.get(name), everywhere);
  });
}

/** Leaves out what is not ours: the methods of a `bigint`. */
function toMember(reader: Reader, property: ts.Symbol | undefined, everywhere: boolean): Member[] {
  const declaration = property?.declarations?.[0];
  if (!property || !declaration || !ts.isPropertySignature(declaration) || !isOwn(reader, declaration)) return [];
  const type = declaration.type?.getText() ?? "";
  return [
    {
      name: property.name,
      type: type
        .replace(/\/\*\*[\s\S]*?\*\//g, "")
        .replace(/\s+/g, " ")
        .replace(/ \| undefined$/, ""),
      optional: !everywhere || (property.flags & ts.SymbolFlags.Optional) !== 0,
      text: commentOf(declaration).text,
    },
  ];
}
