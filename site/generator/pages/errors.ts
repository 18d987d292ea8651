/** A page for every error: what is wrong, what to do next, and what stands behind it. */
import { basename } from "node:path";

import { codeBlock, escapeLine, firstSentence, frontmatter, heading, table } from "../markdown.ts";
import { linkNatspec, type Names } from "../names.ts";
import type { Contracts } from "../natspec.ts";
import type { Export } from "../tsdoc/api.ts";
import type { ErrorClass } from "../tsdoc/errors.ts";
import { cell, prose, type Page } from "./parts.ts";

/** What an error is about: the file that has it. */
function groupOf({ declared: { file } }: ErrorClass): { readonly title: string; readonly id: string } {
  const base = basename(file, ".ts");
  const words = base.replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  const title = base.length === 3 ? base.toUpperCase() : `${(words[0] ?? "").toUpperCase()}${words.slice(1)}`;
  const isCustom = file.includes("/contracts/");
  return { title: isCustom ? `${title}: custom errors` : title, id: `${isCustom ? "contracts-" : ""}${base}-errors` };
}

/** Composes the page of an error. `throwers` are all functions that may throw one. */
export function errorPage(error: ErrorClass, throwers: readonly Export[], names: Names, contracts: Contracts): Page {
  const { name, message, remedies, declared, customErrors } = error;
  const thrownBy = throwers.filter((one) => one.comment.throws.some((thrown) => thrown.error === name));
  const by = [...new Set(thrownBy.map((one) => `\`${one.name}\``))];
  const text = [
    frontmatter({ title: name, description: message === "" ? firstSentence(declared.comment.text) : message }),
    heading(1, name, name.toLowerCase()),
    message === "" ? "" : `> ${escapeLine(message)}\n\n`,
    prose(declared.comment.text, names),
    remedies.length === 0 ? "" : heading(2, "What to do", "remedy"),
    ...remedies.map((one) => `${cell(one, names)}\n\n`),
    ...customErrors.map((custom) => behind(custom, names, contracts)),
    by.length === 0 ? "" : `${heading(2, "Thrown by", "thrown-by")}${by.join(", ")}\n\n`,
    /\{\w/.test(message + remedies.join("")) ? "Words in braces stand for values.\n" : "",
  ].join("");
  const { title: group, id } = groupOf(error);
  return { path: `errors/${name}`, title: name, text, group, groupUrl: `/errors/#${id}` };
}

function behind(custom: string, names: Names, { errors }: Contracts): string {
  const part = errors.get(custom);
  const title = heading(2, `Behind it: \`${custom}\``, custom);
  if (part === undefined) return title;
  const text = part.notice === "" ? part.dev : part.notice;
  return `${title}In \`${part.declaredBy}\`: ${cell(linkNatspec(text, names, part.declaredBy), names)}\n\n${codeBlock(part.signature, "solidity")}`;
}

/** A list of all errors, each at the place that `docsPath` names: `/errors#marketsclosederror`. */
export function errorsPage(errors: readonly ErrorClass[]): Page {
  const about = { title: "Errors", description: "Every error of the SDK, and what to do about it." };
  const groups = [...Map.groupBy(errors, (error) => groupOf(error).id)].map(([id, list]) => {
    const [{ title } = { title: id }] = list.map(groupOf);
    const rows = list.map(({ name, message, declared }) => [
      `<a id="${name.toLowerCase()}"></a>\`${name}\``,
      escapeLine(message === "" ? firstSentence(declared.comment.text) : message),
    ]);
    return heading(2, title, id) + table(["Error", "What it says"], rows);
  });
  const intro =
    "Everything that the SDK throws on purpose. Each page says what is wrong, what to do next, the contract's error behind it, and the actions that throw it.\n\n";
  const text = frontmatter(about) + heading(1, about.title, "errors") + intro + groups.join("");
  return { path: "errors/index", title: about.title, text };
}
