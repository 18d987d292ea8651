import { expect } from "chai";
import { join } from "node:path";
import ts from "typescript";

import { SOURCES } from "../utils/program.ts";

const PROGRAM = join(SOURCES, "hover.ts");
const CLIENT = `import { createWalletClient, http } from "viem";
import { deepFundingActions, type DeepFundingContracts } from "./client/decorator.ts";
declare const contracts: Required<DeepFundingContracts>;
const client = createWalletClient({ transport: http("") , account: "0x" }).extend(deepFundingActions(contracts));
`;

/** TypeScript's language service, as an editor asks it, over a program that is only in memory. */
function serviceFor(text: string): ts.LanguageService {
  const path = join(SOURCES, "..", "tsconfig.json");
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(SOURCES, ".."));
  const textOf = (file: string) => (file === PROGRAM ? text : ts.sys.readFile(file));
  return ts.createLanguageService({
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    readDirectory: ts.sys.readDirectory,
    getCompilationSettings: () => ({ ...options, noEmit: true }),
    getScriptFileNames: () => [PROGRAM],
    getScriptVersion: () => "1",
    getScriptSnapshot: (file) => {
      const found = textOf(file);
      return found === undefined ? undefined : ts.ScriptSnapshot.fromString(found);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (file) => file === PROGRAM || ts.sys.fileExists(file),
    readFile: textOf,
  });
}

describe("what an editor shows on a client's methods", function () {
  this.timeout(60_000);

  it("explains every method as its action is explained: what it does, what it throws, an example", function () {
    const probe = serviceFor(`${CLIENT}client.`);
    const completions = probe.getCompletionsAtPosition(PROGRAM, `${CLIENT}client.`.length, {})?.entries ?? [];
    const program = probe.getProgram();
    const decorator = program?.getSourceFile(join(SOURCES, "client", "generated", "methods.ts"));
    const methods = (decorator?.statements ?? ([] as readonly ts.Statement[]))
      .filter(ts.isTypeAliasDeclaration)
      .flatMap(({ type }) => (ts.isTypeLiteralNode(type) ? type.members.map((one) => one.name?.getText() ?? "") : []));
    expect(methods).to.include.members(["trade", "split", "getSnapshot", "watchEvents", "approveAsset"]);
    expect(completions.map(({ name }) => name)).to.include.members(methods);

    const text = `${CLIENT}${methods.map((name) => `client.${name};\n`).join("")}`;
    const service = serviceFor(text);
    const silent = methods.filter((name) => {
      const info = service.getQuickInfoAtPosition(PROGRAM, text.indexOf(`client.${name};`) + "client.".length);
      const isExplained = ts.displayPartsToString(info?.documentation).length > 0;
      return !isExplained || !info?.tags?.some((tag) => tag.name === "example");
    });
    expect(silent, "methods without documentation or example").to.deep.equal([]);
  });
});
