import { InvalidProjectError } from "../errors/csv.ts";

const SCP = /^(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/|\d)(.+)$/;
const BARE = /^[\w-]+\/[\w.-]+\/?$/;
const HOST = /^[\w-]+(\.[\w-]+)+(:\d+)?\//;
const SCHEME = /^(?:git\+)?(?:https?|ssh|git):\/\//i;

/**
 * Returns the one spelling of a project's name, so that URL and case variants of one project are one project.
 *
 * A URL becomes `https://host/path`: no `www.`, credentials, query, fragment, trailing slash or `.git`; the host in
 * lower case, on github.com the path too (other hosts tell cases apart). `git+https://`, `git://`, `ssh://`,
 * `git@host:owner/name` and `host/owner/name` are URLs; a bare `owner/name` is one on github.com. A single word, such
 * as `ethereum`, is a label and becomes lower case.
 * @param name What a person writes, or a package manifest.
 * @throws {InvalidProjectError} when it is empty or cannot be a URL.
 */
export function canonicalProject(name: string): string {
  const text = name.trim();
  if (/^[\w:.-]+$/.test(text) && !SCP.test(text)) return text.toLowerCase();
  const url = parseUrl(withScheme(text));
  if (url === undefined || url.hostname === "") throw new InvalidProjectError({ text: name });

  const host = url.host.replace(/^www\./, "");
  const path = url.pathname.split("/").filter((part) => part !== "");
  const joined = path.join("/").replace(/\.git$/i, "");
  if (joined === "") throw new InvalidProjectError({ text: name });
  return `https://${host}/${host === "github.com" ? joined.toLowerCase() : joined}`;
}

function withScheme(text: string): string {
  // One scheme for all: only for http(s) does URL parse hosts in lower case and drop default ports.
  if (SCHEME.test(text)) return text.replace(SCHEME, "https://");
  const [, host, path] = SCP.exec(text) ?? [];
  if (host !== undefined && path !== undefined) return `https://${host}/${path}`;
  if (BARE.test(text)) return `https://github.com/${text}`;
  return HOST.test(text) ? `https://${text}` : "";
}

function parseUrl(text: string): URL | undefined {
  return !/\s/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
