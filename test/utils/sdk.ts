import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, maxUint256, numberToHex, parseAbi, type Address, type Hash } from "viem";

import Core from "../../deploy/modules/Core.ts";
import { deepFundingActions } from "../../sdk/src/client/index.ts";
import { computeMarket } from "../../sdk/src/math/ids.ts";
import type { MarketParams } from "../../sdk/src/types/marketParams.ts";

export const WAD = 10n ** 18n;
/** Units of the test money, which has 6 decimals. */
export const USD = 10n ** 6n;
export const DAY = 86_400n;
export const STAKE = 100n * USD;
export const PERIOD = 3n * DAY;
export const PRICES = [WAD / 2n, WAD / 4n, WAD / 4n] as const;

const mintAbi = parseAbi(["function mint(address to, uint256 amount)"]);

/** All contracts, and three clients with money that have the SDK's actions: the sponsor is the jury's "Safe" too. */
export async function deploySdk({ ignition, networkHelpers, viem }: NetworkConnection) {
  const core = await ignition.deploy(Core);
  const markets = getAddress(await core.markets.getAddress());
  const openingAuction = getAddress(await core.openingAuction.getAddress());
  const outcomeERC20Factory = getAddress(await core.outcomeERC20Factory.getAddress());
  const [first, second, third] = await viem.getWalletClients();
  if (!first || !second || !third) throw new Error("The network has too few accounts.");
  const lens = getAddress(await core.lens.getAddress());
  const money = await viem.deployContract("TestToken", ["Test USD", "tUSD", 6]);
  const { address: ballots } = await viem.deployContract("Ballots");
  const parameters = {
    deployer: first.account.address,
    markets,
    safe: first.account.address,
    stakeToken: money.address,
    stake: STAKE,
    stakeRecipient: third.account.address,
    evaluationPeriod: PERIOD,
    challengeWindow: PERIOD,
    answerPeriod: PERIOD,
    huberDelta: 0n,
    anchor: 0n,
    tolerance: 1_000_000n,
    minBallots: 2n,
  };
  const { address: jury } = await viem.deployContract("Jury", [parameters], { libraries: { Ballots: ballots } });

  const contracts = { markets, lens, jury, outcomeERC20Factory };
  const client = (await viem.getPublicClient()).extend(deepFundingActions(contracts));
  const [sponsor, trader, other] = [first, second, third].map((wallet) => wallet.extend(deepFundingActions(contracts)));
  if (!sponsor || !trader || !other) throw new Error("The network has too few accounts.");
  for (const { account } of [sponsor, trader, other]) {
    await sponsor.writeContract({
      address: money.address,
      abi: mintAbi,
      functionName: "mint",
      args: [account.address, 1_000_000n * USD],
    });
  }
  const now = BigInt(await networkHelpers.time.latest());
  const chainId = await client.getChainId();
  const mined = (hash: Hash | undefined) => client.waitForTransactionReceipt({ hash: hash ?? "0x" });
  return { ...contracts, chainId, client, mined, money: money.address, now, openingAuction, other, sponsor, trader };
}

export type SdkDeployment = Awaited<ReturnType<typeof deploySdk>>;

/** Parameters of a market over the test money that the sponsor resolves. */
export function paramsOf({ money, now, sponsor }: SdkDeployment, changes: Partial<MarketParams> = {}): MarketParams {
  return {
    asset: money,
    assetId: 0n,
    resolver: sponsor.account.address,
    opener: sponsor.account.address,
    outcomes: 3,
    closesAt: now + DAY,
    twapWindow: 3600n,
    feeRate: 30_000n,
    alpha: 1_250n,
    context: numberToHex(1, { size: 32 }),
    ...changes,
  };
}

/** Creates a market of the sponsor and returns its id. */
export async function createMarketOf(deployment: SdkDeployment, changes: Partial<MarketParams> = {}): Promise<bigint> {
  const { chainId, markets, mined, sponsor } = deployment;
  const params = paramsOf(deployment, changes);
  await mined(await sponsor.createMarket({ params }));
  return computeMarket({ chainId, markets, creator: sponsor.account.address, params });
}

/** A market with a pool of b = 1000, and everybody's approval. */
export async function deployPool(connection: NetworkConnection, changes: Partial<MarketParams> = {}) {
  const deployment = await deploySdk(connection);
  const { mined, money, other, sponsor, trader } = deployment;
  for (const wallet of [sponsor, trader, other]) {
    await mined(await wallet.approveAsset({ asset: money, amount: maxUint256 }));
  }
  const market = await createMarketOf(deployment, changes);
  const receiver: Address = sponsor.account.address;
  await mined(await sponsor.openPool({ market, prices: PRICES, b: 1000n * USD, receiver }));
  return { ...deployment, market };
}
