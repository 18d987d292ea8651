import { expect } from "chai";
import { parse } from "csv-parse/sync";
import fc from "fast-check";

import { decodeText, dialectOf, type ReadWeightsOptions, readWeights, writeWeights } from "../../src/csv/index.ts";
import { splitRecords } from "../../src/csv/records.ts";
import {
  AmbiguousNumberError,
  type CsvError,
  CsvSyntaxError,
  DuplicateProjectError,
  EmptyFileError,
  InvalidHeaderError,
  InvalidParameterError,
  InvalidProjectError,
  LengthMismatchError,
  MissingProjectsError,
  NegativeWeightError,
  NotANumberError,
  SelfEdgeError,
  SeveralParentsError,
  UnknownParentError,
  UnknownProjectError,
  ValueOutOfRangeError,
  WeightSumError,
  WrongFileTypeError,
} from "../../src/errors/index.ts";
import { WAD, floorWeights } from "../../src/math/index.ts";
import { weightsOf } from "../utils/arbitraries.ts";
import { pilotFile } from "../utils/data.ts";
import { expectThrow } from "../utils/throws.ts";

const [A, B, C] = ["https://github.com/o/a", "https://github.com/o/b", "https://github.com/o/c"] as const;
const file = (...rows: string[]) => ["repo,parent,weight", ...rows, ""].join("\n");

function expectRejected<E extends CsvError>(
  text: string,
  type: abstract new (...args: never[]) => E,
  at: { row?: number; column?: string; text?: string },
  options?: ReadWeightsOptions,
): E {
  const error = expectThrow(() => readWeights(text, options), type);
  const { row, column, text: offending } = error;
  expect({ row, column, text: offending }).to.deep.equal({ row: undefined, column: undefined, text: undefined, ...at });
  return error;
}

