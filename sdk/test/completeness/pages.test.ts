import { expect } from "chai";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import ts from "typescript";

import { actionFiles } from "../utils/actions.ts";

const SDK = join(import.meta.dirname, "..", "..");
const PAGES = join(SDK, "..", "site", "actions");

/** `area/name` of each page. */
function placesOfPages(): readonly string[] {
  return readdirSync(PAGES, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => join(dirname(path), basename(path, ".md")));
}

/** The program of a page: its first block of TypeScript; `undefined` if it has none. */
function programOf(page: string): ts.SourceFile | undefined {
  const program = /```ts\n([\s\S]*?)```/.exec(readFileSync(page, "utf8"))?.[1];
  return program === undefined ? undefined : ts.createSourceFile("page.ts", program, ts.ScriptTarget.Latest, true);
}

/** What a program imports from the package, from whichever of its entries. */
function importedBy(program: ts.SourceFile): readonly string[] {
  return program.statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier, importClause }) => {
    const isOurs = ts.isStringLiteral(moduleSpecifier) && /^deepfunding(\/|$)/.test(moduleSpecifier.text);
    const bindings = importClause?.namedBindings;
    return isOurs && bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
  });
}

/** Whether a program calls a function, or hands it to another that does. */
function uses(node: ts.Node, name: string): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name) return true;
  return ts.forEachChild(node, (child) => uses(child, name)) ?? false;
}

/** What is wrong with the page of an action. */
function faultOf(place: string): string | undefined {
  const page = join(PAGES, `${place}.md`);
  const name = basename(place);
  if (!existsSync(page)) return `${place}: there is no page`;
  const program = programOf(page);
  if (program === undefined) return `${place}: the page has no program`;
  if (!readFileSync(page, "utf8").startsWith(`# ${name}\n`)) return `${place}: the page has another title`;
  if (!importedBy(program).includes(name)) return `${place}: its program does not import ${name}`;
  return uses(program, name) ? undefined : `${place}: its program does not call ${name}`;
}

describe("Every action", function () {
  const actions = actionFiles().map((file) => join(basename(dirname(file)), basename(file, ".ts")));

  it("has a page with a program that imports and calls it", function () {
    expect(actions.length).to.be.at.least(140);
    expect(
      actions
        .map(faultOf)
        .filter((fault) => fault !== undefined)
        .join("\n"),
    ).to.equal("");
  });

  it("that has a page is there", function () {
    expect(placesOfPages().filter((place) => !actions.includes(place))).to.deep.equal([]);
  });
});
