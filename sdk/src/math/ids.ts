import { encodeAbiParameters, hexToBigInt, keccak256, type Address } from "viem";

import { marketsAbi } from "../abi/markets.ts";
import { InvalidParameterError, UnknownOutcomeError } from "../errors/math.ts";
import type { Holdings } from "../types/holdings.ts";
import type { MarketParams } from "../types/marketParams.ts";
import { toAbiParams } from "../utils/toAbiParams.ts";

/** The low bits of an id, which say what token of a market it is. */
const INDEX_MASK = 0xffffn;
const SHORT = 256n;
const SHARES = 512n;
const FOUNDING_SHARES = 513n;

/** Who creates what market, and where. */
export type ComputeMarketParameters = {
  readonly chainId: number;
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Account that creates the market. */
  readonly creator: Address;
  readonly params: MarketParams;
};

/** Predicts the id of a market, as the contract's `computeMarket`, without an RPC. */
export function computeMarket({ chainId, markets, creator, params }: ComputeMarketParameters): bigint {
  const encoded = encodeAbiParameters(
    [{ type: "uint256" }, { type: "address" }, { type: "address" }, PARAMS],
    [BigInt(chainId), markets, creator, toAbiParams(params)],
  );
  return marketOf(hexToBigInt(keccak256(encoded)));
}

const PARAMS = paramsOf(marketsAbi);

/** The type of `MarketParams`, from the contract's own ABI. */
function paramsOf(abi: typeof marketsAbi) {
  type Create = Extract<(typeof marketsAbi)[number], { readonly name: "createMarket" }>;
  const [params] = (abi.find((entry) => "name" in entry && entry.name === "createMarket") as Create).inputs;
  return params;
}

/**
 * Returns the id of LONG of an outcome.
 * @param market Id of the market.
 * @param outcome Outcome, from 0.
 * @throws {UnknownOutcomeError} when no market has such an outcome.
 */
export function longId(market: bigint, outcome: number): bigint {
  return marketOf(market) | checkOutcome(outcome, 256);
}

/**
 * Returns the id of SHORT of an outcome. In a binary market that is LONG of the other outcome.
 * @param market Id of the market.
 * @param outcome Outcome, from 0.
 * @param outcomes How many outcomes the market has.
 * @throws {UnknownOutcomeError} when the market has no such outcome.
 */
export function shortId(market: bigint, outcome: number, outcomes: number): bigint {
  const index = checkOutcome(outcome, outcomes);
  return marketOf(market) | (outcomes === 2 ? 1n - index : SHORT + index);
}

/** Returns the id of a market's LP shares. */
export function sharesId(market: bigint): bigint {
  return marketOf(market) | SHARES;
}

/** Returns the id of the shares of whoever opened a market's pool. */
export function foundingSharesId(market: bigint): bigint {
  return marketOf(market) | FOUNDING_SHARES;
}

/** Returns the market that a token is of. */
export function marketOf(id: bigint): bigint {
  return id & ~INDEX_MASK;
}

/** What a token of a market is. */
export type TokenKind =
  { readonly type: "long" | "short"; readonly outcome: number } | { readonly type: "shares" | "foundingShares" };

/**
 * Tells what token of its market an id is.
 * @throws {InvalidParameterError} when it is none.
 */
export function describeId(id: bigint): TokenKind {
  const index = id & INDEX_MASK;
  if (index === SHARES) return { type: "shares" };
  if (index === FOUNDING_SHARES) return { type: "foundingShares" };
  if (index > FOUNDING_SHARES) {
    throw new InvalidParameterError({ parameter: "id", value: id, expected: "the id of a token of a market" });
  }
  return index < SHORT ? { type: "long", outcome: Number(index) } : { type: "short", outcome: Number(index - SHORT) };
}

/** What an account has of a market: a `Snapshot` says it. */
export type HeldTokensParameters = {
  /** Id of the market. */
  readonly market: bigint;
  /** LONG and SHORT of each outcome, in units. */
  readonly holdings: Holdings;
  /** LP shares. */
  readonly shares: bigint;
  /** Founding shares. */
  readonly foundingShares: bigint;
};

/** Tokens and how much of each, in units: what `redeem`, `redeemTo` and `transferBatch` take. */
export type HeldTokens = { readonly ids: readonly bigint[]; readonly amounts: readonly bigint[] };

/**
 * Lists all tokens that an account has of a market, each once: in a binary market a SHORT is the other outcome's LONG.
 * Tokens of which it has none are left out.
 */
export function heldTokens({ market, holdings, shares, foundingShares }: HeldTokensParameters): HeldTokens {
  const { long, short } = holdings;
  const outcomes = long.length;
  const held = new Map([
    ...long.map((amount, outcome) => [longId(market, outcome), amount] as const),
    ...short.map((amount, outcome) => [shortId(market, outcome, outcomes), amount] as const),
    [sharesId(market), shares],
    [foundingSharesId(market), foundingShares],
  ]);
  const entries = [...held].filter(([, amount]) => amount > 0n);
  return { ids: entries.map(([id]) => id), amounts: entries.map(([, amount]) => amount) };
}

function checkOutcome(outcome: number, outcomes: number): bigint {
  if (!Number.isInteger(outcome) || outcome < 0 || outcome >= outcomes) {
    throw new UnknownOutcomeError({ outcome, outcomes });
  }
  return BigInt(outcome);
}
