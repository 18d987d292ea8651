/**
 * `node scripts/check.ts`, a part of `npm run lint`: rules about the contracts that no linter at hand has, on the
 * compiler's syntax tree with its types. A finding is answered in place, by a comment that names the bound.
 */
import { join } from "node:path";

import {
  findBareIds,
  findDivisionsBeforeProducts,
  findUnboundedCasts,
  findUnexplainedUnchecked,
  findWritesAfterCalls,
  type Source,
} from "./check/rules.ts";
import { analyse, readBytes } from "./mutate/ast.ts";
import { listContracts } from "./utils/contractFiles.ts";

const ROOT = join(import.meta.dirname, "..");

const texts = new Map(listContracts(ROOT).map((file) => [file, readBytes(join(ROOT, file))]));
const { trees, errors } = analyse(ROOT, texts);
if (errors[0] !== undefined) throw new Error(errors[0].message);

const sources = [...texts].flatMap(([file, text]): Source[] => {
  const tree = trees.get(file);
  return tree === undefined ? [] : [{ file, text, tree }];
});
const findings = [
  ...sources.flatMap(findUnexplainedUnchecked),
  ...sources.flatMap(findUnboundedCasts),
  ...sources.flatMap(findDivisionsBeforeProducts),
  ...sources.flatMap(findBareIds),
  ...findWritesAfterCalls(sources),
];
for (const { file, line, rule, message } of findings) console.error(`${file}:${line} ${rule}: ${message}`);
console.log(`${sources.length} contracts checked, ${findings.length} findings`);
process.exit(findings.length === 0 && sources.length > 0 ? 0 : 1);
