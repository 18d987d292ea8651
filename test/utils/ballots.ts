import type { NetworkConnection } from "hardhat/types/network";
import { keccak256, stringToHex, type Address, type Hex } from "viem";
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";

import { buildJurorsTree, ballotTypedData, type Ballot, type BallotComparison } from "../../sdk/src/jury/index.ts";
import { proveWeights, type WeightsProof } from "../../sdk/src/jury/index.ts";
import type { MockRoundsJury } from "../../types/ethers-contracts/mocks/MockRoundsJury.js";
import {
  ANSWER_PERIOD,
  CHALLENGE_WINDOW,
  createMarket,
  deployJury,
  EVALUATION_PERIOD,
  type JuryDeployment,
  type LOSS,
  type MarketOptions,
} from "./jury.ts";

export const ROUND = 1n;
/** How long after the end of trading audits are paid for. */
export const AUDIT_PERIOD = 5 * 86_400;
export const HARD_TAIL = 3 * (CHALLENGE_WINDOW + ANSWER_PERIOD);
export const Kind = { Weight: 0, Originality: 1, Children: 2 } as const;

/** A juror of the tests: the same name has the same key. */
export function jurorOf(name: string): PrivateKeyAccount {
  return privateKeyToAccount(keccak256(stringToHex(`juror ${name}`)));
}

export function saltOf(juror: Address): Hex {
  return keccak256(juror);
}

/** The comparison "outcome `winner` is worth `multiplier` times `loser`". */
export function says(winner: number, loser: number, multiplier: number): BallotComparison {
  const scaled = BigInt(Math.round(multiplier * 1e6));
  return { a: Math.min(winner, loser), b: Math.max(winner, loser), winner, multiplier: scaled };
}

/** As the generated types of contracts take it. */
export type MutableBallot = Omit<Ballot, "comparisons"> & { comparisons: BallotComparison[] };
export type Publication = [ballot: MutableBallot, signature: Hex, salt: Hex, proof: Hex[]];

export type RoundOptions = MarketOptions & {
  readonly loss?: Partial<typeof LOSS>;
  readonly names?: readonly string[];
  /** Jurors that are contracts. */
  readonly contracts?: readonly Address[];
};

const NAMES = ["ada", "bea", "cyd", "dan"] as const;

/** A jury that is connected to rounds, one of which has a market, and jurors that are committed. */
export async function deployRound(connection: NetworkConnection, options: RoundOptions = {}) {
  const deployment = await deployJury(connection, options.loss);
  return startRound(connection, deployment, options);
}

/** Starts round 1 for a jury that was not connected before. */
export async function startRound(connection: NetworkConnection, deployment: JuryDeployment, options: RoundOptions) {
  const { names = NAMES, contracts = [] } = options;
  const { ethers, networkHelpers } = connection;
  const { jury, jurors } = deployment;
  const rounds: MockRoundsJury = await ethers.deployContract("MockRoundsJury");
  await jury.connect(deployment.deployer).getFunction("connect")(rounds);
  const now = await networkHelpers.time.latest();
  const market = await createMarket(connection, deployment, options);
  await setSchedule(rounds, ROUND, now, market.closesAt);
  await rounds.addMarket(ROUND, Kind.Weight, 0, market.market);
  const addresses = [...names.map((name) => jurorOf(name).address), ...contracts];
  const tree = buildJurorsTree(addresses.map((juror) => ({ juror, salt: saltOf(juror) })));
  await jury.connect(jurors).commitJurors(ROUND, tree.root);
  return { ...deployment, ...market, rounds, tree, hardEnd: market.deadline + HARD_TAIL };
}

export type RoundDeployment = Awaited<ReturnType<typeof startRound>>;

/** A round that begins now; its markets close at `closesAt`. */
export async function setSchedule(rounds: MockRoundsJury, round: bigint, now: number, closesAt: number) {
  await rounds.setSchedule(round, {
    registrationAt: now,
    openingAt: now + 1,
    tradingAt: now + 2,
    closesAt,
    auditedAt: closesAt + AUDIT_PERIOD,
    evaluatedAt: closesAt + EVALUATION_PERIOD,
    settlesAt: closesAt + EVALUATION_PERIOD + HARD_TAIL,
  });
}

/** What `publishBallot` takes, signed by the juror; `market` by default the round's. */
export async function signed(
  { ethers }: NetworkConnection,
  { jury, market, tree }: RoundDeployment,
  name: string,
  comparisons: readonly BallotComparison[],
  changes: Partial<Ballot> = {},
): Promise<Publication> {
  const account = jurorOf(name);
  const ballot = { round: ROUND, market, juror: account.address, comparisons: [...comparisons], ...changes };
  const { chainId } = await ethers.provider.getNetwork();
  const address = (await jury.getAddress()) as Address;
  const signature = await account.signTypedData(ballotTypedData({ chainId, jury: address, ballot }));
  const { salt, proof } = tree.proofOf(account.address);
  return [{ ...ballot, comparisons: [...ballot.comparisons] }, signature, salt, [...proof]];
}

/** Publishes ballots by juror, in order; the market must be closed. */
export async function publishAll(
  connection: NetworkConnection,
  deployment: RoundDeployment,
  ballots: Readonly<Record<string, readonly BallotComparison[]>>,
  changes: Partial<Ballot> = {},
) {
  for (const [name, comparisons] of Object.entries(ballots)) {
    await deployment.jury.publishBallot(...(await signed(connection, deployment, name, comparisons, changes)));
  }
}

/** A chunk as the generated types of contracts take it. */
export const mutable = (ballots: readonly (readonly BallotComparison[])[]) => ballots.map((list) => [...list]);

/** Proves what the jury's own loss makes of ballots. */
export async function prove(
  { jury }: Pick<RoundDeployment, "jury">,
  ballots: readonly (readonly BallotComparison[])[],
  options: {
    readonly outcomes?: number;
    readonly baseRates?: readonly bigint[];
    readonly comparisonsPerCall?: number;
  } = {},
): Promise<WeightsProof> {
  const [huberDelta, anchor, tolerance] = await Promise.all([jury.HUBER_DELTA(), jury.ANCHOR(), jury.TOLERANCE()]);
  return proveWeights({ outcomes: 3, ...options, ballots, loss: { huberDelta, anchor, tolerance } });
}
