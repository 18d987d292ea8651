/** What the parts of the site are made of, and where they lie. */
import type { Heading } from "./markdown.ts";

/** A line of the search index. */
export type Found = {
  readonly title: string;
  /** From the site's root, with a slash. */
  readonly url: string;
  /** What it is: "action", "error", … */
  readonly kind: string;
  readonly text: string;
};

/** A page, but for what all pages have. Its links begin at the site's root: `/errors/index.html#…`. */
export type Page = {
  readonly url: string;
  readonly title: string;
  /** Where it belongs in the navigation. */
  readonly section: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  /** One sentence, for search engines. */
  readonly description: string;
  readonly found: readonly Found[];
};

/** Told of what is wrong with a source: names the file and the remedy. */
export type Report = (problem: string) => void;

/** Text of a comment as one line, for the index. */
export function firstSentence(text: string): string {
  const line = text
    .replace(/\{@?(?:link )?([^}]*)\}/g, "$1")
    .replaceAll("`", "")
    .replace(/\s+/g, " ")
    .trim();
  const [sentence = ""] = /^.*?\.(?=\s|$)/.exec(line) ?? [line];
  return sentence.length > 160 ? `${sentence.slice(0, 157)}…` : sentence;
}
