import { expect } from "chai";

import { canonicalProject } from "../../src/csv/index.ts";
import { InvalidProjectError } from "../../src/errors/index.ts";
import { expectThrow } from "../utils/throws.ts";

describe("canonicalProject", function () {
  it("given variants of one project on GitHub, all become one", function () {
    const variants = [
      "https://github.com/owner/name",
      "http://github.com/Owner/Name",
      "HTTPS://WWW.GitHub.com/owner/name/",
      "https://github.com/owner/name.git",
      "https://github.com/owner/name.git/",
      "https://github.com//owner//name//",
      "https://github.com:443/owner/name?tab=readme#top",
      "https://token@github.com/owner/name",
      "git+https://github.com/owner/name.git",
      "git://github.com/owner/name.git",
      "git+ssh://git@github.com/owner/name.git",
      "ssh://git@github.com/owner/name",
      "git@github.com:Owner/name.git",
      "github.com/owner/name",
      "www.github.com/owner/name",
      "  owner/name ",
      "Owner/Name/",
      "owner/name.git",
    ];
    expect(new Set(variants.map(canonicalProject))).to.deep.equal(new Set(["https://github.com/owner/name"]));
  });

  for (const [repository, spellings] of [
    [
      "https://github.com/owner/name",
      [
        "https://github.com/owner/name/tree/main/packages/x",
        "https://github.com/owner/name/issues",
        "https://github.com/owner/name/blob/main/README.md#usage",
        "https://github.com/owner/name.git/pulls?q=is%3Aopen",
        "git+ssh://git@github.com:owner/name.git",
        "ssh://git@github.com:22/owner/name.git",
        "git+ssh://git@github.com:22/owner/name.git",
        "git@github.com:22/owner/name.git",
        "ssh://git@ssh.github.com:443/owner/name.git",
        "http://github.com:80/owner/name",
        "git://github.com:9418/owner/name.git",
        "git@github.com/owner/name",
        "github:owner/name#semver:^1.0.0",
        "GitHub:owner/name.git",
        "owner/name#feature/x",
        "https://raw.githubusercontent.com/owner/name/main/README.md",
        "https://codeload.github.com/owner/name/tar.gz/0123456",
        "https://github.com/%6Fwner/name",
      ],
    ],
    [
      "https://gitlab.com/group/sub/name",
      [
        "gitlab:group/sub/name",
        "git@gitlab.com:group/sub/name.git",
        "https://gitlab.com/group/sub/name/-/tree/main/x",
        "https://gitlab.com/group/sub/name/-/issues/1",
        "git+ssh://git@gitlab.com:group/sub/name.git#main",
      ],
    ],
    [
      "https://bitbucket.org/owner/name",
      ["bitbucket:owner/name", "git@bitbucket.org:owner/name.git", "https://bitbucket.org/owner/name/src/main/x.ts"],
    ],
    ["https://gist.github.com/0123abcd", ["gist:0123abcd", "https://gist.github.com/owner/0123abcd.git"]],
    ["https://git.sr.ht/~owner/name", ["sourcehut:~owner/name", "https://git.sr.ht/~owner/name/tree/main"]],
  ] as const) {
    it(`given pages and addresses of ${repository}, all are the repository`, function () {
      for (const spelling of [repository, ...spellings]) {
        expect(canonicalProject(spelling), spelling).to.equal(repository);
      }
    });
  }

  it("keeps what tells projects apart", function () {
    expect(canonicalProject("https://GitLab.com/Group/Sub/Name.git")).to.equal("https://gitlab.com/Group/Sub/Name");
    expect(canonicalProject("git@codeberg.org:Owner/name")).to.equal("https://codeberg.org/Owner/name");
    expect(canonicalProject("https://git.example.org:8443/a")).to.equal("https://git.example.org:8443/a");
    expect(canonicalProject("https://example.org/owner/name/tree/main")).to.equal(
      "https://example.org/owner/name/tree/main",
    );
    expect(canonicalProject("ssh://git@git.example.org:2222/a/b")).to.equal("https://git.example.org:2222/a/b");
    expect(canonicalProject("owner/name.js")).to.equal("https://github.com/owner/name.js");
  });

  it("takes a single word for a label", function () {
    expect(canonicalProject(" Ethereum ")).to.equal("ethereum");
    expect(canonicalProject("UNKNOWN")).to.equal("unknown");
  });

  it("given its own result, it changes nothing", function () {
    for (const name of [
      "a/B.git",
      "a/b.git.git",
      "git@gitlab.com:A/b",
      "Ethereum",
      "https://example.org/A%20b",
      "https://github.com/a/%62%20c",
      "gist:a/b",
    ]) {
      expect(canonicalProject(canonicalProject(name))).to.equal(canonicalProject(name));
    }
  });

  it("given what cannot be a project, it throws", function () {
    for (const name of [
      "",
      "  ",
      "two words",
      "a/b c",
      "https://",
      "https://github.com/",
      "@scope/name",
      "https://github.com/.git",
      "a/b/c",
      "/a/b",
    ]) {
      expectThrow(() => canonicalProject(name), InvalidProjectError);
    }
  });
});
