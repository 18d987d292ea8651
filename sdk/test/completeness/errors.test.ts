import { expect } from "chai";
import ts from "typescript";

import * as sdk from "../../src/index.ts";
import { docOf, loadProgram, placeOf, type Program } from "../utils/program.ts";

/** What the others are made from; nothing throws them. */
const BASES = ["BaseError", "ContractError", "CsvError"];

type ErrorClass = { readonly name: string; readonly declaration: ts.ClassDeclaration };

/** The error classes of the package, wherever they are. */
function errorClassesOf(program: Program): readonly ErrorClass[] {
  return program.files.flatMap((file) =>
    file.statements.filter(ts.isClassDeclaration).flatMap((declaration) => {
      const { name } = declaration;
      const base = baseOf(declaration)?.getText() ?? "";
      const isError = /Error$/.test(base) || contractErrorOf(declaration) !== undefined;
      return name && isError && !BASES.includes(name.text) ? [{ name: name.text, declaration }] : [];
    }),
  );
}

function baseOf({ heritageClauses }: ts.ClassDeclaration): ts.Expression | undefined {
  return heritageClauses?.flatMap(({ types }) => types)[0]?.expression;
}

/** The custom error that a class is for, by its name in the ABI, and what it tells: `contractError("…", { … })`. */
function contractErrorOf(declaration: ts.ClassDeclaration): { name: string; told: ts.Expression } | undefined {
  const base = baseOf(declaration);
  if (base === undefined || !ts.isCallExpression(base) || base.expression.getText() !== "contractError") return;
  const [name, told] = base.arguments;
  return name && told && ts.isStringLiteral(name) ? { name: name.text, told } : undefined;
}

/** The name that `contractError` derives from the one in the ABI. */
function nameAfter(declaration: ts.ClassDeclaration): string | undefined {
  const contract = contractErrorOf(declaration);
  return contract && `${contract.name.replace("_", "")}Error`;
}

/** What the constructor passes on to `super` by name, wherever among its arguments. */
function passedOn({ declaration }: ErrorClass): ReadonlyMap<string, ts.Expression> {
  const passed = new Map<string, ts.Expression>();
  const take = (node: ts.Node): void => {
    if (!ts.isObjectLiteralExpression(node)) return;
    for (const one of node.properties) {
      if (ts.isPropertyAssignment(one)) passed.set(one.name.getText(), one.initializer);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) node.arguments.forEach(take);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  const contract = contractErrorOf(declaration);
  if (contract) take(contract.told);
  return passed;
}

/** Whether what is told has something in it, whatever happens: a text, a list of texts, or a function that returns one. */
function isNeverEmpty(told: ts.Expression | undefined): boolean {
  if (told === undefined) return false;
  if (ts.isParenthesizedExpression(told)) return isNeverEmpty(told.expression);
  if (ts.isConditionalExpression(told)) return isNeverEmpty(told.whenTrue) && isNeverEmpty(told.whenFalse);
  if (ts.isArrowFunction(told)) return ts.isExpression(told.body) && isNeverEmpty(told.body);
  if (ts.isStringLiteral(told) || ts.isNoSubstitutionTemplateLiteral(told)) return told.text !== "";
  if (ts.isTemplateExpression(told)) return true;
  return ts.isArrayLiteralExpression(told) && told.elements.some((one) => !ts.isSpreadElement(one));
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

  it("is there, in the folder of errors, and once", function () {
    expect(classes.length).to.be.at.least(250);
    const isInside = ({ declaration }: ErrorClass) => placeOf(declaration.getSourceFile()).folder.startsWith("errors");
    expect(namesWhere((one) => !isInside(one))).to.deep.equal([]);
    expect(new Set(classes.map(({ name }) => name)).size).to.equal(classes.length);
  });

  it("is exported by the package, under its own name", function () {
    const exported = sdk as unknown as Readonly<Record<string, { readonly name?: string } | undefined>>;
    expect(namesWhere((one) => exported[one.name]?.name !== one.name)).to.deep.equal([]);
  });

  it("keeps its name in bundles that shorten names", function () {
    const keepsName = ({ name, declaration }: ErrorClass) =>
      nameAfter(declaration) === name ||
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
    // Those of the contracts derive it from their name, as the test of `toSdkError` sees in each.
    const isLost = (one: ErrorClass) =>
      nameAfter(one.declaration) !== one.name && pathOf(one) !== `"/errors#${one.name.toLowerCase()}"`;
    expect(namesWhere(isLost)).to.deep.equal([]);
  });

  it("says what to do next", function () {
    const isSilent = (one: ErrorClass) => {
      const passed = passedOn(one);
      return !isNeverEmpty(passed.get("metaMessages") ?? passed.get("next"));
    };
    expect(namesWhere(isSilent)).to.deep.equal([]);
  });

  it("says when it is thrown", function () {
    const isUnclear = ({ declaration }: ErrorClass) => {
      const symbol = declaration.name && program.checker.getSymbolAtLocation(declaration.name);
      return !symbol || !/^Thrown (when|by|for) /.test(docOf(program, symbol));
    };
    expect(namesWhere(isUnclear)).to.deep.equal([]);
  });
});
