/**
 * `npm run errors [-- --check]`: writes `sdk/src/errors/generated/thrownBy.ts`, what each action throws as a type, out of
 * the `@throws` of its comment. An action lists its errors there and nowhere else.
 */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";

import { writeGenerated } from "./utils/generated.ts";

const SOURCES = join(import.meta.dirname, "..", "sdk", "src");
const ERRORS = join(SOURCES, "errors");
const NOTICE = "// Written by `npm run errors` from the comments of the actions; do not edit.\n";

/** Actions of one contract function, and those that compose several. */
const ACTIONS = ["actions/*/*.ts", "{account,history,sending,status,watch}/*.ts"];

type Throwing = { readonly action: string; readonly errors: readonly string[] };

/** What the function that has the name of its file says that it throws. */
function readThrown(file: string): Throwing {
  const action = basename(file, ".ts");
  const source = ts.createSourceFile(file, readFileSync(join(SOURCES, file), "utf8"), ts.ScriptTarget.Latest, true);
  const functions = source.statements.filter(ts.isFunctionDeclaration).filter(({ name }) => name?.text === action);
  const tags = functions.flatMap((one) => ts.getJSDocTags(one)).filter(ts.isJSDocThrowsTag);
  const errors = tags.flatMap(({ typeExpression }) => typeExpression?.type.getText().match(/\w+/g) ?? []);
  return { action, errors };
}

/** The file of each error class. */
function placesOfErrors(): ReadonlyMap<string, string> {
  const places = globSync("**/*.ts", { cwd: ERRORS }).flatMap((file) => {
    const classes = readFileSync(join(ERRORS, file), "utf8").matchAll(/^export class (\w+)/gm);
    return [...classes].map(([, name = ""]) => [name, file] as const);
  });
  return new Map(places);
}

function render(throwing: readonly Throwing[]): string {
  const places = placesOfErrors();
  const placeOf = (name: string): string => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`No file of \`sdk/src/errors\` exports ${name}, which an action throws.`);
    return place;
  };
  const names = [...new Set(throwing.flatMap(({ errors }) => errors))].toSorted();
  const imports = [...Map.groupBy(names, placeOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, all]) => `import type { ${all.join(", ")} } from "../${place}";\n`);
  const members = throwing.map(({ action, errors }) => `  readonly ${action}: ${errors.join(" | ")};\n`);
  const head = "\n/** What each action throws, besides what any read or write may fail with. */\n";
  return `${NOTICE}${imports.join("")}${head}export type ThrownBy = {\n${members.join("")}};\n`;
}

const files = ACTIONS.flatMap((pattern) => globSync(pattern, { cwd: SOURCES })).toSorted();
const throwing = files.map(readThrown).filter(({ errors }) => errors.length > 0);
await writeGenerated(join(ERRORS, "generated"), new Map([["thrownBy.ts", render(throwing)]]), "npm run errors");
