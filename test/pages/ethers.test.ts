import { network } from "hardhat";

import { expectPage, keyOf } from "../utils/pages.ts";
import { serve } from "../utils/serve.ts";
import { deployPool } from "../utils/sdk.ts";

/** An account of `deploySdk` that has money. */
const TRADER = 1;

const connection = await network.create();
const { url, close } = await serve(connection);

describe("Pages: the guide to ethers", function () {
  after(close);

  it("trades by a permit, reads by a factory, and names what went wrong", async function () {
    const { lens, market, markets } = await deployPool(connection);
    await expectPage("guides/ethers", {
      RPC_URL: url,
      PRIVATE_KEY: keyOf(TRADER),
      MARKETS: markets,
      LENS: lens,
      MARKET: String(market),
    });
  });
});
