import { InvalidProjectError } from "../errors/csv.ts";

import { hostOf, repositoryPath } from "./forges.ts";

const LABEL = /^[\w:.-]+$/;
const HOSTNAME = "[\\w-]+(?:\\.[\\w-]+)+";
/** `github:owner/name`, and what npm writes so of other hosts; what stands before an @ is whose password it is. */
const SHORTCUT = /^(github|gitlab|bitbucket|gist|sourcehut):(?!\/\/)\/*(?:[^@]*@)?(.+)$/i;
const SHORTCUT_HOSTS: Readonly<Record<string, string>> = {
  github: "github.com",
  gitlab: "gitlab.com",
  bitbucket: "bitbucket.org",
  gist: "gist.github.com",
  sourcehut: "git.sr.ht",
};
const SCHEME = /^(?:git\+)?(?:(https?):\/*|(ssh|git):\/\/)(?:[^@/]*@)?/i;
const DEFAULT_PORTS: Readonly<Record<string, string>> = { https: "443", http: "80", ssh: "22", git: "9418" };
/** `git@host:owner/name`, as ssh and scp have it; without a user, digits after the colon are a port. */
const SCP = new RegExp(`^(?:[^@/\\s]*@(${HOSTNAME})|(${HOSTNAME})(?!:\\d)):(?!//)(.+)$`);
const USER = new RegExp(`^[^@/\\s]+@(?=${HOSTNAME}/)`);
const HOST = new RegExp(`^${HOSTNAME}(:\\d+)?/`);
const BARE = /^[\w-]+\/[\w.-]+\/?$/;

/**
 * Returns the one spelling of a project's name, so that URL and case variants of one project are one project.
 *
 * A URL becomes `https://host/path`: no `www.`, credentials, default port, query, fragment, trailing slash or `.git`; the
 * host in lower case, on github.com the path too (other hosts tell cases apart). On hosts that are known, what follows a
 * repository's name (`/tree/main`, `/issues`) is left out: one repository is one project. `git+https://`, `git://`,
 * `ssh://`, `git@host:owner/name`, `github:owner/name` and `host/owner/name` are URLs; a bare `owner/name` is one on
 * github.com. A single word, such as `ethereum`, is a label and becomes lower case.
 * @param name What a person writes, or a package manifest.
 * @throws {InvalidProjectError} when it is empty or cannot be a URL.
 */
export function canonicalProject(name: string): string {
  const trimmed = name.trim();
  if (LABEL.test(trimmed) && !SHORTCUT.test(trimmed) && !SCP.test(trimmed)) return trimmed.toLowerCase();
  const [text = ""] = trimmed.split("#");
  const url = parseUrl(withScheme(text));
  if (url === undefined || url.hostname === "") throw new InvalidProjectError({ text: name });

  const host = hostOf(url.host.replace(/^www\./, ""));
  const path = repositoryPath(host, url.pathname);
  if (path === "") throw new InvalidProjectError({ text: name });
  return `https://${host}/${path}`;
}

/** One scheme for all: only for http(s) does URL parse hosts in lower case. */
function withScheme(text: string): string {
  return fromShortcut(text) ?? fromUrl(text) ?? fromScp(text) ?? fromPath(text);
}

function fromShortcut(text: string): string | undefined {
  const [, type = "", rest = ""] = SHORTCUT.exec(text) ?? [];
  const host = SHORTCUT_HOSTS[type.toLowerCase()];
  return host === undefined ? undefined : `https://${host}/${rest}`;
}

function fromUrl(text: string): string | undefined {
  const [start, web, other = ""] = SCHEME.exec(text) ?? [];
  return start === undefined ? undefined : withoutPort(text.slice(start.length), (web ?? other).toLowerCase());
}

function fromScp(text: string): string | undefined {
  const [, ofUser, bare, path] = SCP.exec(text) ?? [];
  const host = ofUser ?? bare;
  // scp knows no ports, but people write them.
  return host && path && `https://${host}/${path.replace(/^\d+\/(?=[^/]+\/[^/])/, "")}`;
}

function fromPath(text: string): string {
  if (BARE.test(text) && !HOST.test(text)) return `https://github.com/${text}`;
  const named = text.replace(USER, "");
  return HOST.test(named) ? `https://${named}` : "";
}

/** A URL without the port that its scheme implies; what is no port after the host's colon is the path, as scp has it. */
function withoutPort(address: string, scheme: string): string {
  const [, host, port, rest = ""] = /^([^/:]*):(\d*)(?=\/|$)(.*)$/.exec(address) ?? [];
  if (host === undefined) return `https://${address.replace(/^([^/:]+):/, "$1/")}`;
  return `https://${host}${port === "" || port === DEFAULT_PORTS[scheme] ? "" : `:${port}`}${rest}`;
}

function parseUrl(text: string): URL | undefined {
  return !/\s/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}
