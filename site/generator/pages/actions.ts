/** A page for every action: what its author wrote, and what the code says. */
import { codeBlock, firstSentence, frontmatter, heading, table } from "../markdown.ts";
import { linkNatspec, type Names } from "../names.ts";
import type { Contracts, Part } from "../natspec.ts";
import type { Action, ContractFunction } from "../tsdoc/actions.ts";
import { cell, exportSection, memberTable, prose, thrownTable, type Page } from "./parts.ts";

/** What stands on a page before `## Usage`, its usage, and what comes after. */
type Written = { readonly intro: string; readonly usage: string; readonly rest: string };

function splitPage(text: string): Written {
  const [intro = "", ...sections] = text.replace(/^# .*\n/, "").split(/^(?=## )/m);
  const isUsage = (section: string) => /^## Usage\s*$/.test(section.split("\n")[0] ?? "");
  return { intro, usage: sections.filter(isUsage).join(""), rest: sections.filter((one) => !isUsage(one)).join("") };
}

/** Composes the page of an action from what its author wrote and what the code says. */
export function actionPage(action: Action, written: string, names: Names, contracts: Contracts): Page {
  const { name, area, main, call, parsers, others, decorated } = action;
  const { intro, usage, rest } = splitPage(written);
  const section = (title: string, text: string) =>
    text === "" ? "" : heading(2, title, title.toLowerCase().replaceAll(" ", "-")) + text;
  const client = decorated ? `Or \`client.${name}(…)\`, of a client extended with \`deepFundingActions\`.\n\n` : "";
  const text = [
    frontmatter({ title: name, description: firstSentence(main.comment.text) }),
    heading(1, name, name),
    `${intro.trim()}\n\n`,
    section("Import", codeBlock(`import { ${name} } from "deepfunding/actions";`, "ts") + client),
    `${usage.trim()}\n\n`,
    section("Parameters", memberTable(main.members, names)),
    section("Returns", returnsOf(action, names)),
    section("Errors", errorsOf(action, names)),
    ...(call ? [exportSection(call, names, 2, `The call: ${call.name}`)] : []),
    ...parsers.map((one) => exportSection(one, names, 2, `Events: ${one.name}`)),
    ...others.map((one) => exportSection(one, names, 2)),
    section(
      action.calls.length === 1 ? "Contract function" : "Contract functions",
      callsOf(action.calls, names, contracts),
    ),
    `${rest.trim()}\n`,
  ].join("");
  return { path: `actions/${area}/${name}`, title: name, text, group: area, groupUrl: `/actions/${area}/` };
}

/** A list of an area's actions. */
export function areaPage(area: string, actions: readonly Action[]): Page {
  const rows = actions.map(({ name, main }) => [`\`${name}\``, firstSentence(main.comment.text)]);
  const about = {
    title: `Actions: ${area}`,
    description: `What the SDK does with ${area}: ${actions.length} actions.`,
  };
  const text = frontmatter(about) + heading(1, about.title, area) + table(["Action", "What it does"], rows);
  return { path: `actions/${area}/index`, title: about.title, text };
}

function returnsOf({ main, returns }: Action, names: Names): string {
  const text = prose(main.comment.returns, names);
  if (!returns) return main.returns === "" ? text : codeBlock(main.returns, "ts") + text;
  const about = prose(returns.comment.text, names);
  if (returns.members.length > 0) return text + about + memberTable(returns.members, names);
  return codeBlock(returns.signature, "ts") + about + text;
}

/** The errors for an RPC that does not answer, by what it was asked. */
const UNANSWERED: Readonly<Record<string, string>> = {
  Read: "`RpcUnreachableError`",
  Write:
    "`RpcUnreachableError`; `NoContractError` where nothing is at the address; `SendUnansweredError` where it may have sent it all the same",
};

function errorsOf({ main, errors }: Action, names: Names): string {
  const rows = thrownTable(main.comment.throws, names);
  const common = errors && /\b(Read|Write)ErrorType\b/.exec(errors.signature)?.[1];
  if (common === undefined) return rows;
  return `${rows}${rows === "" ? "What" : "And what"} any ${common.toLowerCase()} may fail with: an RPC that does not answer (${UNANSWERED[common] ?? ""}), or viem's own errors. The type of all: \`${errors?.name ?? ""}\`.\n\n`;
}

/* CONTRACT FUNCTIONS */

const MOST_IN_FULL = 2;

function callsOf(calls: readonly ContractFunction[], names: Names, contracts: Contracts): string {
  const parts = calls.map((call) => ({ call, part: findPart(contracts, call) }));
  const label = ({ contract, name }: ContractFunction) => {
    const isOurs = names.has(`${contract}.${name}`) || names.has(contract);
    return isOurs ? `\`${contract}.${name}\`` : `The token's \`${name}\``;
  };
  const notice = (part: Part | undefined) =>
    part ? cell(linkNatspec(part.notice === "" ? part.dev : part.notice, names, part.declaredBy), names) : "";
  if (calls.length > MOST_IN_FULL) {
    return table(
      ["Function", "What it does"],
      parts.map(({ call, part }) => [label(call), notice(part)]),
    );
  }
  const inFull = parts.map(({ call, part }) => {
    const dev = part && part.notice !== "" ? linkNatspec(part.dev, names, part.declaredBy) : "";
    return `${label(call)} ${notice(part)}\n\n${part ? codeBlock(part.signature, "solidity") : ""}${prose(dev, names)}`;
  });
  return inFull.join("");
}

function findPart({ contracts }: Contracts, { contract, name }: ContractFunction): Part | undefined {
  const found = contracts.find((one) => one.name === contract);
  const bases = contracts.filter((one) => found?.extends.includes(one.interface));
  const parts = [...(found?.parts ?? []), ...(found?.inherited ?? []), ...bases.flatMap((base) => base.parts)];
  return parts.find((part) => part.kind === "function" && part.name === name);
}
