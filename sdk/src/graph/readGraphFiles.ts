import { nearestProject } from "../csv/nearest.ts";
import { projectReader } from "../csv/names.ts";
import { type Edges, readEdges } from "../csv/readEdges.ts";
import { readWeights } from "../csv/readWeights.ts";
import { readWeightsByParent } from "../csv/readWeightsByParent.ts";
import { parseTable, type Row, type Table } from "../csv/table.ts";
import { COLUMNS, formatOf, type Weights, type WeightsFormat } from "../csv/weightsFile.ts";
import {
  CsvError,
  type FileFailure,
  InvalidFilesError,
  InvalidHeaderError,
  MisspeltProjectError,
  ChildOfUnknownError,
} from "../errors/csv.ts";
import { GraphCycleError } from "../errors/graph.ts";

import { genesis, type Genesis, type GenesisOptions } from "./genesis.ts";
import { genesisGraphOf } from "./genesisGraph.ts";
import { UNKNOWN_PROJECT } from "./nodeId.ts";

/** The files of a round that say what its graph is, in the order in which they are read. */
export const GRAPH_FILES = ["base-rates.csv", "edges.csv", "child-weights.csv", "originality.csv"] as const;

/** Name of such a file. */
export type GraphFile = (typeof GRAPH_FILES)[number];

/** Texts of files: only base rates must be there. */
export type GraphTexts = Readonly<Partial<Record<GraphFile, string>>> & { readonly "base-rates.csv": string };

/** A row that says nothing of the graph. */
export type IgnoredRow = {
  readonly file: GraphFile;
  readonly row: number;
  /** The project as it is written there. */
  readonly name: string;
  /** Why, to follow "ignored, as". */
  readonly reason: string;
  /** The project of the graph whose name is nearest, if one is near. */
  readonly near: string | undefined;
};

/** An edge that is not in the graph. */
export type DroppedEdge = {
  /** Canonical names. */
  readonly parent: string;
  readonly child: string;
  /** Where a file names it first. */
  readonly file: GraphFile;
  readonly row: number;
};

/** What the files of a round say of its graph, and what of it is not in the graph. */
export type GraphOfFiles = {
  readonly target: string;
  readonly genesis: Genesis;
  /** Canonical names of all projects that the target leads to, those that are left out too. */
  readonly projects: readonly string[];
  /** Rows that say nothing of the graph. */
  readonly ignored: readonly IgnoredRow[];
  /** Children that rank below 128 of their parent, with how many that has: their weight is spread over the others. */
  readonly cut: readonly (DroppedEdge & { readonly children: number })[];
  /** Children whose weight is 0, or that only `edges.csv` names where `child-weights.csv` gives weights. */
  readonly weightless: readonly DroppedEdge[];
  /** Parents to which only edges lead that are left out: neither they nor what is below them gets anything. */
  readonly unreachable: readonly string[];
  /** Projects with children whose originality is not known: a half is assumed. */
  readonly assumed: readonly string[];
};

/** A name in a file. */
type Place = { readonly file: GraphFile; readonly row: number; readonly column: string; readonly text: string };

/** Who is whose child by the names in the files, and where that is said first. */
type Named = {
  readonly edges: ReadonlyMap<string, ReadonlyMap<string, Place>>;
  readonly parents: ReadonlyMap<string, Place>;
};

type Tables = ReadonlyMap<GraphFile, Table>;

const FORMATS: Readonly<Record<GraphFile, readonly WeightsFormat[]>> = {
  "base-rates.csv": ["weights", "dependencies"],
  "edges.csv": [],
  "child-weights.csv": ["weights", "dependencies"],
  "originality.csv": ["originality"],
};

/**
 * Reads the graph that the files of a round describe, and says what of them it does not have.
 * @param texts The files by name.
 * @param options `normalize`: scale the weights of each parent to sum to 1, whatever they sum to.
 * @throws {InvalidFilesError} with all that is wrong with any of them: rows that cannot be read, names that are nearly
 * those of projects of the graph but are none, circles.
 */
