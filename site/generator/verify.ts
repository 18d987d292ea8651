/** What must hold of every built page: ids are unique, and links lead somewhere, also to a place on a page. */
import { posix } from "node:path";

const TAG = /<[a-zA-Z][\w-]*((?:\s+[\w:@-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;

/** Checks the pages of a site, by their paths from its root; `files` are the others. Returns what is wrong, a line each. */
export function verifySite(pages: ReadonlyMap<string, string>, files: ReadonlySet<string>): string[] {
  const ids = new Map([...pages].map(([path, html]) => [path, attributesOf(html, /^id$/)] as const));
  const anchors = new Map([...ids].map(([path, list]) => [path, new Set(list)] as const));
  return [...pages].flatMap(([path, html]) => {
    const list = ids.get(path) ?? [];
    const links = new Set(attributesOf(html, /^(href|src)$/).map((href) => href.replaceAll("&amp;", "&")));
    return [
      ...new Set(
        list.filter((id, i) => list.indexOf(id) !== i).map((id) => `${path}: two elements have the id "${id}".`),
      ),
      ...[...links].flatMap((href) => faultOf(path, href, anchors, files) ?? []),
    ];
  });
}

function attributesOf(html: string, wanted: RegExp): string[] {
  const text = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, "").replace(/<!--[\s\S]*?-->/g, "");
  return [...text.matchAll(TAG)].flatMap(([, attributes = ""]) =>
    [...attributes.matchAll(/\s([\w:-]+)="([^"]*)"/g)].flatMap(([, name = "", value = ""]) =>
      wanted.test(name) ? [value] : [],
    ),
  );
}

function faultOf(
  from: string,
  href: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  files: ReadonlySet<string>,
): string | undefined {
  if (/^(https?:|mailto:|data:)/.test(href)) return undefined;
  const [path = "", anchor = ""] = href.split("#");
  const joined = path === "" ? from : posix.join(path.startsWith("/") ? "" : posix.dirname(from), path);
  const target = decodeURIComponent(joined.replace(/^\//, "").replace(/(^|\/)$/, "$1index.html"));
  const page = anchors.get(target);
  if (page === undefined) return files.has(target) ? undefined : `${from}: the link "${href}" leads nowhere.`;
  if (anchor === "" || page.has(decodeURIComponent(anchor))) return undefined;
  return `${from}: the link "${href}" names a place that ${target} does not have.`;
}
