import { globSync, readFileSync } from "node:fs";
import { basename, join, posix, sep } from "node:path";

/** Which tests can see a fault: those of the contracts that a file becomes part of. */
export interface TestFiles {
  /** Unit tests, run in one process for mutant after mutant. */
  readonly unit: readonly string[];
  /** Solidity tests, for what the unit tests let live. */
  readonly solidity: readonly string[];
}

function importsOf(root: string, path: string): string[] {
  const text = readFileSync(join(root, path), "utf8");
  const imported = [...text.matchAll(/from "(\.[^"]+\.sol)"/g)];
  // A Solidity test deploys what it does not import, by name.
  const deployed = [...text.matchAll(/\bdeploy\("(\w+)"/g)];
  return [
    ...imported.map(([, to = ""]) => posix.join(posix.dirname(path), to)),
    ...deployed.flatMap(([, name = ""]) => list(root, "contracts", `/${name}.sol`)),
  ];
}

/** The files that a file imports, directly or not, by the least number of steps. */
function reachOf(root: string, path: string): Map<string, number> {
  const steps = new Map([[path, 0]]);
  for (const [file, distance] of steps) {
    // A map is walked in order of insertion, with what is inserted on the way: breadth first.
    for (const found of importsOf(root, file)) if (!steps.has(found)) steps.set(found, distance + 1);
  }
  return steps;
}

function list(root: string, folder: string, ending: string): string[] {
  return globSync(`${folder}/**/*${ending}`, { cwd: root })
    .map((path) => path.split(sep).join("/"))
    .sort();
}

/**
 * Returns the tests of each file. Unit tests: of a contract those named after it; of a library those of the contracts
 * nearest to it, as those farther off use the same through them. Solidity tests: of all that reach it.
 */
export function testsOf(root: string, files: readonly string[]): Map<string, TestFiles> {
  const unit = list(root, "test/unit", ".test.ts");
  const fuzz = list(root, "test/fuzz", ".t.sol").map((path) => ({ path, steps: reachOf(root, path) }));
  // A contract has unit tests of its own name; what has none is a part of contracts that have.
  const tested = new Set(unit.map((path) => basename(path).split(".")[0]));
  const contracts = list(root, "contracts", ".sol")
    .map((path) => ({ name: basename(path, ".sol"), steps: reachOf(root, path) }))
    .filter(({ name }) => tested.has(name));
  return new Map(
    files.map((file) => {
      const distances = contracts.map(({ steps }) => steps.get(file) ?? Infinity);
      const nearest = Math.min(...distances);
      const names = contracts.filter((_, i) => distances[i] === nearest).map(({ name }) => name);
      const own = (path: string) => names.some((name) => basename(path).startsWith(`${name}.`));
      const solidity = fuzz.filter(({ steps }) => steps.has(file)).map(({ path }) => path);
      return [file, { unit: unit.filter(own), solidity }];
    }),
  );
}