export function readGraphFiles(texts: GraphTexts, options: GenesisOptions = {}): GraphOfFiles {
  const failures: FileFailure[] = [];
  const attempt = <T>(file: GraphFile, read: (text: string) => T): T | undefined => {
    const text = texts[file];
    try {
      return text === undefined ? undefined : read(text);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      failures.push(...error.failures(file));
      return undefined;
    }
  };
  const found = GRAPH_FILES.map((file) => [file, attempt(file, (text) => tableOf(file, text))] as const);
  const tables: Tables = new Map(found.flatMap(([file, table]) => (table === undefined ? [] : [[file, table]])));
  // Of what is no table nothing more can be said.
  const readable = <T>(file: GraphFile, read: (text: string) => T) =>
    tables.has(file) ? attempt(file, read) : undefined;
  const { normalize } = options;
  const rates = readable("base-rates.csv", (text) => readWeights(text, { normalize }));
  const edges: Edges = readable("edges.csv", readEdges) ?? new Map();
  const weights = readable("child-weights.csv", (text) => readWeightsByParent(text, undefined, { normalize }));
  const kept = readable("originality.csv", (text) => readWeights(text));

  const projectOf = projectReader();
  const target = rates?.parent ?? targetOf(tables.get("base-rates.csv"), projectOf);
  const named = namesIn(tables, projectOf, target);
  const reached = reachedFrom(target, named.edges);
  const unused = unusedNames({ tables, projectOf, target, named, reached });
  failures.push(...unused.failures);
  if (failures.length > 0 || rates === undefined) throw new InvalidFilesError({ failures: inOrder(failures) });

  const originality = kept && new Map(kept.projects.map((project, i) => [project, kept.weights[i] ?? 0n]));
  const { projects, weights: prices } = rates;
  const described = genesisGraphOf({ target, projects, prices, edges, weights, originality });
  const graph = genesisOf(described, options, named);
  const dropped = droppedOf(graph, named, reached, weights);
  const unreachable = graph.unreachable.filter((parent) => reached.has(parent));
  const assumed = [...reached].filter((name) => name !== target && hasChildren(named, name) && !originality?.has(name));
  return { target, genesis: graph, projects: [...reached], ignored: unused.ignored, ...dropped, unreachable, assumed };
}

/** The files by names and rows. @throws {CsvError} when it is another table than this file must be. */
function tableOf(file: GraphFile, text: string): Table {
  const table = parseTable(text);
  const formats = FORMATS[file];
  const format = formatOf(table);
  if (formats.length === 0 || formats.includes(format)) return table;
  const { header, headerRow: row } = table;
  const headers = formats.map((each) => Object.values(COLUMNS[each]).join(","));
  const column = COLUMNS[formats[0] ?? "weights"].value;
  throw new InvalidHeaderError({ column, missing: [column], header, row, formats: headers });
}

type ProjectOf = (text: string) => string | undefined;

/** Whose children base rates are about, where they cannot be read. */
function targetOf(table: Table | undefined, projectOf: ProjectOf): string {
  const [first] = table?.rows ?? [];
  return (first && table && projectOf(first.get(COLUMNS[formatOf(table)].parent ?? ""))) ?? "";
}

/** The columns of parents and children. */
function columnsOf(file: GraphFile, table: Table): { readonly parent: string; readonly child: string } {
  if (file === "edges.csv") return { parent: "parent", child: "child" };
  const { parent = "", project: child } = COLUMNS[formatOf(table)];
  return { parent, child };
}

function namesIn(tables: Tables, projectOf: ProjectOf, target: string): Named {
  const edges = new Map<string, Map<string, Place>>();
  const parents = new Map<string, Place>();
  for (const [file, table] of tables) {
    if (file === "originality.csv") continue;
    const columns = columnsOf(file, table);
    for (const row of table.rows) {
      const [parent, child] = [projectOf(row.get(columns.parent)), projectOf(row.get(columns.child))];
      // What is said of the target itself is the base rates' business.
      const isOther = file === "base-rates.csv" ? parent !== target : parent === target;
      if (parent === undefined || child === undefined || isOther) continue;
      const children = edges.get(parent) ?? new Map<string, Place>();
      edges.set(parent, children);
      if (!children.has(child)) children.set(child, placeOf(file, row, columns.child));
      if (!parents.has(parent)) parents.set(parent, placeOf(file, row, columns.parent));
    }
  }
  return { edges, parents };
}

