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
  /** Parameters of a function, the destructured ones by their type. */
  readonly parameters: readonly Member[];
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
  /** What its own file says of it. */
  readonly text: string;
  readonly exports: readonly Export[];
};

export type Api = {
  readonly entries: readonly Entry[];
  /** Every source file of the SDK, by its path from the repository's root. */
  readonly files: ReadonlyMap<string, ts.SourceFile>;
};

type Manifest = {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
};

const printer = ts.createPrinter({ removeComments: true });

/** Reads the package below `root/sdk`: its entries, and what they export. */
export function readApi(root: string): Api {
  const manifest = JSON.parse(readFileSync(join(root, "sdk", "package.json"), "utf8")) as Manifest;
  const sources = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    if (typeof target === "string") return [];
    const file = join(root, "sdk", target.types.replace("dist/", "src/").replace(/\.d\.ts$/, ".ts"));
    return existsSync(file) ? [{ subpath: subpath.replace(/^\.\/?/, ""), file }] : [];
  });
  const program = ts.createProgram(
    sources.map(({ file }) => file),
    readOptions(root),
  );
  const checker = program.getTypeChecker();
  const reader = { root, checker };
  const entries = sources.flatMap(({ subpath, file }): Entry[] => {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    if (!source || !symbol) return [];
    const name = subpath === "" ? manifest.name : `${manifest.name}/${subpath}`;
    return [{ name, subpath, text: readHead(source), exports: readExports(reader, symbol) }];
  });
  const own = program.getSourceFiles().filter(({ fileName }) => isOwn(root, fileName));
  return { entries, files: new Map(own.map((source) => [relative(root, source.fileName), source])) };
}

type Reader = { readonly root: string; readonly checker: ts.TypeChecker };

function readOptions(root: string): ts.CompilerOptions {
  const path = join(root, "sdk", "tsconfig.json");
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    join(root, "sdk"),
  );
  return { ...options, noEmit: true };
}

function isOwn(root: string, file: string): boolean {
  return !relative(join(root, "sdk", "src"), file).startsWith("..");
}

/** The line that a barrel begins with, if it begins with one. */
function readHead(source: ts.SourceFile): string {
  const [head] = /^\/\*\*[\s\S]*?\*\/(?=\n\n|\n(?:import|export \*))/.exec(source.text) ?? [];
  return head === undefined ? "" : parseComment(head).text;
}

function readExports(reader: Reader, module: ts.Symbol): Export[] {
  const { checker, root } = reader;
  return checker.getExportsOfModule(module).flatMap((symbol): Export[] => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target.declarations?.[0];
    if (!declaration || !isOwn(root, declaration.getSourceFile().fileName)) return [];
    const found = readExport(reader, symbol.name, declaration);
    return found ? [found] : [];
  });
}

function readExport(reader: Reader, name: string, declaration: ts.Declaration): Export | undefined {
  const base = {
    name,
    file: relative(reader.root, declaration.getSourceFile().fileName),
    comment: commentOf(declaration),
    declaration,
    members: [],
    parameters: [],
    returns: "",
  };
  if (ts.isFunctionDeclaration(declaration)) {
    return {
      ...base,
      kind: "function",
      signature: printSignature(declaration),
      parameters: declaration.parameters.map((parameter) => parameterOf(parameter, base.comment)),
      members: membersOf(reader, declaration.parameters.at(-1)?.type),
      returns: unwrapPromise(declaration.type?.getText() ?? ""),
    };
  }
  if (ts.isTypeAliasDeclaration(declaration)) {
    const signature = declaration.getText();
    return {
      ...base,
      kind: "type",
      signature: cleanDeclaration(signature),
      members: membersOf(reader, declaration.type),
    };
  }
  if (ts.isClassDeclaration(declaration)) {
    return { ...base, kind: "class", signature: printClassHead(declaration), members: fieldsOf(declaration) };
  }
  if (ts.isVariableDeclaration(declaration)) {
    return { ...base, kind: "constant", signature: printConstant(reader, declaration) };
  }
  return undefined;
}

/* COMMENTS */

/** The documentation of a declaration; that of a variable stands before its statement. */
export function commentOf(node: ts.Node): Comment {
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const raw = ts.getJSDocCommentsAndTags(holder).filter(ts.isJSDoc).at(-1)?.getText();
  return raw === undefined ? NO_COMMENT : parseComment(raw);
}

/* SIGNATURES */

