/** Composes the site and writes it, if nothing is wrong with its sources. */
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { BaseError } from "../../sdk/src/errors/index.ts";
import {
  collectRoutes,
  documentPage,
  documentReferences,
  listDocuments,
  readActionPages,
  type Document,
  type Site,
} from "./documents.ts";
import { renderPage, type Group } from "./layout.ts";
import { readModules } from "./modules.ts";
import { ERRORS_URL, collectNames } from "./names.ts";
import { readContracts } from "./natspec.ts";
import { actionPage, splitPage } from "./pages/actions.ts";
import { contractPage } from "./pages/contracts.ts";
import { errorsPage } from "./pages/errors.ts";
import { modulePage } from "./pages/modules.ts";
import { overviewPages } from "./pages/overviews.ts";
import type { Page, Report } from "./site.ts";
import { readActions, type Action } from "./tsdoc/actions.ts";
import { readApi } from "./tsdoc/api.ts";
import { readErrorClasses } from "./tsdoc/errors.ts";
import { verifySite } from "./verify.ts";

const ASSETS = join(import.meta.dirname, "assets");
/** What the search looks through; every site has it, and begins it like this. */
const INDEX = join("assets", "index.js");
const INDEX_START = "window.searchIndex=";

export type SiteOptions = {
  /** The repository. */
  readonly root: string;
  /** Where to write; what is there is replaced. */
  readonly out: string;
  /** Whether actions may lack a page, while pages are being written. */
  readonly allowMissing?: boolean;
  /** Pictures that stand inside pages, by their paths in the repository. */
  readonly pictures?: ReadonlyMap<string, string>;
};

export type SiteReport = {
  readonly pages: number;
  readonly bytes: number;
  /** What is wrong, a line each; nothing is written unless this is empty. */
  readonly problems: readonly string[];
};

/** Thrown when a site would replace a folder, or a file, that is none. */
export class NotASiteError extends BaseError {
  override readonly name = "NotASiteError";
  constructor({ folder }: { readonly folder: string }) {
    super(`"${folder}" is, or has, files that are no site of ours: name another folder, or empty it.`);
  }
}

/** Builds the site. @throws {NotASiteError} when `out` has other files. */
export async function buildSite({
  root,
  out,
  allowMissing = false,
  pictures = new Map(),
}: SiteOptions): Promise<SiteReport> {
  await requireReplaceable(out);
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  const { pages, navigation, files } = composeSite(root, { allowMissing, pictures, report });
  const assets = await readdir(ASSETS);
  const rendered = new Map(pages.map((page) => [page.url.slice(1), renderPage(page, navigation)]));
  const others = new Set([...files].map((file) => `files/${file}`).concat(assets.map((name) => `assets/${name}`)));
  problems.push(...verifySite(rendered, others));
  const bytes = [...rendered.values()].reduce((sum, html) => sum + Buffer.byteLength(html), 0);
  if (problems.length === 0) await write(root, out, rendered, files, indexOf(pages));
  return { pages: rendered.size, bytes, problems };
}

/** What is at `out` goes: it must be a site, an empty folder, or nothing. */
async function requireReplaceable(out: string): Promise<void> {
  if (!existsSync(out)) return;
  const files = await readdir(out).catch(() => undefined);
  if (files?.length === 0) return;
  const index = await readFile(join(out, INDEX), "utf8").catch(() => "");
  if (!index.startsWith(INDEX_START)) throw new NotASiteError({ folder: out });
}

type Composition = {
  readonly pages: readonly Page[];
  readonly navigation: readonly Group[];
  readonly files: ReadonlySet<string>;
};
type Choices = {
  readonly allowMissing: boolean;
  readonly pictures: ReadonlyMap<string, string>;
  readonly report: Report;
};

