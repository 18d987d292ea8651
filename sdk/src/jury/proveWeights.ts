import { DisconnectedError, NoComparisonsError, NotConvergedError, NotUniqueError } from "../errors/jury.ts";
import { InvalidParameterError, LengthMismatchError } from "../errors/math.ts";
import { WAD, ceilDiv, expWad, floorDiv, floorWeights, lnWad } from "../math/index.ts";

import { type BallotComparison, MAX_COMPARISONS, MULTIPLIER_SCALE } from "./ballots.ts";
import { solve } from "./cholesky.ts";
import { componentsOf } from "./components.ts";
import { huberLoss } from "./loss.ts";
import { factoredHessian, minimise } from "./minimise.ts";
import type { Problem } from "./problem.ts";

/** By which loss a `Jury` judges, in WAD: what `getJury` reads. */
export type OnchainLoss = {
  /** delta of Huber's loss, in WAD; 0: squares. */
  readonly huberDelta: bigint;
  /** tau, in WAD; 0: no anchor. */
  readonly anchor: bigint;
  /** epsilon, in WAD: the largest gradient that proves anything. */
  readonly tolerance: bigint;
};

export type ProveWeightsParameters = {
  /** The comparisons of every published ballot, in the order of publication: what `getBallots` reads. */
  readonly ballots: readonly (readonly BallotComparison[])[];
  /** Number of outcomes of the market. */
  readonly outcomes: number;
  readonly loss: OnchainLoss;
  /** With an anchor: opening prices of the market's pool, in WAD; without a pool 1/n each, rounded down, also by default. */
  readonly baseRates?: readonly bigint[] | undefined;
  /** How many comparisons to walk in one call, at least 64; 1,500 by default: they fit into a transaction. */
  readonly comparisonsPerCall?: number | undefined;
};

/** What a verified posting takes. */
export type WeightsProof = {
  /** Log weights, in WAD. */
  readonly x: readonly bigint[];
  /** What the market will be resolved to, in WAD. */
  readonly payouts: readonly bigint[];
  /** The calls of `walkBallots`, in order: `postVerified` follows. */
  readonly chunks: readonly (readonly (readonly BallotComparison[])[])[];
  /** The most by which log weights are off the optimum (Euclidean norm), in WAD. */
  readonly errorBound: bigint;
  /** Gradient at x as the contract computes it, in WAD. */
  readonly gradient: readonly bigint[];
};

/** Units that lnWad may be off. */
const LN_ERROR = 2n;
const REFINEMENTS = 8;
const DEFAULT_CHUNK = 1_500;

type Sample = { readonly a: number; readonly b: number; readonly c: bigint };

/**
 * Computes weights that a `Jury` accepts as proven by published ballots: the minimum in doubles, refined by Newton steps
 * with the contract's own gradient, then everything that the contract will check.
 * @throws {NoComparisonsError} without ballots.
 * @throws {DisconnectedError} when the ballots do not connect all outcomes and there is no anchor.
 * @throws {NotUniqueError} when Huber's loss is flat at the minimum: nothing can be proven.
 * @throws {NotConvergedError} when the tolerance is out of reach.
 * @throws {InvalidParameterError} @throws {LengthMismatchError}
 */
export function proveWeights(parameters: ProveWeightsParameters): WeightsProof {
  const { ballots, outcomes, loss, comparisonsPerCall = DEFAULT_CHUNK } = parameters;
  if (!(comparisonsPerCall >= MAX_COMPARISONS)) {
    const expected = `at least ${MAX_COMPARISONS}, a ballot's`;
    throw new InvalidParameterError({ parameter: "comparisonsPerCall", value: comparisonsPerCall, expected });
  }
  const samples = ballots.flatMap((ballot) => ballot.map(toSample));
  if (samples.length === 0) throw new NoComparisonsError();
  const centre = centreOf(parameters);
  if (loss.anchor === 0n) requireConnected(samples, outcomes);

  const { x, gradient } = refine(samples, loss, centre);
  if (loss.anchor === 0n) requireUnique(samples, x, loss);
  return {
    x,
    payouts: softmaxWad(x),
    chunks: chunked(ballots, comparisonsPerCall),
    errorBound: errorBound(outcomes, loss),
    gradient,
  };
}

/** Returns `e^x_j / sum e^x`, in WAD, to the unit as the contract does. */
export function softmaxWad(x: readonly bigint[]): bigint[] {
  const greatest = x.reduce((most, v) => (v > most ? v : most));
  return floorWeights(x.map((v) => expWad(v - greatest)));
}

/** The bound of the error that a `Jury` proves, in WAD: `sqrt(n) epsilon / tau`, without an anchor `epsilon n^2.5 / 4`. */
export function errorBound(outcomes: number, { anchor, tolerance }: Pick<OnchainLoss, "anchor" | "tolerance">): bigint {
  const n = BigInt(outcomes);
  if (anchor > 0n) return ceilDiv(ceilSqrt(n * WAD * WAD) * tolerance, anchor);
  return ceilDiv(tolerance * ceilSqrt(n ** 5n), 4n);
}

function toSample({ a, b, winner, multiplier }: BallotComparison): Sample {
  const size = lnWad((multiplier * WAD) / BigInt(MULTIPLIER_SCALE));
  return { a, b, c: winner === b ? size : -size };
}

