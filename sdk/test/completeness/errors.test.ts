import { expect } from "chai";
import ts from "typescript";

import * as sdk from "../../src/index.ts";
import { docOf, loadProgram, placeOf, type Program } from "../utils/program.ts";

/** What the others are made from; nothing throws them. */
const BASES = ["BaseError", "ContractError", "CsvError", "UsageError"];

/** Errors that whoever throws them tells what to do next. */
const TOLD = ["InputFileError", "MissingSettingError"];

type ErrorClass = { readonly name: string; readonly declaration: ts.ClassDeclaration };

/** The error classes of the package, wherever they are. */
function errorClassesOf(program: Program): readonly ErrorClass[] {
  return program.files.flatMap((file) =>
    file.statements.filter(ts.isClassDeclaration).flatMap((declaration) => {
      const { name, heritageClauses } = declaration;
      const isError = heritageClauses?.some(({ types }) =>
        types.some(({ expression }) => /Error$/.test(expression.getText())),
      );
      return name && isError && !BASES.includes(name.text) ? [{ name: name.text, declaration }] : [];
    }),
  );
}

/** What the constructor passes on to `super` by name, wherever among its arguments. */
function passedOn({ declaration }: ErrorClass): ReadonlyMap<string, ts.Expression> {
  const passed = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) {
      const properties = node.arguments
        .filter(ts.isObjectLiteralExpression)
        .flatMap(({ properties }) => [...properties]);
      for (const one of properties) {
        if (ts.isPropertyAssignment(one)) passed.set(one.name.getText(), one.initializer);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return passed;
}

/** Whether a list has something in it, whatever happens. */
function isNeverEmpty(list: ts.Expression | undefined): boolean {
  if (list === undefined) return false;
  if (ts.isConditionalExpression(list)) return isNeverEmpty(list.whenTrue) && isNeverEmpty(list.whenFalse);
  return ts.isArrayLiteralExpression(list) && list.elements.some((one) => !ts.isSpreadElement(one));
}

describe("Every error class", function () {
  let program: Program;
  let classes: readonly ErrorClass[];

  before(function () {
    this.timeout(120_000);
    program = loadProgram();
    classes = errorClassesOf(program);
  });

  const namesWhere = (isWrong: (one: ErrorClass) => boolean) => classes.filter(isWrong).map(({ name }) => name);

  /** Those that importers of the package meet; the others are for who reads what the command prints. */
  const isImportable = ({ declaration }: ErrorClass) => !placeOf(declaration.getSourceFile()).folder.startsWith("cli");

  it("is there, in the folder of errors, and once", function () {
    expect(classes.length).to.be.at.least(250);
    const isInside = ({ declaration }: ErrorClass) => placeOf(declaration.getSourceFile()).folder.startsWith("errors");
    expect(namesWhere((one) => isImportable(one) && !isInside(one))).to.deep.equal([]);
    expect(new Set(classes.map(({ name }) => name)).size).to.equal(classes.length);
  });

  it("is exported by the package, under its own name", function () {
    const exported = sdk as unknown as Readonly<Record<string, { readonly name?: string } | undefined>>;
    expect(namesWhere((one) => isImportable(one) && exported[one.name]?.name !== one.name)).to.deep.equal([]);
  });

  it("keeps its name in bundles that shorten names", function () {
    const keepsName = ({ name, declaration }: ErrorClass) =>
      declaration.members.some(
        (member) =>
          ts.isPropertyDeclaration(member) &&
          member.name.getText() === "name" &&
          member.initializer?.getText() === `"${name}"`,
      );
    expect(namesWhere((one) => !keepsName(one))).to.deep.equal([]);
  });

  it("has documentation of its own, and says where", function () {
    const pathOf = (one: ErrorClass) => passedOn(one).get("docsPath")?.getText();
    const isLost = (one: ErrorClass) => pathOf(one) !== `"/errors#${one.name.toLowerCase()}"`;
    expect(namesWhere((one) => isImportable(one) && isLost(one))).to.deep.equal([]);
  });

  it("says what to do next", function () {
    const isSilent = (one: ErrorClass) => !isNeverEmpty(passedOn(one).get("metaMessages"));
    expect(namesWhere(isSilent)).to.have.members(TOLD);
  });

  it("says when it is thrown", function () {
    const isUnclear = ({ declaration }: ErrorClass) => {
      const symbol = declaration.name && program.checker.getSymbolAtLocation(declaration.name);
      return !symbol || !/^Thrown (when|by|for) /.test(docOf(program, symbol));
    };
    expect(namesWhere(isUnclear)).to.deep.equal([]);
  });
});
