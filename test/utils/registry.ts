import type { NetworkConnection } from "hardhat/types/network";
import { encodeAbiParameters, keccak256, stringToHex, type Hex } from "viem";

import { toImportArgument } from "../../scripts/utils/graph.ts";
import type { NodeImport } from "../../sdk/src/graph/index.ts";
import type { HostileToken } from "../../types/ethers-contracts/mocks/HostileToken.js";
import type { MockRoundsRegistry } from "../../types/ethers-contracts/mocks/MockRoundsRegistry.js";
import type { EdgeRegistry } from "../../types/ethers-contracts/graph/EdgeRegistry.js";
import type { Jury } from "../../types/ethers-contracts/jury/Jury.js";
import { deployLibraries } from "./libraries.ts";

export const WAD = 10n ** 18n;
export const UNIT = 10n ** 18n;
export const BOND_BASE = 100n * UNIT;
/** b of each kind of pool. */
export const LIQUIDITY = { weight: 5_000n * UNIT, originality: 300n * UNIT, children: 700n * UNIT } as const;
export const ZERO_HASH: Hex = `0x${"00".repeat(32)}`;
export const NO_LIMIT = 2n ** 256n - 1n;

export const Phase = {
  None: 0,
  Registration: 1,
  Opening: 2,
  Trading: 3,
  Evaluation: 4,
  Challenge: 5,
  Settled: 6,
} as const;
export const Kind = { Weight: 0, Originality: 1, Children: 2 } as const;

export const id = (name: string): Hex => keccak256(stringToHex(name));
export const TARGET = id("ethereum");
export const UNKNOWN = id("UNKNOWN");
export const [A, B, C, D, X, Y, Z] = ["a", "b", "c", "d", "x", "y", "z"].map(id) as [Hex, Hex, Hex, Hex, Hex, Hex, Hex];

export type Import = NodeImport;
export { toImportArgument as toArgument };

export const toImport = (node: Hex, originality: bigint, edges: readonly (readonly [Hex, bigint])[]): Import => ({
  node,
  originality,
  children: edges.map(([child]) => child),
  weights: edges.map(([, weight]) => weight),
});

/** Target -> a, b, c; a -> x, y and c; b -> UNKNOWN and y. c and d have no children; d is not there. */
export const GENESIS: readonly Import[] = [
  toImport(TARGET, 0n, [
    [A, WAD / 2n],
    [B, (3n * WAD) / 10n],
    [C, WAD / 5n],
  ]),
  toImport(A, WAD / 4n, [
    [X, (6n * WAD) / 10n],
    [Y, WAD / 5n],
    [C, WAD / 5n],
  ]),
  toImport(B, WAD / 2n, [
    [UNKNOWN, WAD / 2n],
    [Y, WAD / 2n],
  ]),
];

export function rootOf(imports: readonly Import[]): Hex {
  return imports.reduce<Hex>(
    (root, { node, originality, children, weights }) =>
      keccak256(
        encodeAbiParameters(
          [{ type: "bytes32" }, { type: "bytes32" }, { type: "uint256" }, { type: "bytes32[]" }, { type: "uint256[]" }],
          [root, node, originality, children, weights],
        ),
      ),
    ZERO_HASH,
  );
}

/** Weights of `n` entries that fall, and sum to exactly 1e18. */
export function falling(n: number): bigint[] {
  const parts = Array.from({ length: n }, (_, i) => BigInt(n - i));
  const total = parts.reduce((a, b) => a + b, 0n);
  const floored = parts.map((part) => (part * WAD) / total);
  const rest = WAD - floored.reduce((a, b) => a + b, 0n);
  return floored.map((weight, i) => (i === 0 ? weight + rest : weight));
}

export type RegistryOptions = { readonly genesis?: readonly Import[]; readonly root?: Hex };

/** A registry that awaits its import, with rounds that stand where a test puts them, and money that may misbehave. */
export async function deployRegistry(
  connection: NetworkConnection,
  { genesis = GENESIS, root = rootOf(genesis) }: RegistryOptions = {},
) {
  const { ethers } = connection;
  const [deployer, alice, bob, carol, registrar, stranger] = await ethers.getSigners();
  if (!deployer || !alice || !bob || !carol || !registrar || !stranger) throw new Error("There are too few accounts.");
  const money: HostileToken = await ethers.deployContract("HostileToken");
  const rounds: MockRoundsRegistry = await ethers.deployContract("MockRoundsRegistry");
  const jury: Jury = await ethers.deployContract(
    "Jury",
    [
      {
        deployer,
        markets: rounds,
        safe: stranger,
        stakeToken: money,
        stake: 1n,
        stakeRecipient: stranger,
        evaluationPeriod: 1n,
        challengeWindow: 1n,
        answerPeriod: 1n,
        huberDelta: 0n,
        anchor: 0n,
        tolerance: 1_000_000n,
        minBallots: 1n,
      },
    ],
    { libraries: await deployLibraries(connection, "Jury") },
  );
  const libraries = await deployLibraries(connection, "EdgeRegistry");
  const parameters = [deployer.address, TARGET, root, registrar.address, money, jury, BOND_BASE] as const;
  const deploy = (changed: readonly unknown[] = parameters) =>
    ethers.deployContract("EdgeRegistry", [...changed] as never[], { libraries });
  const registry: EdgeRegistry = await deploy();
  // By name: ethers has a `connect` of its own.
  await registry.getFunction("connect")(rounds);
  await rounds.setRegistry(registry);
  await rounds.setLiquidity(Kind.Weight, LIQUIDITY.weight);
  await rounds.setLiquidity(Kind.Originality, LIQUIDITY.originality);
  await rounds.setLiquidity(Kind.Children, LIQUIDITY.children);
  for (const account of [alice, bob, carol]) {
    await money.mint(account, 10_000_000n * UNIT);
    await money.connect(account).approve(registry, ethers.MaxUint256);
  }
  return {
    alice,
    bob,
    carol,
    deploy,
    deployer,
    genesis,
    jury,
    money,
    parameters,
    registrar,
    registry,
    rounds,
    stranger,
  };
}

