/** A rule of ESLint: the rooms of a folder are in an order, and a file imports from its own and from those before it. */
import { join, relative, sep } from "node:path";
import type { Rule } from "eslint";

import { onRelativeImport } from "./relativeImports.ts";

/** An order of rooms. */
export type Order = {
  /** The folder, from where ESLint runs. */
  readonly folder: string;
  /** Its folders, and its files by their names without endings, the lowest first. */
  readonly rooms: readonly string[];
};

export const oneDirection: Rule.RuleModule = {
  meta: {
    type: "problem",
    schema: [
      {
        type: "object",
        properties: { folder: { type: "string" }, rooms: { type: "array", items: { type: "string" } } },
        required: ["folder", "rooms"],
        additionalProperties: false,
      },
    ],
    messages: {
      unlisted: "'{{room}}' is not in the order of rooms: put it where it may import what is before it.",
      upwards: "'{{from}}' is below '{{to}}' and cannot import from it: what both need belongs below both.",
    },
  },
  create(context) {
    const { folder, rooms } = context.options[0] as Order;
    const roomOf = (path: string) =>
      relative(join(context.cwd, folder), path).split(sep)[0]?.replace(/\.ts$/, "") ?? "";
    const from = roomOf(context.filename);
    if (!rooms.includes(from)) {
      return { Program: (node) => context.report({ node, messageId: "unlisted", data: { room: from } }) };
    }
    return onRelativeImport(context.filename, (node, path) => {
      const to = roomOf(path);
      if (rooms.includes(to) && rooms.indexOf(to) <= rooms.indexOf(from)) return;
      context.report({ node, messageId: rooms.includes(to) ? "upwards" : "unlisted", data: { from, to, room: to } });
    });
  },
};