function printSignature(declaration: ts.FunctionDeclaration): string {
  const { name, typeParameters, parameters, type } = declaration;
  const source = declaration.getSourceFile();
  const print = (node: ts.Node) => printer.printNode(ts.EmitHint.Unspecified, node, source);
  const generics = typeParameters === undefined ? "" : `<${typeParameters.map(print).join(", ")}>`;
  const list = parameters.map(
    (one) =>
      `${nameOf(one)}${one.questionToken || one.initializer ? "?" : ""}: ${one.type ? print(one.type) : "unknown"}`,
  );
  const line = `function ${name?.text ?? ""}${generics}(${list.join(", ")}): ${type ? print(type) : "void"}`;
  if (line.length <= 100) return line;
  return `function ${name?.text ?? ""}${generics}(\n${list.map((one) => `  ${one},\n`).join("")}): ${type ? print(type) : "void"}`;
}

/** A destructured parameter has no name of its own. */
function nameOf({ name }: ts.ParameterDeclaration): string {
  return ts.isIdentifier(name) ? name.text : "parameters";
}

function printClassHead(declaration: ts.ClassDeclaration): string {
  const heritage = (declaration.heritageClauses ?? []).map((clause) => ` ${clause.getText()}`).join("");
  const generics = declaration.typeParameters?.map((one) => one.getText()).join(", ");
  return `class ${declaration.name?.text ?? ""}${generics === undefined ? "" : `<${generics}>`}${heritage}`;
}

const MOST_OF_A_CONSTANT = 120;

/** A constant with its value, or with its type where the value is long. */
function printConstant({ checker }: Reader, declaration: ts.VariableDeclaration): string {
  const value = declaration.initializer?.getText() ?? "";
  const name = declaration.name.getText();
  if (value.length <= MOST_OF_A_CONSTANT) return `const ${name} = ${value}`;
  const type = declaration.type?.getText() ?? checker.typeToString(checker.getTypeAtLocation(declaration));
  return type.length <= MOST_OF_A_CONSTANT ? `const ${name}: ${type}` : `const ${name}`;
}

function cleanDeclaration(text: string): string {
  return text
    .replace(/^export /, "")
    .replace(/^[ \t]*\/\*\*[\s\S]*?\*\/\n/gm, "")
    .replace(/;$/, "");
}

function unwrapPromise(type: string): string {
  return /^Promise<([\s\S]*)>$/.exec(type)?.[1] ?? type;
}

/* MEMBERS */

function parameterOf(parameter: ts.ParameterDeclaration, comment: Comment): Member {
  const name = nameOf(parameter);
  return {
    name,
    type: parameter.type?.getText() ?? "",
    optional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
    text: comment.parameters.get(name) ?? "",
  };
}

/** The properties of an object type, wherever they come from; of a union those of all of its members. */
function membersOf({ root, checker }: Reader, node: ts.TypeNode | undefined): Member[] {
  if (!node) return [];
  const type = checker.getTypeFromTypeNode(node);
  const parts = type.isUnion() ? type.types : [type];
  if (!parts.every((part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
  const all = parts.flatMap((part) => checker.getPropertiesOfType(part));
  const byName = new Map(all.toReversed().map((property) => [property.name, property]));
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const everywhere = parts.every((part) => checker.getPropertyOfType(part, name));
    return toMember(root, byName.get(name), everywhere);
  });
}

/** Leaves out what is not ours: the methods of a `bigint`. */
function toMember(root: string, property: ts.Symbol | undefined, everywhere: boolean): Member[] {
  const declaration = property?.declarations?.[0];
  if (!property || !declaration || !ts.isPropertySignature(declaration)) return [];
  if (!isOwn(root, declaration.getSourceFile().fileName)) return [];
  return [
    {
      name: property.name,
      type: cleanType(declaration.type?.getText() ?? ""),
      optional: !everywhere || (property.flags & ts.SymbolFlags.Optional) !== 0,
      text: commentOf(declaration).text,
    },
  ];
}

/** A type on one line, without the comments inside. */
function cleanType(type: string): string {
  return type
    .replace(/\/\*\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/ \| undefined$/, "");
}

function fieldsOf(declaration: ts.ClassDeclaration): Member[] {
  return declaration.members.filter(ts.isPropertyDeclaration).flatMap((field): Member[] => {
    const name = field.name.getText();
    const isPrivate = field.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
    if (name === "name" || isPrivate) return [];
    return [{ name, type: field.type?.getText() ?? "", optional: false, text: commentOf(field).text }];
  });
}
