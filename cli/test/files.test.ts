import { expect } from "chai";

import type { Failure } from "../src/output/failure.ts";
import { runCli } from "./utils/cli.ts";

const HEADER = "juror,repo_a,repo_b,choice,multiplier\n";
const RATES = "repo,parent,weight\nlib/x,eth,0.5\nlib/y,eth,0.5\n";

/** What programs are told of a command that fails. */
async function failureOf(line: string, files: Readonly<Record<string, string>>): Promise<Failure> {
  const { code, out, error } = await runCli([...line.split(" "), "--json"], { files });
  expect([code, out], error).to.deep.equal([2, ""]);
  return (JSON.parse(error) as { readonly error: Failure }).error;
}

describe("CLI: files with failures", function () {
  const nine =
    `${HEADER} ,lib/x,lib/y,1,4\nJ1,lib/x,lib/x,1,2\nj1,lib/x,lib/y,a,0.5\nj1,lib/x,lib/y,1,1001\n` +
    'j1,lib/x,lib/y,3,"2,5"\nj1,lib x,lib/y,1,10x\n';

  it("show all of them in one run, with row, column, text and remedy for programs", async function () {
    const { name, message, failures = [] } = await failureOf("jury aggregate c.csv", { "c.csv": nine });
    expect([name, message]).to.deep.equal(["InvalidFilesError", "9 failures in c.csv."]);
    expect(failures.map((each) => [each.name, each.file, each.row, each.column, each.text])).to.deep.equal([
      ["ValueOutOfRangeError", "c.csv", 2, "juror", ""],
      ["ValueOutOfRangeError", "c.csv", 3, "repo_b", "lib/x"],
      ["ValueOutOfRangeError", "c.csv", 4, "choice", "a"],
      ["ValueOutOfRangeError", "c.csv", 4, "multiplier", "0.5"],
      ["ValueOutOfRangeError", "c.csv", 5, "multiplier", "1001"],
      ["ValueOutOfRangeError", "c.csv", 6, "choice", "3"],
      ["NotANumberError", "c.csv", 6, "multiplier", "2,5"],
      ["InvalidProjectError", "c.csv", 7, "repo_a", "lib x"],
      ["NotANumberError", "c.csv", 7, "multiplier", "10x"],
    ]);
    for (const { remedy } of failures) expect(remedy).to.match(/^[A-Z].*\.$/);
    const { error } = await runCli(["jury", "aggregate", "c.csv"], { files: { "c.csv": nine } });
    expect(error.split("\n").filter((line) => line.startsWith("Row "))).to.have.length(9);
  });

  it("show the first twenty, and count the others; programs are told all", async function () {
    const rows = Array.from({ length: 1_090 }, () => "j1,lib/x,lib/y,1,x\n").join("");
    const files = { "c.csv": HEADER + rows };
    const { error } = await runCli(["jury", "aggregate", "c.csv"], { files });
    expect(error)
      .to.match(/^1090 failures in c\.csv\.\n/)
      .and.to.include("Row 21,")
      .and.to.include("\n… and 1070 more.\n");
    expect(error).to.not.include("Row 22,");
    expect((await failureOf("jury aggregate c.csv", files)).failures).to.have.length(1_090);
  });

  it("are told of all files that a command reads", async function () {
    const files = {
      "c.csv": `${HEADER}j,lib/x,lib/y,1,0\n`,
      "r.csv": RATES.replace("0.5", "x"),
      "t.csv": "a,b\n1,2\n",
    };
    const { failures = [] } = await failureOf("jury aggregate c.csv --base-rates r.csv", files);
    expect(failures.map(({ file, name }) => [file, name])).to.deep.equal([
      ["r.csv", "NotANumberError"],
      ["c.csv", "ValueOutOfRangeError"],
    ]);
  });

  it("say what is one file's in one line, and the class of what is wrong with other files, too", async function () {
    const one = await runCli(["jury", "aggregate", "c.csv"], { files: { "c.csv": `${HEADER}j,a/a,b/b,1,0\n` } });
    expect(one.error).to.match(/^c\.csv: Row 2, column "multiplier": "0" must be from 1 to 1000\.\n/);
    const [lock] = (await failureOf("graph from-lockfile p.json", { "p.json": "{" })).failures ?? [];
    expect(lock).to.deep.include({ name: "InvalidLockfileError", file: "p.json", row: null, column: null, text: null });
    const [none] = (await failureOf("jury aggregate none.csv", {})).failures ?? [];
    expect(none).to.deep.include({ name: "InputFileError", file: "none.csv" });
  });

  it("name the project that is perhaps meant", async function () {
    const files = { "c.csv": `${HEADER}j,lib/x,lib/yy,1,2\n`, "r.csv": RATES };
    const { failures = [] } = await failureOf("jury aggregate c.csv --base-rates r.csv", files);
    expect(failures[0]?.message).to.include('perhaps "https://github.com/lib/y" is meant');
  });

  it("of comparisons under several parents name these, and --parent reads one", async function () {
    const header = "juror,repo_a,repo_b,parent,choice,multiplier\n";
    const rows = "j1,lib/x,lib/y,foo/app,1,4\nj1,lib/x,lib/y,bar/app,2,4\nj2,lib/y,lib/z,foo/app,1,2\n";
    const files = { "c.csv": header + rows };
    const { error } = await runCli(["jury", "aggregate", "c.csv"], { files });
    expect(error).to.include("foo/app").and.to.include("bar/app").and.to.include("`--parent`");
    const { code, out } = await runCli("jury aggregate c.csv --parent foo/app".split(" "), { files });
    expect([code, out.split("\n")[0]]).to.deep.equal([0, "2 comparisons of 3 projects by 2 jurors, huber 1"]);
    expect((await failureOf("jury aggregate c.csv --parent foo/x", files)).failures?.[0]?.name).to.equal(
      "UnknownParentError",
    );
  });

  it("are scaled with --normalize wherever weights are read", async function () {
    const files = { "c.csv": `${HEADER}j,lib/x,lib/y,1,2\n`, "r.csv": RATES.replaceAll("0.5", "2") };
    const refused = await runCli("jury aggregate c.csv --base-rates r.csv".split(" "), { files });
    expect(refused.error).to.include("`--normalize`");
    const { code } = await runCli("jury aggregate c.csv --base-rates r.csv --compare r.csv --normalize".split(" "), {
      files,
    });
    expect(code).to.equal(0);
  });
});
