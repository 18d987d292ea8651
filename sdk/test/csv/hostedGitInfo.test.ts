import { expect } from "chai";
import fc from "fast-check";
import hostedGitInfo from "hosted-git-info";

import { canonicalProject } from "../../src/csv/index.ts";

/** A repository on a host that npm knows, and the ways in which people and tools write it. */
const HOSTS = [
  { type: "github", domain: "github.com", owner: "" },
  { type: "gitlab", domain: "gitlab.com", owner: "" },
  { type: "bitbucket", domain: "bitbucket.org", owner: "" },
  { type: "sourcehut", domain: "git.sr.ht", owner: "~" },
] as const;
const BEFORE_PATH = [
  (domain: string) => `https://${domain}/`,
  (domain: string) => `https://www.${domain}/`,
  (domain: string) => `https://user:secret@${domain}/`,
  (domain: string) => `http://${domain}/`,
  (domain: string) => `git://${domain}/`,
  (domain: string) => `git+https://${domain}/`,
  (domain: string) => `git+https://token@${domain}/`,
  (domain: string) => `git+ssh://git@${domain}/`,
  (domain: string) => `git+ssh://git@${domain}:`,
  (domain: string) => `git+ssh://git@${domain}:22/`,
  (domain: string) => `ssh://git@${domain}/`,
  (domain: string) => `ssh://git@${domain}:`,
  (domain: string) => `ssh://git@${domain}:22/`,
  (domain: string) => `git@${domain}:`,
  (domain: string) => `git@${domain}/`,
  (domain: string) => `user:secret@${domain}:`,
  (_: string, type: string) => `${type}:`,
  (_: string, type: string) => `${type}:user:secret@`,
  () => "",
] as const;
const AFTER_PATH = [
  "",
  ".git",
  "#main",
  ".git#main",
  "#semver:^1.0.0",
  ".git#feature/x",
  "/tree/main",
  "/tree/main/a/b",
];

const word = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}(-[a-zA-Z0-9]{1,4})?$/);
const name = fc.stringMatching(/^[a-zA-Z][\w.-]{0,8}[a-zA-Z0-9]$/).filter((text) => !/\.git$/i.test(text));

describe("canonicalProject, beside npm's hosted-git-info", function () {
  it("makes one project of all spellings that npm takes for one repository", function () {
    let compared = 0;
    const spelling = fc.tuple(fc.constantFrom(...BEFORE_PATH), fc.constantFrom(...AFTER_PATH));
    fc.assert(
      fc.property(
        fc.constantFrom(...HOSTS),
        word,
        name,
        spelling,
        ({ type, domain, owner }, user, project, written) => {
          const [before, after] = written;
          const text = `${before(domain, type)}${owner}${user}/${project}${after}`;
          const known = hostedGitInfo.fromUrl(text);
          // A bare "~owner/name" npm looks for on GitHub, where nobody is called so.
          if (known === undefined || (owner !== "" && String(known.type) !== type)) return;
          if (known.user !== `${owner}${user}` || known.project !== project) return;
          compared += 1;
          const repository = `https://${known.domain}/${owner}${user}/${project}`;
          expect(canonicalProject(text), text).to.equal(canonicalProject(repository));
          for (const other of [
            known.https(),
            known.ssh(),
            known.sshurl(),
            known.shortcut(),
            known.browse(),
            known.git(),
          ]) {
            if (other) expect(canonicalProject(other), other).to.equal(canonicalProject(repository));
          }
        },
      ),
      { numRuns: 2_000 },
    );
    expect(compared).to.be.above(500);
  });
});