describe("readWeights", function () {
  it("reads repo,parent,weight", function () {
    expect(readWeights(file("o/a,ethereum,0.25", "o/b,ethereum,0.75"))).to.deep.equal({
      format: "weights",
      parent: "ethereum",
      projects: [A, B],
      weights: [WAD / 4n, (WAD * 3n) / 4n],
    });
  });

  it("reads dependency,repo,weight", function () {
    expect(readWeights("dependency,repo,weight\no/a,o/c,0.25\no/b,o/c,0.75")).to.deep.equal({
      format: "dependencies",
      parent: C,
      projects: [A, B],
      weights: [WAD / 4n, (WAD * 3n) / 4n],
    });
  });

  it("reads repo,originality, which need not sum to 1", function () {
    expect(readWeights("repo,originality\no/a,1\no/b,0.75\no/c,0")).to.deep.equal({
      format: "originality",
      parent: undefined,
      projects: [A, B, C],
      weights: [WAD, (WAD * 3n) / 4n, 0n],
    });
  });

  it("reads columns in any order, extra columns, quotes, a byte order mark, CRLF and empty lines", function () {
    const text =
      '\uFEFF"Weight", note ,repo,Parent\r\n0.25,"a ""good"", one\r\nindeed","https://GitHub.com/O/a/",x\r\n\r\n7.5e-1,,o/b.git,X\r\n';
    expect(readWeights(text)).to.deep.equal({
      format: "weights",
      parent: "x",
      projects: [A, B],
      weights: [WAD / 4n, (WAD * 3n) / 4n],
    });
  });

  it("returns the order of `projects`, in any spelling", function () {
    const { projects, weights } = readWeights(file("o/a,e,0.1", "o/b,e,0.2", "o/c,e,0.7"), {
      projects: ["O/C", A, "github.com/o/b"],
    });
    expect(projects).to.deep.equal([C, A, B]);
    expect(weights).to.deep.equal([(WAD * 7n) / 10n, WAD / 10n, WAD / 5n]);
  });

  it("chooses the rows of `parent`, and does not look at the others", function () {
    const text = file("o/a,e,1", "o/a,o/c,0.5", "o/b,o/c,0.5", "broken row,o/b,x");
    expect(readWeights(text, { parent: "O/C" }).weights).to.deep.equal([WAD / 2n, WAD / 2n]);
    expect(readWeights(text, { parent: "E" }).projects).to.deep.equal([A]);
  });

  it("makes weights sum to exactly 1e18 when they miss it by at most 1e-6", function () {
    const { weights } = readWeights(file("o/a,e,0.333333", "o/b,e,0.333333", "o/c,e,0.333333"));
    expect(weights).to.deep.equal(floorWeights([1n, 1n, 1n]));
    readWeights(file("o/a,e,0.500001", "o/b,e,0.5"));
    expectRejected(file("o/a,e,0.5000011", "o/b,e,0.5"), WeightSumError, {
      row: 2,
      column: "weight",
      text: "1.0000011",
    });
    expectRejected(file("o/a,e,0.4999989", "o/b,e,0.5"), WeightSumError, {
      row: 2,
      column: "weight",
      text: "0.9999989",
    });
  });

  it("scales weights of any sum when told to", function () {
    const text = file("o/a,e,3", "o/b,e,1");
    expect(readWeights(text, { normalize: true }).weights).to.deep.equal([(WAD * 3n) / 4n, WAD / 4n]);
    expectRejected(text, WeightSumError, { row: 2, column: "weight", text: "4" });
    const at = { row: 2, column: "weight", text: "0" };
    expectRejected(file("o/a,e,0", "o/b,e,0"), WeightSumError, at, { normalize: true });
  });

  it("reads digits, not doubles", function () {
    const { weights } = readWeights(file("o/a,e,0.123456789012345678", "o/b,e,0.876543210987654322"));
    expect(weights).to.deep.equal([123456789012345678n, 876543210987654322n]);
  });

  it("reads back exactly what writeWeights writes", function () {
    const projects = [A, B, "https://example.org/with,comma"];
    fc.assert(
      fc.property(weightsOf(3), fc.constantFrom("weights" as const, "dependencies" as const), (weights, format) => {
        const written = { format, parent: "ethereum", projects, weights };
        expect(readWeights(writeWeights(written))).to.deep.equal(written);
      }),
    );
    const originality = { format: "originality" as const, parent: undefined, projects, weights: [0n, 1n, WAD] };
    expect(readWeights(writeWeights(originality))).to.deep.equal(originality);
  });

  it("reads the pilot's files, and finds that its base rates sum to 1", function () {
    const text = pilotFile("base-rates.csv");
    if (text === undefined) return;
    const { projects, weights, parent } = readWeights(text);
    expect(projects).to.have.length(45);
    expect(parent).to.equal("ethereum");
    expect(weights.reduce((sum, weight) => sum + weight, 0n)).to.equal(WAD);
    for (const name of ["contrarian", "huber-half-b", "least-squares-half-a", "uniform", "zipf-by-wins"]) {
      const trader = pilotFile(`traders/${name}.csv`);
      if (trader !== undefined) expect(readWeights(trader, { projects }).projects).to.deep.equal(projects);
    }
  });

  describe("rejects, with row, column and text", function () {
    it("an empty file", function () {
      for (const text of ["", "\n\n", "repo,parent,weight\n"]) expectRejected(text, EmptyFileError, {});
    });

    it("a header that is none of the three", function () {
      const at = (column: string, text: string) => ({ row: 1, column, text });
      const error = expectRejected("repo,weight\no/a,1", InvalidHeaderError, at("parent", "repo,weight"));
      expect(error.missing).to.deep.equal(["parent"]);
      expect(error.shortMessage).to.contain("repo, weight");
      expectRejected("o/a,e,1\no/b,e,0", InvalidHeaderError, at("repo", "o/a,e,1"));
      expectRejected("repo;parent,weight\no/a;e,1", InvalidHeaderError, at("repo", "repo;parent,weight"));
      expectRejected("repo,repo,parent,weight\na,b,c,1", InvalidHeaderError, at("repo", "repo,repo,parent,weight"));
    });

    it("text that is not CSV", function () {
      expectRejected(file("o/a,e,1,2"), CsvSyntaxError, { row: 2, text: "o/a,e,1,2" });
      expectRejected(file("o/a,e"), CsvSyntaxError, { row: 2, text: "o/a,e" });
    });

    it("a quote that nothing closes, or in the middle of a field, where it opens", function () {
      const at = { row: 3, text: '"0.5' };
      const open = expectRejected(file("o/a,e,0.5", 'o/b,e,"0.5', "o/c,e,x"), CsvSyntaxError, at);
      expect(open.others.map(({ name, row }) => [name, row])).to.deep.equal([["NotANumberError", 4]]);
      expect(
        expectRejected(file('o/a,e,"0.5', 'o/b,"e",0.5'), CsvSyntaxError, { row: 2, text: '"0.5' }).shortMessage,
      ).to.contain("closes in row 3");
      expectRejected('repo,"parent,weight\no/a,e,1', CsvSyntaxError, { row: 1, text: '"parent,weight' });
    });

    it("what is no CSV: a workbook, UTF-16, a web page, JSON", function () {
      for (const [text, what] of [
        ["PK\u0003\u0004\u0014\0", "workbook"],
        ["\uFFFD\uFFFDr\0e\0p\0o\0", "UTF-16"],
        ["r\0e\0p\0o\0,\0", "UTF-16"],
        ["\uFEFF<!DOCTYPE html><html></html>", "web page"],
        ['{"repo": "o/a"}', "JSON"],
      ] as const) {
        expect(expectRejected(text, WrongFileTypeError, {}).shortMessage).to.contain(what);
      }
    });

    it("a project that depends on itself", function () {
      const at = { row: 3, column: "repo", text: "O/C" };
      expectRejected("repo,parent,weight\no/a,o/c,0.5\nO/C,o/c,0.5", SelfEdgeError, at);
    });

    it("a project that is none", function () {
      expectRejected(file("two words,e,1"), InvalidProjectError, { row: 2, column: "repo", text: "two words" });
      expectRejected(file("o/a,,1"), InvalidProjectError, { row: 2, column: "parent", text: "" });
    });

    it("an unknown project", function () {
      const at = { row: 3, column: "repo", text: "o/x" };
      const { near } = expectRejected(file("o/a,e,0.5", "o/x,e,0.5"), UnknownProjectError, at, { projects: [A] });
      expect(near).to.equal(A);
      const far = { row: 2, column: "repo", text: "owner/elsewhere" };
      const other = expectRejected(file("owner/elsewhere,e,1"), UnknownProjectError, far, { projects: [A] });
      expect(other.near).to.equal(undefined);
    });

    it("missing projects", function () {
      const at = { column: "repo", text: B };
      const error = expectRejected(file("o/a,e,1"), MissingProjectsError, at, { projects: [A, B, C] });
      expect(error.projects).to.deep.equal([B, C]);
    });

    it("a project twice, in another spelling", function () {
      const at = { row: 3, column: "repo", text: "https://GITHUB.com/O/A.git" };
      const error = expectRejected(file("o/a,e,0.5", "https://GITHUB.com/O/A.git,e,0.5"), DuplicateProjectError, at);
      expect(error.shortMessage).to.contain("row 2");
      const page = "https://github.com/o/a/tree/main";
      const { shortMessage } = expectRejected(file(`${page},e,0.5`, "o/a,e,0.5"), DuplicateProjectError, {
        row: 3,
        column: "repo",
        text: "o/a",
      });
      expect(shortMessage).to.contain("row 2").and.to.contain("both are https://github.com/o/a");
    });

    it("a number that is none, or beyond everything, and quotes the beginning of a long one", function () {
      const at = (text: string) => ({ row: 2, column: "weight", text });
      expectRejected(file("o/a,e,1e999"), ValueOutOfRangeError, at("1e999"));
      expectRejected(file("o/a,e,1e37"), ValueOutOfRangeError, at("1e37"), { normalize: true });
      expect(readWeights(file("o/a,e,1e36"), { normalize: true }).weights).to.deep.equal([WAD]);
      const long = "9".repeat(1_000_000);
      const { shortMessage } = expectRejected(file(`o/a,e,${long}`), NotANumberError, at(long));
      expect(shortMessage).to.contain("(1000000 characters)").and.to.have.length.below(200);
    });

    it("what is not a finite number", function () {
      for (const text of ["NaN", "Infinity", "-Infinity", "half", "0x1", "1e9999", ""]) {
        expectRejected(file(`o/a,e,${text}`), NotANumberError, { row: 2, column: "weight", text });
      }
    });

    it("a negative weight, however small", function () {
      for (const text of ["-0.5", "-1e-30"]) {
        expectRejected(file(`o/a,e,${text}`), NegativeWeightError, { row: 2, column: "weight", text });
      }
      expect(readWeights(file("o/a,e,1", "o/b,e,-0")).weights).to.deep.equal([WAD, 0n]);
    });

    it("an originality outside of 0 to 1", function () {
      const at = (text: string) => ({ row: 2, column: "originality", text });
      expectRejected("repo,originality\no/a,1.1", ValueOutOfRangeError, at("1.1"));
      expectRejected("repo,originality\no/a,-0.1", NegativeWeightError, at("-0.1"));
    });

    it("several parents where one is wanted, and a parent without rows", function () {
      const text = file("o/a,e,1", "o/b,o/c,1");
      expectRejected(text, SeveralParentsError, { row: 3, column: "parent", text: C });
      expectRejected(text, UnknownParentError, { column: "parent", text: "f" }, { parent: "F" });
    });

    it("and names all bad rows at once", function () {
      const text = file("o/a,e,x", "o/a,e,0.5", "o/x,e,-1", "o/b,e,0.5");
      const error = expectThrow(() => readWeights(text, { projects: [A, B] }), NotANumberError);
      expect(error.others.map(({ name, row }) => [name, row])).to.deep.equal([
        ["DuplicateProjectError", 3],
        ["UnknownProjectError", 4],
        ["NegativeWeightError", 4],
      ]);
      for (const row of ["Row 2", "Row 3", "Row 4"]) expect(error.message).to.contain(row);
    });
  });
});

