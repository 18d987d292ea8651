import { globSync } from "node:fs";
import { sep } from "node:path";

/** Rooms of `contracts/` whose files are not part of what is deployed as the protocol. */
const APART = ["interfaces", "mocks", "periphery"];

const roomOf = (file: string) => file.split("/")[1] ?? "";

/** Paths from `root`, in order: all contracts but the mocks. */
export function listContracts(root: string): string[] {
  return globSync("contracts/**/*.sol", { cwd: root })
    .map((file) => file.split(sep).join("/"))
    .filter((file) => roomOf(file) !== "mocks")
    .sort();
}

/** Paths from `root`, in order: what the core is made of, contracts and libraries. */
export function listCore(root: string): string[] {
  return listContracts(root).filter((file) => !APART.includes(roomOf(file)));
}
