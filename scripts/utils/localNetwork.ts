import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { config, network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, parseEther, type Address } from "viem";

import { BaseError } from "../../sdk/src/errors/index.ts";
import { genesis, genesisGraphOf, nodeId, type Genesis } from "../../sdk/src/graph/index.ts";
import { getSafe } from "../../sdk/src/safe/index.ts";
import { serveBeacon } from "../beacon/beaconServer.ts";
import { deployLocal, type LocalRandomness } from "./deployLocal.ts";
import { toImportArgument } from "./graph.ts";
import { readLocalParameters } from "./parameters.ts";
import { readBaseRates, readGraphEdges, type BaseRates } from "./round.ts";

const HOSTNAME = "127.0.0.1";

/** What the sponsor gives for the first round: 60% of it open the market of weights with b = 1,000 (11.53 b). */
const SPONSORSHIP = parseEther("19216.7");
const MONEY_PER_ACCOUNT = parseEther("1000000");

export type LocalNetworkParameters = {
  /** TCP port; 0: one that is free. */
  readonly port: number;
  /** Folder of the round to open. */
  readonly round: string;
  /** What the draw is made by; by default headers. */
  readonly randomness?: LocalRandomness | undefined;
};

export type LocalContracts = {
  readonly markets: Address;
  readonly jury: Address;
  readonly safe: Address;
  readonly money: Address;
  readonly outcomeERC20Factory: Address;
  readonly lens: Address;
  readonly openingAuction: Address;
  readonly registry: Address;
  readonly rounds: Address;
  readonly fundingPool: Address;
};

export type LocalNetwork = {
  readonly url: string;
  readonly chainId: number;
  readonly accounts: readonly Address[];
  /** The jurors: owners of the Safe. */
  readonly owners: readonly Address[];
  readonly contracts: LocalContracts;
  /** Every project of the graph; the chain has only hashes of their names. */
  readonly names: readonly string[];
  /** The market of seed weights of the first round, which trades. */
  readonly market: {
    readonly id: bigint;
    /** In the order of its outcomes. */
    readonly projects: readonly string[];
    readonly prices: readonly bigint[];
    readonly closesAt: number;
  };
  /** Where the beacon that draws is served, as drand's servers do; `undefined`: headers draw. */
  readonly beacon: string | undefined;
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
 * the first round of a folder.
 * @throws {PortInUseError} when the port is taken.
 * @throws {MissingRoundFileError} when the folder has no `base-rates.csv`.
 * @throws {CsvError} when the file is not what it should be.
 */
export async function startLocalNetwork({
  port,
  round,
  randomness = "headers",
}: LocalNetworkParameters): Promise<LocalNetwork> {
  const rates = await readBaseRates(round);
  const described = genesisGraphOf({ ...rates, edges: await readGraphEdges(round) });
  const graph = genesis(described);
  await requireFreePort(port);
  const server = await network.createServer("node", HOSTNAME, port);
  const url = `http://${HOSTNAME}:${(await server.listen()).port}`;
  try {
    const connection = await network.create({ network: "localhost", override: { url } });
    const { ethers, viem } = connection;
    const accounts = (await ethers.getSigners()).map(({ address }) => getAddress(address));
    const contracts = await deployAll(connection, `local-${new URL(url).port}`, graph, randomness);
    await mintMoney(connection, contracts, accounts);
    const market = await openRound(connection, contracts, rates);
    const { owners } = await getSafe(await viem.getPublicClient(), { safe: contracts.safe });
    const chainId = Number((await ethers.provider.getNetwork()).chainId);
    const names = [...new Set(described.edges.flatMap(({ parent, child }) => [parent, child]))];
    const beacon = randomness === "drand" ? await serveBeacon(HOSTNAME) : undefined;
    const close = () => {
      beacon?.close();
      return server.close();
    };
    return { url, chainId, accounts, owners, contracts, names, market, beacon: beacon?.url, close };
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

async function deployAll(
  connection: NetworkConnection,
  deploymentId: string,
  graph: Genesis,
  randomness: LocalRandomness,
): Promise<LocalContracts> {
  const { ethers } = connection;
  const journal = join(config.paths.ignition, "deployments", deploymentId);
  // A journal of an earlier chain at this port would make Ignition believe that everything is deployed.
  await rm(journal, { recursive: true, force: true });
  const parameters = await readLocalParameters({ target: graph.target, genesisRoot: graph.root });
  const options = { deploymentId, config: { blockPollingInterval: 20 } };
  const deployed = await deployLocal(connection, parameters, randomness, options);
  await rm(journal, { recursive: true, force: true });

  const addressOf = async (contract: typeof deployed.jury) => getAddress(await contract.getAddress());
  const registry = await ethers.getContractAt("EdgeRegistry", await addressOf(deployed.registry));
  for (const nodes of graph.transactions) {
    await registry.importNodes(nodes.map(toImportArgument));
  }
  await registry.seal();
  return {
    markets: await addressOf(deployed.markets),
    jury: await addressOf(deployed.jury),
    safe: await addressOf(deployed.safe),
    money: await addressOf(deployed.money),
    outcomeERC20Factory: await addressOf(deployed.outcomeERC20Factory),
    lens: await addressOf(deployed.lens),
    openingAuction: await addressOf(deployed.openingAuction),
    registry: await addressOf(deployed.registry),
    rounds: await addressOf(deployed.rounds),
    fundingPool: await addressOf(deployed.fundingPool),
  };
}

async function mintMoney({ ethers }: NetworkConnection, { money }: LocalContracts, accounts: readonly Address[]) {
  const token = await ethers.getContractAt("TestToken", money);
  for (const account of accounts) await token.mint(account, MONEY_PER_ACCOUNT);
}

/** Sponsors the first round, passes its Registration and opens the market of seed weights. */
async function openRound({ ethers, networkHelpers }: NetworkConnection, contracts: LocalContracts, rates: BaseRates) {
  const rounds = await ethers.getContractAt("Rounds", contracts.rounds);
  const registry = await ethers.getContractAt("EdgeRegistry", contracts.registry);
  const token = await ethers.getContractAt("TestToken", contracts.money);
  await token.approve(rounds, SPONSORSHIP);
  await rounds.sponsor(SPONSORSHIP);
  await rounds.start();
  const round = await rounds.current();
  const { tradingAt, closesAt } = await rounds.scheduleOf(round);
  await networkHelpers.time.increaseTo(tradingAt);
  await rounds.openSeeds();

  const [nodes, prices] = await registry.roster(round, nodeId(rates.target));
  const names = new Map<string, string>(rates.projects.map((project) => [nodeId(project), project]));
  return {
    id: await rounds.marketOf(round, 0, 0),
    projects: nodes.map((node) => names.get(node) ?? node),
    prices: [...prices],
    closesAt: Number(closesAt),
  };
}