function centreOf({ baseRates, outcomes, loss }: ProveWeightsParameters): bigint[] {
  if (baseRates && baseRates.length !== outcomes) {
    throw new LengthMismatchError({ what: "Base rates", expected: outcomes, actual: baseRates.length });
  }
  if (loss.anchor === 0n) return new Array<bigint>(outcomes).fill(0n);
  return (baseRates ?? new Array<bigint>(outcomes).fill(WAD / BigInt(outcomes))).map(lnWad);
}

function refine(samples: readonly Sample[], loss: OnchainLoss, centre: readonly bigint[]) {
  const problem: Problem = {
    n: centre.length,
    samples: samples.map(({ a, b, c }) => {
      const said = Number(c) / 1e18;
      return { a, b, c: said, weight: 1, juror: "", said };
    }),
    loss: huberLoss(loss.huberDelta === 0n ? Infinity : Number(loss.huberDelta) / 1e18),
    tau: Number(loss.anchor) / 1e18,
    centre: Float64Array.from(centre, (v) => Number(v) / 1e18),
  };
  const start = [...minimise(problem).x].map(toWad);
  let best = evaluate(samples, loss, centre, start);
  for (let i = 0; i < REFINEMENTS; ++i) {
    const at = Float64Array.from(best.x, (v) => Number(v) / 1e18);
    // The damping is for flat losses, which are refused below; it costs the others nothing at these distances.
    const hessian = factoredHessian(problem, at, 1e-12);
    const step = solve(
      hessian,
      Float64Array.from(best.gradient, (g) => -Number(g) / 1e18),
    );
    const next = evaluate(
      samples,
      loss,
      centre,
      best.x.map((v, j) => v + toWad(step[j] ?? 0)),
    );
    if (next.norm >= best.norm) break;
    best = next;
  }
  const uncertainty = LN_ERROR * BigInt(samples.length) + anchorError(loss.anchor);
  if (best.norm + uncertainty > loss.tolerance) {
    throw new NotConvergedError({ iterations: REFINEMENTS, gradientNorm: Number(best.norm + uncertainty) / 1e18 });
  }
  return best;
}

/** The gradient as the contract computes it, at x with its mean taken off where the loss has none. */
function evaluate(samples: readonly Sample[], loss: OnchainLoss, centre: readonly bigint[], at: readonly bigint[]) {
  const mean = loss.anchor === 0n ? floorDiv(total(at), BigInt(at.length)) : 0n;
  const x = at.map((v) => v - mean);
  // bigint's division goes towards 0, as Solidity's.
  const gradient = x.map((v, j) => (loss.anchor * (v - (centre[j] ?? 0n))) / WAD);
  for (const { a, b, c } of samples) {
    const pull = slope(get(x, b) - get(x, a) - c, loss.huberDelta);
    gradient[b] = get(gradient, b) + pull;
    gradient[a] = get(gradient, a) - pull;
  }
  return { x, gradient, norm: gradient.map(abs).reduce((most, g) => (g > most ? g : most)) };
}

function slope(residual: bigint, delta: bigint): bigint {
  if (delta === 0n) return residual;
  if (residual > delta) return delta;
  return residual < -delta ? -delta : residual;
}

function requireConnected(samples: readonly Sample[], outcomes: number): void {
  const groups = groupsOf(samples, outcomes);
  if (groups.length > 1) throw new DisconnectedError({ components: groups });
}

function requireUnique(samples: readonly Sample[], x: readonly bigint[], loss: OnchainLoss): void {
  if (loss.huberDelta === 0n) return;
  const limit = loss.huberDelta - 2n * errorBound(x.length, loss) - LN_ERROR;
  const inner = samples.filter(({ a, b, c }) => abs(get(x, b) - get(x, a) - c) <= limit);
  const groups = groupsOf(inner, x.length);
  if (groups.length > 1) throw new NotUniqueError({ groups });
}

/** Outcomes by connected group, the largest first. */
function groupsOf(samples: readonly Sample[], outcomes: number): string[][] {
  const numbers = componentsOf(outcomes, samples);
  const groups: string[][] = [];
  numbers.forEach((number, outcome) => (groups[number] ??= []).push(`outcome ${outcome}`));
  return groups.sort((x, y) => y.length - x.length);
}

function chunked(ballots: readonly (readonly BallotComparison[])[], most: number) {
  const chunks: (readonly BallotComparison[])[][] = [];
  let size = Infinity;
  for (const ballot of ballots) {
    if (size + ballot.length > most) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(ballot);
    size += ballot.length;
  }
  return chunks;
}

function anchorError(anchor: bigint): bigint {
  return anchor === 0n ? 0n : ceilDiv(LN_ERROR * anchor, WAD) + 1n;
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, v) => sum + v, 0n);
}

function abs(v: bigint): bigint {
  return v < 0n ? -v : v;
}

function get(values: readonly bigint[], i: number): bigint {
  return values[i] as bigint;
}

/** Doubles to WAD, without losing what a double of 1e18 cannot hold. */
function toWad(v: number): bigint {
  const whole = Math.trunc(v);
  return BigInt(whole) * WAD + BigInt(Math.round((v - whole) * 1e18));
}

function ceilSqrt(v: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(v))));
  while (root * root < v) ++root;
  while (root > 0n && (root - 1n) * (root - 1n) >= v) --root;
  return root;
}
