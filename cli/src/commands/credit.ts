import { getFundingPool, getGraph } from "deepfunding/actions";
import { canonicalProject } from "deepfunding/csv";
import { credit as creditOf, type Graph, graphOfGenesis, nodeId, type ProjectCredit } from "deepfunding/graph";
import type { Hex } from "viem";

import { connect } from "../chain/connect.ts";
import { nameOf, namesOf, type Names } from "../chain/names.ts";
import { defineCommand, type OfflineContext } from "../command.ts";
import { ProjectLeftOutError, ProjectNotFoundError } from "../errors.ts";
import { FOLDER_FILES, readFolder } from "../folder.ts";
import { NETWORK_OPTIONS, type NetworkValues } from "../globals.ts";
import { FOLDER, PROJECT, WHOLE } from "../kinds.ts";
import { flag, optional, withDefault } from "../options.ts";
import { renderShare } from "../output/chart.ts";
import { formatPercent, shortName } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { type LeftOut, leftOutOf, NOTHING_LEFT_OUT, renderLeftOut, whyLeftOut } from "../output/leftOut.ts";
import { joinSaid, renderFacts, renderTable } from "../output/table.ts";

/** A graph, and what its nodes are called. */
type Source = {
  readonly title: string;
  readonly graph: Graph<Hex>;
  readonly names: Names;
  /** What files say that is not in the graph. */
  readonly left: LeftOut;
};

export const credit = defineCommand({
  name: "credit",
  summary: "show who gets what share of the money, and by which paths",
  notes: [
    "The target's credit is 1. Each project keeps its originality of what reaches it, and passes the rest on to its " +
      "dependencies by their weights. With --folder it is computed from a round's files, without a chain.",
  ],
  scope: "offline",
  args: { project: optional(PROJECT, "only this one, with its paths") },
  options: {
    round: optional(WHOLE, "by the final weights of this round, 0: the genesis; else the last that has settled"),
    folder: optional(FOLDER, FOLDER_FILES),
    normalize: flag("with --folder: scale weights that do not sum to 1"),
    paths: withDefault(WHOLE, "how many paths to list of each project, the largest first", "10"),
    top: withDefault(WHOLE, "how many projects to show, the largest shares first", "20"),
    ...NETWORK_OPTIONS,
  },
  examples: [
    { line: "deepfunding credit --folder examples/own-dependencies", does: "of files" },
    { line: "deepfunding credit ethereum/solidity --rpc http://127.0.0.1:8545", does: "of the chain, with all paths" },
  ],
  run: async (context, { project, folder, round, paths, normalize, ...values }) => {
    context.progress.show("Reading the graph");
    const { title, graph, names, left } =
      folder === undefined ? await fromChain(context, values, round) : await fromFolder(context, folder, normalize);
    const { projects, unknown } = creditOf(graph, { maxPaths: Math.max(1, Number(paths)) });
    const node = project === undefined ? undefined : nodeId(project);
    if (node !== undefined && !projects.has(node)) {
      const why = whyLeftOut(left, canonicalProject(project ?? ""));
      if (why !== undefined) throw new ProjectLeftOutError({ project: project ?? "", why });
      throw new ProjectNotFoundError({ project: project ?? "", where: `a project of ${title}`, known: names.values() });
    }
    const shown = [...projects].filter(([id]) => node === undefined || id === node);
    return {
      title,
      target: nameOf(names, graph.target),
      unknown,
      open: [...(graph.open ?? [])].map((id) => nameOf(names, id)),
      ...left,
      projects: shown.map(([id, found]) => named(id, found, names)),
    };
  },
  view: (data, paper, { project, top }) =>
    project === undefined
      ? renderAll(data, Number(top), paper)
      : data.projects.map((one) => renderOne(one, paper)).join(),
});

type Row = ReturnType<typeof named>;
type Shown = LeftOut & {
  readonly title: string;
  readonly unknown: bigint;
  readonly open: readonly string[];
  readonly projects: readonly Row[];
};

function named(id: Hex, { credit: all, share, paths, others }: ProjectCredit<Hex>, names: Names) {
  const listed = paths.map((path) => ({ nodes: path.nodes.map((node) => nameOf(names, node)), share: path.share }));
  return { project: nameOf(names, id), credit: all, share, paths: listed, others };
}

async function fromChain(context: OfflineContext, values: NetworkValues, asked: bigint | undefined): Promise<Source> {
  const connected = await connect(context, values, undefined);
  const { client, addressOf, names } = connected;
  const registry = addressOf("registry");
  const round = asked ?? (await lastSettled(connected));
  const title = round === 0n ? "the genesis" : `round ${round}`;
  return { title, graph: await getGraph(client, { registry, round }), names, left: NOTHING_LEFT_OUT };
}

async function lastSettled({ client, addressOf }: Awaited<ReturnType<typeof connect>>): Promise<bigint> {
  const { unsettled = 1n } = await getFundingPool(client, { fundingPool: addressOf("fundingPool") });
  return unsettled - 1n;
}

async function fromFolder(context: OfflineContext, folder: string, normalize: boolean): Promise<Source> {
  const described = await readFolder(context, folder, normalize);
  const names = namesOf(described.projects);
  return { title: folder, graph: graphOfGenesis(described.genesis), names, left: leftOutOf(described) };
}

function renderAll({ title, projects, unknown, open, ...dropped }: Shown, top: number, paper: Paper): string {
  const rows = projects.slice(0, top);
  const most = Number(rows[0]?.share ?? 1n);
  const table = renderTable(
    ["", "", "share", "credit", "largest path", "others"],
    rows.map(({ project, share, credit: all, paths, others }) => [
      shortName(project),
      renderShare(Number(share) / most),
      formatPercent(share),
      formatPercent(all),
      pathOf(paths[0]?.nodes.slice(1, -1) ?? []),
      String(Math.max(0, paths.length - 1) + Number(others.count)),
    ]),
  );
  const left = projects.length - rows.length;
  return joinSaid([
    paper.bold(`Credit by ${title}`),
    table,
    left > 0 && paper.dim(`… and ${left} more (--top ${projects.length})`),
    unknown > 0n && `To dependencies that nobody listed, so to a later round: ${formatPercent(unknown)}`,
    ...renderLeftOut(dropped, paper),
    open.length > 0 && `Not settled yet, and so without a share: ${open.map(shortName).join(", ")}`,
  ]);
}

/** What is between the target and a project. */
function pathOf(between: readonly string[]): string {
  return between.length === 0 ? "direct" : `by ${between.map(shortName).join(" → ")}`;
}

function renderOne({ project, credit: all, share, paths, others }: Row, paper: Paper): string {
  const lines = paths.map((path) => [formatPercent(path.share), path.nodes.map(shortName).join(" → ")] as const);
  return joinSaid([
    paper.bold(project),
    renderFacts([
      ["Reaches it", formatPercent(all)],
      ["It keeps", formatPercent(share)],
    ]),
    "",
    renderFacts(lines.length === 0 ? [["", "No path brings anything."]] : lines),
    others.count > 0n && paper.dim(`and ${formatPercent(others.share)} on ${others.count} more paths (--paths)`),
  ]);
}
