import { findProjects } from "deepfunding/csv";
import type { GraphOfFiles } from "deepfunding/graph";

import { shortName } from "./format.ts";
import type { Paper } from "./paper.ts";

/** What the files of a round say that is not in the graph. */
export type LeftOut = Pick<GraphOfFiles, "ignored" | "cut" | "weightless" | "unreachable" | "assumed">;

/** Of a graph that the chain has nothing is left out. */
export const NOTHING_LEFT_OUT: LeftOut = { ignored: [], cut: [], weightless: [], unreachable: [], assumed: [] };

/** Names that are listed; the others are counted. */
const MOST = 20;

export function leftOutOf({ ignored, cut, weightless, unreachable, assumed }: GraphOfFiles): LeftOut {
  return { ignored, cut, weightless, unreachable, assumed };
}

/** Why a project is not in the graph, to follow its name; `undefined`: nothing is known of it. */
export function whyLeftOut({ cut, weightless, unreachable, ...left }: LeftOut, project: string): string | undefined {
  const found = cut.find(({ child }) => child === project);
  if (found !== undefined) {
    const { file, row, parent, children } = found;
    return `it was cut (${file}, row ${row}), as it ranks below 128 of the ${children} children of "${parent}"`;
  }
  const light = weightless.find(({ child }) => child === project);
  if (light !== undefined) return `it has no weight under "${light.parent}" (${light.file}, row ${light.row})`;
  const row = left.ignored.find(({ name }) => findProjects(name).projects.includes(project));
  if (row !== undefined) return `${row.file}, row ${row.row} was ignored, as ${row.reason}`;
  const isBelow = unreachable.length + cut.length + weightless.length > 0;
  return isBelow && unreachable.includes(project) ? "all that leads to it was cut, or has no weight" : undefined;
}

/** Writes what is left out for people, a paragraph each. */
export function renderLeftOut({ ignored, cut, weightless, unreachable, assumed }: LeftOut, { dim }: Paper): string[] {
  const parents = Map.groupBy(cut, ({ parent }) => parent);
  return [
    ...[...parents].map(([parent, edges]) => {
      const count = `${edges.length} of ${edges[0]?.children} children of ${shortName(parent)}`;
      return `cut: ${count}, as a project has 128 at most: ${namesOf(edges.map(({ child }) => child))}`;
    }),
    ...some("weightless", weightless, ({ child, parent }) => `${shortName(child)} (under ${shortName(parent)})`),
    ...some("not reached any more", unreachable, shortName),
    ...lines(
      "ignored",
      ignored.map(({ file, row, name, reason }) => `  ${file}, row ${row}: ${name}, as ${reason}`),
    ),
    ...some("originality not given, a half assumed", assumed, shortName).map(dim),
  ];
}

function some<T>(title: string, list: readonly T[], nameOf: (one: T) => string): string[] {
  return list.length === 0 ? [] : [`${title}: ${list.length}: ${namesOf(list.map(nameOf))}`];
}

function namesOf(names: readonly string[]): string {
  const more = names.length > MOST ? `, … and ${names.length - MOST} more` : "";
  return names.slice(0, MOST).map(shortName).join(", ") + more;
}

function lines(title: string, all: readonly string[]): string[] {
  if (all.length === 0) return [];
  const more = all.length > MOST ? [`  … and ${all.length - MOST} more`] : [];
  return [[`${title}: ${all.length}`, ...all.slice(0, MOST), ...more].join("\n")];
}