function placeOf(file: GraphFile, row: Row, column: string): Place {
  return { file, row: row.row, column, text: row.get(column) };
}

function hasChildren({ edges }: Named, project: string): boolean {
  return (edges.get(project)?.size ?? 0) > 0;
}

function reachedFrom(target: string, edges: Named["edges"]): ReadonlySet<string> {
  const reached = new Set([target]);
  for (const parent of reached) for (const child of edges.get(parent)?.keys() ?? []) reached.add(child);
  return reached;
}

/* NAMES THAT SAY NOTHING */

type Files = {
  readonly tables: Tables;
  readonly projectOf: ProjectOf;
  readonly target: string;
  readonly named: Named;
  readonly reached: ReadonlySet<string>;
};

/** Rows that are about nothing in the graph: those that are nearly about something are failures. */
function unusedNames(files: Files) {
  const { reached } = files;
  const failures: FileFailure[] = [];
  const ignored: IgnoredRow[] = [];
  const note = (place: Place, reason: string, candidates: Iterable<string>) => {
    const near = nearestProject(files.projectOf(place.text) ?? place.text, candidates);
    if (near !== undefined && reason === NOT_THERE)
      failures.push(...new MisspeltProjectError({ ...place, near }).failures(place.file));
    else ignored.push({ file: place.file, row: place.row, name: place.text, reason, near });
  };
  for (const place of strayParents(files)) note(place, NOT_THERE, reached);
  for (const { place, among } of strayChildren(files)) note(place, NOT_THERE, among);
  for (const { place, reason } of targetRows(files)) note(place, reason, []);
  for (const { place, reason } of originalityRows(files)) note(place, reason, reached);
  failures.push(...unknownParents(files));
  return { failures, ignored };
}

const NOT_THERE = "nothing leads to it from the target";

/** Parents that the target does not lead to, once a file. */
function strayParents({ tables, projectOf, reached }: Files): readonly Place[] {
  const found = new Map<string, Place>();
  for (const [file, table] of tables) {
    if (file === "originality.csv" || file === "base-rates.csv") continue;
    const { parent: column } = columnsOf(file, table);
    for (const row of table.rows) {
      const parent = projectOf(row.get(column));
      const key = `${file}: ${parent}`;
      if (parent !== undefined && !reached.has(parent) && !found.has(key)) found.set(key, placeOf(file, row, column));
    }
  }
  return [...found.values()];
}

/** Children with weights that are not among those of `edges.csv`, and the ones there that have no weights. */
function strayChildren({ tables, projectOf }: Files) {
  const listed = byParent("edges.csv", tables, projectOf);
  const weighed = byParent("child-weights.csv", tables, projectOf);
  return [...weighed].flatMap(([parent, children]) => {
    const names = listed.get(parent);
    if (names === undefined) return [];
    const among = [...names.keys()].filter((name) => !children.has(name));
    // One more child than `edges.csv` has is no mistake, unless it is nearly one of those.
    const strays = [...children].filter(([name]) => !names.has(name) && nearestProject(name, among) !== undefined);
    return strays.map(([, place]) => ({ place, among }));
  });
}

function byParent(file: GraphFile, tables: Tables, projectOf: ProjectOf): ReadonlyMap<string, Map<string, Place>> {
  const found = new Map<string, Map<string, Place>>();
  const table = tables.get(file);
  if (table === undefined) return found;
  const columns = columnsOf(file, table);
  for (const row of table.rows) {
    const [parent, child] = [projectOf(row.get(columns.parent)), projectOf(row.get(columns.child))];
    if (parent === undefined || child === undefined) continue;
    const children = found.get(parent) ?? new Map<string, Place>();
    found.set(parent, children.set(child, children.get(child) ?? placeOf(file, row, columns.child)));
  }
  return found;
}

