import multiSend from "@safe-global/safe-contracts/build/artifacts/contracts/libraries/MultiSendCallOnly.sol/MultiSendCallOnly.json" with { type: "json" };
import { network } from "hardhat";
import { parseAbi, type Address, type Hex } from "viem";

import { deploySafe } from "../../scripts/utils/safe.ts";
import { expectPage, keyOf } from "../utils/pages.ts";
import { deployPool, USD } from "../utils/sdk.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers, viem } = connection;
const { url, close } = await serve(connection);

/** An account that has allowed nothing yet. */
const NEWCOMER = 4;
const mintAbi = parseAbi(["function mint(address to, uint256 amount)"]);

/** The newcomer, and its Safe, have money and no more. */
async function newcomerFixture() {
  const deployment = await deployPool(connection);
  const { money, client, mined, sponsor } = deployment;
  const account = (await viem.getWalletClients())[NEWCOMER]?.account.address as Address;
  const safe = await deploySafe(connection, { owners: [account], threshold: 1 });
  for (const owner of [account, safe]) {
    await mined(
      await sponsor.writeContract({ address: money, abi: mintAbi, functionName: "mint", args: [owner, 1_000n * USD] }),
    );
  }
  const hash = await sponsor.deployContract({ abi: multiSend.abi, bytecode: multiSend.bytecode as Hex });
  const { contractAddress } = await client.waitForTransactionReceipt({ hash });
  return { ...deployment, safe, multiSend: contractAddress as Address };
}

describe("Pages: sending", function () {
  after(close);

  for (const page of ["actions/sending/prepareCalls", "actions/sending/sendPrepared", "guides/sending"]) {
    it(page, async function () {
      const { lens, market, markets, multiSend, safe } = await networkHelpers.loadFixture(newcomerFixture);
      await expectPage(page, {
        RPC_URL: url,
        PRIVATE_KEY: keyOf(NEWCOMER),
        LENS: lens,
        MARKET: String(market),
        MARKETS: markets,
        MULTI_SEND: multiSend,
        SAFE: safe,
      });
    });
  }
});