function composeSite(root: string, { allowMissing, pictures, report }: Choices): Composition {
  const api = readApi(root);
  const actions = readActions(api, report);
  const modules = readModules(api);
  const errors = readErrorClasses(api, report);
  const contracts = readContracts(root);
  const names = collectNames(actions, modules, errors, contracts);
  const documents = listDocuments(root);
  const routes = collectRoutes(documents, actions, contracts);
  const site: Site = { root, routes, names, pictures, report };

  const written = readActionPages(root, actions, allowMissing, report);
  const throwers = [...actions.map(({ main }) => main), ...modules.flatMap(({ exports }) => exports)];
  for (const { name, file, comment } of throwers) {
    for (const { error } of comment.throws) {
      if (names.ofExport(error) === undefined && !(error in globalThis)) {
        report(`${file}: ${name} throws ${error}, which the SDK does not export.`);
      }
    }
  }
  const documentPages = documents.map((document) => documentPage(site, document));
  const actionPages = actions.map((action) => {
    const source = `sdk/docs/actions/${action.area}/${action.name}.md`;
    const text = splitPage(written.get(`${action.area}/${action.name}`));
    return actionPage(action, text, names, contracts, documentReferences(site, source));
  });
  const modulePages = modules.map((module) => modulePage(module, names, contracts));
  const contractPages = contracts.contracts.map((contract) => contractPage(contract, names, { actions, errors }));
  const overviews = overviewPages(actions, contracts, modules);
  const pages = [
    ...documentPages,
    ...actionPages,
    ...modulePages,
    ...contractPages,
    errorsPage(errors, throwers, names, contracts),
    ...overviews,
  ];
  return {
    pages,
    navigation: navigate(documents, documentPages, actions, modulePages, contractPages),
    files: routes.files,
  };
}

function navigate(
  documents: readonly Document[],
  documentPages: readonly Page[],
  actions: readonly Action[],
  modulePages: readonly Page[],
  contractPages: readonly Page[],
): Group[] {
  const linksOf = (pages: readonly Page[]) => pages.map(({ title, url }) => ({ title, url }));
  const of = (wanted: Document["section"]) =>
    documents.flatMap(({ section, url, label }, i) =>
      section === wanted ? [{ title: label ?? documentPages[i]?.title ?? url, url }] : [],
    );
  const areas = [...new Set(actions.map(({ area }) => area))];
  const groups: Group[] = [
    { title: "Start", section: "start", links: [...of("start"), { title: "Errors", url: ERRORS_URL }] },
    { title: "Guides", section: "guides", links: of("guides") },
    ...areas.map((area) => ({
      title: `Actions: ${area}`,
      section: `actions/${area}`,
      url: `/actions/${area}/index.html`,
      links: actions
        .filter((one) => one.area === area)
        .map(({ name }) => ({ title: name, url: `/actions/${area}/${name}.html` })),
    })),
    { title: "Subpaths", section: "api", url: "/api/index.html", links: linksOf(modulePages) },
    { title: "Contracts", section: "contracts", url: "/contracts/index.html", links: linksOf(contractPages) },
    { title: "Project", section: "project", links: of("project") },
  ];
  return groups.filter(({ links }) => links.length > 0);
}

/** What the search looks through, as a script: a page opened from a disk may not fetch. */
function indexOf(pages: readonly Page[]): string {
  const rows = pages.flatMap(({ found }) =>
    found.map(({ title, url, kind, text }) => [title, url.slice(1), kind, text]),
  );
  return `${INDEX_START}${JSON.stringify(rows)};\n`;
}

async function write(
  root: string,
  out: string,
  pages: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
  index: string,
): Promise<void> {
  await rm(out, { recursive: true, force: true });
  for (const folder of new Set([...pages.keys()].map((path) => dirname(path)))) {
    await mkdir(join(out, folder), { recursive: true });
  }
  await Promise.all([...pages].map(([path, html]) => writeFile(join(out, path), html)));
  await cp(ASSETS, join(out, "assets"), { recursive: true });
  await writeFile(join(out, INDEX), index);
  for (const file of files) {
    await mkdir(dirname(join(out, "files", file)), { recursive: true });
    await writeFile(join(out, "files", file), await readFile(join(root, file)));
  }
}
