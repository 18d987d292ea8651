/** Where everything that has a name is explained. */
import type { Contract, Contracts } from "./natspec.ts";
import type { Module } from "./modules.ts";
import type { References } from "./markdown.ts";
import type { Action } from "./tsdoc/actions.ts";
import type { Export } from "./tsdoc/api.ts";
import type { ErrorClass } from "./tsdoc/errors.ts";
import { escapeXml } from "../utils/svg.ts";

export type Names = {
  /** An export of the SDK, as seen from a file: of equal names the one of the same file wins, then that of an action. */
  readonly ofExport: (name: string, file?: string) => string | undefined;
  /** The same for words in running text: in lower case they may mean anything but an action. */
  readonly ofCode: (code: string, file?: string) => string | undefined;
  /** A part of a contract, by the contract's name with or without its I. */
  readonly ofPart: (contract: string, part: string) => string | undefined;
  readonly ofRule: (rule: string) => string | undefined;
};

export const ERRORS_URL = "/errors/index.html";

export function actionUrl({ area, name }: { readonly area: string; readonly name: string }): string {
  return `/actions/${area}/${name}.html`;
}

export function contractUrl(name: string): string {
  return `/contracts/${name.replace(/^I(?=[A-Z])/, "")}.html`;
}

export function moduleUrl(subpath: string): string {
  return `/api/${subpath === "" ? "deepfunding" : subpath.replaceAll("/", "-")}.html`;
}

/** `- MK-2 …` in an interface's comment states a rule. */
export function rulesOf(dev: string): string[] {
  return [...dev.matchAll(/^- ([A-Z]{2}-\d+) /gm)].map(([, rule = ""]) => rule);
}

/** Collects the names of everything that has a page, or a place on one. */
export function collectNames(
  actions: readonly Action[],
  modules: readonly Module[],
  errors: readonly ErrorClass[],
  { contracts }: Contracts,
): Names {
  // Later ones win: actions are what most mean.
  const exports = [...namesOfModules(modules), ...namesOfErrors(errors), ...actions.flatMap(namesOfAction)];
  const byFile = new Map(exports.map(({ name, file, url }) => [`${file} ${name}`, url]));
  const byName = new Map(exports.map(({ name, url }) => [name, url]));
  const parts = new Map(contracts.flatMap((contract) => namesOfContract(contract, contracts)));
  const rules = new Map(
    contracts.flatMap(({ name, dev }) =>
      rulesOf(dev).map((rule) => [rule, `${contractUrl(name)}#${rule.toLowerCase()}`] as const),
    ),
  );
  const ofExport: Names["ofExport"] = (name, file) => byFile.get(`${file ?? ""} ${name}`) ?? byName.get(name);
  const actionNames = new Set(actions.map(({ name }) => name));
  return {
    ofExport,
    ofCode: (code, file) => (/[A-Z]/.test(code) || actionNames.has(code) ? ofExport(code, file) : undefined),
    ofPart: (contract, part) => parts.get(part === "" ? contract : `${contract}-${part}`),
    ofRule: (rule) => rules.get(rule),
  };
}

type Place = { readonly name: string; readonly file: string; readonly url: string };

function namesOfModules(modules: readonly Module[]): Place[] {
  return modules.flatMap(({ entry, exports }) =>
    exports.map(({ name, file }) => ({ name, file, url: `${moduleUrl(entry.subpath)}#${name}` })),
  );
}

function namesOfErrors(errors: readonly ErrorClass[]): Place[] {
  return errors.map(({ name, declared }) => ({
    name,
    file: declared.file,
    url: `${ERRORS_URL}#${name.toLowerCase()}`,
  }));
}

function namesOfAction(action: Action): Place[] {
  const { name, file, parameters, returns, errors, call, parsers, others } = action;
  const url = actionUrl(action);
  const known = (list: readonly (Export | undefined)[]) => list.filter((one) => one !== undefined);
  return [
    ...known([parameters, returns, errors]).map((one) => ({ name: one.name, file: one.file, url })),
    ...known([call, ...parsers, ...others]).map((one) => ({
      name: one.name,
      file: one.file,
      url: `${url}#${one.name}`,
    })),
    { name, file, url },
  ];
}

/** Parts under the contract's name with and without its I; those of its bases lead to their pages. */
function namesOfContract(contract: Contract, contracts: readonly Contract[]): [string, string][] {
  const { name, interface: full, parts, inherited } = contract;
  const bases = contracts.filter((one) => contract.extends.includes(one.interface));
  const places = [
    ...bases.flatMap((base) => base.parts.map((part) => [part.name, contractUrl(base.name)] as const)),
    ...[...parts, ...inherited].map((part) => [part.name, contractUrl(name)] as const),
  ];
  return [name, full].flatMap((key): [string, string][] => [
    [key, contractUrl(name)],
    ...places.map(([part, url]): [string, string] => [`${key}-${part}`, `${url}#${part}`]),
  ]);
}

/* TEXTS */

/** Turns `{@link name}` of TSDoc into links. */
export function linkTsdoc(text: string, names: Names, file?: string): string {
  return text.replace(/\{@link\s+([\w.]+)(?:\s*\|?\s*([^}]+))?\}/g, (_, name: string, label?: string) => {
    const url = names.ofExport(name, file);
    const shown = label?.trim() ?? `\`${name}\``;
    return url === undefined ? shown : `[${shown}](${url})`;
  });
}

/** Turns `{trade}` and `{IMarkets-trade}` of NatSpec into links. */
export function linkNatspec(text: string, names: Names, contract: string): string {
  return text.replace(/\{(?:(\w+)-)?(\w+)\}/g, (whole: string, other: string | undefined, name: string) => {
    const url = names.ofPart(other ?? contract, name) ?? (other === undefined ? names.ofPart(name, "") : undefined);
    const shown = `\`${other === undefined ? name : `${other}.${name}`}\``;
    if (url === undefined) return /^[a-z0-9]$/.test(name) ? whole : shown;
    return `[${shown}](${url})`;
  });
}

/** What code in comments of the SDK refers to. */
export function sdkReferences(names: Names, file?: string): References {
  return { code: (code) => names.ofCode(code, file), rule: names.ofRule };
}

/** A type as HTML, with links from the types that are explained. */
export function linkType(type: string, names: Names, file?: string): string {
  const html = escapeXml(type).replace(/\b[A-Z]\w+\b/g, (name) => {
    const url = names.ofExport(name, file);
    return url === undefined ? name : `<a href="${url}">${name}</a>`;
  });
  return `<code>${html}</code>`;
}
