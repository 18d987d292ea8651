/** Layout of a Sankey diagram: nodes in columns, ribbons between them whose widths are what flows. */

export type FlowNode = { readonly id: string; readonly column: number };
export type FlowLink = { readonly source: string; readonly target: string; readonly value: number };

/** A node with its place; `value` is the larger of what flows in and out. */
export type PlacedNode = FlowNode & { readonly value: number; readonly y: number; readonly height: number };
/** A ribbon: where its middle begins and ends, and its width. */
export type PlacedLink = FlowLink & { readonly from: number; readonly to: number; readonly width: number };

export type Sankey = { readonly nodes: readonly PlacedNode[]; readonly links: readonly PlacedLink[] };

export type SankeyOptions = {
  /** All of the height, in pixels. */
  readonly height: number;
  /** Room between two nodes of a column, in pixels: enough for a label, however small the nodes. */
  readonly gap: number;
};

const SWEEPS = 6;

/**
 * Places nodes and ribbons on a common scale, so that the fullest column takes the whole height. Within a column nodes
 * are ordered by where their ribbons come from and go to (barycentres), which keeps crossings few.
 * @throws {RangeError} when the gaps of a column leave no room, or a link names an unknown node.
 */
export function layoutSankey(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  { height, gap }: SankeyOptions,
): Sankey {
  const values = valuesOf(nodes, links);
  const columns = groupByColumn(nodes, values);
  const scale = Math.min(
    ...columns.map((column) => {
      const room = height - gap * (column.length - 1);
      if (room <= 0) throw new RangeError(`${column.length} nodes do not fit ${height} pixels.`);
      return room / column.reduce((sum, { id }) => sum + (values.get(id) ?? 0), 0);
    }),
  );
  let placed = columns.map((column) => place(column, values, scale, { height, gap }));
  for (let sweep = 0; sweep < SWEEPS; ++sweep) {
    const middles = new Map(placed.flat().map(({ id, y, height: size }) => [id, y + size / 2]));
    placed = placed.map((column) => {
      const centres = new Map(column.map(({ id }) => [id, barycentre(id, links, middles)]));
      const sorted = column.toSorted((a, b) => (centres.get(a.id) ?? 0) - (centres.get(b.id) ?? 0));
      return place(sorted, values, scale, { height, gap });
    });
  }
  const all = placed.flat();
  return { nodes: all, links: placeLinks(links, new Map(all.map((node) => [node.id, node])), scale) };
}

function valuesOf(nodes: readonly FlowNode[], links: readonly FlowLink[]): Map<string, number> {
  const ids = new Set(nodes.map(({ id }) => id));
  const unknown = links.flatMap(({ source, target }) => [source, target]).find((id) => !ids.has(id));
  if (unknown !== undefined) throw new RangeError(`A link names ${unknown}, which is no node.`);
  const sum = (id: string, end: "source" | "target") =>
    links.filter((link) => link[end] === id).reduce((total, { value }) => total + value, 0);
  return new Map(nodes.map(({ id }) => [id, Math.max(sum(id, "source"), sum(id, "target"))]));
}

/** The columns from left to right, each begun with its largest node. */
function groupByColumn(nodes: readonly FlowNode[], values: ReadonlyMap<string, number>): FlowNode[][] {
  const numbers = [...new Set(nodes.map(({ column }) => column))].sort((a, b) => a - b);
  return numbers.map((number) =>
    nodes.filter(({ column }) => column === number).sort((a, b) => (values.get(b.id) ?? 0) - (values.get(a.id) ?? 0)),
  );
}

/** Stacks a column, in the middle of the height. */
function place(
  column: readonly FlowNode[],
  values: ReadonlyMap<string, number>,
  scale: number,
  { height, gap }: SankeyOptions,
): PlacedNode[] {
  const sizes = column.map(({ id }) => (values.get(id) ?? 0) * scale);
  let y = (height - sizes.reduce((sum, size) => sum + size, 0) - gap * (column.length - 1)) / 2;
  return column.map((node, i) => {
    const size = sizes[i] ?? 0;
    const placed = { ...node, value: values.get(node.id) ?? 0, y, height: size };
    y += size + gap;
    return placed;
  });
}

/** The mean height of a node's neighbours, weighted by what flows; its own without any. */
function barycentre(id: string, links: readonly FlowLink[], middles: ReadonlyMap<string, number>): number {
  const ends = links.flatMap(({ source, target, value }) => {
    if (source === id) return [{ at: middles.get(target) ?? 0, value }];
    return target === id ? [{ at: middles.get(source) ?? 0, value }] : [];
  });
  const total = ends.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return middles.get(id) ?? 0;
  return ends.reduce((sum, { at, value }) => sum + at * value, 0) / total;
}

/** Stacks the ribbons at each node in the order of their other ends. */
function placeLinks(links: readonly FlowLink[], nodes: ReadonlyMap<string, PlacedNode>, scale: number): PlacedLink[] {
  const yOf = (id: string) => nodes.get(id)?.y ?? 0;
  const offsets = (end: "source" | "target", other: "source" | "target") => {
    const used = new Map<string, number>();
    const sorted = links.toSorted((a, b) => yOf(a[other]) - yOf(b[other]));
    return new Map(
      sorted.map((link) => {
        const before = used.get(link[end]) ?? 0;
        used.set(link[end], before + link.value * scale);
        return [link, yOf(link[end]) + before + (link.value * scale) / 2] as const;
      }),
    );
  };
  const [from, to] = [offsets("source", "target"), offsets("target", "source")];
  return links.map((link) => ({
    ...link,
    from: from.get(link) ?? 0,
    to: to.get(link) ?? 0,
    width: link.value * scale,
  }));
}
