import { expect } from "chai";

import { InvalidLockfileError } from "../../src/errors/index.ts";
import {
  lockedDependencies,
  parseLockfile,
  repositoryOfManifest,
  type LockedPackage,
  type Lockfile,
  unresolvedDependencies,
} from "../../src/graph/index.ts";

/**
 * The project needs a and, for development, b; both need c, b one of its own. a is of the same repository as a-core, which
 * it needs, and d is one step further away from b than from a's c. The workspace needs e and the project itself.
 */
const LOCKFILE: Lockfile = {
  name: "app",
  packages: {
    "": { dependencies: { a: "1" }, devDependencies: { "@scope/b": "1" }, peerDependencies: { missing: "1" } },
    tools: { dependencies: { e: "1", app: "1" } },
    "node_modules/a": { dependencies: { "a-core": "1", c: "1" } },
    "node_modules/a-core": {},
    "node_modules/@scope/b": { dependencies: { c: "2" } },
    "node_modules/@scope/b/node_modules/c": { dependencies: { f: "1" } },
    "node_modules/c": { dependencies: { d: "1" } },
    "node_modules/d": {},
    "node_modules/f": { dependencies: { d: "1" } },
    "node_modules/app": { link: true },
    "tools/node_modules/e": { name: "real-e" },
  },
};
const REPOSITORIES = new Map([
  ["node_modules/a", "git+https://github.com/A/A.git"],
  ["node_modules/a-core", "a/a"],
]);
const npm = (name: string) => `https://npmjs.com/package/${name}`;

describe("lockedDependencies", function () {
  it("finds what each direct dependency brings in: how many packages, how far", function () {
    expect(lockedDependencies(LOCKFILE, { repositories: REPOSITORIES })).to.deep.equal([
      {
        repo: "https://github.com/a/a",
        packages: 4,
        children: [
          { repo: npm("c"), packages: 1, distance: 1 },
          { repo: npm("d"), packages: 1, distance: 2 },
        ],
      },
      {
        repo: npm("@scope/b"),
        packages: 4,
        children: [
          { repo: npm("c"), packages: 1, distance: 1 },
          { repo: npm("d"), packages: 1, distance: 3 },
          { repo: npm("f"), packages: 1, distance: 2 },
        ],
      },
      { repo: npm("real-e"), packages: 1, children: [] },
    ]);
  });

  it("leaves out what is for development, and workspaces that are not asked for", function () {
    const found = lockedDependencies(LOCKFILE, { workspaces: [""], includeDev: false });
    expect(found.map(({ repo }) => repo)).to.deep.equal([npm("a")]);
    // Without its name a repository's packages are projects of their own.
    expect(found[0]?.children.map(({ repo }) => repo)).to.deep.equal([npm("a-core"), npm("c"), npm("d")]);
  });

  it("comes to an end where packages need each other", function () {
    const packages = {
      "": { dependencies: { a: "1" } },
      "node_modules/a": { dependencies: { b: "1" } },
      "node_modules/b": { dependencies: { a: "1" } },
    };
    const [a] = lockedDependencies({ name: undefined, packages });
    expect(a).to.deep.equal({ repo: npm("a"), packages: 2, children: [{ repo: npm("b"), packages: 1, distance: 1 }] });
  });
});

describe("lockedDependencies, of packages that came from elsewhere than npm", function () {
  const reposOf = (one: LockedPackage, named?: string) =>
    lockedDependencies(
      { name: "app", packages: { "": { dependencies: { a: "*" } }, "node_modules/a": one } },
      { repositories: new Map(named === undefined ? [] : [["node_modules/a", named]]) },
    ).map(({ repo }) => repo);
  const SHA = "0123456789012345678901234567890123456789";

  for (const resolved of [
    `git+ssh://git@github.com/forker/a.git#${SHA}`,
    `git+https://user:secret@github.com/Forker/a.git#${SHA}`,
    `git://github.com/forker/a.git#${SHA}`,
    `git@github.com:forker/a.git#${SHA}`,
    `github:forker/a#${SHA}`,
    `https://github.com/forker/a.git#${SHA}`,
    `https://codeload.github.com/forker/a/tar.gz/${SHA}`,
    "https://github.com/forker/a/archive/refs/tags/v1.0.0.tar.gz",
    "https://github.com/forker/a/releases/download/v1.0.0/a-1.0.0.tgz",
  ]) {
    it(`${resolved} is the fork, whatever its manifest names`, function () {
      expect(reposOf({ resolved })).to.deep.equal(["https://github.com/forker/a"]);
      expect(reposOf({ resolved }, "upstream/a")).to.deep.equal(["https://github.com/forker/a"]);
    });
  }

  for (const resolved of [
    "https://registry.npmjs.org/a/-/a-1.0.0.tgz",
    "https://registry.yarnpkg.com/a/-/a-1.0.0.tgz#0123",
    "https://npm.acme.dev/repository/npm/@acme/a/-/@acme/a-1.0.0.tgz",
    "https://npm.pkg.github.com/download/@acme/a/1.0.0/0123",
  ]) {
    it(`${resolved} is a registry's: its manifest says whose it is`, function () {
      expect(reposOf({ resolved })).to.deep.equal([npm("a")]);
      expect(reposOf({ resolved }, "upstream/a")).to.deep.equal(["https://github.com/upstream/a"]);
    });
  }

  it("knows an archive by its address, and of a file only what its manifest names", function () {
    expect(reposOf({ resolved: "https://example.com/a-1.0.0.tgz" })).to.deep.equal(["https://example.com/a-1.0.0.tgz"]);
    expect(reposOf({ resolved: "file:vendor/a.tgz" }, "upstream/a")).to.deep.equal(["https://github.com/upstream/a"]);
    for (const resolved of ["file:vendor/a.tgz", `git+file:///home/me/a#${SHA}`]) {
      const lockfile = { name: "app", packages: { "": { dependencies: { a: "*" } }, "node_modules/a": { resolved } } };
      expect(lockedDependencies(lockfile)).to.be.empty;
      expect(unresolvedDependencies(lockfile)).to.deep.equal([
        { from: "", name: "a", range: resolved, isOptional: false },
      ]);
    }
  });
});

