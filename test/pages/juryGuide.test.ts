import { join } from "node:path";

import { expectPage } from "../utils/pages.ts";

const SAMPLE = join(import.meta.dirname, "..", "..", "examples", "own-dependencies");

describe("Pages: the jury's guide", function () {
  it("reports on the sample round", async function () {
    await expectPage("guides/jury", { ROUND: SAMPLE });
  });
});
