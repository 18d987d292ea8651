/** Where everything that has a name is explained, and how texts come to link there. */
import type { Contract, Contracts } from "./natspec.ts";
import type { Action } from "./tsdoc/actions.ts";
import type { Export } from "./tsdoc/api.ts";
import type { ErrorClass } from "./tsdoc/errors.ts";

/** Pages, with their places, by what stands in code: `trade`, `Markets.trade`, `Markets_Closed`; and by rule, `MK-2`. */
export type Names = ReadonlyMap<string, string>;

export function actionUrl({ area, name }: { readonly area: string; readonly name: string }): string {
  return `/actions/${area}/${name}.html`;
}

export function contractUrl(name: string): string {
  return `/contracts/${name.replace(/^I(?=[A-Z])/, "")}.html`;
}

export function errorUrl(name: string): string {
  return `/errors/${name}.html`;
}

/** `- MK-2 …` in an interface's comment states a rule. */
export const RULE_ITEM = /^- ([A-Z]{2}-\d+) /gm;

/** Collects the names; `exports` are the pages of the package's other exports, by name. */
export function collectNames(
  exports: ReadonlyMap<string, string>,
  errors: readonly ErrorClass[],
  actions: readonly Action[],
  { contracts, errors: customErrors }: Contracts,
): Names {
  // Later ones win: actions are what most mean.
  return new Map([
    // In lower case a word in running text may mean anything but an action.
    ...[...exports].filter(([name]) => /[A-Z]/.test(name)),
    ...contracts.flatMap(namesOfContract),
    ...[...customErrors].flatMap(([name, { declaredBy }]) => {
      const holder = contracts.find((one) => one.interface === declaredBy);
      return holder ? [[name, `${contractUrl(holder.name)}#${name}`] as const] : [];
    }),
    ...errors.map(({ name }) => [name, errorUrl(name)] as const),
    ...actions.flatMap(namesOfAction),
  ]);
}

function namesOfAction(action: Action): (readonly [string, string])[] {
  const url = actionUrl(action);
  const { name, parameters, returns, errors, call, parsers, others } = action;
  const known = (list: readonly (Export | undefined)[]) => list.filter((one) => one !== undefined);
  return [
    ...known([parameters, returns, errors]).map((one) => [one.name, url] as const),
    ...known([call, ...parsers, ...others]).map((one) => [one.name, `${url}#${one.name}`] as const),
    [name, url],
  ];
}

/** Its parts under the contract's name, with and without its I. */
function namesOfContract({ name, interface: full, parts, inherited, dev }: Contract): (readonly [string, string])[] {
  const url = contractUrl(name);
  return [
    ...[name, full].flatMap((key) => [
      [key, url] as const,
      ...[...inherited, ...parts].map((part) => [`${key}.${part.name}`, `${url}#${part.name}`] as const),
    ]),
    ...[...dev.matchAll(RULE_ITEM)].map(([, rule = ""]) => [rule, `${url}#${rule.toLowerCase()}`] as const),
  ];
}

/** Turns `{@link name}` of TSDoc into code, which links itself, or into a link where it has a label. */
export function linkTsdoc(text: string, names: Names): string {
  return text.replace(/\{@link\s+([\w.]+)(?:\s*\|?\s*([^}]+))?\}/g, (_, name: string, label?: string) => {
    const url = names.get(name);
    if (label === undefined) return `\`${name}\``;
    return url === undefined ? label.trim() : `[${label.trim()}](${url})`;
  });
}

/** Turns `{trade}` and `{IMarkets-trade}` of NatSpec into links; `contract` is where they stand. */
export function linkNatspec(text: string, names: Names, contract: string): string {
  return text.replace(/\{(?:(\w+)-)?(\w+)\}/g, (whole: string, other: string | undefined, name: string) => {
    const url = names.get(`${other ?? contract}.${name}`) ?? (other === undefined ? names.get(name) : undefined);
    if (url === undefined && /^[a-z0-9]$/.test(name)) return whole;
    const shown = `\`${other === undefined ? name : `${other}.${name}`}\``;
    return url === undefined ? shown : `[${shown}](${url})`;
  });
}