export type RegistryDeployment = Awaited<ReturnType<typeof deployRegistry>>;

/** A registry whose import is complete, in the Registration of round 1. */
export async function deploySealed(connection: NetworkConnection, options: RegistryOptions = {}) {
  const deployment = await deployRegistry(connection, options);
  for (const entry of deployment.genesis) await deployment.registry.importNodes([toImportArgument(entry)]);
  await deployment.registry.seal();
  await deployment.rounds.set(1n, Phase.Registration);
  return deployment;
}

/** Makes `maintainer` the one in office, by the registrar's attestation and 14 days. */
export async function appoint(
  { networkHelpers, provider }: NetworkConnection,
  deployment: RegistryDeployment,
  node: Hex,
  maintainer: { readonly address: string },
) {
  const chainId = Number(await provider.request({ method: "eth_chainId" }));
  const { args } = await signAttestation(deployment, node, maintainer.address, { chainId });
  await deployment.registry.attest(...args);
  await networkHelpers.time.increase(14 * 86_400);
}

export type AttestationOptions = {
  readonly chainId?: number;
  readonly nonce?: bigint;
  readonly deadline?: bigint;
  readonly signer?: RegistryDeployment["registrar"];
};

/** What `attest` takes, signed by the registrar. */
export async function signAttestation(
  { registrar, registry }: RegistryDeployment,
  node: Hex,
  maintainer: string,
  { chainId = 31337, nonce, deadline = 2n ** 40n, signer = registrar }: AttestationOptions = {},
) {
  const message = { node, maintainer, nonce: nonce ?? (await registry.nonceOf(node)), deadline };
  const signature = await signer.signTypedData(
    { name: "EdgeRegistry", version: "1", chainId, verifyingContract: await registry.getAddress() },
    {
      Attestation: [
        { name: "node", type: "bytes32" },
        { name: "maintainer", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message,
  );
  return { args: [node, maintainer, message.nonce, deadline, signature] as const, message, signature };
}

export type OutcomeOptions = {
  readonly payouts?: readonly bigint[];
  readonly verdict?: readonly bigint[];
  readonly compared?: bigint;
  readonly originalityVerdict?: bigint;
  readonly originality?: bigint;
  readonly originalityPayout?: bigint;
  readonly liquidity?: bigint;
  readonly share?: bigint;
  readonly originalityLiquidity?: bigint;
  readonly originalityShare?: bigint;
};

/** How a node's market went: by default never opened, its originality 0.5. */
export function outcome(weights: readonly bigint[], options: OutcomeOptions = {}) {
  const { payouts = [], verdict = [] } = options;
  return {
    weights: [...weights],
    compared: 0n,
    originalityVerdict: NO_LIMIT,
    originality: WAD / 2n,
    originalityPayout: NO_LIMIT,
    liquidity: 2n ** 100n,
    share: WAD,
    originalityLiquidity: 2n ** 100n,
    originalityShare: WAD,
    ...options,
    payouts: [...payouts],
    verdict: [...verdict],
  };
}

/** Base rates with candidates, as the rules say (ER-6). */
export function baseRates(weights: readonly bigint[], rates: readonly bigint[] = []): bigint[] {
  let left = WAD;
  const candidates: bigint[] = [];
  for (const rate of [...rates].reverse()) {
    candidates.unshift((rate * left) / WAD);
    left = (left * (WAD - rate)) / WAD;
  }
  const base = floored(weights);
  if (rates.length === 0) return base;
  return floored([...base.map((weight) => (weight * left) / WAD), ...candidates]);
}

/** Scaled to a sum of 1, raised to 1e-5, normalised: floored, the remainder to the largest. */
export function floored(weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((a, b) => a + b, 0n);
  const raised = weights.map((weight) => {
    const rate = (weight * WAD) / (total === 0n ? 1n : total);
    return rate < WAD / 100_000n ? WAD / 100_000n : rate;
  });
  return normalised(raised);
}

/** Floored, the remainder to the largest, at the lowest index first. */
export function normalised(parts: readonly bigint[]): bigint[] {
  const total = parts.reduce((a, b) => a + b, 0n);
  const result = parts.map((part) => (part * WAD) / total);
  const largest = parts.indexOf(parts.reduce((a, b) => (b > a ? b : a), 0n));
  const rest = WAD - result.reduce((a, b) => a + b, 0n);
  return result.map((weight, i) => (i === largest ? weight + rest : weight));
}
