/** Composes the pages of the site: what people wrote, and what the code says. */
import { DOCUMENTS, NAVIGATION, type Navigation } from "../navigation.ts";
import { documentPage, findPages, readDocument, type Documents } from "./documents.ts";
import type { Report } from "./report.ts";
import { codeBlock, frontmatter, heading, table } from "./markdown.ts";
import { composeMenus, type Menus } from "./menus.ts";
import { actionUrl, collectNames, contractUrl, type Names } from "./names.ts";
import { readContracts, type Contracts } from "./natspec.ts";
import { actionPage, areaPage } from "./pages/actions.ts";
import { contractPage, contractsPage } from "./pages/contracts.ts";
import { errorPage, errorsPage } from "./pages/errors.ts";
import { modulePage, readModules, type Module } from "./pages/modules.ts";
import type { Page } from "./pages/parts.ts";
import { readActions, type Action } from "./tsdoc/actions.ts";
import { readApi } from "./tsdoc/api.ts";
import { readErrorClasses } from "./tsdoc/errors.ts";

export type Composition = {
  readonly pages: readonly Page[];
  /** Menus, by the folder that they belong to; `/` for all others. */
  readonly menus: Menus;
  readonly names: Names;
  /** Files of the repository that pages link to. */
  readonly files: ReadonlySet<string>;
  /** What is wrong, a line each. */
  readonly problems: readonly string[];
};

const ACTIONS = "site/actions";

/** What is on the menus, and which documents lie elsewhere; the project's own by default. */
type Choices = { readonly navigation?: Navigation; readonly elsewhere?: Readonly<Record<string, string>> };

/** Composes all pages of the repository at `root`. */
export function composeSite(
  root: string,
  { navigation = NAVIGATION, elsewhere = DOCUMENTS }: Choices = {},
): Composition {
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  const entries = readApi(root);
  const actions = readActions(entries, report);
  const modules = readModules(entries);
  const errors = readErrorClasses(entries, report);
  const contracts = readContracts(root);
  const names = collectNames(placesOf(modules, contracts), errors, actions, contracts);
  const throwers = [...actions.map(({ main }) => main), ...modules.flatMap(({ exports }) => exports)];
  for (const { name, file, comment } of throwers) {
    for (const { error } of comment.throws) {
      if (names.has(error) || error in globalThis) continue;
      report(`${file}: ${name} throws ${error}, which the SDK does not export.`);
    }
  }

  const written = findPages(root);
  const sources = new Map(actions.map((action) => [`${ACTIONS}/${action.area}/${action.name}.md`, action]));
  const authored = written.filter((file) => !file.startsWith(`${ACTIONS}/`));
  const routes = new Map([
    ...Object.entries(elsewhere),
    ...[...sources].map(
      ([file, action]) =>
        [
          file,
          actionUrl(action)
            .slice(1)
            .replace(/\.html$/, ""),
        ] as const,
    ),
    ...[...contracts.implementations].map(
      ([file, name]) =>
        [
          file,
          contractUrl(name)
            .slice(1)
            .replace(/\.html$/, ""),
        ] as const,
    ),
    ...authored.map((file) => [file, file.replace(/^site\/|\.md$/g, "")] as const),
  ]);
  const documents: Documents = { root, routes, files: new Set(), report };
  for (const file of written) {
    if (file.startsWith(`${ACTIONS}/`) && !sources.has(file)) {
      report(`${file}: there is no such action; remove the page, or name it as the action is named.`);
    }
  }
  const areas = Map.groupBy(actions, ({ area }) => area);
  const actionPages = [...sources].flatMap(([file, action]): Page[] => {
    const text = readActionPage(documents, written, file, action);
    return text === undefined ? [] : [actionPage(action, text, names, contracts)];
  });
  const documentPages = [...authored, ...Object.keys(elsewhere)].map((file) => documentPage(documents, file));
  const modulePages = modules.map((module) => modulePage(module, names));
  const pages = [
    ...documentPages,
    actionsPage(areas),
    ...[...areas].map(([area, list]) => areaPage(area, list)),
    ...actionPages,
    ...modulePages,
    contractsPage(contracts.contracts),
    ...contracts.contracts.map((contract) => contractPage(contract, names, { actions, errors })),
    errorsPage(errors),
    ...errors.map((error) => errorPage(error, throwers, names, contracts)),
  ];
  const menus = composeMenus(pages, navigation, report);
  return { pages, menus, names, files: documents.files, problems };
}

/** Where the exports of the subpaths are explained; an ABI, at its contract. */
function placesOf(modules: readonly Module[], { contracts }: Contracts): ReadonlyMap<string, string> {
  return new Map([
    ...modules.flatMap(({ path, exports }) => exports.map(({ name }) => [name, `/${path}.html#${name}`] as const)),
    ...contracts.map(({ name }) => [`${(name[0] ?? "").toLowerCase()}${name.slice(1)}Abi`, contractUrl(name)] as const),
  ]);
}

function readActionPage(
  documents: Documents,
  written: readonly string[],
  file: string,
  { name }: Action,
): string | undefined {
  if (!written.includes(file)) {
    documents.report(`${file} is missing: every action has a page.`);
    return undefined;
  }
  const text = readDocument(documents, file);
  if (!text.startsWith(`# ${name}\n`)) documents.report(`${file} begins with "# ${name}".`);
  if (!/^## Usage$/m.test(text))
    documents.report(`${file} has no section "## Usage": a whole program, and what it prints.`);
  return text;
}

function actionsPage(areas: ReadonlyMap<string, readonly Action[]>): Page {
  const about = { title: "Actions", description: "Everything that the SDK does with the contracts, by area." };
  const rows = [...areas].map(([area, list]) => [
    `[${area}](/actions/${area}/)`,
    list.map(({ name }) => `\`${name}\``).join(", "),
  ]);
  const text = [
    frontmatter(about),
    heading(1, about.title, "actions"),
    "Functions of a client and parameters. Each has a page: what it is for, a whole program with what it prints, parameters with their units, errors, and the contract's function behind it.\n\n",
    codeBlock('import { trade } from "deepfunding/actions";', "ts"),
    table(["Area", "Actions"], rows),
  ].join("");
  return { path: "actions/index", title: about.title, text };
}
