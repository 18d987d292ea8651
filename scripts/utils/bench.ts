import { network } from "hardhat";
import { parseEther, type Hash } from "viem";

import Core from "../../deploy/modules/Core.ts";
import { floorWeights } from "../../sdk/src/math/index.ts";

export type Measurement = { readonly operation: string; readonly n: number; readonly gas: number };

/** Liquidity of all pools that are measured. */
export const B = parseEther("1000");

export type Bench = Awaited<ReturnType<typeof setUp>>;

/** Contracts, and accounts that hold enough money and have approved them. */
export async function setUp() {
  const { viem, ignition, networkHelpers } = await network.create();
  const wallets = (await viem.getWalletClients()).slice(0, 6);
  const publicClient = await viem.getPublicClient();
  const core = await ignition.deploy(Core);
  const markets = await viem.getContractAt("Markets", (await core.markets.getAddress()) as `0x${string}`);
  const token = await viem.deployContract("TestToken", ["Money", "MNY", 18]);
  const auction = await viem.getContractAt("OpeningAuction", (await core.openingAuction.getAddress()) as `0x${string}`);
  for (const { account } of wallets) {
    await token.write.mint([account.address, parseEther("1000000000")]);
    await token.write.approve([markets.address, 2n ** 256n - 1n], { account });
    await token.write.approve([auction.address, 2n ** 256n - 1n], { account });
  }
  const gasOf = async (hash: Promise<Hash>) =>
    Number((await publicClient.waitForTransactionReceipt({ hash: await hash })).gasUsed);
  const deployCrowd = () => viem.deployContract("MockBidders", [auction.address, token.address]);
  return { wallets, markets, auction, token, networkHelpers, gasOf, deployCrowd };
}

/** Weights of which the first and the n-th differ n times, in WAD. */
export function zipf(n: number): bigint[] {
  return floorWeights(Array.from({ length: n }, (_, i) => 10n ** 18n / BigInt(i + 1)));
}
