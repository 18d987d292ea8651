import { join } from "node:path";
import { config, network } from "hardhat";
import { createWalletClient, custom, getAddress, type Address, type Hash } from "viem";
import { mnemonicToAccount } from "viem/accounts";

import Local from "../../deploy/modules/Local.ts";
import { deepFundingActions } from "../../sdk/src/actions/index.ts";
import { MNEMONIC } from "../utils/defaults.ts";

/** The demo's own accounts come after Hardhat's. */
const FIRST_ACCOUNT = 100;
const ETHER = 10n ** 18n;

export type DemoChain = Awaited<ReturnType<typeof startChain>>;
export type DemoClient = Awaited<ReturnType<DemoChain["clientOf"]>>;

/** Starts a chain in this process with everything deployed: Markets, Jury, Lens, a 3-of-5 Safe and test money. */
export async function startChain() {
  const { ignition, viem, networkHelpers, provider } = await network.create();
  const deployed = await ignition.deploy(Local, {
    parameters: join(config.paths.ignition, "parameters", "localhost.json"),
  });
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const addresses = {
    markets: await addressOf(deployed.markets),
    jury: await addressOf(deployed.jury),
    lens: await addressOf(deployed.lens),
  };
  const safe = await addressOf(deployed.safe);
  const money = await viem.getContractAt("TestToken", await addressOf(deployed.money));
  const publicClient = await viem.getPublicClient();
  const gas: Record<string, bigint> = {};

  return {
    ...addresses,
    safe,
    money: money.address,
    publicClient,
    gas,
    /** A funded account with the SDK's actions. */
    clientOf: async (index: number) => {
      const account = mnemonicToAccount(MNEMONIC, { addressIndex: FIRST_ACCOUNT + index });
      await networkHelpers.setBalance(account.address, 100n * ETHER);
      const wallet = createWalletClient({ account, chain: publicClient.chain, transport: custom(provider) });
      return wallet.extend(deepFundingActions(addresses));
    },
    signerOf: (owner: Address) => viem.getWalletClient(owner),
    mint: (to: Address, amount: bigint) => money.write.mint([to, amount]),
    balanceOf: (account: Address) => money.read.balanceOf([account]),
    /** Waits for a transaction and books its gas; what was not sent costs none. */
    spend: async (step: string, hash: Hash | undefined) => {
      if (hash === undefined) return;
      const { gasUsed } = await publicClient.waitForTransactionReceipt({ hash });
      gas[step] = (gas[step] ?? 0n) + gasUsed;
    },
    now: () => networkHelpers.time.latest(),
    increaseTo: (time: number) => networkHelpers.time.increaseTo(time),
  };
}
