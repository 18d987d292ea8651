import { expect } from "chai";
import * as fc from "fast-check";

import { defineCommand } from "../src/command.ts";
import { COMMANDS } from "../src/commands/index.ts";
import { InvalidUsageError, InvalidValueError, UnknownCommandError } from "../src/errors.ts";
import { globalsOf } from "../src/globals.ts";
import { ADDRESS, AMOUNT, DURATION, FEW, FRACTION, ID, NUMBER, TEXT, URL_OF_RPC, WHOLE } from "../src/kinds.ts";
import { flag, many, optional, required, withDefault } from "../src/options.ts";
import { findCommand, parseCommand } from "../src/parse.ts";
import { parseWad } from "deepfunding/math";
import { expectThrow } from "../../sdk/test/utils/throws.ts";

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

const parse = (...rest: string[]) => parseCommand(sample, rest).values;

/** Splits a line as a shell does, as far as examples need it: words, quotes, and what is redirected is cut off. */
function wordsOf(line: string): string[] {
  const [command = ""] = line.split(/ (?:>>?|\|) /);
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

describe("CLI: parser", function () {
  it("reads arguments and options in any order, with defaults", function () {
    expect(parse("--budget", "2.5", "7", "--no-shorts", "a", "--file=x", "b", "--file", "y")).to.deep.equal({
      first: 7n,
      rest: ["a", "b"],
      budget: "2.5",
      noShorts: true,
      slippage: 10n ** 16n,
      owner: undefined,
      file: ["x", "y"],
      json: false,
      help: false,
    });
  });

  const refused = [
    {
      name: "an unknown option",
      rest: ["1", "--budget", "2", "--bugdet", "3"],
      says: "--budget",
      type: InvalidUsageError,
    },
    { name: "an option without its value", rest: ["1", "--budget"], says: "--budget", type: InvalidUsageError },
    { name: "a missing option", rest: ["1"], says: "--budget is missing", type: InvalidUsageError },
    { name: "a missing argument", rest: ["--budget", "2"], says: "<first> is missing", type: InvalidUsageError },
    {
      name: "an option given twice",
      rest: ["1", "--budget", "2", "--budget", "3"],
      says: "2 times",
      type: InvalidUsageError,
    },
    {
      name: "a flag with a value",
      rest: ["1", "--budget", "2", "--no-shorts=yes"],
      says: "no-shorts",
      type: InvalidUsageError,
    },
    { name: "a value that is none", rest: ["1", "--budget", "much"], says: "much", type: InvalidValueError },
    { name: "an argument that is none", rest: ["-1", "--budget", "2"], says: "-1", type: InvalidUsageError },
  ];
  for (const { name, rest, says, type } of refused) {
    it(`refuses ${name}, and names it`, function () {
      const error = expectThrow(() => parse(...rest), type as typeof InvalidUsageError);
      expect(error.message).to.include(says);
      expect(error.metaMessages).to.not.be.empty;
    });
  }

  it("refuses an argument too many", function () {
    const market = findCommand(COMMANDS, ["market"]).command;
    expectThrow(() => parseCommand(market, ["extra"]), InvalidUsageError);
  });

  it("finds the longest command that a line begins with", function () {
    expect(findCommand([sample], ["sample", "run", "1"])).to.deep.equal({ command: sample, rest: ["1"] });
    const error = expectThrow(() => findCommand(COMMANDS, ["tarde", "x"]), UnknownCommandError);
    expect(error.message).to.include("deepfunding trade");
    expect(expectThrow(() => findCommand([sample], ["sample"]), UnknownCommandError).message).to.include("sample run");
  });

  it("help needs nothing else", function () {
    expect(parseCommand(sample, ["--help"]).isHelp).to.equal(true);
    expect(parseCommand(sample, ["-h"]).isHelp).to.equal(true);
  });
});

describe("CLI: all commands", function () {
  for (const command of COMMANDS) {
    it(`${command.name}: has a summary, its own option names, and examples that the parser takes`, function () {
      expect(command.summary).to.match(/^[a-z].*[^.]$/);
      const globals = globalsOf(command.scope).flatMap(([, options]) => Object.keys(options));
      const own = [...Object.keys(command.args), ...Object.keys(command.options)];
      expect(new Set([...globals, ...own])).to.have.length(globals.length + own.length);
      for (const { line } of command.examples) {
        const [program, ...argv] = wordsOf(line);
        expect(program).to.equal("deepfunding");
        const found = findCommand(COMMANDS, argv);
        expect(found.command.name).to.equal(command.name);
        expect(parseCommand(found.command, found.rest).isHelp).to.equal(false);
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
