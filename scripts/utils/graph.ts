import type { NodeImport } from "../../sdk/src/graph/index.ts";

/** A node as the types of ethers want it for `importNodes`: with lists that could be changed. */
export function toImportArgument({ node, originality, children, weights }: NodeImport) {
  return { node, originality, children: [...children], weights: [...weights] };
}
