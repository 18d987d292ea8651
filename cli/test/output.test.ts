import { expect } from "chai";
import * as fc from "fast-check";
import { parseUnits } from "viem";

import { renderBar, renderSparkline } from "../src/output/chart.ts";
import { formatAmount, formatDuration, formatJson, shortName } from "../src/output/format.ts";
import { paperOf } from "../src/output/paper.ts";
import { printable } from "../src/output/printable.ts";
import { createProgress } from "../src/output/progress.ts";
import { renderTable } from "../src/output/table.ts";
import { runCli } from "./utils/cli.ts";

const TERMINAL = { isTerminal: true, columns: 40, write: () => undefined };

describe("CLI: output", function () {
  it("tables align columns, whatever is coloured in them", function () {
    const { bold } = paperOf(TERMINAL, {});
    expect(bold("x")).to.equal("\u001b[1mx\u001b[22m");
    const plain = renderTable(
      ["", "price"],
      [
        ["ä", "1"],
        ["long", "12"],
      ],
    );
    expect(plain).to.equal("      price\n----  -----\nä         1\nlong     12");
    const coloured = renderTable(
      ["", bold("price")],
      [
        [bold("ä"), "1"],
        ["long", bold("12")],
      ],
    );
    expect(coloured.replaceAll("\u001b[1m", "").replaceAll("\u001b[22m", "")).to.equal(plain);
  });

  it("nothing is coloured where no person looks, or NO_COLOR is set", function () {
    expect(paperOf({ ...TERMINAL, isTerminal: false }, {}).bold("x")).to.equal("x");
    expect(paperOf(TERMINAL, { NO_COLOR: "1" }).bad("x")).to.equal("x");
  });

  it("bars grow with what they show, within their width", function () {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 2, noNaN: true }), fc.double({ min: -1, max: 2, noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(renderBar(low, 10).length).to.be.at.most(renderBar(high, 10).length);
        expect(renderBar(high, 10).length).to.be.at.most(10);
      }),
    );
    expect([renderBar(0, 4), renderBar(0.5, 4), renderBar(1, 4)]).to.deep.equal(["", "██", "████"]);
  });

  it("sparklines show the least as the lowest and the most as the highest, the last value always", function () {
    expect(renderSparkline([1, 2, 3, 8], 10)).to.equal("▁▂▃█");
    expect(renderSparkline([5, 5], 10)).to.equal("▁▁");
    expect(renderSparkline([], 10)).to.equal("");
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
        const last = renderSparkline([...values, 2], 8);
        expect(last.endsWith("█")).to.equal(true);
        expect(last.length).to.equal(Math.min(values.length + 1, 8));
      }),
    );
  });

  it("amounts are cut, never rounded up", function () {
    expect(formatAmount(parseUnits("1234567.89999", 18), 18)).to.equal("1,234,567.8999");
    expect(formatAmount(parseUnits("-0.5", 6), 6)).to.equal("-0.5");
    expect(formatAmount(1n, 18)).to.equal("<0.0001");
    expect([formatAmount(0n, 18), formatAmount(7n, 0)]).to.deep.equal(["0", "7"]);
  });

  it("durations show their two greatest units", function () {
    expect([0n, 59n, 3_600n, 93_784n].map(formatDuration)).to.deep.equal(["0 s", "59 s", "1 h", "1 d 2 h"]);
  });

  it("JSON has integers as strings", function () {
    expect(JSON.parse(formatJson({ a: 2n ** 200n, b: [1n], c: undefined }))).to.deep.equal({
      a: (2n ** 200n).toString(),
      b: ["1"],
    });
  });

  it("texts of others neither move the cursor nor hide anything", function () {
    const written: string[] = [];
    const write = (text: string) => {
      written.push(text);
    };
    const { write: print } = printable({ ...TERMINAL, write });
    const { bold, bad } = paperOf(TERMINAL, {});
    print(`${bold("title")} ${bad("ä → ✓")}\nrow\n`);
    expect(written.pop()).to.equal(`${bold("title")} ${bad("ä → ✓")}\nrow\n`);
    for (const hostile of [
      "\u001b[2J",
      "\u001b[8m",
      "\u001b]0;x\u0007",
      "\r",
      "\u009b2J",
      "\u202e",
      "\u2028",
      "\u200b",
      "\u007f",
    ]) {
      print(`a${hostile}b`);
      expect(written.pop())
        .to.not.include(hostile)
        .and.not.match(/(?!\n)[\p{Cc}\p{Cf}]/u);
      const json = formatJson({ a: `a${hostile}b` });
      expect(json).to.not.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}]/u);
      expect(JSON.parse(json)).to.deep.equal({ a: `a${hostile}b` });
    }
  });

  it("a juror's name writes over nothing", async function () {
    const csv = "juror,repo_a,repo_b,choice,multiplier\nx\u001b[2Jy,a/a,b/b,1,2\nz,a/a,b/b,2,3\n";
    const { code, out } = await runCli(["jury", "aggregate", "c.csv"], { files: { "c.csv": csv } });
    expect(code).to.equal(0);
    expect(out).to.include("x\ufffd[2Jy").and.not.include("\u001b");
  });

  it("names lose what all of them share", function () {
    expect(shortName("https://github.com/a/b")).to.equal("a/b");
    expect(shortName("https://gitlab.com/a/b")).to.equal("gitlab.com/a/b");
  });

  it("progress is shown on a terminal only, in one line that is erased", function () {
    const written: string[] = [];
    const write = (text: string) => {
      written.push(text);
    };
    createProgress({ ...TERMINAL, isTerminal: false, write }).show("Working", 1, 2);
    expect(written).to.be.empty;
    const progress = createProgress({ ...TERMINAL, write });
    progress.show("Working on something that takes its time", 1, 2);
    progress.clear();
    expect(written[0]).to.include("1/2 Working");
    expect(written[0]?.length).to.be.at.most(40 + "\r\u001b[2K".length);
    expect(written.at(-1)).to.equal("\r\u001b[2K");
  });
});
