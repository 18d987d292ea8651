import { network } from "hardhat";
import { createWalletClient, custom, getAddress, type Address, type Hash } from "viem";
import { mnemonicToAccount } from "viem/accounts";

import { deepFundingActions } from "../../sdk/src/client/index.ts";
import type { Genesis } from "../../sdk/src/graph/index.ts";
import { MNEMONIC } from "../utils/defaults.ts";
import { deployLocal, type LocalRandomness } from "../utils/deployLocal.ts";
import { readLocalParameters } from "../utils/parameters.ts";

/** The demo's own accounts come after Hardhat's. */
const FIRST_ACCOUNT = 100;
/** Those of the demo that do one thing; traders, jurors and maintainers come after them. */
const ACCOUNTS = { sponsor: 0, registrar: 1, proposer: 2, challenger: 3, auditor: 4, donor: 5 } as const;
const GROUPS = { trader: 100, juror: 200, maintainer: 1000 } as const;
const ETHER = 10n ** 18n;
/** Of the kinds of markets, as bits: that of weights. */
const WEIGHT_KIND = 1;

export type Role = keyof typeof ACCOUNTS;
export type DemoChain = Awaited<ReturnType<typeof startChain>>;
export type DemoClient = Awaited<ReturnType<DemoChain["clientOf"]>>;

export type StartParameters = {
  readonly genesis: Genesis;
  /** Seconds of trading; the last third of it is the TWAP window, so that closing and TWAP differ. */
  readonly trading: number;
  /** Seconds in which sealed bids set the opening prices of the market of weights; 0: it opens at the base rates. */
  readonly openingPeriod: number;
  /** What the draw is made by. */
  readonly randomness: LocalRandomness;
};

function accountOf(index: number) {
  return mnemonicToAccount(MNEMONIC, { addressIndex: FIRST_ACCOUNT + index });
}

/** Starts a chain in this process with everything deployed and the graph imported. */
export async function startChain({ genesis, trading, openingPeriod, randomness }: StartParameters) {
  const connection = await network.create();
  const { viem, networkHelpers, provider } = connection;
  const [deployer] = await viem.getWalletClients();
  if (deployer === undefined) throw new Error("The network has no accounts.");
  const registrar = accountOf(ACCOUNTS.registrar).address;
  const parameters = await readLocalParameters({
    target: genesis.target,
    genesisRoot: genesis.root,
    registrar,
    trading,
    twapWindow: trading / 3,
    openingKinds: openingPeriod === 0 ? 0 : WEIGHT_KIND,
    openingPeriod,
  });
  const deployed = await deployLocal(connection, parameters, randomness);
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const addresses = {
    markets: await addressOf(deployed.markets),
    jury: await addressOf(deployed.jury),
    lens: await addressOf(deployed.lens),
    registry: await addressOf(deployed.registry),
    rounds: await addressOf(deployed.rounds),
    fundingPool: await addressOf(deployed.fundingPool),
    openingAuction: await addressOf(deployed.openingAuction),
  };
  const safe = await addressOf(deployed.safe);
  const money = await viem.getContractAt("TestToken", await addressOf(deployed.money));
  const donated = await viem.deployContract("TestToken", ["Donated USD", "dUSD", 6]);
  const publicClient = await viem.getPublicClient();
  const gas: Record<string, bigint> = {};
  const clients = new Map<number, Awaited<ReturnType<typeof connect>>>();

  /** A funded account with the SDK's actions. */
  async function connect(index: number) {
    const account = accountOf(index);
    await networkHelpers.setBalance(account.address, 100n * ETHER);
    const wallet = createWalletClient({ account, chain: publicClient.chain, transport: custom(provider) });
    return wallet.extend(deepFundingActions(addresses));
  }

  async function clientAt(index: number) {
    const client = clients.get(index) ?? (await connect(index));
    clients.set(index, client);
    return client;
  }

  /** Waits for a transaction and books its gas; what was not sent costs none. */
  async function spend(step: string, hash: Hash | undefined) {
    if (hash === undefined) return;
    const { gasUsed, status } = await publicClient.waitForTransactionReceipt({ hash });
    if (status !== "success") throw new Error(`The transaction of the step "${step}" reverted.`);
    gas[step] = (gas[step] ?? 0n) + gasUsed;
  }

  const importer = deployer.extend(deepFundingActions(addresses));
  for (const nodes of genesis.transactions) await spend("importNodes", await importer.importNodes({ nodes }));
  await spend("seal", await importer.seal({}));

  return {
    ...addresses,
    safe,
    money: money.address,
    /** The other token that a donor sends, of 6 decimals. */
    donated: donated.address,
    publicClient,
    gas,
    spend,
    clientOf: (role: Role) => clientAt(ACCOUNTS[role]),
    memberOf: (group: keyof typeof GROUPS, index: number) => clientAt(GROUPS[group] + index),
    signerOf: (owner: Address) => viem.getWalletClient(owner),
    mint: (to: Address, amount: bigint) => money.write.mint([to, amount]),
    mintDonated: (to: Address, amount: bigint) => donated.write.mint([to, amount]),
    balanceOf: (account: Address) => money.read.balanceOf([account]),
    now: () => networkHelpers.time.latest(),
    increaseTo: async (time: number) => {
      if (time > (await networkHelpers.time.latest())) await networkHelpers.time.increaseTo(time);
    },
  };
}
