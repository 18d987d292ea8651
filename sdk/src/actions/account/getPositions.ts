import { isAddressEqual, type Address } from "viem";
import { getBlock, simulateContract } from "viem/actions";

import { toSdkError } from "../../errors/contract.ts";
import type { LensUnknownMarketError } from "../../errors/contracts/lens.ts";
import { MarketsNotResolvedError } from "../../errors/contracts/markets.ts";
import { InvalidParameterError } from "../../errors/math.ts";
import { describeId, heldTokens, longId, marketOf, shortId } from "../../ids.ts";
import type { ReadClient } from "../../internal/client.ts";
import { atBlock, type ReadErrorType, type ReadOptions } from "../../internal/read.ts";
import { WAD } from "../../math/rounding.ts";
import { planSale, type Sale } from "../../positions/sale.ts";
import { isEmpty, marksOf } from "../../positions/state.ts";
import { markValue } from "../../positions/value.ts";
import { redeemToCall } from "../markets/redeemTo.ts";
import { getSnapshot, type Snapshot } from "../markets/getSnapshot.ts";
import { getMarkets } from "../rounds/getMarkets.ts";

export type GetPositionsParameters = ReadOptions & {
  /** Address of the `Lens` contract. */
  readonly lens: Address;
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Whose positions to read. */
  readonly account: Address;
  /** Ids of the markets; by default all of a round. Markets whose tokens are their assets come with them. */
  readonly ids?: readonly bigint[] | undefined;
  /** Address of the `Rounds` contract, if no ids are given. */
  readonly rounds?: Address | undefined;
  /** Number of the round, from 1, if no ids are given; by default the last that was started. */
  readonly round?: bigint | undefined;
};

/** What an account has in a market, and what it is worth. */
export type Position = {
  /** Id of the market. */
  readonly market: bigint;
  /** The market and the account's tokens, shares and assets: for `valueAt`, `planTrades`, `quoteExit`, … */
  readonly snapshot: Snapshot;
  /** What a unit of the market's asset is marked at, in WAD of the money at the bottom of the nesting; 1e18 for money. */
  readonly assetPrice: bigint;
  /** What the position is marked at, in units of the money: at prices, after resolution what `redeemTo` pays. */
  readonly markValue: bigint;
  /** How to sell it now, and what that brings, in units of the market's asset. */
  readonly sale: Sale;
  /** What `redeemTo` of all of it pays now, in units of the money; `undefined` before resolution. */
  readonly redeemable: bigint | undefined;
};

/** Sums of positions over one money. */
export type PositionsTotal = {
  /** The ERC-20 at the bottom of the nesting. */
  readonly money: Address;
  /** Decimals of the money. */
  readonly decimals: number;
  /** In units of the money, as are the others. */
  readonly markValue: bigint;
  /** What selling all of it now brings, in units: what a nested market pays is merged and sold in the market below it. */
  readonly saleValue: bigint;
  /** What can be redeemed now, in units; it is part of both. */
  readonly redeemable: bigint;
};

export type GetPositionsReturnType = {
  /** Markets in which the account has something. */
  readonly positions: readonly Position[];
  /** One for each money; nearly always one. */
  readonly totals: readonly PositionsTotal[];
};

export type GetPositionsErrorType = InvalidParameterError | LensUnknownMarketError | ReadErrorType;

/**
 * Reads what an account has in markets, and what it is worth: marked at prices, and if it were sold now.
 * @throws {InvalidParameterError} when neither ids nor a round are given.
 * @throws {LensUnknownMarketError} when there is no such market.
 */
export async function getPositions(
  client: ReadClient,
  parameters: GetPositionsParameters,
): Promise<GetPositionsReturnType> {
  const { blockNumber } = parameters;
  const [snapshots, { timestamp }] = await Promise.all([
    readSnapshots(client, parameters, await readIds(client, parameters)),
    getBlock(client, atBlock(blockNumber)).catch((error: unknown) => {
      throw toSdkError(error);
    }),
  ]);
  const owned = [...snapshots.values()].filter((snapshot) => !isEmpty(snapshot));
  const positions = await Promise.all(
    owned.map(async (snapshot): Promise<Position> => {
      const assetPrice = assetPriceOf(snapshot, snapshots);
      const redeemable = await readRedeemable(client, parameters, snapshot);
      const marked = redeemable ?? (markValue(snapshot) * assetPrice) / WAD;
      const sale = planSale(snapshot, timestamp);
      return { market: snapshot.market, snapshot, assetPrice, markValue: marked, sale, redeemable };
    }),
  );
  return { positions, totals: totalsOf(positions, snapshots, timestamp) };
}

