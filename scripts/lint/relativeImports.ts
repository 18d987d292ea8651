/** What the rules of this folder look at: the relative imports of a file, of types too. */
import { dirname, join } from "node:path";
import type { Rule } from "eslint";

type Import = Rule.Node & { readonly source?: { readonly value?: unknown } | null };

/** Makes a rule's listener that is told of each relative import, with the absolute path that it leads to. */
export function onRelativeImport(file: string, tell: (node: Rule.Node, path: string) => void): Rule.RuleListener {
  const listen = (node: Rule.Node) => {
    const specifier = (node as Import).source?.value;
    if (typeof specifier === "string" && specifier.startsWith(".")) tell(node, join(dirname(file), specifier));
  };
  const kinds = ["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration", "ImportExpression"];
  return Object.fromEntries([...kinds, "TSImportType"].map((kind) => [kind, listen]));
}