describe("lockedDependencies, of optional and peer dependencies", function () {
  const packages = {
    "": { dependencies: { bundler: "1" }, optionalDependencies: { native: "1" }, peerDependencies: { host: "1" } },
    "node_modules/bundler": { optionalDependencies: { driver: "1", win: "2" }, peerDependencies: { plugin: "1" } },
    "node_modules/driver": { dependencies: { c: "1", gone: "3" } },
    "node_modules/c": {},
    "node_modules/native": {},
    "node_modules/host": {},
    "node_modules/plugin": {},
  };

  it("counts optional ones, direct and further away, and peers of the project only", function () {
    const found = lockedDependencies({ name: "app", packages });
    expect(found.map(({ repo, packages: count }) => [repo, count])).to.deep.equal([
      [npm("bundler"), 3],
      [npm("host"), 1],
      [npm("native"), 1],
    ]);
  });

  it("leaves optional ones out where that is asked for", function () {
    const found = lockedDependencies({ name: "app", packages }, { includeOptional: false });
    expect(found.map(({ repo, packages: count }) => [repo, count])).to.deep.equal([
      [npm("bundler"), 1],
      [npm("host"), 1],
    ]);
    expect(unresolvedDependencies({ name: "app", packages }, { includeOptional: false })).to.be.empty;
  });

  it("lists what the lock file does not have", function () {
    expect(unresolvedDependencies({ name: "app", packages })).to.deep.equal([
      { from: "node_modules/bundler", name: "win", range: "2", isOptional: true },
      { from: "node_modules/driver", name: "gone", range: "3", isOptional: false },
    ]);
    expect(unresolvedDependencies(LOCKFILE)).to.deep.equal([
      { from: "", name: "missing", range: "1", isOptional: true },
    ]);
  });
});

describe("parseLockfile", function () {
  it("reads what npm writes", function () {
    expect(parseLockfile(JSON.stringify({ ...LOCKFILE, lockfileVersion: 3 }))).to.deep.equal(LOCKFILE);
  });

  for (const [what, text] of [
    ["no JSON", "{"],
    ["nothing", "null"],
    ["a list", "[]"],
    ["an empty file", " "],
    ["lockfileVersion 1", '{"name":"app","lockfileVersion":1,"dependencies":{}}'],
    ["package.json", '{"name":"app","version":"1.0.0","dependencies":{"a":"1"}}'],
    ["Yarn 1", "# THIS IS AN AUTOGENERATED FILE.\n# yarn lockfile v1\n\n\na@^1:\n"],
    ["Yarn's", '# This file is generated.\n\n__metadata:\n  version: 8\n\n"a@npm:^1":\n'],
    ["pnpm", "lockfileVersion: '9.0'\r\n\r\nsettings:\r\n"],
    ["Bun", '{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {},\n  },\n}\n'],
    ["Deno", '{\n  "version": "4",\n  "specifiers": {}\n}'],
    ["Cargo", '# generated\nversion = 4\n\n[[package]]\nname = "a"\n'],
    ["node_modules/a", '{"packages":{"node_modules/a":null}}'],
    ["node_modules/a", '{"packages":{"node_modules/a":{"dependencies":["b"]}}}'],
  ] as const) {
    it(`refuses ${what}, names it, and says how to get one`, function () {
      expect(() => parseLockfile(text)).to.throw(InvalidLockfileError, "--package-lock-only");
      if (!/^(no|an|a) /.test(what) && what !== "nothing") expect(() => parseLockfile(text)).to.throw(what);
    });
  }

  it("reads one with a byte order mark", function () {
    expect(parseLockfile(`\uFEFF${JSON.stringify(LOCKFILE)}`)).to.deep.equal(LOCKFILE);
  });
});

describe("repositoryOfManifest", function () {
  for (const [manifest, repository] of [
    [{ repository: { url: "git+https://github.com/A/b.git" } }, "https://github.com/a/b"],
    [{ repository: "github:a/b" }, "https://github.com/a/b"],
    [{ repository: "gitlab:a/b" }, "https://gitlab.com/a/b"],
    [{ repository: "a/b" }, "https://github.com/a/b"],
    [{ repository: "somewhere else" }, undefined],
    [{}, undefined],
  ] as const) {
    it(`of ${JSON.stringify(manifest)} is ${repository ?? "unknown"}`, function () {
      expect(repositoryOfManifest(JSON.stringify(manifest))).to.equal(repository);
    });
  }
});
