import { readdirSync, readFileSync } from "node:fs";
import { basename, join, posix } from "node:path";

/** Which tests can see a fault: those of the contracts that a file becomes part of. */
export interface TestFiles {
  /** Unit tests, run in one process for mutant after mutant. */
  readonly unit: readonly string[];
  /** Solidity tests, for what the unit tests let live. */
  readonly solidity: readonly string[];
}

function importsOf(root: string, path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  return [...text.matchAll(/from "(\.[^"]+\.sol)"/g)].map(([, to = ""]) => posix.join(posix.dirname(path), to));
}

function reachOf(root: string, path: string, known = new Set<string>()): Set<string> {
  for (const found of importsOf(root, path)) {
    if (!known.has(found)) reachOf(root, found, known.add(found));
  }
  return known;
}

function list(root: string, folder: string, ending: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** Returns the tests of each file: of a contract those named after it, of a library those of all that import it. */
export function testsOf(root: string, files: readonly string[]): Map<string, TestFiles> {
  const unit = list(root, "test/unit", ".test.ts");
  const contracts = [...list(root, "contracts", ".sol"), ...list(root, "contracts/periphery", ".sol")];
  const fuzz = list(root, "test/fuzz", ".t.sol").map((path) => ({ path, reach: reachOf(root, path) }));
  const reached = contracts.map((path) => ({ path, reach: reachOf(root, path).add(path) }));
  return new Map(
    files.map((file) => {
      const names = reached.filter(({ reach }) => reach.has(file)).map(({ path }) => basename(path, ".sol"));
      const own = (path: string) => names.some((name) => basename(path).startsWith(`${name}.`));
      return [
        file,
        { unit: unit.filter(own), solidity: fuzz.filter(({ reach }) => reach.has(file)).map(({ path }) => path) },
      ];
    }),
  );
}
