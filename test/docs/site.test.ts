import { expect } from "chai";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { buildSite, NotASiteError } from "../../scripts/docs/build.ts";
import { parseComment } from "../../scripts/docs/tsdoc/comment.ts";
import { verifySite } from "../../scripts/docs/verify.ts";
import * as actions from "../../sdk/src/client/index.ts";
import * as errors from "../../sdk/src/errors/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/* A PROJECT WITH ONE OF EACH */

const PAGE = `# lift

Lifts a weight; see [the guide](../../guides/lifting.md) and \`ThingTooHeavyError\`.

## Usage

\`\`\`ts
import { lift } from "things/actions";
console.log("1 < 2");
\`\`\`

\`\`\`text
1 < 2
\`\`\`

## What can go wrong

Rule TH-1.
`;

const FIXTURE = {
  "README.md":
    "# Things\n\nOne of each.\n\n## Links\n\nThe [SDK](sdk/docs/guides/lifting.md#how), [data](data.json), [contract](contracts/Thing.sol).\n",
  "data.json": "{}\n",
  "sdk/package.json": JSON.stringify({
    name: "things",
    exports: {
      ".": { types: "./dist/index.d.ts" },
      "./actions": { types: "./dist/actions/index.d.ts" },
      "./errors": { types: "./dist/errors/index.d.ts" },
      "./math": { types: "./dist/math/index.d.ts" },
      "./package.json": "./package.json",
    },
  }),
  "sdk/tsconfig.json": JSON.stringify({
    compilerOptions: {
      module: "nodenext",
      target: "es2023",
      allowImportingTsExtensions: true,
      types: [],
      strict: true,
    },
    include: ["src"],
  }),
  "sdk/src/index.ts":
    'export * from "./actions/index.ts";\nexport * from "./math/index.ts";\nexport * from "./errors/index.ts";\n',
  "sdk/src/math/index.ts": '/** Sums. */\n\nexport * from "./double.ts";\n',
  "sdk/src/math/double.ts":
    "/** Returns twice the weight. @param weight In kilograms. */\nexport function double(weight: bigint): bigint {\n  return 2n * weight;\n}\n",
  "sdk/src/errors/index.ts":
    'export class ContractError<name extends string> extends Error {\n  readonly name_?: name;\n}\n/** Thrown when it is too heavy. */\nexport class ThingTooHeavyError extends ContractError<"Thing_TooHeavy"> {\n  constructor({ weight }: { weight: bigint }) {\n    super(`${weight} is too heavy.`, { docsPath: "/errors#thingtooheavyerror", metaMessages: ["Lift less than {weight}."] } as never);\n  }\n}\n',
  "sdk/src/actions/index.ts": 'export * from "./gym/lift.ts";\n',
  "sdk/src/actions/gym/lift.ts": `import { double } from "../../math/double.ts";

type Options = {
  /** Which block. */
  readonly block?: bigint;
};
export type LiftParameters = Options & {
  /** What to lift, in kilograms. */
  readonly weight: bigint;
};
export type LiftReturnType = {
  /** How high, in metres. */
  readonly height: bigint;
};
const thingAbi = [] as const;

/**
 * Lifts; {@link double} says how much. @throws {ThingTooHeavyError} when it is too much.
 */
export async function lift(_: unknown, { weight }: LiftParameters): Promise<LiftReturnType> {
  return { height: double(weight) };
}

/** Describes {@link lift}. */
export function liftCall({ weight }: LiftParameters) {
  return { abi: thingAbi, functionName: "lift", args: [weight] } as const;
}
`,
  "sdk/docs/actions/gym/lift.md": PAGE,
  "sdk/docs/guides/lifting.md": "# Lifting\n\nA guide.\n\n## How\n\nSee [`lift`](../actions/gym/lift.md).\n",
  "contracts/interfaces/IThing.sol": `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Thing: what is lifted
/// @notice A thing with a weight.
/// @dev Rules.
///
/// - TH-1 Nothing heavier than {MAX} is lifted.
interface IThing {
    /// @notice Thrown when \`weight\` is above {MAX}.
    error Thing_TooHeavy(uint256 weight);

    /// @notice Lifts it.
    /// @param weight In kilograms.
    /// @return height In metres.
    function lift(uint256 weight) external returns (uint256 height);

    /// @notice The most.
    function MAX() external view returns (uint256);
}
`,
  "contracts/Thing.sol": `// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IThing} from "./interfaces/IThing.sol";

contract Thing is IThing {
    uint256 public constant MAX = 7;

    function lift(uint256 weight) external pure returns (uint256) {
        if (weight > MAX) revert Thing_TooHeavy(weight);
        return weight;
    }
}
`,
};