/** What other files say of the target's children. */
function targetRows({ tables, projectOf, target, named }: Files) {
  const seeds = named.edges.get(target);
  return (["edges.csv", "child-weights.csv"] as const).flatMap((file) => {
    const children = byParent(file, tables, projectOf).get(target) ?? new Map<string, Place>();
    // Edges to the seeds are only said twice.
    const others = [...children].filter(([child]) => file === "child-weights.csv" || seeds?.has(child) === false);
    return others.map(([, place]) => ({
      place,
      reason: "base-rates.csv says what the target's children are, and their weights",
    }));
  });
}

function originalityRows({ tables, projectOf, target, named, reached }: Files) {
  const table = tables.get("originality.csv");
  const column = COLUMNS.originality.project;
  return (table?.rows ?? []).flatMap((row) => {
    const project = projectOf(row.get(column));
    if (project === undefined) return [];
    const reason = whyNot(project);
    return reason === undefined ? [] : [{ place: placeOf("originality.csv", row, column), reason }];
  });
  function whyNot(project: string): string | undefined {
    if (!reached.has(project)) return NOT_THERE;
    if (project === target) return "the target keeps nothing";
    return hasChildren(named, project) ? undefined : "it has no children, and so keeps all";
  }
}

/** UNKNOWN stands for what nobody knows: it has no children. */
function unknownParents({ named }: Files): readonly FileFailure[] {
  const place = named.parents.get(UNKNOWN_PROJECT.toLowerCase());
  return place === undefined ? [] : new ChildOfUnknownError(place).failures(place.file);
}

/* WHAT THE GRAPH DOES NOT HAVE */

function genesisOf(described: Parameters<typeof genesis>[0], options: GenesisOptions, named: Named): Genesis {
  try {
    return genesis(described, options);
  } catch (error) {
    if (!(error instanceof GraphCycleError)) throw error;
    throw new InvalidFilesError({ failures: cycleFailures(error, named) });
  }
}

/** A circle is wrong in all of its rows: any of them may be the one to remove. */
function cycleFailures({ cycle, name, shortMessage, metaMessages }: GraphCycleError, { edges }: Named) {
  return cycle.flatMap((parent, i): FileFailure[] => {
    const place = edges.get(parent)?.get(cycle[(i + 1) % cycle.length] ?? "");
    if (place === undefined) return [];
    const { file, row, column, text } = place;
    const message = `Row ${row}: ${shortMessage}`;
    return [{ name, file, row, column, text, message, remedy: metaMessages.join(" ") }];
  });
}

function droppedOf(
  graph: Genesis,
  { edges }: Named,
  reached: ReadonlySet<string>,
  weights: ReadonlyMap<string, Pick<Weights, "projects">> | undefined,
) {
  const placed = ({ parent, child }: { readonly parent: string; readonly child: string }): DroppedEdge[] => {
    const place = edges.get(parent)?.get(child === UNKNOWN_PROJECT ? child.toLowerCase() : child);
    return place === undefined || !reached.has(parent) ? [] : [{ parent, child, file: place.file, row: place.row }];
  };
  const listedOnly = [...(weights ?? [])].flatMap(([parent, { projects }]) => {
    const weighed = new Set(projects);
    return [...(edges.get(parent)?.keys() ?? [])]
      .filter((child) => !weighed.has(child))
      .map((child) => ({ parent, child }));
  });
  const cut = graph.cut.flatMap((edge) =>
    placed(edge).map((one) => ({ ...one, children: edges.get(edge.parent)?.size ?? 0 })),
  );
  return { cut, weightless: [...graph.weightless, ...listedOnly].flatMap(placed) };
}

/** By file, and by row in it. */
function inOrder(failures: readonly FileFailure[]): readonly FileFailure[] {
  const rank = ({ file }: FileFailure) => GRAPH_FILES.indexOf(file as GraphFile);
  return failures.toSorted((a, b) => rank(a) - rank(b) || (a.row ?? Infinity) - (b.row ?? Infinity) || 0);
}
