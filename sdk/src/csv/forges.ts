/** Where a host has its repositories: what of a path names one. */
type Forge = {
  /** Takes what names a repository from the parts of a path. */
  readonly repository: (parts: readonly string[]) => readonly string[];
  /** Whether upper and lower case make no difference to it. */
  readonly isCaseless?: boolean;
};

const OWNER_AND_NAME: Forge["repository"] = (parts) => parts.slice(0, 2);

/** Pages of a repository on GitLab, which has groups in groups: no project there is called so, and the first two are names. */
const GITLAB_PAGES = new Set(["-", "tree", "blob", "raw", "blame", "commits", "wikis", "issues", "merge_requests"]);

const FORGES = new Map(
  Object.entries<Forge>({
    "github.com": { repository: OWNER_AND_NAME, isCaseless: true },
    "bitbucket.org": { repository: OWNER_AND_NAME },
    "codeberg.org": { repository: OWNER_AND_NAME },
    "git.sr.ht": { repository: OWNER_AND_NAME },
    // A gist is known by its id, with or without its owner.
    "gist.github.com": { repository: ([first = "", second]) => [second ?? first] },
    "gitlab.com": {
      repository: (parts) => {
        const page = parts.findIndex((part, i) => i >= 2 && GITLAB_PAGES.has(part));
        return page < 0 ? parts : parts.slice(0, page);
      },
    },
  }),
);

/** Other addresses of the same repositories. */
const ALIASES = new Map(
  Object.entries({
    "ssh.github.com": "github.com",
    "raw.githubusercontent.com": "github.com",
    "codeload.github.com": "github.com",
    "altssh.gitlab.com": "gitlab.com",
    "altssh.bitbucket.org": "bitbucket.org",
  }),
);

/** Returns the host whose repositories are at this one, for instance at `ssh.github.com:443`. */
export function hostOf(host: string): string {
  const name = host.replace(/:\d+$/, "");
  const known = ALIASES.get(name) ?? name;
  return FORGES.has(known) ? known : host;
}

/**
 * Returns the part of a path that names a repository, without its `.git`; on a host that is not known, the whole path.
 * It is empty when the path names none.
 */
export function repositoryPath(host: string, pathname: string): string {
  const forge = FORGES.get(host);
  const parts = pathname.split("/").filter((part) => part !== "");
  const named = forge ? forge.repository(parts).map(normalised) : parts;
  const name = named.at(-1)?.replace(/(\.git)+$/i, "") ?? "";
  const path = [...named.slice(0, -1), ...(name === "" ? [] : [name])].join("/");
  return forge?.isCaseless ? path.toLowerCase() : path;
}

/** One spelling of what may be written with percent signs or without. */
function normalised(part: string): string {
  try {
    return encodeURI(decodeURI(part));
  } catch {
    return part;
  }
}