async function writeProject(folder: string, changes: Readonly<Record<string, string | undefined>> = {}): Promise<void> {
  for (const [name, text] of Object.entries({ ...FIXTURE, ...changes })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

describe("Documentation site of a project with one of each", function () {
  let folder = "";
  let out = "";

  beforeEach(async function () {
    folder = await mkdtemp(join(tmpdir(), "docs-"));
    out = join(folder, "site");
  });

  afterEach(async function () {
    await rm(folder, { recursive: true });
  });

  const read = (path: string) => readFile(join(out, path), "utf8");

  it("a page should have what its author wrote, and what the code says", async function () {
    await writeProject(folder);
    const { problems } = await buildSite({ root: folder, out });
    expect(problems).to.deep.equal([]);
    const page = await read("actions/gym/lift.html");
    for (const text of [
      '<a href="../../guides/lifting.html">the guide</a>', // a link of the page
      '<a href="../../errors/index.html#thingtooheavyerror"><code>ThingTooHeavyError</code></a>', // code that names something
      "1 &lt; 2", // its program
      "What to lift, in kilograms.",
      "Which block.", // taken over from another type
      "How high, in metres.",
      "when it is too much.",
      '<h2 id="liftCall">',
      'href="../../contracts/Thing.html#lift"><code>Thing.lift</code></a> Lifts it.',
      '<a href="../../contracts/Thing.html#th-1">TH-1</a>',
    ]) {
      expect(page, text).to.contain(text);
    }
  });

  it("contracts, errors and subpaths should refer to each other", async function () {
    await writeProject(folder);
    await buildSite({ root: folder, out });
    const contract = await read("contracts/Thing.html");
    expect(contract).to.contain('<li id="th-1">').and.to.contain('href="#MAX"').and.to.contain("In metres.");
    expect(contract).to.contain('In the SDK: <a href="../actions/gym/lift.html">');
    const page = await read("errors/index.html");
    expect(page).to.contain("{weight} is too heavy.").and.to.contain("Lift less than {weight}.");
    expect(page)
      .to.contain('href="../contracts/Thing.html#Thing_TooHeavy"')
      .and.to.contain('Thrown by <a href="../actions');
    expect(await read("api/math.html"))
      .to.contain("Sums.")
      .and.to.contain("In kilograms.");
    expect(await read("index.html"))
      .to.contain('href="guides/lifting.html#how"')
      .and.to.contain('href="files/data.json"');
    expect(await read("files/data.json")).to.equal("{}\n");
    const index = JSON.parse((await read("assets/index.js")).replace(/^window.searchIndex=|;\n$/g, "")) as string[][];
    for (const title of ["lift", "liftCall", "double", "ThingTooHeavyError", "Thing.lift", "TH-1", "Lifting"]) {
      expect(
        index.map(([name]) => name),
        title,
      ).to.contain(title);
    }
  });

  const faults: readonly (readonly [string, Readonly<Record<string, string | undefined>>, RegExp])[] = [
    ["an action without a page", { "sdk/docs/actions/gym/lift.md": undefined }, /gym\/lift\.md is missing/],
    ["a page without an action", { "sdk/docs/actions/gym/drop.md": PAGE }, /gym\/drop\.md: there is no such action/],
    ["a page with another title", { "sdk/docs/actions/gym/lift.md": PAGE.replace("# lift", "# Lift") }, /begins with "# lift"/],
    ["a page without a program", { "sdk/docs/actions/gym/lift.md": PAGE.replace("## Usage", "## Use") }, /no section "## Usage"/],
    ["a link to nothing", { "README.md": "# Things\n\n[gone](gone.md)\n" }, /README\.md: the link "gone\.md" leads nowhere/],
    ["a link to no such place", { "README.md": "# Things\n\n[gone](sdk/docs/guides/lifting.md#gone)\n" }, /index\.html: the link "guides\/lifting\.html#gone" names a place/],
    ["an error that is not exported", { "sdk/src/actions/gym/lift.ts": FIXTURE["sdk/src/actions/gym/lift.ts"].replace("{ThingTooHeavyError}", "{NoSuchError}") }, /lift throws NoSuchError, which the SDK does not export/],
    ["an error explained elsewhere", { "sdk/src/errors/index.ts": FIXTURE["sdk/src/errors/index.ts"].replace("#thingtooheavyerror", "#heavy") }, /ThingTooHeavyError says that it is explained at "\/errors#heavy"/],
    ["a file without its action", { "sdk/src/actions/gym/lift.ts": "export const other = 1;\n", "sdk/docs/actions/gym/lift.md": undefined }, /exports no function lift/],
  ]; // prettier-ignore
  for (const [fault, changes, problem] of faults) {
    it(`given ${fault}, it should name it and write nothing`, async function () {
      await writeProject(folder, changes);
      const { problems } = await buildSite({ root: folder, out });
      expect(
        problems.filter((one) => problem.test(one)),
        problems.join("\n"),
      ).to.have.length(1);
      expect(existsSync(out)).to.equal(false);
    });
  }

  it("given leave, an action without a page should be explained by its comment alone", async function () {
    await writeProject(folder, {
      "sdk/docs/actions/gym/lift.md": undefined,
      "sdk/docs/guides/lifting.md": "# Lifting\n\n## How\n",
    });
    const { problems } = await buildSite({ root: folder, out, allowMissing: true });
    expect(problems).to.deep.equal([]);
    expect(await read("actions/gym/lift.html")).to.contain('Lifts; <a href="../../api/math.html#double">');
  });

  it("given a folder with other files, it should leave it alone", async function () {
    await writeProject(folder);
    const error: unknown = await buildSite({ root: folder, out: join(folder, "sdk") }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(NotASiteError);
    expect(existsSync(join(folder, "sdk", "package.json"))).to.equal(true);
  });

  for (const [what, file, at] of [
    ["a file", "note", "note"],
    ["another site, whose files have the same names", "dist/assets/index.js", "dist"],
  ] as const) {
    it(`given ${what}, it should leave it alone`, async function () {
      await writeProject(folder, { [file]: "console.log(1);\n" });
      const error: unknown = await buildSite({ root: folder, out: join(folder, at) }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).to.be.instanceOf(NotASiteError);
      expect(await readFile(join(folder, file), "utf8")).to.equal("console.log(1);\n");
    });
  }
});

describe("What is checked of every page", function () {
  const check = (html: string) => verifySite(new Map([["a.html", html], ["b/c.html", '<p id="x"></p>']]), new Set(["f.svg"])); // prettier-ignore

  it("links should lead somewhere, tags be closed, ids be unique", function () {
    const right =
      '<p id="y"><a href="b/c.html#x">a</a><a href="#y">b</a><img src="f.svg"><br><a href="https://x.y">c</a></p>';
    expect(check(right)).to.deep.equal([]);
    for (const wrong of [
      '<a href="b/d.html">a</a>',
      '<a href="b/c.html#y">a</a>',
      '<a href="#z">a</a>',
      '<img src="g.svg">',
      "<p><b>a</p></b>",
      "<div><p>a</p>",
      '<p id="y"></p><p id="y"></p>',
    ]) {
      expect(check(wrong), wrong).to.have.length(1);
    }
  });
});

describe("Comments", function () {
  it("tags should be read wherever they stand", function () {
    const comment = parseComment(
      "/**\n * One, {@link two}.\n * @param a In WAD,\n * all of it.\n * @throws {A} @throws {B | C} when late.\n * @returns It.\n */",
    );
    expect(comment.text).to.equal("One, {@link two}.");
    expect([...comment.parameters]).to.deep.equal([["a", "In WAD,\nall of it."]]);
    expect(comment.returns).to.equal("It.");
    expect(comment.throws).to.deep.equal([
      { error: "A", when: "" },
      { error: "B", when: "when late." },
      { error: "C", when: "when late." },
    ]);
  });
});

/* THE PROJECT ITSELF */

function runDocs(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join("scripts", "docs.ts"), ...parameters], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

describe("npm run docs", function () {
  let out = "";

  before(async function () {
    out = join(await mkdtemp(join(tmpdir(), "docs-")), "site");
    const { code, stdout, stderr } = await runDocs("--out", out);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^\d+ pages, /);
  });

  after(async function () {
    await rm(dirname(out), { recursive: true });
  });

  it("every action should have a page, and every error a place at its docsPath", async function () {
    const files = await readdir(join(out, "actions"), { recursive: true });
    const pages = new Set(files.map((file) => /([^/\\]+)\.html$/.exec(file)?.[1]));
    const calls = Object.keys(actions).filter((name) => `${name}Call` in actions);
    expect(calls.length).to.be.greaterThan(80);
    expect(calls.filter((name) => !pages.has(name))).to.deep.equal([]);
    const page = await readFile(join(out, "errors", "index.html"), "utf8");
    const classes = Object.keys(errors).filter((name) => /^[A-Z].*Error$/.test(name));
    expect(classes.length).to.be.greaterThan(200);
    expect(classes.filter((name) => !page.includes(`id="${name.toLowerCase()}"`))).to.deep.equal([]);
  });

  it("it should need no network and no server", async function () {
    for (const file of await readdir(out, { recursive: true })) {
      if (!file.endsWith(".html")) continue;
      const html = readFileSync(join(out, file), "utf8");
      expect(/ (?:src|data-root)="(?:https?:)?\/|<link [^>]*href="(?:https?:)?\//.test(html), file).to.equal(false);
      expect(/ href="\//.test(html), file).to.equal(false);
    }
    expect(await readFile(join(out, "assets", "site.css"), "utf8")).to.not.match(/url\(|@import/);
  });

  it("what the search finds should be there", async function () {
    const text = await readFile(join(out, "assets", "index.js"), "utf8");
    const index = JSON.parse(text.replace(/^window.searchIndex=|;\n$/g, "")) as string[][];
    const pages = new Map<string, string>();
    for (const [title = "", url = ""] of index) {
      const [path = "", anchor] = url.split("#");
      const html = pages.get(path) ?? (await readFile(join(out, path), "utf8"));
      pages.set(path, html);
      if (anchor !== undefined) expect(html.includes(`id="${anchor}"`), `${title}: ${url}`).to.equal(true);
    }
    expect(index.length).to.be.greaterThan(1000);
  });

  it("the pictures should stand in the pages, with words for those who do not see them", async function () {
    const html = await readFile(join(out, "index.html"), "utf8");
    const figures = html.match(/<figure class="picture">[\s\S]*?<\/figure>/g) ?? [];
    expect(figures).to.have.length(5);
    for (const figure of figures) {
      expect(figure)
        .to.match(/<title id="[^"]+">[^<]{10,}/)
        .and.to.match(/<desc id="[^"]+">[^<]{40,}/);
      expect(figure)
        .to.contain("<tbody>")
        .and.to.not.match(/NaN|Infinity|undefined/);
    }
    expect(html).to.not.contain("mermaid");
  });

  it("given bad input, it should say so in one line and exit with 1", async function () {
    for (const [parameters, word] of [
      [["--nonsense"], "--nonsense"],
      [["--out", join(ROOT, "sdk")], "no site"],
    ] as const) {
      const { code, stderr } = await runDocs(...parameters);
      expect(code, parameters.join(" ")).to.equal(1);
      expect(stderr.trim().split("\n"), stderr).to.have.length(1);
      expect(stderr).to.contain(word);
    }
    expect((await runDocs("--help")).stdout).to.contain("Example: npm run docs");
  });
});
