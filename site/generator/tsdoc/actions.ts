/** The SDK's actions: one file each, and what the file exports besides. */
import { basename, dirname } from "node:path";
import ts from "typescript";

import type { Entry, Export } from "./api.ts";

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

/** Returns the actions, by area and name. `report` is told of a file of actions that has none of its name. */
export function readActions(entries: readonly Entry[], report: (problem: string) => void): Action[] {
  const exports = entries.find(({ subpath }) => subpath === "actions")?.exports ?? [];
  const all = entries.flatMap((entry) => entry.exports);
  const decorator = all.find(({ name }) => name === "deepFundingActions")?.declaration.getSourceFile().text ?? "";
  const actions = [...actionFiles(entries)].sort().flatMap((file): Action[] => {
    const action = toAction(
      file,
      exports.filter((one) => one.file === file),
      decorator,
    );
    if (action) return [action];
    report(`${file} exports no function ${basename(file, ".ts")}: a file of an action has its name.`);
    return [];
  });
  return actions.sort((a, b) => `${a.area}/${a.name}`.localeCompare(`${b.area}/${b.name}`, "en"));
}

/** Files whose exports are told on the page of their action. */
export function actionFiles(entries: readonly Entry[]): ReadonlySet<string> {
  const exports = entries.find(({ subpath }) => subpath === "actions")?.exports ?? [];
  return new Set(exports.filter(takesClient).map(({ file }) => file));
}

/** Whether it is a function of a client, wherever in the SDK it lies. */
function takesClient({ declaration }: Export): boolean {
  const [first] = ts.isFunctionDeclaration(declaration) ? declaration.parameters : [];
  return /^_?client$/.test(first?.name.getText() ?? "");
}

function toAction(file: string, all: readonly Export[], decorated: string): Action | undefined {
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
    calls: findCalls(main.declaration.getSourceFile()),
    decorated: new RegExp(`\\b${name}\\b`).test(decorated),
  };
}

/** Finds what viem is called with, `{ abi: marketsAbi, functionName: "trade", … }`, in a file. */
function findCalls({ text }: ts.SourceFile): ContractFunction[] {
  const abis = [...text.matchAll(/\babi: (\w+)/g)].map(({ 1: abi = "", index }) => ({ abi, index }));
  const calls = [...text.matchAll(/\bfunctionName: "(\w+)"/g)].flatMap(({ 1: name = "", index }) => {
    // Of the same object; if it takes the ABI over from another, the file's only one.
    const { abi } = abis.find((one) => isSameObject(text, one.index, index)) ?? abis[0] ?? {};
    return abi === undefined ? [] : [{ contract: contractOf(abi), name }];
  });
  return [...new Map(calls.map((call) => [`${call.contract} ${call.name}`, call])).values()];
}

function isSameObject(text: string, a: number, b: number): boolean {
  return !/[{}]/.test(text.slice(Math.min(a, b), Math.max(a, b)));
}

/** `marketsAbi` is that of `Markets`; `erc20Abi` is nobody's here. */
function contractOf(abi: string): string {
  const name = abi.replace(/Abi$/, "");
  return (name[0] ?? "").toUpperCase() + name.slice(1);
}