async function readIds(client: ReadClient, parameters: GetPositionsParameters): Promise<readonly bigint[]> {
  const { ids, rounds, round, blockNumber } = parameters;
  if (ids !== undefined) return ids.map(marketOf);
  if (rounds === undefined) {
    const expected = "a list of markets, or the address of `Rounds` in `rounds`";
    throw new InvalidParameterError({ parameter: "ids", value: "undefined", expected });
  }
  const all = await getMarkets(client, { rounds, round, blockNumber });
  return all.map(({ market }) => market).filter((market) => market !== 0n);
}

/** By market; a nested market is followed by the market that its asset is of, so that going through it climbs down. */
async function readSnapshots(
  client: ReadClient,
  { lens, markets, account, blockNumber }: GetPositionsParameters,
  ids: readonly bigint[],
): Promise<ReadonlyMap<bigint, Snapshot>> {
  const levels: Snapshot[][] = [];
  for (let level = [...new Set(ids)]; level.length > 0;) {
    const read = level.map((market) => getSnapshot(client, { lens, market, account, blockNumber }));
    const snapshots = await Promise.all(read);
    levels.push(snapshots);
    const nested = snapshots.filter(({ asset }) => isAddressEqual(asset, markets));
    level = [...new Set(nested.map(({ assetId }) => marketOf(assetId)))];
  }
  const all = new Map<bigint, Snapshot>();
  for (const snapshot of levels.flat()) {
    // What is met again is further down: nobody below has been passed before all above it have.
    all.delete(snapshot.market);
    all.set(snapshot.market, snapshot);
  }
  return all;
}

/** The market whose token is the asset, and which; `undefined` for money. */
function parentOf(snapshot: Snapshot, all: ReadonlyMap<bigint, Snapshot>) {
  if (isAddressEqual(snapshot.asset, snapshot.baseAsset)) return undefined;
  const parent = all.get(marketOf(snapshot.assetId));
  const token = describeId(snapshot.assetId);
  return parent && "outcome" in token ? { parent, token } : undefined;
}

function assetPriceOf(snapshot: Snapshot, all: ReadonlyMap<bigint, Snapshot>): bigint {
  const below = parentOf(snapshot, all);
  if (below === undefined) return WAD;
  const { parent, token } = below;
  const price = marksOf(parent)[token.outcome] ?? 0n;
  return ((token.type === "long" ? price : WAD - price) * assetPriceOf(parent, all)) / WAD;
}

async function readRedeemable(
  client: ReadClient,
  { markets, account, blockNumber }: GetPositionsParameters,
  snapshot: Snapshot,
): Promise<bigint | undefined> {
  const call = redeemToCall({ markets, ...heldTokens(snapshot), receiver: account });
  try {
    const { result } = await simulateContract(client, { ...call, account, ...atBlock(blockNumber) });
    return result;
  } catch (error) {
    const failure = toSdkError(error);
    if (failure instanceof MarketsNotResolvedError) return undefined;
    throw failure;
  }
}

/** Adds up, and sells from the top of each nesting down: what a market pays is a token of the one below it. */
function totalsOf(
  positions: readonly Position[],
  all: ReadonlyMap<bigint, Snapshot>,
  now: bigint,
): readonly PositionsTotal[] {
  const totals = new Map<Address, PositionsTotal>();
  const add = ({ baseAsset: money, decimals }: Snapshot, change: Partial<PositionsTotal>) => {
    const { markValue = 0n, saleValue = 0n, redeemable = 0n } = change;
    const before = totals.get(money) ?? { money, decimals, markValue: 0n, saleValue: 0n, redeemable: 0n };
    totals.set(money, {
      ...before,
      markValue: before.markValue + markValue,
      saleValue: before.saleValue + saleValue,
      redeemable: before.redeemable + redeemable,
    });
  };
  for (const { snapshot, markValue, redeemable = 0n } of positions) {
    add(snapshot, { markValue, redeemable, saleValue: redeemable });
  }

  const redeemed = new Set(positions.filter(({ redeemable }) => redeemable !== undefined).map(({ market }) => market));
  const proceeds = new Map<bigint, bigint>();
  for (const snapshot of all.values()) {
    if (redeemed.has(snapshot.market)) continue;
    const { total } = planSale(withProceeds(snapshot, proceeds), now);
    const id = snapshot.assetId;
    if (parentOf(snapshot, all) === undefined) add(snapshot, { saleValue: total });
    else proceeds.set(id, (proceeds.get(id) ?? 0n) + total);
  }
  return [...totals.values()];
}

/** A snapshot with the tokens that selling nested markets has brought. */
function withProceeds(snapshot: Snapshot, proceeds: ReadonlyMap<bigint, bigint>): Snapshot {
  const { market, outcomes, holdings } = snapshot;
  const long = holdings.long.map((amount, j) => amount + (proceeds.get(longId(market, j)) ?? 0n));
  const short = holdings.short.map((amount, j) => amount + (proceeds.get(shortId(market, j, outcomes)) ?? 0n));
  return { ...snapshot, holdings: { long, short } };
}
