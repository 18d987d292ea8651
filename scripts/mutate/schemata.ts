/**
 * All mutants in one program: "mutant schemata". Compiling the contracts takes minutes, running the tests of one of
 * them seconds, so every fault is planted beside the original and `mutantIsOn(id)` chooses at run time. The id is the
 * block's beneficiary, `block.coinbase`: no contract here reads it, it is the same for all contracts and calls, no test
 * changes it, and reading it costs 2 gas.
 */
import type { Mutant } from "./mutants.ts";

/** Where the switch stands, beside the contracts. */
export const SWITCH_PATH = "contracts/MutantSwitch.sol";

/** The functions take the switch for pure: what it reads is the same throughout a run. */
export const SWITCH = `// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

function mutantIsOn(uint256 id) pure returns (bool) {
    function(uint256) view returns (bool) reading = isBeneficiary;
    function(uint256) pure returns (bool) pretending;
    assembly ("memory-safe") {
        pretending := reading
    }
    return pretending(id);
}

function isBeneficiary(uint256 id) view returns (bool) {
    return uint160(address(block.coinbase)) == id;
}
`;

/** The beneficiary that turns a mutant on. */
export function beneficiaryOf(id: number): string {
  return `0x${id.toString(16).padStart(40, "0")}`;
}

interface Region {
  readonly start: number;
  readonly end: number;
  readonly mutants: readonly Mutant[];
}

function groupByPlace(mutants: readonly Mutant[]): Region[] {
  const regions = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    const place = `${mutant.start}:${mutant.end}`;
    regions.set(place, [...(regions.get(place) ?? []), mutant]);
  }
  return [...regions.values()]
    .map((group) => ({ start: group[0]?.start ?? 0, end: group[0]?.end ?? 0, mutants: group }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function choose({ mutants }: Region, original: string): string {
  const form = mutants[0]?.form;
  if (form === "entry") return mutants.map(({ id, text }) => `if (mutantIsOn(${id})) { ${text} }`).join(" ");
  if (form === "statement") {
    const faults = mutants.map(({ id, text }) => `if (mutantIsOn(${id})) { ${text} } else `);
    return `{ ${faults.join("")}{ ${original} } }`;
  }
  const type = mutants.find((mutant) => mutant.type !== undefined)?.type ?? "";
  const faults = mutants.map(({ id, text }) => `mutantIsOn(${id}) ? ${type}(${text}) : `);
  return `(${faults.join("")}${type}(${original}))`;
}

function render(source: string, start: number, end: number, regions: readonly Region[]): string {
  let text = "";
  let at = start;
  for (let i = 0; i < regions.length;) {
    const region = regions[i];
    if (region === undefined) break;
    let next = i + 1;
    while ((regions[next]?.start ?? Infinity) < region.end) next++;
    const original = render(source, region.start, region.end, regions.slice(i + 1, next));
    text += source.slice(at, region.start) + choose(region, original);
    at = region.end;
    i = next;
  }
  return text + source.slice(at, end);
}

/** Returns the source of a file with all its mutants planted. */
export function plant(file: string, source: string, mutants: readonly Mutant[]): string {
  const regions = groupByPlace(mutants);
  if (regions.length === 0) return source;
  const up = "../".repeat(file.split("/").length - 2) || "./";
  const pragma = /pragma solidity [^;]*;/.exec(source);
  if (pragma === null) throw new SyntaxError(`${file} has no pragma.`);
  const head = pragma.index + pragma[0].length;
  const body = render(source, 0, source.length, regions);
  return `${body.slice(0, head)} import {mutantIsOn} from "${up}MutantSwitch.sol";${body.slice(head)}`;
}

/** Returns the id of the mutant that a compiler's error about `start` to `end` of a planted source is about. */
export function blame(planted: string, start: number, end: number): number | undefined {
  const place = /mutantIsOn\((\d+)\)/g;
  const within = [...planted.slice(start, end).matchAll(place)][0];
  const found = within ?? [...planted.slice(0, start).matchAll(place)].at(-1);
  return found?.[1] === undefined ? undefined : Number(found[1]);
}
