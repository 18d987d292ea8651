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

  it("keeps what tells projects apart", function () {
    expect(canonicalProject("https://GitLab.com/Group/Sub/Name.git")).to.equal("https://gitlab.com/Group/Sub/Name");
    expect(canonicalProject("git@codeberg.org:Owner/name")).to.equal("https://codeberg.org/Owner/name");
    expect(canonicalProject("https://git.example.org:8443/a")).to.equal("https://git.example.org:8443/a");
    expect(canonicalProject("https://github.com/owner/name/tree/main")).to.equal(
      "https://github.com/owner/name/tree/main",
    );
    expect(canonicalProject("owner/name.js")).to.equal("https://github.com/owner/name.js");
  });

  it("takes a single word for a label", function () {
    expect(canonicalProject(" Ethereum ")).to.equal("ethereum");
    expect(canonicalProject("UNKNOWN")).to.equal("unknown");
  });

  it("given its own result, it changes nothing", function () {
    for (const name of ["a/B.git", "git@gitlab.com:A/b", "Ethereum", "https://example.org/A b".replace(" ", "%20")]) {
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
      "a/b/c",
      "/a/b",
    ]) {
      expectThrow(() => canonicalProject(name), InvalidProjectError);
    }
  });
});
