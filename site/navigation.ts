export type Navigation = readonly { readonly title: string; readonly pages: readonly string[] }[];

/** What is read in which order, by who one is: the menu, and previous and next. Titles are those of the pages. */
export const NAVIGATION: Navigation = [
  { title: "Start", pages: ["tutorial", "how-it-works", "glossary", "addresses"] },
  { title: "Trade", pages: ["trade", "guides/strategy", "guides/cli"] },
  {
    title: "Integrate",
    pages: ["integrate", "sdk", "guides/sending", "guides/ethers", "actions/index", "api/index", "errors/index"],
  },
  {
    title: "Run an ecosystem",
    pages: ["ecosystem", "guides/chains", "sample-round", "guides/jury", "contracts/index"],
  },
  {
    title: "Why it is so",
    pages: ["architecture", "decisions/index", "benchmarks", "security", "campaign"],
  },
  { title: "Project", pages: ["contributing", "changelog", "licence"] },
];

/** Documents that lie elsewhere, because their readers look for them there. */
export const DOCUMENTS: Readonly<Record<string, string>> = {
  "sdk/README.md": "sdk",
  "examples/own-dependencies/README.md": "sample-round",
  "SECURITY.md": "security",
  "campaign/README.md": "campaign",
  "CONTRIBUTING.md": "contributing",
  "sdk/CHANGELOG.md": "changelog",
  LICENSE: "licence",
};

/** Names on menus that are shorter than titles, or tell apart what has the same one. */
export const LABELS: Readonly<Record<string, string>> = {
  trade: "Overview",
  integrate: "Overview",
  ecosystem: "Overview",
  sdk: "The SDK",
  "api/index": "Subpaths",
  "sample-round": "The sample round",
  "guides/ethers": "With ethers",
};
