/**
 * `npm run abi [-- --check]`: writes `sdk/src/abi/` from the compiled contracts, one entry a line so that a change of a
 * contract's interface shows as such.
 */
import { join } from "node:path";
import { artifacts } from "hardhat";

import { LIBRARIES } from "../deploy/libraries.ts";
import { clean, signatureOf, type Entry } from "./utils/abi.ts";
import { buildContracts } from "./utils/build.ts";
import { writeGenerated } from "./utils/generated.ts";

const TARGET = join(import.meta.dirname, "..", "sdk", "src", "abi");
const NOTICE = "// Written by `npm run abi` from the compiled contracts; do not edit.\n";

/** What linked libraries, and a source of randomness, revert with and emit is theirs, but reaches callers of the contract. */
const CONTRACTS = [
  { file: "markets", contract: "Markets", libraries: LIBRARIES.Markets },
  { file: "jury", contract: "Jury", libraries: LIBRARIES.Jury },
  { file: "fundingPool", contract: "FundingPool", libraries: [] },
  { file: "edgeRegistry", contract: "EdgeRegistry", libraries: LIBRARIES.EdgeRegistry },
  { file: "lens", contract: "Lens", libraries: [] },
  { file: "openingAuction", contract: "OpeningAuction", libraries: [] },
  { file: "outcomeERC20", contract: "OutcomeERC20", libraries: [] },
  { file: "outcomeERC20Factory", contract: "OutcomeERC20Factory", libraries: [] },
  {
    file: "rounds",
    contract: "Rounds",
    libraries: [...LIBRARIES.Rounds, "HeaderRandomness", "DrandRandomness", "FallbackRandomness"],
  },
  { file: "headerRandomness", contract: "HeaderRandomness", libraries: [] },
  { file: "drandRandomness", contract: "DrandRandomness", libraries: [] },
  { file: "fallbackRandomness", contract: "FallbackRandomness", libraries: [] },
] as const;

async function readAbi(contract: string): Promise<readonly Entry[]> {
  const { abi } = await artifacts.readArtifact(contract);
  return (abi as readonly Entry[]).map(clean);
}

function union(lists: readonly (readonly Entry[])[]): Entry[] {
  return [...new Map(lists.flat().map((entry) => [signatureOf(entry), entry])).values()];
}

function toSource(name: string, abi: readonly Entry[]): string {
  return `${NOTICE}export const ${name}Abi = [\n${abi.map((entry) => `  ${JSON.stringify(entry)},\n`).join("")}] as const;\n`;
}

async function generate(): Promise<ReadonlyMap<string, string>> {
  const abis = await Promise.all(
    CONTRACTS.map(async ({ contract, libraries }) => {
      const linked = (await Promise.all(libraries.map(readAbi))).flat().filter(({ type }) => type !== "function");
      return union([await readAbi(contract), linked]).filter(({ type }) => type !== "constructor");
    }),
  );
  const errors = union(abis).filter(({ type }) => type === "error");
  const byName = errors.toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
  const files = CONTRACTS.map(({ file }, i) => [`${file}.ts`, toSource(file, abis[i] ?? [])] as const);
  const names = ["errors", ...CONTRACTS.map(({ file }) => file)].toSorted();
  const barrel = NOTICE + names.map((name) => `export { ${name}Abi } from "./${name}.ts";\n`).join("");
  return new Map([...files, ["errors.ts", toSource("errors", byName)], ["index.ts", barrel]]);
}

await buildContracts();
await writeGenerated(TARGET, await generate(), "npm run abi");
