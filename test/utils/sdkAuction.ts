import type { NetworkConnection } from "hardhat/types/network";
import { maxUint256, parseAbi } from "viem";

import { deepFundingActions } from "../../sdk/src/client/index.ts";
import { computeMarket } from "../../sdk/src/math/ids.ts";
import type { MarketParams } from "../../sdk/src/types/marketParams.ts";
import { DAY, deploySdk, paramsOf, PRICES, USD } from "./sdk.ts";

/** Liquidity of the pool that the auction opens, and the sponsor's own bid. */
export const B = 1000n * USD;

const mintAbi = parseAbi(["function mint(address to, uint256 amount)"]);

/** A sponsor and three bidders with money and the SDK's actions; the auction may take what all but alice have. */
export async function deployAuction(connection: NetworkConnection) {
  const deployment = await deploySdk(connection);
  const { viem } = connection;
  const { client, markets, lens, mined, money, sponsor } = deployment;
  const { address: auction } = await viem.deployContract("OpeningAuction", [markets]);
  const actions = deepFundingActions({ markets, lens, openingAuction: auction });
  const [, alice, bob, carol] = (await viem.getWalletClients()).map((wallet) => wallet.extend(actions));
  const host = sponsor.extend(actions);
  if (!alice || !bob || !carol) throw new Error("The network has too few accounts.");
  const args = [carol.account.address, 1_000_000n * USD] as const;
  await host.writeContract({ address: money, abi: mintAbi, functionName: "mint", args });
  for (const wallet of [host, bob, carol]) {
    await mined(await wallet.approveAsset({ asset: money, spender: auction, amount: maxUint256 }));
  }
  return { ...deployment, alice, auction, bob, carol, client: client.extend(actions), sponsor: host };
}

export type AuctionDeployment = Awaited<ReturnType<typeof deployAuction>>;

/** Creates a market whose pool the auction opens. */
export async function createAuctioned(deployment: AuctionDeployment, changes: Partial<MarketParams> = {}) {
  const { auction, chainId, markets, mined, sponsor } = deployment;
  const params = paramsOf(deployment, { opener: auction, ...changes });
  await mined(await sponsor.createMarket({ params }));
  return { market: computeMarket({ chainId, markets, creator: sponsor.account.address, params }), params };
}

/** Prepares an auction that opens after half of the time to trade. */
export async function prepareAuctioned(
  deployment: AuctionDeployment,
  changes: Partial<MarketParams> = {},
  prices: readonly bigint[] = PRICES,
) {
  const { client, mined, sponsor } = deployment;
  const { market, params } = await createAuctioned(deployment, { outcomes: prices.length, ...changes });
  const opensAt = deployment.now + DAY / 2n;
  await mined(await sponsor.prepareAuction({ market, context: params.context, prices, b: B, opensAt }));
  return { market, view: await client.getAuction({ market }) };
}
