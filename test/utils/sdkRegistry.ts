import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, zeroAddress, type Address, type Hash, type Hex } from "viem";

import { deepFundingActions } from "../../sdk/src/client/index.ts";
import { genesis, nodeId } from "../../sdk/src/graph/index.ts";
import { deployRegistry, Phase, WAD } from "./registry.ts";

/** An attestation waits so long, in seconds. */
const VETO_PERIOD = 14 * 86_400;

/** ethereum -> go-ethereum, solidity; go-ethereum -> go, UNKNOWN. */
export const GENESIS = genesis({
  target: "ethereum",
  edges: [
    { parent: "ethereum", child: "ethereum/go-ethereum", weight: (6n * WAD) / 10n },
    { parent: "ethereum", child: "argotorg/solidity", weight: (4n * WAD) / 10n },
    { parent: "ethereum/go-ethereum", child: "golang/go", weight: WAD / 2n },
    { parent: "ethereum/go-ethereum", child: "UNKNOWN", weight: WAD / 2n },
  ],
  originality: { "ethereum/go-ethereum": WAD / 2n },
});

/** Ids of the genesis, and of a project that is not in it. */
const NODES = {
  TARGET: nodeId("ethereum"),
  A: nodeId("ethereum/go-ethereum"),
  B: nodeId("argotorg/solidity"),
  X: nodeId("golang/go"),
  N: nodeId("x/new"),
} as const;

/** A registry that awaits its import, and clients with the SDK's actions. */
export async function deployEmptyRegistry(connection: NetworkConnection) {
  const { viem } = connection;
  const deployment = await deployRegistry(connection, { root: GENESIS.root });
  const { rounds, jury, money } = deployment;
  const registry = getAddress(await deployment.registry.getAddress());
  const contracts = { markets: zeroAddress, registry };
  const client = (await viem.getPublicClient()).extend(deepFundingActions(contracts));
  const wallets = (await viem.getWalletClients()).map((wallet) => wallet.extend(deepFundingActions(contracts)));
  const [deployer, alice, bob, carol, registrar] = wallets;
  if (!deployer || !alice || !bob || !carol || !registrar) throw new Error("The network has too few accounts.");
  const logsOf = async (hash: Promise<Hash>) => (await client.waitForTransactionReceipt({ hash: await hash })).logs;
  const asset = getAddress(await money.getAddress());
  return { ...NODES, alice, asset, bob, carol, client, deployer, jury, logsOf, registrar, registry, rounds };
}

export type SdkRegistry = Awaited<ReturnType<typeof deployEmptyRegistry>>;

/** The same with its graph, in the Registration of round 1. */
export async function deploySealedRegistry(connection: NetworkConnection): Promise<SdkRegistry> {
  const deployment = await deployEmptyRegistry(connection);
  const { deployer, logsOf, rounds } = deployment;
  for (const nodes of GENESIS.transactions) await logsOf(deployer.importNodes({ nodes }));
  await logsOf(deployer.seal({}));
  await rounds.set(1n, Phase.Registration);
  return deployment;
}

/** Makes an account the maintainer of a node, in office at once. */
export async function appoint(
  { networkHelpers }: NetworkConnection,
  { bob, logsOf, registrar }: SdkRegistry,
  node: Hex,
  maintainer: Address,
): Promise<void> {
  const attestation = await registrar.signAttestation({ node, maintainer, deadline: 2n ** 40n });
  await logsOf(bob.attest({ attestation }));
  await networkHelpers.time.increase(VETO_PERIOD);
}
