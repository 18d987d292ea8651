/** What must hold of every page: tags are closed, ids are unique, links lead somewhere. */
import { posix } from "node:path";

const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/g;

/** Checks the files of a site, by their paths from its root. Returns what is wrong, a line each. */
export function verifySite(pages: ReadonlyMap<string, string>, files: ReadonlySet<string>): string[] {
  const ids = new Map([...pages].map(([path, html]) => [path, idsOf(html)] as const));
  const anchors = new Map([...ids].map(([path, list]) => [path, new Set(list)] as const));
  return [...pages].flatMap(([path, html]) => [
    ...unbalanced(html).map((problem) => `${path}: ${problem}`),
    ...repeated(ids.get(path) ?? []).map((id) => `${path}: two elements have the id "${id}".`),
    ...linksOf(html).flatMap((href) => {
      const problem = brokenLink(path, href, anchors, files);
      return problem === undefined ? [] : [`${path}: ${problem}`];
    }),
  ]);
}

function withoutScripts(html: string): string {
  return html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "<$1></$1>").replace(/<!--[\s\S]*?-->/g, "");
}

function unbalanced(html: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = "", , selfClosing] of withoutScripts(html).matchAll(TAG)) {
    if (selfClosing === "/" || VOID.has(name)) continue;
    if (closing !== "/") open.push(name);
    else if (open.pop() !== name) return [`</${name}> closes what is not open.`];
  }
  return open.length === 0 ? [] : [`<${open.at(-1) ?? ""}> is not closed.`];
}

function attributesOf(html: string, wanted: RegExp): string[] {
  return [...withoutScripts(html).matchAll(TAG)].flatMap(([, , , attributes = ""]) =>
    [...attributes.matchAll(/\s([\w:-]+)="([^"]*)"/g)].flatMap(([, name = "", value = ""]) =>
      wanted.test(name) ? [value] : [],
    ),
  );
}

function idsOf(html: string): string[] {
  return attributesOf(html, /^id$/);
}

function linksOf(html: string): string[] {
  return [...new Set(attributesOf(html, /^(href|src)$/))].map((href) => href.replaceAll("&amp;", "&"));
}

function repeated(list: readonly string[]): string[] {
  return [...new Set(list.filter((one, i) => list.indexOf(one) !== i))];
}

function brokenLink(
  from: string,
  href: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
): string | undefined {
  if (/^(https?:|mailto:)/.test(href)) return undefined;
  const [path = "", anchor] = href.split("#");
  const target = path === "" ? from : posix.join(posix.dirname(from), path);
  const page = anchors.get(target);
  if (page === undefined) return files.has(target) ? undefined : `the link "${href}" leads nowhere.`;
  if (anchor === undefined || anchor === "" || page.has(decodeURIComponent(anchor))) return undefined;
  return `the link "${href}" names a place that ${target} does not have.`;
}
