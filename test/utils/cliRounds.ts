import type { NetworkConnection } from "hardhat/types/network";
import { getAddress } from "viem";

import { cliOn, type CliOn } from "./cli.ts";
import { conductorOf, deployRounds, type RoundsOptions } from "./rounds.ts";

/** Names of the small graph's projects: the chain has hashes of them. */
const NAMES = ["target", "a", "b", "c", "d", "x", "y", "z", "u"];

/** An ecosystem, its conductor, and the command on it. */
export async function deployCliRounds(connection: NetworkConnection, url: string, options: RoundsOptions = {}) {
  const deployment = await deployRounds(connection, options);
  const { auction, jury, lens, markets, money, pool, registry, rounds, safe } = deployment;
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const contracts = {
    chainId: Number((await connection.ethers.provider.getNetwork()).chainId),
    markets: await addressOf(markets),
    lens,
    jury: await addressOf(jury),
    registry: await addressOf(registry),
    rounds: await addressOf(rounds),
    fundingPool: await addressOf(pool),
    openingAuction: await addressOf(auction),
    money: await addressOf(money),
    safe,
    names: NAMES,
  };
  const on: CliOn = cliOn({ url, contracts });
  return { ...deployment, ...conductorOf(connection, deployment), contracts, ...on };
}
