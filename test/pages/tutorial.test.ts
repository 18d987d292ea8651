import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { startCliNetwork, type CliNetwork } from "../utils/cli.ts";
import { DOCS } from "../utils/pages.ts";

const PROGRAM = "npx deepfunding ";

describe("Pages: the first ten minutes", function () {
  let on: CliNetwork;
  before(async function () {
    this.timeout(60_000);
    on = await startCliNetwork();
  });
  after(() => on.network.close());

  it("every command does what the tutorial says, in its order", async function () {
    this.timeout(120_000);
    const page = await readFile(join(DOCS, "tutorial.md"), "utf8");
    const [, key = ""] = /DEEPFUNDING_PRIVATE_KEY=(0x[0-9a-f]{64})/.exec(page) ?? [];
    const lines = [...page.matchAll(/^npx deepfunding .*$/gm)].map(([line]) => line.slice(PROGRAM.length));
    expect(lines).to.have.length(3);
    const printed: string[] = [];
    for (const line of lines) {
      const files = { "weights.csv": on.files["what-ships.csv"] ?? "" };
      const { code, out, error } = await on.cli(line, { env: { DEEPFUNDING_PRIVATE_KEY: key }, files });
      expect(code, `${line}: ${error}`).to.equal(0);
      printed.push(out);
    }
    const [plan = "", trade = "", positions = ""] = printed;
    expect(plan).to.match(/expected|profit/i);
    expect(trade).to.match(/paid/i);
    expect(positions).to.match(/LONG/);
  });

  it("every file and script that it names is there", async function () {
    const page = await readFile(join(DOCS, "tutorial.md"), "utf8");
    const { scripts } = JSON.parse(await readFile(join(DOCS, "..", "package.json"), "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    for (const [, script = ""] of page.matchAll(/npm run (\w+)/g)) expect(scripts, script).to.have.property(script);
    for (const [file] of page.matchAll(/examples\/[\w./-]+\.csv/g)) {
      expect(await readFile(join(DOCS, "..", file), "utf8")).to.match(/^repo,parent,weight\n/);
    }
  });
});
