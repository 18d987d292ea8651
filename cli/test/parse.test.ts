import { expect } from "chai";
import * as fc from "fast-check";

import { defineCommand, type Command } from "../src/command.ts";
import { COMMANDS } from "../src/commands/index.ts";
import { InvalidUsageError, InvalidValueError, UnknownCommandError } from "../src/errors.ts";
import { globalsOf } from "../src/globals.ts";
import { ADDRESS, AMOUNT, DURATION, FEW, FRACTION, ID, NUMBER, TEXT, URL_OF_RPC, WHOLE } from "../src/kinds.ts";
import { flag, many, optional, required, withDefault } from "../src/options.ts";
import { createProgram, type Values } from "../src/program.ts";
import { parseWad } from "deepfunding/math";

const sample = defineCommand({
  name: "sample run",
  summary: "a command with everything",
  scope: "offline",
  args: { first: required(WHOLE, "a number"), rest: many(TEXT, "texts") },
  options: {
    budget: required(AMOUNT, "an amount"),
    noShorts: flag("a flag"),
    slippage: withDefault(FRACTION, "a fraction", "1%"),
    owner: optional(ADDRESS, "an address"),
    file: many(TEXT, "texts"),
  },
  examples: [{ line: "deepfunding sample run 1 --budget 2", does: "it" }],
  run: (_context, values) => Promise.resolve({ values }),
  view: ({ values }) => JSON.stringify(values.budget),
});

/** What a command line is understood as, and what was printed meanwhile. */
async function read(commands: readonly Command[], argv: readonly string[]) {
  const printed: string[] = [];
  const sink = { write: (text: string) => printed.push(text), isTerminal: false, columns: 100 };
  let found: { readonly command: string; readonly values: Values } | undefined;
  const program = createProgram(commands, { stdout: sink, stderr: sink, env: {} }, "1.2.3", ({ name }, values) => {
    found = { command: name, values };
    return Promise.resolve();
  });
  await program.parseAsync(argv, { from: "user" });
  return { ...found, printed };
}

const parse = (...rest: string[]) => read([sample], ["sample", "run", ...rest]);

/** What a command line is refused with. */
async function thrownBy(parsed: Promise<unknown>): Promise<InvalidUsageError> {
  const thrown = await parsed.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Error)) throw new Error("Nothing was refused.");
  return thrown as InvalidUsageError;
}

