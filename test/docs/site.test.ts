import { expect } from "chai";
import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createMarkdownRenderer } from "vitepress";

import { composeSite, type Composition } from "../../site/generator/compose.ts";
import { linkNames } from "../../site/generator/linkNames.ts";
import { parseComment } from "../../site/generator/tsdoc/comment.ts";
import { verifySite } from "../../site/generator/verify.ts";
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
    "# Things\n\nOne of each, <not a tag>.\n\n## Links\n\nThe [SDK](site/guides/lifting.md#how), [data](data.json), [contract](contracts/Thing.sol).\n",
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
    'export function contractError(name: string, told: { says: (values: { weight: bigint }) => string; next: string }): new (values: { weight: bigint }) => Error {\n  return class extends Error {\n    constructor(values: { weight: bigint }) {\n      super(`${name}: ${told.says(values)} ${told.next}`);\n    }\n  };\n}\n/** Thrown when it is too heavy. */\nexport class ThingTooHeavyError extends contractError("Thing_TooHeavy", { says: ({ weight }) => `${weight} is too heavy.`, next: "Lift less than {weight}." }) {}\n',
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
export async function lift(client: unknown, { weight }: LiftParameters): Promise<LiftReturnType> {
  return { height: double(weight) };
}

/** Describes {@link lift}. */
export function liftCall({ weight }: LiftParameters) {
  return { abi: thingAbi, functionName: "lift", args: [weight] } as const;
}
`,
  "site/actions/gym/lift.md": PAGE,
  "site/guides/lifting.md": "# Lifting\n\nA guide.\n\n## How\n\nSee [`lift`](../actions/gym/lift.md).\n",
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

const CHOICES = {
  navigation: [{ title: "Things", pages: ["readme", "guides/lifting", "actions/index"] }],
  elsewhere: { "README.md": "readme" },
};

/** An error whose `docsPath` is not that of its name. */
const LOST_ERROR =
  '/** Thrown when it is too heavy. */\nexport class ThingTooHeavyError extends Error {\n  constructor({ weight }: { weight: bigint }) {\n    super(`${weight} is too heavy.`, { docsPath: "/errors#heavy", metaMessages: ["Lift less."] } as never);\n  }\n}\n';

describe("Documentation of a project with one of each", function () {
  let folder = "";
  const compose = () => composeSite(folder, CHOICES);
  const textOf = ({ pages }: Composition, path: string) => pages.find((page) => page.path === path)?.text ?? "";

  /** A page as VitePress renders it, with the links that names become. */
  async function render(site: Composition, path: string): Promise<string> {
    const renderer = await createMarkdownRenderer(folder, {
      config: (md) => {
        linkNames(md, Object.fromEntries(site.names));
      },
    });
    return renderer.render(textOf(site, path), { relativePath: `${path}.md`, path, cleanUrls: false });
  }

  beforeEach(async function () {
    folder = await mkdtemp(join(tmpdir(), "docs-"));
  });

  afterEach(async function () {
    await rm(folder, { recursive: true });
  });

  it("a page should have what its author wrote, and what the code says", async function () {
    this.timeout(60_000);
    await writeProject(folder);
    const site = compose();
    expect(site.problems).to.deep.equal([]);
    const page = await render(site, "actions/gym/lift");
    for (const text of [
      '<a href="/guides/lifting.html">the guide</a>', // a link of the page
      '<a href="/errors/ThingTooHeavyError.html"><code v-pre>ThingTooHeavyError</code></a>', // code that names something
      "&#x3C;", // its program
      "What to lift, in kilograms.",
      "Which block.", // taken over from another type
      "How high, in metres.",
      "when it is too much.",
      '<h2 id="liftCall"',
      '<a href="/contracts/Thing.html#lift"><code v-pre>Thing.lift</code></a> Lifts it.',
      '<a href="/contracts/Thing.html#th-1">TH-1</a>',
    ]) {
      expect(page, text).to.contain(text);
    }
    expect(page, "a page links to itself").to.not.contain('href="/actions/gym/lift.html"');
  });

  it("contracts, errors and subpaths should refer to each other", async function () {
    this.timeout(60_000);
    await writeProject(folder);
    const site = compose();
    expect(textOf(site, "contracts/Thing")).to.contain('- <a id="th-1"').and.to.contain("In metres.");
    expect(textOf(site, "contracts/Thing")).to.contain("`MAX`](/contracts/Thing.html#MAX)");
    expect(await render(site, "contracts/Thing")).to.contain('In the SDK: <a href="/actions/gym/lift.html">');
    const page = await render(site, "errors/ThingTooHeavyError");
    expect(page).to.contain("{weight} is too heavy.").and.to.contain("Lift less than {weight}.");
    expect(page).to.contain('<a href="/contracts/Thing.html">').and.to.contain('<a href="/actions/gym/lift.html">');
    expect(textOf(site, "errors/index")).to.contain('<a id="thingtooheavyerror"></a>');
    expect(textOf(site, "api/math")).to.contain("Returns twice the weight.").and.to.contain("In kilograms.");
    expect(textOf(site, "readme"))
      .to.contain("(/guides/lifting.html#how)")
      .and.to.contain('<a href="/files/data.json"')
      .and.to.contain("(/contracts/Thing.html)")
      .and.to.contain("&lt;not a tag>");
    expect([...site.files]).to.deep.equal(["data.json"]);
    const menus = Object.values(site.menus).flat(2);
    const links = menus.flatMap(({ items }) => items.map(({ link }) => link));
    for (const link of [
      "/actions/gym/lift",
      "/errors/ThingTooHeavyError",
      "/contracts/Thing",
      "/api/math",
      "/readme",
    ]) {
      expect(links).to.contain(link);
    }
  });

  const LIFT = "sdk/src/actions/gym/lift.ts";
  const ERRORS = "sdk/src/errors/index.ts";
  const faults: readonly (readonly [string, Readonly<Record<string, string | undefined>>, RegExp])[] = [
    ["an action without a page", { "site/actions/gym/lift.md": undefined }, /gym\/lift\.md is missing/],
    ["a page without an action", { "site/actions/gym/drop.md": PAGE }, /gym\/drop\.md: there is no such action/],
    ["a page with another title", { "site/actions/gym/lift.md": PAGE.replace("# lift", "# Lift") }, /begins with "# lift"/],
    ["a page without a program", { "site/actions/gym/lift.md": PAGE.replace("## Usage", "## Use") }, /no section "## Usage"/],
    ["a link to nothing", { "README.md": "# Things\n\n[gone](gone.md)\n" }, /README\.md: the link "gone\.md" leads nowhere/],
    ["a link to text that is no page", { "README.md": "# Things\n\n[text](b.md)\n", "b.md": "# B\n" }, /README\.md: b\.md is no page/],
    ["a page on no menu", { "site/lost.md": "# Lost\n" }, /lost is on no menu/],
    ["a document without a title", { "README.md": "Things\n" }, /README\.md has no title/],
    ["a diagram that nobody drew", { "README.md": "# Things\n\n```mermaid\nflowchart LR\n```\n" }, /diagrams\/readme-1\.svg is stale/],
    ["an error that is not exported", { [LIFT]: FIXTURE[LIFT].replace("{ThingTooHeavyError}", "{NoSuchError}") }, /lift throws NoSuchError, which the SDK does not export/],
    ["an error explained elsewhere", { [ERRORS]: LOST_ERROR }, /ThingTooHeavyError says that it is explained at "\/errors#heavy"/],
    ["a file without its action", { [LIFT]: "export function other(client: unknown): void {}\n" }, /exports no function lift/],
  ]; // prettier-ignore
  for (const [fault, changes, problem] of faults) {
    it(`given ${fault}, it should name it`, async function () {
      this.timeout(60_000);
      await writeProject(folder, changes);
      const { problems } = compose();
      expect(
        problems.filter((one) => problem.test(one)),
        problems.join("\n"),
      ).to.have.length(1);
    });
  }
});

describe("What is checked of every page", function () {
  const check = (html: string) => verifySite(new Map([["a.html", html], ["b/c.html", '<p id="x"></p>']]), new Set(["f.svg"])); // prettier-ignore

  it("links should lead somewhere, ids be unique", function () {
    const right =
      '<p id="y"><a href="b/c.html#x">a</a><a href="#y">b</a><img src="f.svg"><br><a href="https://x.y">c</a></p>';
    expect(check(right)).to.deep.equal([]);
    for (const wrong of [
      '<a href="b/d.html">a</a>',
      '<a href="b/c.html#y">a</a>',
      '<a href="#z">a</a>',
      '<img src="g.svg">',
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

const OUT = join(ROOT, "site", ".vitepress", "dist");

function runDocs(...parameters: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join("site", "build.ts"), ...parameters], { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

describe("npm run docs", function () {
  let pages = new Map<string, string>();

  before(async function () {
    this.timeout(300_000);
    const { code, stdout, stderr } = await runDocs();
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^\d+ pages in /m);
    const files = (await readdir(OUT, { recursive: true })).filter((file) => file.endsWith(".html"));
    pages = new Map(files.map((file) => [file, readFileSync(join(OUT, file), "utf8")]));
  });

  it("every action should have a page, and every error one, and a place at its docsPath", function () {
    const calls = Object.keys(actions).filter((name) => `${name}Call` in actions);
    expect(calls.length).to.be.greaterThan(80);
    const found = new Set([...pages.keys()].map((file) => /^actions\/\w+\/(\w+)\.html$/.exec(file)?.[1]));
    expect(calls.filter((name) => !found.has(name))).to.deep.equal([]);
    const classes = Object.keys(errors).filter((name) => /^[A-Z].*Error$/.test(name));
    expect(classes.length).to.be.greaterThan(200);
    expect(classes.filter((name) => !pages.has(`errors/${name}.html`))).to.deep.equal([]);
    const index = pages.get("errors/index.html") ?? "";
    expect(classes.filter((name) => !index.includes(`id="${name.toLowerCase()}"`))).to.deep.equal([]);
  });

  it("it should need no network", async function () {
    for (const [file, html] of pages) {
      expect(/ src="(?:https?:)?\/\/|<link [^>]*href="(?:https?:)?\/\//.test(html), file).to.equal(false);
    }
    const styles = (await readdir(OUT, { recursive: true })).filter((file) => file.endsWith(".css"));
    expect(styles.length).to.be.greaterThan(0);
    for (const file of styles)
      expect(await readFile(join(OUT, file), "utf8")).to.not.match(/url\(["']?(?:https?:)?\/\/|@import/);
  });

  it("every page should say what it is about, to readers and to those who link to it", function () {
    const metaOf = (html: string, name: string) => new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? ""; // prettier-ignore
    for (const [file, html] of pages) {
      if (file === "404.html") continue;
      for (const name of ["description", "og:title", "og:description", "og:type"]) {
        expect(metaOf(html, name), `${file}: ${name}`).to.not.equal("");
      }
      expect(html, file).to.contain('href="/favicon.svg"');
    }
    expect(metaOf(pages.get("actions/markets/trade.html") ?? "", "description")).to.equal(
      "Buys and sells outcomes of one market in one step.",
    );
  });

  it("sections that comments in the code name should be there", function () {
    const html = pages.get("architecture.html") ?? "";
    const named = globSync("{contracts,sdk/src,scripts}/**/*.{sol,ts}", { cwd: ROOT }).flatMap((file) =>
      [...readFileSync(join(ROOT, file), "utf8").matchAll(/DESIGN (\d+)(?: and (\d+))?/g)].flatMap(([, ...n]) => n),
    );
    const sections = [...new Set(named.filter((one) => one !== undefined))];
    expect(sections.length).to.be.greaterThan(4);
    for (const section of sections) expect(html, section).to.contain(`id="s${section}"`);
  });

  it("the glossary should have about thirty terms", function () {
    const terms = (pages.get("glossary.html") ?? "").match(/<p><strong>/g) ?? [];
    expect(terms.length).to.be.within(28, 60);
  });

  it("the pictures should stand in the pages, with words for those who do not see them", function () {
    const html = pages.get("how-it-works.html") ?? "";
    const figures = html.match(/<figure class="picture[\s\S]*?<\/figure>/g) ?? [];
    expect(figures).to.have.length(5);
    for (const figure of figures) {
      const words =
        /<title[^>]*>[^<]{10,}<\/title>\s*<desc[^>]*>[^<]{40,}|aria-label="[^"]{10,}"[^>]*>\s*<desc>[^<]{40,}/;
      expect(figure)
        .to.match(words)
        .and.to.not.match(/NaN|Infinity|undefined/);
    }
    expect(html).to.not.contain("```").and.to.not.contain("sankey-beta");
  });

  it("given bad input, it should say so in one line and exit with 1", async function () {
    const { code, stderr } = await runDocs("--nonsense");
    expect(code).to.equal(1);
    expect(stderr.trim().split("\n"), stderr).to.have.length(1);
    expect(stderr).to.contain("--nonsense");
    expect((await runDocs("--help")).stdout).to.contain("Example: npm run docs");
  });
});
