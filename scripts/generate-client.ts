/**
 * `npm run client [-- --check]`: writes `sdk/src/client/generated/methods.ts`, the types of a client's methods with the
 * documentation of their actions. An editor shows on `client.trade` what it shows on `trade`: a type that is inferred
 * from the binding would carry no documentation.
 */
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

import { writeGenerated } from "./utils/generated.ts";

const CLIENT = join(import.meta.dirname, "..", "sdk", "src", "client");
const TARGET = join(CLIENT, "generated");
const NOTICE = "// Written by `npm run client` from the decorator and the actions; do not edit.\n";

type Method = {
  readonly name: string;
  /** The action that it calls. */
  readonly action: string;
  /** Parameters that the client gives. */
  readonly fixed: readonly string[];
  /** A function that the decorator writes out, instead of a binding. */
  readonly own: ts.ArrowFunction | undefined;
};

type Group = { readonly name: string; readonly methods: readonly Method[] };

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
}

function fail(node: ts.Node, what: string): never {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  throw new Error(`${file.fileName}:${line + 1}: ${what}`);
}

/** Where each name that a file imports comes from: a package, or a path. */
function importsOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const found = source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    const path = from.startsWith(".") ? join(dirname(source.fileName), from) : from;
    const names = statement.importClause?.namedBindings;
    return names && ts.isNamedImports(names) ? names.elements.map(({ name }) => [name.text, path] as const) : [];
  });
  return new Map(found);
}

/* WHAT THE DECORATOR BINDS */

function keysOf(literal: ts.Expression | undefined): string[] {
  if (!literal || !ts.isObjectLiteralExpression(literal)) return [];
  return literal.properties.map((property) => property.name?.getText() ?? "");
}

function methodOf(property: ts.ObjectLiteralElementLike, shared: readonly string[]): Method {
  if (!ts.isPropertyAssignment(property)) return fail(property, "A method is a binding or a function.");
  const name = property.name.getText();
  const value = property.initializer;
  if (ts.isArrowFunction(value)) return { name, action: name, fixed: [], own: value };
  if (!ts.isCallExpression(value)) return fail(value, "A method is a binding or a function.");
  const [, fixed] = value.arguments;
  const action = value.arguments.at(-1)?.getText() ?? "";
  return { name, action, fixed: fixed?.getText() === "fixed" ? shared : keysOf(fixed), own: undefined };
}

/** A function of the decorator whose name ends with Reads or Writes is a group of methods. */
function groupOf(declaration: ts.FunctionDeclaration): Group {
  const statements: readonly ts.Statement[] = declaration.body?.statements ?? [];
  const variables = statements.filter(ts.isVariableStatement).flatMap((one) => one.declarationList.declarations);
  const shared = keysOf(variables.find((one) => one.name.getText() === "fixed")?.initializer);
  const returned = statements.find(ts.isReturnStatement)?.expression;
  if (!returned || !ts.isObjectLiteralExpression(returned)) return fail(declaration, "A group returns its methods.");
  const name = declaration.name?.text ?? "";
  return {
    name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    methods: returned.properties.map((property) => methodOf(property, shared)),
  };
}

/* WHAT AN ACTION SAYS OF ITSELF */

type Action = {
  readonly declaration: ts.FunctionDeclaration;
  readonly parameters: ts.ParameterDeclaration | undefined;
  readonly returns: ts.TypeNode;
  readonly documentation: string;
};

function actionIn(source: ts.SourceFile, name: string): Action {
  const declarations = source.statements.filter(ts.isFunctionDeclaration).filter((one) => one.name?.text === name);
  const declaration = declarations[0] ?? fail(source, `There is no action ${name}.`);
  const [comment] = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  if (comment === undefined) fail(declaration, `${name} has no documentation.`);
  const returns = declaration.type ?? fail(declaration, `${name} does not say what it returns.`);
  return { declaration, parameters: declaration.parameters[1], returns, documentation: comment.getText() };
}

/** What a caller has to name, in the order in which the action names it. */
function requiredOf(source: ts.SourceFile, type: ts.TypeNode | undefined, fixed: readonly string[]): readonly string[] {
  const name = type && ts.isTypeReferenceNode(type) ? type.typeName.getText() : "";
  const alias = source.statements.filter(ts.isTypeAliasDeclaration).find((one) => one.name.text === name);
  const written: readonly ts.TypeNode[] = alias === undefined ? [] : [alias.type];
  const parts = written.flatMap((one) => (ts.isIntersectionTypeNode(one) ? one.types : [one]));
  return parts
    .filter(ts.isTypeLiteralNode)
    .flatMap(({ members }) => members.filter(ts.isPropertySignature))
    .filter(({ questionToken, name: key }) => questionToken === undefined && !fixed.includes(key.getText()))
    .map(({ name: key }) => key.getText());
}

