import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { config, network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, parseEther, type Address } from "viem";

import Local from "../../deploy/modules/Local.ts";
import { BaseError } from "../../sdk/src/errors/index.ts";
import { getSafe } from "../../sdk/src/safe/index.ts";
import { DEFAULT_MARKET, TRADING_PERIOD } from "./defaults.ts";
import { contextOf, readBaseRates, type BaseRates } from "./round.ts";

const HOSTNAME = "127.0.0.1";

/** Liquidity of the local network's market; money has 18 decimals. */
const B = parseEther("1000");
const MONEY_PER_ACCOUNT = parseEther("1000000");

export type LocalNetworkParameters = {
  /** TCP port; 0: one that is free. */
  readonly port: number;
  /** Folder of the round to open. */
  readonly round: string;
};

export type LocalContracts = {
  readonly markets: Address;
  readonly jury: Address;
  readonly safe: Address;
  readonly money: Address;
  readonly outcomeERC20Factory: Address;
  readonly lens: Address;
};

export type LocalNetwork = {
  readonly url: string;
  readonly chainId: number;
  readonly accounts: readonly Address[];
  /** The jurors: owners of the Safe. */
  readonly owners: readonly Address[];
  readonly contracts: LocalContracts;
  readonly market: {
    readonly id: bigint;
    readonly projects: readonly string[];
    readonly prices: readonly bigint[];
    readonly closesAt: number;
  };
  /** Stops the server; the chain is gone then. */
  readonly close: () => Promise<void>;
};

/** Thrown when another program listens on the wanted port. */
export class PortInUseError extends BaseError {
  override readonly name = "PortInUseError";
  constructor({ port }: { readonly port: number }) {
    super(`Port ${port} is already in use.`, { metaMessages: ["Stop what runs there, or pass another `--port`."] });
  }
}

/**
 * Starts a chain in this process and serves it over HTTP and WebSocket; deploys everything, hands out money and opens
 * the market of a round.
 * @throws {PortInUseError} when the port is taken.
 * @throws {MissingRoundFileError} when the folder has no `base-rates.csv`.
 * @throws {CsvError} when the file is not what it should be.
 */
export async function startLocalNetwork({ port, round }: LocalNetworkParameters): Promise<LocalNetwork> {
  const rates = await readBaseRates(round);
  await requireFreePort(port);
  const server = await network.createServer("node", HOSTNAME, port);
  const url = `http://${HOSTNAME}:${(await server.listen()).port}`;
  try {
    const connection = await network.create({ network: "localhost", override: { url } });
    const { ethers, viem } = connection;
    const accounts = (await ethers.getSigners()).map(({ address }) => getAddress(address));
    const contracts = await deployAll(connection, `local-${new URL(url).port}`);
    await mintMoney(connection, contracts, accounts);
    const market = await openMarket(connection, contracts, rates);
    const { owners } = await getSafe(await viem.getPublicClient(), { safe: contracts.safe });
    const chainId = Number((await ethers.provider.getNetwork()).chainId);
    return { url, chainId, accounts, owners, contracts, market, close: () => server.close() };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Hardhat's server reports a taken port by an event that nobody can catch, so the port is tried before. */
async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, HOSTNAME);
    await once(probe, "listening");
  } catch {
    throw new PortInUseError({ port });
  } finally {
    probe.close();
  }
}

async function deployAll({ ignition }: NetworkConnection, deploymentId: string): Promise<LocalContracts> {
  const journal = join(config.paths.ignition, "deployments", deploymentId);
  // A journal of an earlier chain at this port would make Ignition believe that everything is deployed.
  await rm(journal, { recursive: true, force: true });
  const { jury, lens, markets, money, outcomeERC20Factory, safe } = await ignition.deploy(Local, {
    deploymentId,
    parameters: join(config.paths.ignition, "parameters", "localhost.json"),
    config: { blockPollingInterval: 20 },
  });
  await rm(journal, { recursive: true, force: true });

  const addressOf = async (contract: typeof jury) => getAddress(await contract.getAddress());
  return {
    markets: await addressOf(markets),
    jury: await addressOf(jury),
    safe: await addressOf(safe),
    money: await addressOf(money),
    outcomeERC20Factory: await addressOf(outcomeERC20Factory),
    lens: await addressOf(lens),
  };
}

async function mintMoney({ ethers }: NetworkConnection, { money }: LocalContracts, accounts: readonly Address[]) {
  const token = await ethers.getContractAt("TestToken", money);
  for (const account of accounts) await token.mint(account, MONEY_PER_ACCOUNT);
}

async function openMarket({ ethers }: NetworkConnection, contracts: LocalContracts, rates: BaseRates) {
  const { projects, prices } = rates;
  const [sponsor] = await ethers.getSigners();
  const block = await ethers.provider.getBlock("latest");
  if (!sponsor || !block) throw new Error("The network has no accounts or no blocks.");
  const closesAt = block.timestamp + TRADING_PERIOD;
  const parameters = {
    asset: contracts.money,
    assetId: 0n,
    resolver: contracts.jury,
    opener: sponsor.address,
    outcomes: projects.length,
    closesAt,
    ...DEFAULT_MARKET,
    context: contextOf(projects),
  };
  const markets = await ethers.getContractAt("Markets", contracts.markets);
  const token = await ethers.getContractAt("TestToken", contracts.money);
  const id = await markets.computeMarket(sponsor, parameters);
  await token.approve(contracts.markets, ethers.MaxUint256);
  await markets.createMarket(parameters);
  await markets.openPool(id, [...prices], B, sponsor);
  return { id, projects, prices, closesAt };
}
