import { expect } from "chai";
import * as abis from "deepfunding/abi";

/** What explorers show too. */
const FUNCTIONS = new Set<string>(
  Object.values(abis).flatMap((abi) => abi.flatMap((item) => (item.type === "function" ? [item.name] : []))),
);

/** Expects a text to have nothing that only programs understand: what is printed for people is all checked by this. */
export function expectForPeople(text: string): void {
  expect(text, "a parameter of a program").to.not.match(/`\w+: \w+`|: true\b(?!,)/);
  expect(text, "a path without a host").to.not.match(/(^|\s)\/errors#/);
  expect(text, "an option in camelCase").to.not.match(/--[a-z]+[A-Z]/);
  expect(text, "an integer that nobody can read").to.not.match(/(?<![\w.])\d{16,}(?!\w)/);
  const names = [...text.matchAll(/`([a-z]+[A-Z]\w*)(?:\(\w*\))?`/g)].map(([, name = ""]) => name);
  expect(
    names.filter((name) => !FUNCTIONS.has(name)),
    `names of a program in: ${text}`,
  ).to.deep.equal([]);
}
