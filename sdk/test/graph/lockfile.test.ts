import { expect } from "chai";

import { InvalidLockfileError } from "../../src/errors/index.ts";
import { lockedDependencies, parseLockfile, repositoryOfManifest, type Lockfile } from "../../src/graph/index.ts";

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

describe("parseLockfile", function () {
  it("reads what npm writes", function () {
    expect(parseLockfile(JSON.stringify({ ...LOCKFILE, lockfileVersion: 3 }))).to.deep.equal(LOCKFILE);
  });

  for (const [what, text] of [
    ["no JSON", "{"],
    ["nothing", "null"],
    ["one of npm 6", '{"name":"app","lockfileVersion":1,"dependencies":{}}'],
  ] as const) {
    it(`refuses ${what}, and says how to get one`, function () {
      expect(() => parseLockfile(text)).to.throw(InvalidLockfileError, "--package-lock-only");
    });
  }
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
