import { network } from "hardhat";

import { expectPage, keyOf } from "../utils/pages.ts";
import { serve } from "../utils/serve.ts";
import { deployPool } from "../utils/sdk.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

/** The accounts of `deploySdk`. */
const [, TRADER] = [0, 1];

async function pooledFixture() {
  return deployPool(connection);
}

type Deployment = Awaited<ReturnType<typeof pooledFixture>>;

function environmentOf({ markets, lens, outcomeERC20Factory, money, market }: Deployment, account: number) {
  return {
    RPC_URL: url,
    PRIVATE_KEY: keyOf(account),
    MARKETS: markets,
    LENS: lens,
    OUTCOME_ERC20_FACTORY: outcomeERC20Factory,
    MONEY: money,
    MARKET: String(market),
  };
}

describe("Pages: markets", function () {
  after(close);

  for (const [name, account] of [["trade", TRADER]] as const) {
    it(name, async function () {
      const deployment = await networkHelpers.loadFixture(pooledFixture);
      await expectPage(`actions/markets/${name}`, environmentOf(deployment, account));
    });
  }
});