/* WHAT IS WRITTEN */

/** Names of types below a node, and where they come from. */
function referencesOf(source: ts.SourceFile, nodes: readonly (ts.Node | undefined)[]): Map<string, string> {
  const imported = importsOf(source);
  const declared = new Set(source.statements.filter(ts.isTypeAliasDeclaration).map(({ name }) => name.text));
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const from = declared.has(node.text) ? source.fileName : imported.get(node.text);
      if (from !== undefined) found.set(node.text, from);
    }
    ts.forEachChild(node, visit);
  };
  for (const node of nodes) if (node) visit(node);
  return found;
}

function documentationOf(action: Action, example: string): string {
  const lines = action.documentation.replace(/^\/\*\*\s?|\s*\*\/$/g, "").split("\n");
  const text = lines
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
    .join("\n")
    .trim();
  return ["/**", ...[...text.split("\n"), "@example", example].map((line) => ` * ${line}`.trimEnd()), " */"]
    .map((line) => `  ${line}\n`)
    .join("");
}

function signatureOf(method: Method, { parameters, returns }: Action): string {
  if (method.own) {
    const generics = method.own.typeParameters?.map((one) => one.getText()).join(", ");
    const taken = method.own.parameters.map((one) => one.getText()).join(", ");
    const result = (method.own.type ?? returns).getText();
    return `${generics === undefined ? "" : `<${generics}>`}(${taken}): ${result}`;
  }
  const type = parameters?.type?.getText() ?? "object";
  const left = method.fixed.length === 0 ? type : `Omit<${type}, ${method.fixed.map((key) => `"${key}"`).join(" | ")}>`;
  return `(parameters: ${left}): ${returns.getText()}`;
}

/** One method as it is written, and the types that it names. */
function renderMethod(decorator: ts.SourceFile, method: Method): { text: string; types: Map<string, string> } {
  const path = importsOf(decorator).get(method.action) ?? fail(decorator, `${method.action} is not imported.`);
  const source = parse(path);
  const action = actionIn(source, method.action);
  const { own } = method;
  const ofOwn = own ? [own.type, ...(own.typeParameters ?? []), ...own.parameters] : [];
  const ofAction = [own ? undefined : action.parameters?.type, own?.type ? undefined : action.returns];
  const given = own ? ["spender"] : method.fixed;
  const required = requiredOf(source, action.parameters?.type, given);
  const awaited = action.returns.getText().startsWith("Promise<") ? "await " : "";
  const example = `${awaited}client.${method.name}(${required.length === 0 ? "{}" : `{ ${required.join(", ")} }`});`;
  return {
    text: `${documentationOf(action, example)}  ${method.name}${signatureOf(method, action)};\n`,
    types: new Map([...referencesOf(decorator, ofOwn), ...referencesOf(source, ofAction)]),
  };
}

/** Imports of types by the files that they come from: packages first, then by path. */
function renderImports(types: ReadonlyMap<string, string>): string {
  const specifierOf = (from: string) => (from.startsWith("/") ? relative(TARGET, from) : from);
  return [...Map.groupBy(types, ([, from]) => specifierOf(from).replaceAll("\\", "/"))]
    .toSorted(([a], [b]) => Number(a.startsWith(".")) - Number(b.startsWith(".")) || (a < b ? -1 : 1))
    .map(
      ([from, names]) =>
        `import type { ${names
          .map(([name]) => name)
          .toSorted()
          .join(", ")} } from "${from}";\n`,
    )
    .join("");
}

function render(decorator: ts.SourceFile, groups: readonly Group[]): string {
  const rendered = groups.map(({ name, methods }) => ({
    name,
    methods: methods.map((method) => renderMethod(decorator, method)),
  }));
  const types = new Map(rendered.flatMap(({ methods }) => methods.flatMap((method) => [...method.types])));
  const bodies = rendered.map(
    ({ name, methods }) => `\nexport type ${name} = {\n${methods.map(({ text }) => text).join("")}};\n`,
  );
  return `${NOTICE}${renderImports(types)}${bodies.join("")}`;
}

const decorator = parse(join(CLIENT, "decorator.ts"));
const groups = decorator.statements
  .filter(ts.isFunctionDeclaration)
  .filter(({ name }) => /(Reads|Writes)$/.test(name?.text ?? ""))
  .map(groupOf);
await writeGenerated(TARGET, new Map([["methods.ts", render(decorator, groups)]]), "npm run client");
