/** The SDK's error classes: what each says is wrong and what to do next, and the contract's error behind it. */
import ts from "typescript";

import type { Entry, Export } from "./api.ts";

export type ErrorClass = {
  readonly name: string;
  readonly declared: Export;
  /** What is wrong, with `{name}` where a value stands. */
  readonly message: string;
  /** What to do next, a line each. */
  readonly remedies: readonly string[];
  /** `#name` of its documentation; `undefined` for the bases of others. */
  readonly anchor: string | undefined;
  /** Custom errors of the contracts that become this class. */
  readonly customErrors: readonly string[];
};

/** Returns the classes that `deepfunding/errors` exports. `report` is told of one whose `docsPath` leads elsewhere. */
export function readErrorClasses(entries: readonly Entry[], report: (problem: string) => void): ErrorClass[] {
  const exports = entries.find(({ subpath }) => subpath === "errors")?.exports ?? [];
  return exports.flatMap((declared): ErrorClass[] => {
    const { declaration, name, file } = declared;
    if (!ts.isClassDeclaration(declaration)) return [];
    const constructor = declaration.members.find(ts.isConstructorDeclaration);
    const custom = findCustomError(declaration);
    const path = constructor && findText(constructor, "docsPath");
    const anchor = path === undefined && custom === undefined ? undefined : name.toLowerCase();
    if (path !== undefined && path !== `/errors#${anchor ?? ""}`) {
      report(`${file}: ${name} says that it is explained at "${path}"; that is "/errors#${anchor ?? ""}".`);
    }
    return [
      {
        name,
        declared,
        ...findTold(constructor, custom),
        anchor,
        customErrors: custom?.arguments.filter(ts.isStringLiteral).map(({ text }) => text) ?? [],
      },
    ];
  });
}

function findTold(constructor: ts.ConstructorDeclaration | undefined, custom: ts.CallExpression | undefined) {
  if (custom) return { message: findText(custom, "says") ?? "", remedies: findRemedies(custom, "next") };
  return {
    message: constructor ? findMessage(constructor) : "",
    remedies: constructor ? findRemedies(constructor, "metaMessages") : [],
  };
}

function findAll<T extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function findProperty(root: ts.Node, name: string): ts.Expression | undefined {
  return findAll(root, ts.isPropertyAssignment).find((one) => one.name.getText() === name)?.initializer;
}

function findText(root: ts.Node, name: string): string | undefined {
  const value = findProperty(root, name);
  return value === undefined ? undefined : textsOf(value)[0];
}

/** The first text that the constructor passes on. */
function findMessage(constructor: ts.ConstructorDeclaration): string {
  const call = findAll(constructor, ts.isCallExpression).find(
    ({ expression }) => expression.kind === ts.SyntaxKind.SuperKeyword,
  );
  return (call?.arguments ?? []).flatMap(textsOf).find((text) => text !== "") ?? "";
}

function findRemedies(root: ts.Node, property: string): string[] {
  const value = findProperty(root, property);
  if (value === undefined) return [];
  return ts.isArrayLiteralExpression(value) ? value.elements.flatMap(textsOf) : textsOf(value);
}

/** What an expression can say: both sides of a choice, and `{name}` for a value. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    return [
      node.head.text + node.templateSpans.map((span) => `{${nameOf(span.expression)}}${span.literal.text}`).join(""),
    ];
  }
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(textsOf);
  if (ts.isParenthesizedExpression(node) || ts.isSpreadElement(node)) return textsOf(node.expression);
  if (ts.isArrowFunction(node) && ts.isExpression(node.body)) return textsOf(node.body);
  if (ts.isElementAccessExpression(node) || ts.isIdentifier(node)) return textsBehind(node);
  return [];
}

/** What a value is called: itself if it is simple, else the last name in its expression, `market` of `formatId(market)`. */
function nameOf(expression: ts.Expression): string {
  if (/^[\w.]+( [-+] \d+n?)?$/.test(expression.getText())) return expression.getText();
  const names = findAll(expression, ts.isIdentifier).map(({ text }) => text);
  const [last] = names.filter((name) => !/^(format[A-Z]\w*|join|map|String|length)$/.test(name)).slice(-1);
  return last ?? "…";
}

/** Every sentence in the value of a variable of the same file, or in those that it is taken from. */
function textsBehind(node: ts.Node, depth = 0): string[] {
  const [name] = findAll(node, ts.isIdentifier);
  if (name === undefined || depth > 2) return [];
  const holder = findAll(node.getSourceFile(), ts.isVariableDeclaration).find((one) =>
    new RegExp(`\\b${name.text}\\b`).test(one.name.getText()),
  );
  if (holder?.initializer === undefined) return [];
  const texts = findAll(holder.initializer, isText)
    .flatMap(textsOf)
    .filter((text) => text.endsWith("."));
  return texts.length > 0 ? texts : textsBehind(holder.initializer, depth + 1);
}

function isText(node: ts.Node): node is ts.Expression {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
}

/** What a class for a custom error extends: `contractError("Markets_Closed", { says, next })`. */
function findCustomError(declaration: ts.ClassDeclaration): ts.CallExpression | undefined {
  const heritage = declaration.heritageClauses?.flatMap((clause) => clause.types) ?? [];
  return heritage
    .map(({ expression }) => expression)
    .filter(ts.isCallExpression)
    .find((one) => one.expression.getText() === "contractError");
}
