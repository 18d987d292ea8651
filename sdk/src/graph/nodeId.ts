import { keccak256, stringToHex, type Hex } from "viem";

import { canonicalProject } from "../csv/project.ts";

/** The child that stands for dependencies nobody listed: its share goes back to the funding pool. */
export const UNKNOWN_PROJECT = "UNKNOWN";

/** Id of {@link UNKNOWN_PROJECT}. */
export const UNKNOWN_NODE: Hex = keccak256(stringToHex(UNKNOWN_PROJECT));

/**
 * Returns the id of a project in the graph: the hash of its canonical name.
 * @param project Its URL, in any spelling; `UNKNOWN`, in any case, is the child of that name.
 * @throws {InvalidProjectError} when it is empty or cannot be a URL.
 */
export function nodeId(project: string): Hex {
  const name = canonicalProject(project);
  return name === UNKNOWN_PROJECT.toLowerCase() ? UNKNOWN_NODE : keccak256(stringToHex(name));
}