/** Splits a line as a shell does, as far as examples need it: words, quotes, and what is redirected is cut off. */
function wordsOf(line: string): string[] {
  const [command = ""] = line.split(/ (?:>>?|\|) /);
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

describe("CLI: parser", function () {
  it("reads arguments and options in any order, with defaults", async function () {
    const argv = ["--budget", "2.5", "7", "--no-shorts", "a", "--file=x", "b", "--file", "y"];
    expect((await parse(...argv)).values).to.deep.equal({
      first: 7n,
      rest: ["a", "b"],
      budget: "2.5",
      noShorts: true,
      slippage: 10n ** 16n,
      owner: undefined,
      file: ["x", "y"],
      json: false,
    });
    expect((await parse("7", "--budget", "2")).values).to.deep.include({ rest: [], noShorts: false, file: [] });
  });

  const refused = [
    {
      name: "an unknown option",
      rest: ["1", "--budget", "2", "--bugdet", "3"],
      says: "Did you mean --budget?",
      type: InvalidUsageError,
    },
    { name: "an option without its value", rest: ["1", "--budget"], says: "--budget", type: InvalidUsageError },
    { name: "a missing option", rest: ["1"], says: "--budget is missing: an amount", type: InvalidUsageError },
    {
      name: "a missing argument",
      rest: ["--budget", "2"],
      says: "<first> is missing: a number",
      type: InvalidUsageError,
    },
    {
      name: "an option given twice",
      rest: ["1", "--budget", "2", "--budget", "3"],
      says: "--budget is given more than once",
      type: InvalidUsageError,
    },
    {
      name: "an option given twice, at first as by default",
      rest: ["1", "--budget", "2", "--slippage", "1%", "--slippage", "2%"],
      says: "--slippage is given more than once",
      type: InvalidUsageError,
    },
    {
      name: "a flag with a value",
      rest: ["1", "--budget", "2", "--no-shorts=yes"],
      says: "no-shorts",
      type: InvalidUsageError,
    },
    { name: "a value that is none", rest: ["1", "--budget", "much"], says: "much", type: InvalidValueError },
    { name: "an argument that is none", rest: ["-1", "--budget", "2"], says: "-1", type: InvalidValueError },
  ];
  for (const { name, rest, says, type } of refused) {
    it(`refuses ${name}, and names it`, async function () {
      const error = await thrownBy(parse(...rest));
      expect(error).to.be.instanceOf(type);
      expect(error.message).to.include(says).and.not.include("undefined");
      expect(error.metaMessages).to.not.be.empty;
    });
  }

  it("refuses an argument too many", async function () {
    expect(await thrownBy(read(COMMANDS, ["market", "extra"]))).to.be.instanceOf(InvalidUsageError);
  });

  it("finds the longest command that a line begins with", async function () {
    expect(await parse("1", "--budget", "2")).to.include({ command: "sample run" });
    const misspelt = await thrownBy(read(COMMANDS, ["tarde", "x"]));
    expect(misspelt).to.be.instanceOf(UnknownCommandError);
    expect(misspelt.message).to.include("'tarde'").and.to.include("Did you mean trade?");
    const below = await thrownBy(read(COMMANDS, ["keystore", "nev"]));
    expect(below).to.be.instanceOf(UnknownCommandError);
    expect(below.message).to.include("Did you mean new?");
  });

  it("help needs nothing else", async function () {
    for (const help of ["--help", "-h"]) {
      expect(await thrownBy(parse(help))).to.include({ code: "commander.helpDisplayed", exitCode: 0 });
    }
  });
});

describe("CLI: all commands", function () {
  for (const command of COMMANDS) {
    it(`${command.name}: has a summary, its own option names, and examples that the parser takes`, async function () {
      expect(command.summary).to.match(/^[a-z].*[^.]$/);
      const globals = globalsOf(command.scope).flatMap(([, options]) => Object.keys(options));
      const own = [...Object.keys(command.args), ...Object.keys(command.options)];
      expect(new Set([...globals, ...own])).to.have.length(globals.length + own.length);
      for (const { line } of command.examples) {
        const [program, ...argv] = wordsOf(line);
        expect(program).to.equal("deepfunding");
        expect(await read(COMMANDS, argv)).to.deep.include({ command: command.name, printed: [] });
      }
    });
  }

  it("have names of their own", function () {
    expect(new Set(COMMANDS.map(({ name }) => name))).to.have.length(COMMANDS.length);
  });
});

describe("CLI: kinds of values", function () {
  it("fractions are read as WAD reads them, percentages as their hundredth", function () {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (basisPoints) => {
        const decimal = (basisPoints / 10_000).toFixed(4);
        expect(FRACTION.read(decimal)).to.equal(parseWad(decimal));
        expect(FRACTION.read(`${(basisPoints / 100).toFixed(2)}%`)).to.equal(parseWad(decimal));
      }),
    );
    for (const text of ["1.01", "101%", "-0.1", "half", "", "%"]) expect(FRACTION.read(text), text).to.equal(undefined);
  });

  it("amounts are positive decimals, as they stand", function () {
    for (const text of ["1", "0.25", "1000000.000001"]) expect(AMOUNT.read(text)).to.equal(text);
    for (const text of ["0", "0.00", "-1", "1e3", "1,000", ".5", "", "all"])
      expect(AMOUNT.read(text), text).to.equal(undefined);
  });

  it("durations have a unit", function () {
    expect([DURATION.read("90s"), DURATION.read("10m"), DURATION.read("2h"), DURATION.read("1d")]).to.deep.equal([
      90n,
      600n,
      7_200n,
      86_400n,
    ]);
    for (const text of ["0s", "10", "m", "-1d", "1.5h"]) expect(DURATION.read(text), text).to.equal(undefined);
  });

  it("addresses are checked by their checksum", function () {
    const address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    expect(ADDRESS.read(address.toLowerCase())).to.equal(address);
    expect(ADDRESS.read(address.replace("F", "f"))).to.equal(undefined);
    expect(ADDRESS.read("0x12")).to.equal(undefined);
  });

  it("ids are hexadecimal or decimal, of at most 256 bits", function () {
    expect([ID.read("0x10"), ID.read("16"), ID.read(`0x${"f".repeat(64)}`)]).to.deep.equal([16n, 16n, 2n ** 256n - 1n]);
    for (const text of ["0x", "0xg", `0x${"f".repeat(65)}`, (2n ** 256n).toString(), "-1"]) {
      expect(ID.read(text), text).to.equal(undefined);
    }
  });

  it("numbers are finite, counts such as a chain or a machine can have", function () {
    expect([NUMBER.read("0.5"), WHOLE.read("0"), FEW.read("999")]).to.deep.equal([0.5, 0n, 999n]);
    for (const text of ["9".repeat(400), "0", "-1", "1e3"]) expect(NUMBER.read(text), text).to.equal(undefined);
    for (const text of ["9".repeat(19), "-1", "1.5", ""]) expect(WHOLE.read(text), text).to.equal(undefined);
    expect(FEW.read("1000")).to.equal(undefined);
  });

  it("an RPC is a URL of http or https", function () {
    expect(URL_OF_RPC.read("http://127.0.0.1:8545")).to.equal("http://127.0.0.1:8545");
    for (const text of ["127.0.0.1:8545", "ftp://host", "http://"])
      expect(URL_OF_RPC.read(text), text).to.equal(undefined);
  });
});
