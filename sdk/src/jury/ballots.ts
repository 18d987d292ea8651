import type { Address, Hex } from "viem";
import { hashTypedData } from "viem";

import type { Comparison } from "../csv/comparisons.ts";
import { canonicalProject } from "../csv/project.ts";
import { InvalidComparisonError, UnknownJurorError } from "../errors/jury.ts";

/** Multipliers on-chain are in 1e-6. */
export const MULTIPLIER_SCALE = 1_000_000;
/** How many comparisons a ballot may have. */
export const MAX_COMPARISONS = 64;

/** One judgment as a ballot has it: of outcomes a and b, a < b, `winner` is worth `multiplier` (in 1e-6) times the other. */
export type BallotComparison = {
  /** The first outcome, from 0. */
  readonly a: number;
  /** The second outcome, from 0; greater than a. */
  readonly b: number;
  /** The one that is worth more: a or b, from 0. */
  readonly winner: number;
  /** How many times as much it is worth, in 1e-6; at least 1. */
  readonly multiplier: bigint;
};

/** What a juror signs, once for each market. */
export type Ballot = {
  /** Number of the round. */
  readonly round: bigint;
  /** Id of the market. */
  readonly market: bigint;
  /** Who signs. */
  readonly juror: Address;
  /** What the juror says, at most 64 comparisons. */
  readonly comparisons: readonly BallotComparison[];
};

/** The EIP-712 types of a ballot. */
export const ballotTypes = {
  Ballot: [
    { name: "round", type: "uint256" },
    { name: "market", type: "uint256" },
    { name: "juror", type: "address" },
    { name: "comparisons", type: "Comparison[]" },
  ],
  Comparison: [
    { name: "a", type: "uint16" },
    { name: "b", type: "uint16" },
    { name: "winner", type: "uint16" },
    { name: "multiplier", type: "uint64" },
  ],
} as const;

export type BallotTypedDataParameters = {
  /** Chain and contract that the ballot is for: it is worth nothing elsewhere. */
  readonly chainId: number | bigint;
  readonly jury: Address;
  readonly ballot: Ballot;
};

/** What a juror's wallet is asked to sign: pass it to `signTypedData`. */
export function ballotTypedData({ chainId, jury, ballot }: BallotTypedDataParameters) {
  return {
    domain: { name: "Deep Funding Jury", version: "1", chainId: Number(chainId), verifyingContract: jury },
    types: ballotTypes,
    primaryType: "Ballot",
    message: ballot,
  } as const;
}

/** The hash that a ballot's signature is of; `ballotDigest` of the contract. */
export function hashBallot(parameters: BallotTypedDataParameters): Hex {
  return hashTypedData(ballotTypedData(parameters));
}

export type BallotsFromComparisonsParameters = {
  /** The market's projects, in its order. */
  readonly projects: readonly string[];
  readonly round: bigint;
  readonly market: bigint;
  /** Address of each juror, by the name that the comparisons have. */
  readonly jurors: Readonly<Record<string, Address>>;
};

/**
 * Turns comparisons, e.g. out of `readComparisons`, into a ballot for each juror, in the order of their first comparison.
 * Multipliers are rounded to 1e-6.
 * @throws {InvalidComparisonError} when a comparison names a project that the market has not, or one project twice, or a
 * multiplier out of range, or is its juror's 65th.
 * @throws {UnknownJurorError} when a juror has no address.
 */
export function ballotsFromComparisons(
  comparisons: readonly Comparison[],
  { projects, round, market, jurors }: BallotsFromComparisonsParameters,
): Ballot[] {
  const indices = new Map(projects.map((project, i) => [canonicalProject(project), i]));
  const byJuror = new Map<string, BallotComparison[]>();
  comparisons.forEach((comparison, index) => {
    const list = byJuror.get(comparison.juror) ?? [];
    byJuror.set(comparison.juror, list);
    list.push(toBallotComparison(comparison, index, indices));
    if (list.length > MAX_COMPARISONS) {
      const reason = `a ballot has at most ${MAX_COMPARISONS} comparisons`;
      throw new InvalidComparisonError({ index, juror: comparison.juror, reason });
    }
  });
  return [...byJuror].map(([name, list]) => {
    const juror = Object.hasOwn(jurors, name) ? jurors[name] : undefined;
    if (juror === undefined) throw new UnknownJurorError({ juror: name });
    return { round, market, juror, comparisons: list };
  });
}

function toBallotComparison(
  { a, b, choice, multiplier, juror }: Comparison,
  index: number,
  indices: ReadonlyMap<string, number>,
): BallotComparison {
  const fail = (reason: string) => new InvalidComparisonError({ index, juror, reason });
  const [first, second] = [a, b].map((project) => {
    const found = indices.get(canonicalProject(project));
    if (found === undefined) throw fail(`"${project}" is not one of the projects`);
    return found;
  }) as [number, number];
  if (first === second) throw fail(`it compares "${a}" with itself`);
  const scaled = Math.round(multiplier * MULTIPLIER_SCALE);
  if (!(scaled >= MULTIPLIER_SCALE && scaled <= 1000 * MULTIPLIER_SCALE)) {
    throw fail(`the multiplier ${multiplier} is not from 1 to 1000`);
  }
  return {
    a: Math.min(first, second),
    b: Math.max(first, second),
    winner: choice === 1 ? first : second,
    multiplier: BigInt(scaled),
  };
}
