import type { NetworkConnection } from "hardhat/types/network";
import { getAddress, zeroHash, type Hex } from "viem";

import { LOCAL_BEACON, type TestBeacon } from "../../scripts/beacon/testBeacon.ts";
import { deployLocal, type LocalRandomness } from "../../scripts/utils/deployLocal.ts";
import { kindIndex, type RoundKind } from "../../sdk/src/rounds/index.ts";
import type { EdgeRegistry } from "../../types/ethers-contracts/graph/EdgeRegistry.js";
import type { FundingPool } from "../../types/ethers-contracts/funding/FundingPool.js";
import type { Jury } from "../../types/ethers-contracts/jury/Jury.js";
import type { Markets } from "../../types/ethers-contracts/markets/Markets.js";
import type { TestToken } from "../../types/ethers-contracts/mocks/TestToken.js";
import type { OpeningAuction } from "../../types/ethers-contracts/auction/OpeningAuction.js";
import type { Rounds } from "../../types/ethers-contracts/rounds/Rounds.js";
import { beaconProof } from "./beacons.ts";
import { firstBlockAt, headerProof } from "./headers.ts";
import { id as nodeOf, rootOf, toArgument, UNKNOWN, type Import } from "./registry.ts";

export { nodeOf, UNKNOWN };

export const WAD = 10n ** 18n;
export const DAY = 86_400;

/** What a test's rounds are made with; each can be overridden. */
export const PARAMETERS = {
  stake: 1000n * WAD,
  evaluationPeriod: 14 * DAY,
  challengeWindow: 3 * DAY,
  answerPeriod: 3 * DAY,
  minBallots: 2,
  bondBase: 10n * WAD,
  claimRounds: 2,
  registration: 7 * DAY,
  trading: 21 * DAY,
  auditPeriod: 3 * DAY,
  twapWindow: 2 * DAY,
  feeRate: 300_000,
  alpha: 12_500,
  policy: 0,
  factor: 2n * WAD,
  step: WAD / 40n,
  minBudget: 1000n * WAD,
  parts: [6000, 1500, 2500],
  quotas: [
    { drawn: 0, paid: 1 },
    { drawn: 1, paid: 1 },
    { drawn: 1, paid: 1 },
  ],
};

export const CHALLENGE_PERIOD = 3 * (PARAMETERS.challengeWindow + PARAMETERS.answerPeriod);

export const TARGET = nodeOf("target");

/** Four seeds: a with three children, b with two, c with one, d with none; x and z are children of two seeds. */
export const SMALL_GRAPH: readonly Import[] = [
  node("target", 0n, { a: 400n, b: 300n, c: 200n, d: 100n }),
  node("a", 300n, { x: 500n, y: 300n, z: 200n }),
  node("b", 600n, { x: 700n, u: 300n }),
  node("c", 500n, { z: 1000n }),
];

/** Originality and weights in thousandths. */
export function node(name: string, originality: bigint, children: Readonly<Record<string, bigint>>): Import {
  return {
    node: nodeOf(name),
    originality: originality * 10n ** 15n,
    children: Object.keys(children).map((child) => (child === "UNKNOWN" ? UNKNOWN : nodeOf(child))),
    weights: Object.values(children).map((weight) => weight * 10n ** 15n),
  };
}

/** What `DrandRandomness` is deployed with. */
export type DrandParameters = TestBeacon["parameters"];

export type RoundsOptions = {
  readonly randomness?: LocalRandomness;
  /** The beacon that draws; by default that of local chains. */
  readonly beacon?: DrandParameters;
  readonly graph?: readonly Import[];
  readonly parameters?: Partial<typeof PARAMETERS> & {
    readonly openingPeriod?: number;
    readonly openingKinds?: number;
  };
};

export type RoundsDeployment = Awaited<ReturnType<typeof deployRounds>>;

function parametersOf(owners: string[], registrar: string, { graph = SMALL_GRAPH, parameters, beacon }: RoundsOptions) {
  return {
    Safe: { owners, threshold: 2 },
    TestMoney: { name: "Money", symbol: "M", decimals: 18 },
    Local: {
      ...PARAMETERS,
      target: graph[0]?.node ?? zeroHash,
      genesisRoot: rootOf(graph),
      registrar,
      ...parameters,
    },
    ...(beacon && { DrandRandomness: { ...beacon } }),
  };
}

