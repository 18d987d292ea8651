import type { NetworkConnection } from "hardhat/types/network";
import { getAddress } from "viem";

import { WAD } from "../../sdk/src/math/index.ts";
import type { EdgeRegistry } from "../../types/ethers-contracts/graph/EdgeRegistry.js";
import type { FundingPool } from "../../types/ethers-contracts/funding/FundingPool.js";
import type { Jury } from "../../types/ethers-contracts/jury/Jury.js";
import type { Markets } from "../../types/ethers-contracts/markets/Markets.js";
import type { TestToken } from "../../types/ethers-contracts/mocks/TestToken.js";
import type { Rounds } from "../../types/ethers-contracts/rounds/Rounds.js";
import { deployLocal } from "../utils/deployLocal.ts";
import { toImportArgument } from "../utils/graph.ts";
import { readLocalParameters } from "../utils/parameters.ts";
import { edgesOf, type Import } from "./genesis.ts";
import type { Meter } from "./meter.ts";

/** More than anybody spends. */
const MONEY_PER_ACCOUNT = 10n ** 12n * WAD;

export type Deployment = Awaited<ReturnType<typeof deployEcosystem>>;

/** Deploys everything with the parameters of the local network, for a graph that is imported next. */
export async function deployEcosystem(connection: NetworkConnection, genesis: Import) {
  const { ethers, networkHelpers } = connection;
  const [deployer, alice, registrar] = await ethers.getSigners();
  if (!deployer || !alice || !registrar) throw new Error("The network has too few accounts.");
  const parameters = await readLocalParameters({
    target: genesis.target,
    genesisRoot: genesis.root,
    registrar: getAddress(registrar.address),
  });
  const deployed = await deployLocal(connection, parameters);
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const safe = await addressOf(deployed.safe);
  await networkHelpers.impersonateAccount(safe);
  await networkHelpers.setBalance(safe, 1_000n * WAD);

  const markets: Markets = await ethers.getContractAt("Markets", await addressOf(deployed.markets));
  const jury: Jury = await ethers.getContractAt("Jury", await addressOf(deployed.jury));
  const registry: EdgeRegistry = await ethers.getContractAt("EdgeRegistry", await addressOf(deployed.registry));
  const rounds: Rounds = await ethers.getContractAt("Rounds", await addressOf(deployed.rounds));
  const pool: FundingPool = await ethers.getContractAt("FundingPool", await addressOf(deployed.fundingPool));
  const money: TestToken = await ethers.getContractAt("TestToken", await addressOf(deployed.money));
  for (const account of [deployer, alice]) {
    await money.mint(account, MONEY_PER_ACCOUNT);
    for (const spender of [markets, jury, registry, rounds, pool]) {
      await money.connect(account).approve(spender, ethers.MaxUint256);
    }
  }
  const jurors = await ethers.getSigner(safe);
  return { connection, deployer, alice, registrar, jurors, markets, jury, registry, rounds, pool, money };
}

/** Imports the graph and seals it. */
export async function importGraph({ registry }: Deployment, genesis: Import, meter: Meter): Promise<void> {
  for (const nodes of genesis.transactions) {
    const size = { nodes: nodes.length, edges: edgesOf(nodes) };
    const lists = nodes.map(toImportArgument);
    await meter.send("import", size, (limit) => registry.importNodes(lists, limit));
  }
  await meter.send("seal", {}, (limit) => registry.seal(limit));
}
