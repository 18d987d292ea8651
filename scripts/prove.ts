/**
 * `npm run prove`: proves what can be proved of the arithmetic of money, with the solver inside the compiler, and
 * enumerates on small numbers what cannot. Every proof is then tried on code with a wrong rounding, which it must refute.
 */
import { parseArgs } from "node:util";

import { enumerate } from "./prove/enumerate.ts";
import { MUTANTS, prove } from "./prove/solver.ts";

const HELP = `npm run prove

Proves what can be proved of the arithmetic of money with the solver inside the compiler, enumerates the rest on small
numbers, and refutes every proof on code with a wrong rounding. It takes no options, and some minutes.`;

if (parseArgs({ options: { help: { type: "boolean", short: "h", default: false } } }).values.help) {
  console.log(HELP);
  process.exit(0);
}
const start = Date.now();
let wrong = 0;

function say(right: boolean, text: string): void {
  if (!right) ++wrong;
  console.log(`${right ? "ok  " : "FAIL"}  ${text}`);
}

for (const file of ["Rounding", "Books", "Solvency", "Auction"]) {
  const { proved, refuted, unknown } = prove(file);
  say(
    proved > 0 && refuted + unknown === 0,
    `prove/${file}.sol: ${proved} proved, ${refuted} refuted, ${unknown} open`,
  );
}
for (const mutant of MUTANTS) {
  const { refuted } = prove(mutant.proof, mutant);
  say(refuted > 0, `refuted: ${mutant.what}`);
}
for (const { right, text } of enumerate("full")) say(right, text);
console.log(`${wrong === 0 ? "All holds" : `${wrong} do not hold`}, in ${Math.round((Date.now() - start) / 1000)} s.`);
process.exitCode = wrong === 0 ? 0 : 1;