/** A whole ecosystem with its graph imported; nobody has sponsored a round yet. */
export async function deployRounds(connection: NetworkConnection, options: RoundsOptions = {}) {
  const { ethers, networkHelpers } = connection;
  const graph = options.graph ?? SMALL_GRAPH;
  const [deployer, alice, bob, carol, registrar, ...others] = await ethers.getSigners();
  if (!deployer || !alice || !bob || !carol || !registrar) throw new Error("The network has too few accounts.");
  const owners = others.slice(0, 3).map(({ address }) => address);
  const deployed = await deployLocal(connection, parametersOf(owners, registrar.address, options), options.randomness);
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const safe = await addressOf(deployed.safe);
  await networkHelpers.impersonateAccount(safe);
  await networkHelpers.setBalance(safe, 10n ** 18n);

  const markets: Markets = await ethers.getContractAt("Markets", await addressOf(deployed.markets));
  const jury: Jury = await ethers.getContractAt("Jury", await addressOf(deployed.jury));
  const registry: EdgeRegistry = await ethers.getContractAt("EdgeRegistry", await addressOf(deployed.registry));
  const rounds: Rounds = await ethers.getContractAt("Rounds", await addressOf(deployed.rounds));
  const auction: OpeningAuction = await ethers.getContractAt(
    "OpeningAuction",
    await addressOf(deployed.openingAuction),
  );
  const randomness = await ethers.getContractAt("IRandomness", await addressOf(deployed.randomness));
  const pool: FundingPool = await ethers.getContractAt("FundingPool", await addressOf(deployed.fundingPool));
  const money: TestToken = await ethers.getContractAt("TestToken", await addressOf(deployed.money));
  const lens = await addressOf(deployed.lens);
  await registry.importNodes(graph.map(toArgument));
  await registry.seal();
  for (const account of [deployer, alice, bob, carol]) {
    await money.mint(account, 10n ** 24n);
    for (const spender of [markets, jury, registry, rounds, pool, auction]) {
      await money.connect(account).approve(spender, ethers.MaxUint256);
    }
  }
  const jurors = await ethers.getSigner(safe);
  return {
    alice,
    auction,
    bob,
    carol,
    deployer,
    graph,
    jurors,
    jury,
    lens,
    markets,
    money,
    pool,
    randomness,
    registrar,
    registry,
    rounds,
    safe,
  };
}

export const Phase = {
  None: 0n,
  Registration: 1n,
  Opening: 2n,
  Trading: 3n,
  Evaluation: 4n,
  Challenge: 5n,
  Settled: 6n,
} as const;

/** The contract's number of a kind. */
export function kindOf(kind: RoundKind): bigint {
  return BigInt(kindIndex(kind));
}

export const WEIGHT = kindOf("weight");
export const ORIGINALITY = kindOf("originality");
export const CHILDREN = kindOf("children");

/** Walks rounds through their phases. */
export function conductorOf({ networkHelpers, provider }: NetworkConnection, deployment: RoundsDeployment) {
  const { rounds, randomness, markets, jury, jurors, deployer } = deployment;
  const { time } = networkHelpers;
  const schedule = async () => rounds.scheduleOf(await rounds.current());
  const until = async (moment: bigint) => {
    if (BigInt(await time.latest()) < moment) await time.increaseTo(moment);
  };

  const conductor = {
    schedule,
    /** Sponsors the next round and starts it. */
    start: async (budget = 10_000n * WAD) => {
      await rounds.connect(deployer).sponsor(budget);
      await rounds.start();
      return rounds.current();
    },
    toTrading: async () => until((await schedule()).tradingAt),
    toEvaluation: async () => until((await schedule()).closesAt),
    toSelection: async () => until((await schedule()).auditedAt),
    toChallenge: async () => until((await schedule()).evaluatedAt),
    toSettled: async () => until((await schedule()).settlesAt),
    /** Opens the market of seeds and both selections. */
    openSelections: async () => {
      await rounds.openSeeds();
      await rounds.openSelection(ORIGINALITY);
      await rounds.openSelection(CHILDREN);
    },
    /** Opens the market of a seed and returns its id. */
    openNode: async (kind: bigint, index: number) => {
      await rounds.openNode(kind, index);
      return rounds.marketOf(await rounds.current(), kind, index);
    },
    /** The proof of the draw, once the block that decides is there. */
    mineDraw: async (): Promise<Hex> => {
      const { closesAt } = await schedule();
      await until(await randomness.timeOf(await randomness.next(closesAt)));
      const reference = await randomness.next(closesAt);
      if ((await randomness.kind()) === "drand") return beaconProof(LOCAL_BEACON.sign(reference));
      return headerProof(provider, await firstBlockAt(provider, reference));
    },
    draw: async () => {
      await rounds.draw(await conductor.mineDraw());
    },
    /** Posts and finalizes at the end of the window. */
    judge: async (market: bigint, payouts: readonly bigint[]) => {
      await jury.connect(jurors).post(market, [...payouts], zeroHash, "ipfs://evidence");
    },
    finalize: async (market: bigint, payouts: readonly bigint[]) => {
      await jury.finalize(market, [...payouts]);
    },
    /** Buys LONG of one outcome with money or selection tokens that the trader has. */
    buy: async (trader: RoundsDeployment["alice"], market: bigint, outcome: number, amount: bigint) => {
      const order = { outcome, short: false, amount };
      await markets.connect(trader).trade(market, [order], 2n ** 200n, 2n ** 64n, trader);
    },
  };
  return conductor;
}
