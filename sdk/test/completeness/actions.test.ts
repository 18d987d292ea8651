import { expect } from "chai";
import ts from "typescript";

import { actionFiles } from "../utils/actions.ts";
import { docOf, exportsOf, isOwn, loadProgram, membersOf, placeOf, throwsOf, type Program } from "../utils/program.ts";

/** Writes without a parser of their own: what happens is not theirs to report. */
const WITHOUT_EVENTS: Readonly<Record<string, string>> = {
  multicallMarkets: "the events are those of its calls",
  multicallAuction: "the events are those of its calls",
  multicallFunding: "the events are those of its calls",
  permit: "the event is the token's",
  permitAuction: "the event is the token's",
  permitFunding: "the event is the token's",
};

/** Errors that every read or write may end with: documented once, with `ReadErrorType` and `WriteErrorType`. */
const EVERYWHERE = ["NoContractError", "RpcUnreachableError", "SendUnansweredError"];

/** What a number counts: money, time, a share of 1, a position, or things that are named. */
const UNIT =
  /\b(units?|wei|seconds?|WAD|1e-\d+|2\^128|gas|ids?|number|index|indices|position|from 0|block|nonce|how many|LP shares|founding shares|decimals|27 or 28)\b/i;

type Action = {
  readonly file: ts.SourceFile;
  readonly name: string;
  /** The name as types have it: `Trade`. */
  readonly title: string;
  readonly exports: ReadonlyMap<string, ts.Symbol>;
  /** Whether it sends a call of a contract. */
  readonly isWrite: boolean;
};

function actionsOf(program: Program): readonly Action[] {
  const places = actionFiles();
  return program.files
    .filter((file) => places.includes(`${placeOf(file).folder}/${placeOf(file).name}.ts`))
    .map((file) => {
      const { name } = placeOf(file);
      const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      return { file, name, title, exports: exportsOf(program, file), isWrite: calls(file, "write") };
    });
}

function calls(node: ts.Node, name: string): boolean {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name) return true;
  return ts.forEachChild(node, (child) => calls(child, name)) ?? false;
}

/** Whether every part of a type is a number. */
function isNumeric(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined)) : [type];
  return (
    parts.length > 0 && parts.every(({ flags }) => (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike)) !== 0)
  );
}

/** The element of a list of numbers, or the number itself. */
function countsSomething({ checker }: Program, type: ts.Type): boolean {
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return isNumeric(type) || (element !== undefined && (type.flags & ts.TypeFlags.Object) !== 0 && isNumeric(element));
}

/** The package's error classes in a union. */
function errorsIn(program: Program, type: ts.Type): readonly string[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => {
    const isError = isOwn(part.symbol) && program.checker.getPropertyOfType(part, "shortMessage") !== undefined;
    return isError && !EVERYWHERE.includes(part.symbol.name) ? [part.symbol.name] : [];
  });
}

/** Expects that nothing is wrong; what is, is shown in full. */
function expectNone(faults: readonly string[]): void {
  expect(faults.join("\n")).to.equal("");
}

describe("Every action", function () {
  let program: Program;
  let actions: readonly Action[];

  before(function () {
    this.timeout(120_000);
    program = loadProgram();
    actions = actionsOf(program);
  });

  /** All that is wrong with the actions, each with the name of its action. */
  const faults = (find: (action: Action) => readonly string[]) =>
    actions.flatMap((action) => find(action).map((fault) => `${action.name}: ${fault}`));

  const declared = (action: Action, suffix: string): ts.Type | undefined => {
    const symbol = action.exports.get(`${action.title}${suffix}`);
    return symbol && program.checker.getDeclaredTypeOfSymbol(symbol);
  };

  it("is there", function () {
    expect(actions.length).to.be.at.least(140);
    expect(actions.filter(({ isWrite }) => isWrite).length).to.be.at.least(80);
  });

  it("has its function, and the types of its parameters, of what it returns and of its errors", function () {
    const wanted = ({ name, title }: Action) => [
      name,
      ...["Parameters", "ReturnType", "ErrorType"].map((s) => title + s),
    ];
    expectNone(faults((action) => wanted(action).filter((name) => !action.exports.has(name))));
  });

  it("that writes describes its call without sending it, and reads its events out of logs", function () {
    const missing = faults(({ exports, isWrite, name, title }) => {
      const wanted = [
        `${name}Call`,
        ...(name in WITHOUT_EVENTS ? [] : [`parse${title}Logs`, `Parse${title}LogsReturnType`]),
      ];
      return isWrite ? wanted.filter((one) => !exports.has(one)) : [];
    });
    expectNone(missing);
  });

  it("without a parser of events is one of those that have none", function () {
    const silent = actions.filter(({ exports, isWrite, title }) => isWrite && !exports.has(`parse${title}Logs`));
    expect(silent.map(({ name }) => name).sort()).to.deep.equal(Object.keys(WITHOUT_EVENTS).sort());
  });

  it("is documented, and so is each of its functions", function () {
    const undocumented = faults(({ exports }) =>
      [...exports.values()]
        .filter((symbol) => (symbol.flags & ts.SymbolFlags.Function) !== 0 && docOf(program, symbol) === "")
        .map(({ name }) => name),
    );
    expectNone(undocumented);
  });

  it("documents every member of its parameters and of what it returns", function () {
    const undocumented = faults((action) => {
      const types = ["Parameters", "ReturnType"].flatMap((suffix) => {
        const type = declared(action, suffix);
        return type ? [...membersOf(program, type, `${action.title}${suffix}`)] : [];
      });
      return types.filter(({ symbol }) => docOf(program, symbol) === "").map(({ path }) => path);
    });
    expectNone(undocumented);
  });

  it("says what each of its numbers counts", function () {
    const unclear = faults((action) => {
      const members = ["Parameters", "ReturnType"].flatMap((suffix) => {
        const type = declared(action, suffix);
        return type ? [...membersOf(program, type, `${action.title}${suffix}`)] : [];
      });
      return members
        .filter(({ type, symbol }) => countsSomething(program, type) && !UNIT.test(docOf(program, symbol)))
        .map(({ path, symbol }) => `${path}: ${docOf(program, symbol)}`);
    });
    expectNone(unclear);
  });

  it("says when it throws each error of its type, and names no other", function () {
    const wrong = faults((action) => {
      const type = declared(action, "ErrorType");
      const symbol = action.exports.get(action.name);
      if (!type || !symbol) return [];
      const named = errorsIn(program, type);
      const thrown = throwsOf(program, symbol);
      return [
        ...named.filter((name) => !thrown.some((one) => one.name === name)).map((name) => `no @throws {${name}}`),
        ...thrown.filter(({ when }) => when === "").map(({ name }) => `@throws {${name}} does not say when`),
        ...thrown
          .filter(({ name }) => ![...named, ...EVERYWHERE].includes(name))
          .map(({ name }) => `@throws {${name}} is not in its type`),
      ];
    });
    expectNone(wrong);
  });
});
