/** The SDK's actions: one file each, and what the file exports besides. */
import { basename, dirname } from "node:path";
import ts from "typescript";

import type { Api, Export } from "./api.ts";

/** A function of a contract that an action calls. */
export type ContractFunction = { readonly contract: string; readonly name: string };

export type Action = {
  readonly name: string;
  /** Folder: `markets`, `jury`, … */
  readonly area: string;
  readonly file: string;
  readonly main: Export;
  /** `XParameters`, unless the action takes none. */
  readonly parameters: Export | undefined;
  /** `XReturnType`. */
  readonly returns: Export | undefined;
  /** `XErrorType`. */
  readonly errors: Export | undefined;
  /** `xCall`, for those that send. */
  readonly call: Export | undefined;
  /** `parseXLogs`, for those that emit. */
  readonly parsers: readonly Export[];
  /** Everything else that its file exports. */
  readonly others: readonly Export[];
  readonly calls: readonly ContractFunction[];
  /** Whether `client.extend(deepFundingActions(…))` has it. */
  readonly decorated: boolean;
};

/** Actions of one contract function are below `actions/`; those that compose several have rooms of their own. */
const PLACE = /^sdk\/src\/(?:actions\/\w+|account|history|sending|status|watch)\/\w+\.ts$/;

/** Whether something that `deepfunding/actions` exports is in the file of an action: its page tells it. */
export function isOfAction({ file }: Export): boolean {
  return PLACE.test(file);
}

/** Returns the actions, by area and name. `report` is told of a file without its action. */
export function readActions(api: Api, report: (problem: string) => void): Action[] {
  const exports = api.entries.find(({ subpath }) => subpath === "actions")?.exports ?? [];
  const decorator = api.files.get("sdk/src/client/decorator.ts")?.text ?? "";
  const files = new Set(exports.filter(isOfAction).map(({ file }) => file));
  return [...files].sort().flatMap((file): Action[] => {
    const all = exports.filter((one) => one.file === file);
    const action = toAction(file, all, decorator, api.files.get(file));
    if (action === undefined)
      report(`${file} exports no function ${basename(file, ".ts")}: a file of an action has its name.`);
    return action === undefined ? [] : [action];
  });
}

function toAction(
  file: string,
  all: readonly Export[],
  decorator: string,
  source: ts.SourceFile | undefined,
): Action | undefined {
  const name = basename(file, ".ts");
  const main = all.find((one) => one.name === name && one.kind === "function");
  if (main === undefined) return undefined;
  const title = (name[0] ?? "").toUpperCase() + name.slice(1);
  const find = (wanted: string) => all.find((one) => one.name === wanted);
  const known = {
    parameters: find(`${title}Parameters`),
    returns: find(`${title}ReturnType`),
    errors: find(`${title}ErrorType`),
    call: find(`${name}Call`),
  };
  const parsers = all.filter((one) => one.kind === "function" && /^parse\w+Logs$/.test(one.name));
  const parsed = new Set(parsers.map((one) => `P${one.name.slice(1)}ReturnType`));
  const told = new Set<Export | undefined>([main, ...parsers, ...Object.values(known)]);
  return {
    name,
    area: basename(dirname(file)),
    file,
    main,
    ...known,
    parsers,
    others: all.filter((one) => !told.has(one) && !parsed.has(one.name)),
    calls: source === undefined ? [] : findCalls(source),
    decorated: new RegExp(`\\b${name}: `).test(decorator),
  };
}

/** Finds the objects that viem takes, `{ abi: marketsAbi, functionName: "trade", … }`. */
function findCalls(source: ts.SourceFile): ContractFunction[] {
  const found = new Map<string, ContractFunction>();
  const abis: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      if (node.name.getText() === "abi") abis.push(node.initializer.getText());
      if (node.name.getText() === "functionName" && ts.isStringLiteral(node.initializer)) {
        const abi = abiOf(node.parent) ?? abis[0];
        const name = node.initializer.text;
        if (abi !== undefined) found.set(`${abi} ${name}`, { contract: contractOf(abi), name });
      }
    }
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === "abi") abis.push("abi");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values()];
}

/** The ABI of one object; if it takes that over from another, the file's only one does. */
function abiOf(object: ts.ObjectLiteralExpression): string | undefined {
  const property = object.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === "abi");
  return property && ts.isPropertyAssignment(property) ? property.initializer.getText() : undefined;
}

/** `marketsAbi` is that of `Markets`; `erc20Abi` is nobody's here. */
function contractOf(abi: string): string {
  const name = abi.replace(/Abi$/, "");
  return (name[0] ?? "").toUpperCase() + name.slice(1);
}
