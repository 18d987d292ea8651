/** A page for every contract, from the NatSpec of its interface. */
import { codeBlock, escapeLine, escapeText, firstSentence, frontmatter, heading, table } from "../markdown.ts";
import { RULE_ITEM, linkNatspec, type Names } from "../names.ts";
import type { Contract, Kind, Part, Value } from "../natspec.ts";
import type { Action } from "../tsdoc/actions.ts";
import type { ErrorClass } from "../tsdoc/errors.ts";
import type { Page } from "./parts.ts";

/** What the SDK has for a contract. */
export type Sdk = { readonly actions: readonly Action[]; readonly errors: readonly ErrorClass[] };

const KINDS: readonly (readonly [Kind, string])[] = [
  ["function", "Functions"],
  ["event", "Events"],
  ["error", "Errors"],
  ["struct", "Structs"],
  ["enum", "Enums"],
];

/** Composes the page of a contract. */
export function contractPage(contract: Contract, names: Names, sdk: Sdk): Page {
  const { name, interface: full, title, notice, dev, extends: bases, parts, inherited } = contract;
  const seen = new Map<string, number>();
  const section = (part: Part) => {
    const before = seen.get(part.name) ?? 0;
    seen.set(part.name, before + 1);
    const id = before === 0 ? part.name : `${part.name}-${before}`;
    return heading(3, `\`${part.name}\``, id) + renderPart(part, contract, names, sdk);
  };
  const group = (plural: string, id: string, list: readonly Part[]) =>
    list.length === 0 ? "" : heading(2, plural, id) + list.map(section).join("");
  const taken = bases.length === 0 ? "" : ` With all of ${bases.map((base) => `\`${base}\``).join(" and ")}.`;
  const text = [
    frontmatter({ title: name, description: firstSentence(notice) }),
    heading(1, name, name),
    `${escapeLine(linkNatspec(notice, names, full))}\n\n`,
    `\`${full}\`${title === "" ? "" : ` — ${title.replace(/^\w+: /, "")}.`}${taken} Times are unix seconds, weights and prices WAD (1e18) unless said otherwise.\n\n`,
    dev === "" ? "" : heading(2, "What to know", "what-to-know") + renderDev(dev, names, full),
    ...KINDS.map(([kind, plural]) =>
      group(
        plural,
        plural.toLowerCase(),
        parts.filter((one) => one.kind === kind),
      ),
    ),
    group("From standards and libraries", "inherited", inherited),
  ].join("");
  return { path: `contracts/${name}`, title: name, text };
}

/** A list of all contracts. */
export function contractsPage(contracts: readonly Contract[]): Page {
  const about = { title: "Contracts", description: "What each contract does, by its interface." };
  const rows = contracts.map(({ name, notice }) => [`\`${name}\``, firstSentence(notice)]);
  const text = frontmatter(about) + heading(1, about.title, "contracts") + table(["Contract", "What it does"], rows);
  return { path: "contracts/index", title: about.title, text };
}

/** The comment of an interface; its rules can be linked to. */
function renderDev(dev: string, names: Names, contract: string): string {
  const mark = (_: string, rule: string) =>
    `- <a id="${rule.toLowerCase()}" href="#${rule.toLowerCase()}">${rule}</a> `;
  return `${escapeText(linkNatspec(dev, names, contract)).replace(RULE_ITEM, mark)}\n\n`;
}

function renderPart(part: Part, contract: Contract, names: Names, sdk: Sdk): string {
  const { kind, signature, notice, dev, inputs, outputs, declaredBy } = part;
  const shown = kind === "struct" ? inputs.filter(({ text }) => text !== "") : inputs;
  const paragraphs = [notice, dev].filter((text) => text !== "");
  return [
    codeBlock(signature, "solidity"),
    ...paragraphs.map((text) => `${escapeText(linkNatspec(text, names, declaredBy))}\n\n`),
    valueTable("Parameter", shown, names, declaredBy),
    kind === "function" ? valueTable("Returns", outputs, names, declaredBy) : "",
    renderSdk(part, contract, sdk),
    declaredBy === contract.interface ? "" : `From \`${declaredBy}\`.\n\n`,
  ].join("");
}

function valueTable(title: string, values: readonly Value[], names: Names, contract: string): string {
  if (!values.some(({ text }) => text !== "")) return "";
  const rows = values.map(({ name, type, text }) => {
    // `IMarkets.Order[]` is explained at its struct.
    const [, owner = contract, struct = ""] = /^(?:(\w+)\.)?([A-Z]\w*)/.exec(type) ?? [];
    const url = names.get(`${owner}.${struct}`);
    const linked = url === undefined ? `\`${type}\`` : `[\`${type}\`](${url})`;
    return [name === "" ? "" : `\`${name}\``, linked, escapeLine(linkNatspec(text, names, contract))];
  });
  return table([title, "Type", "What it is"], rows);
}

/** What the SDK has for a function or an error. */
function renderSdk({ kind, name }: Part, contract: Contract, { actions, errors }: Sdk): string {
  const calls = (action: Action) => action.calls.some((one) => one.contract === contract.name && one.name === name);
  const own = kind === "function" ? actions.filter(calls) : [];
  const classes = kind === "error" ? errors.filter(({ customErrors }) => customErrors.includes(name)) : [];
  const links = [...own, ...classes].map((one) => `\`${one.name}\``);
  return links.length === 0 ? "" : `In the SDK: ${links.join(", ")}.\n\n`;
}