describe("readWeights, of what spreadsheets save", function () {
  const READ = { format: "weights", parent: "e", projects: [A, B], weights: [WAD / 4n, (WAD * 3n) / 4n] };
  for (const [what, text] of [
    ["semicolons and decimal commas", "repo;parent;weight\r\no/a;e;0,25\r\no/b;e;0,75\r\n"],
    ["semicolons and decimal points", "repo;parent;weight\no/a;e;0.25\no/b;e;0.75\n"],
    ["tabs", "repo\tparent\tweight\no/a\te\t0,25\no/b\te\t0,75\n"],
    ["bars", "repo|parent|weight\no/a|e|.25\no/b|e|.75\n"],
    ["quoted decimal commas", 'repo,parent,weight\no/a,e,"0,25"\no/b,e,"0,75"\n'],
    ["a line that says what splits fields", "sep=,\r\nrepo,parent,weight\r\no/a,e,0.25\r\no/b,e,0.75\r\n"],
    ["such a line with semicolons", '\uFEFF"sep=;"\nrepo;parent;weight\no/a;e;0,25\no/b;e;7,5e-1\n'],
    ["empty rows of commas", ",,\nrepo,parent,weight\no/a,e,0.25\n,,\no/b,e,0.75\n,,\n, ,\n"],
    ["empty columns", "repo,parent,weight,,\no/a,e,0.25,,\no/b,e,0.75\u00a0,,\n"],
    ["more empty fields than the header", "repo,parent,weight\no/a,e,0.25,\no/b,e,0.75,,\n"],
    ["percentages", "repo,parent,weight\no/a,e,25%\no/b,e,75 %\n"],
    ["percentages with commas", "repo;parent;weight\no/a;e;25,0%\no/b;e;75,0%\n"],
    ["old line ends", "repo,parent,weight\ro/a,e,0.25\ro/b,e,0.75\r"],
  ] as const) {
    it(`reads ${what}`, function () {
      expect(readWeights(text)).to.deep.equal(READ);
    });
  }

  it("keeps the numbers that rows have in the file", function () {
    const text = 'sep=;\r\n\r\nrepo;parent;weight\r\n;;\r\n"o/a\r\n";e;0,5\r\no/b;e;x\r\n';
    expectRejected(text, NotANumberError, { row: 7, column: "weight", text: "x" });
    expectRejected("sep=;\nrepo;weight\no/a;1", InvalidHeaderError, { row: 2, column: "parent", text: "repo,weight" });
  });

  it("takes nothing for a number that may be another", function () {
    const at = (row: number, text: string) => ({ row, column: "weight", text });
    const normalize = { normalize: true };
    expectRejected("repo;parent;weight\no/a;e;1,000\n", AmbiguousNumberError, at(2, "1,000"), normalize);
    expectRejected("repo;parent;weight\no/a;e;0.5\no/b;e;0,5\n", NotANumberError, at(3, "0,5"), normalize);
    expectRejected("repo;parent;weight\no/a;e;0,5\no/b;e;1.000,5\n", NotANumberError, at(2, "0,5"), normalize);
    expectRejected(file("o/a,e,50%", "o/b,e,0.5", "o/c,e,0"), AmbiguousNumberError, at(3, "0.5"), normalize);
    // One number that cannot be thousands says what the comma is in all of them.
    const { weights } = readWeights("repo;parent;weight\no/a;e;1,000\no/b;e;3,0\n", normalize);
    expect(weights).to.deep.equal(READ.weights);
  });

  it("tells how a file is written", function () {
    expect(dialectOf("repo;parent;weight\no/a;e;0,25\n")).to.deep.equal({ delimiter: ";", decimal: "," });
    expect(dialectOf("juror,repo_a,repo_b,choice,multiplier\nj,a,b,1,2.5")).to.deep.equal({
      delimiter: ",",
      decimal: ".",
    });
  });

  it("decodes UTF-8 and UTF-16, with a byte order mark and without", function () {
    const text = "repo,parent,weight\nö/a,e,1\n";
    const utf16 = (swap: boolean, mark: string) => {
      const bytes = new Uint8Array(Buffer.from(mark + text, "utf16le"));
      return swap ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes;
    };
    for (const bytes of [new TextEncoder().encode(text), new TextEncoder().encode(`\uFEFF${text}`)]) {
      expect(decodeText(bytes)).to.equal(text);
    }
    for (const swap of [false, true])
      for (const mark of ["\uFEFF", ""]) {
        expect(decodeText(utf16(swap, mark))).to.equal(text);
      }
    expectThrow(() => decodeText(Uint8Array.from([0x72, 0xf6, 0x2c])), WrongFileTypeError);
    expectThrow(() => decodeText(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0])), WrongFileTypeError);
  });

  it("splits what is CSV as csv-parse does", function () {
    const field = fc.string({ unit: fc.constantFrom("a", "b", ",", ";", '"', "\n", "\t", " ", "é"), maxLength: 6 });
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, end) => {
        // A header of names, so that there is no doubt about what splits the fields.
        const lines = [rows[0]?.map(() => "name").join(",") ?? "", ...rows.map((row) => row.map(quoted).join(","))];
        const text = lines.join(end);
        const expected = (parse(text, { trim: true }) as string[][])
          .map((row) => row.map((cell) => cell.replace(/\r\n?/g, "\n").trim()))
          .filter((row) => row.some((cell) => cell !== ""));
        const { rows: found, errors } = splitRecords(text);
        expect(errors).to.deep.equal([]);
        expect(found.map(({ fields }) => fields)).to.deep.equal(expected);
      }),
    );
  });
});

describe("writeWeights", function () {
  it("given lists that do not fit together, it throws", function () {
    const weights = { format: "weights" as const, parent: "e", projects: [A, B], weights: [WAD] };
    expectThrow(() => writeWeights(weights), LengthMismatchError);
    expectThrow(() => writeWeights({ ...weights, projects: [A], parent: undefined }), InvalidParameterError);
  });

  it("quotes what needs it", function () {
    const text = writeWeights({ format: "originality", parent: undefined, projects: ['a,"b"'], weights: [WAD / 2n] });
    expect(text).to.equal('repo,originality\n"a,""b""",0.5\n');
  });
});
