import { expect } from "chai";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { startCliNetwork, type CliNetwork } from "../utils/cli.ts";
import { DOCS, UPDATES } from "../utils/pages.ts";

const GUIDE = join(DOCS, "guides", "cli.md");
const PROGRAM = "npx deepfunding ";
/** Where the guide's ecosystem has it. */
const MARKETS = "0x0DCd1Bf9A1b36cE34237eEaFef220932846BCD82";
/** Commands, and the block that follows at once: what they print, or the error that they end with. */
const BLOCKS =
  /```sh\n(?<commands>(?:(?!```)[\s\S])*)```(?:\n\n```(?<kind>text|json)\n(?<output>(?:(?!```)[\s\S])*)```)?/g;

/** What differs from run to run, or with what else is deployed: times, what follows from them, and where Markets is. */
function withoutChances(text: string, markets: string): string {
  return text
    .replaceAll(markets, MARKETS)
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, "2026-01-31T12:00:00Z")
    .replaceAll(/0x[0-9a-f]{64}/g, `0x${"5ca1ab1e".repeat(8)}`)
    .replaceAll(/^Gas: .*$/gm, "Gas: 0.0005 ETH, 1 gwei each.");
}

describe("Pages: the command line", function () {
  let on: CliNetwork;
  before(async function () {
    this.timeout(60_000);
    on = await startCliNetwork();
  });
  after(() => on.network.close());

  it("every command of the guide does what the guide says, in its order", async function () {
    this.timeout(120_000);
    const guide = await readFile(GUIDE, "utf8");
    const files = { "weights.csv": on.files["what-ships.csv"] ?? "", "password.txt": "secret\n" };
    let updated = guide;
    let count = 0;
    for (const { groups } of guide.matchAll(BLOCKS)) {
      const { commands = "", kind, output } = groups ?? {};
      if (!commands.startsWith(PROGRAM)) continue;
      const [line = "", ...others] = commands.trim().slice(PROGRAM.length).split(" >> ");
      expect(line, "one command a block").to.not.include("\n");
      expect(others.length, line).to.be.at.most(1);
      const { code, out, error } = await on.cli(line, { env: on.keyOf(1), files });
      const printed = withoutChances(kind === "json" ? error : out, on.network.contracts.markets);
      expect(code, `${line}: ${error}`).to.equal(kind === "json" ? 1 : 0);
      count += 1;
      if (output === undefined) continue;
      if (UPDATES) updated = updated.replace(`\`\`\`${kind}\n${output}\`\`\``, () => `\`\`\`${kind}\n${printed}\`\`\``);
      else expect(printed).to.equal(output);
    }
    expect(count).to.be.above(5);
    if (UPDATES) await writeFile(GUIDE, updated);
  });

  it("the file of contracts of the guide is one", async function () {
    const guide = await readFile(GUIDE, "utf8");
    const [, text = ""] = /```json\n(\{\n {2}"chainId"[\s\S]*?)```/.exec(guide) ?? [];
    const { code, error } = await on.cli("market", { files: { "./deepfunding.json": text } });
    // 2 says that a file is not what it should be; the contracts of this run may be elsewhere.
    expect(code, error).to.not.equal(2);
  });
});
