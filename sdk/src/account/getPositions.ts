import type { Address } from "viem";
import { getBlock } from "viem/actions";

import type { Snapshot } from "../actions/markets/getSnapshot.ts";
import { getMarkets } from "../actions/rounds/getMarkets.ts";
import { explained } from "../chain/explain.ts";
import { given } from "../chain/given.ts";
import { atBlock, type ReadErrorType, type ReadOptions } from "../chain/read.ts";
import { InvalidParameterError } from "../errors/math.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import { longId, marketOf, shortId } from "../math/ids.ts";
import { planSale, type Sale } from "../positions/sale.ts";
import { isEmpty } from "../positions/state.ts";
import { markValue } from "../positions/value.ts";
import type { ReadClient } from "../types/client.ts";
import { WAD } from "../utils/wad.ts";
import { assetPriceOf, parentOf, readRedeemable, readSnapshots } from "./nesting.ts";

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

export type GetPositionsErrorType = ThrownBy["getPositions"] | ReadErrorType;

/**
 * Reads what an account has in markets, and what it is worth: marked at prices, and if it were sold now.
 * @throws {InvalidParameterError} when neither ids nor a round are given.
 * @throws {LensUnknownMarketError} when there is no such market.
 */
export async function getPositions(
  client: ReadClient,
  parameters: GetPositionsParameters,
): Promise<GetPositionsReturnType> {
  const { lens, markets, account, blockNumber } = given(parameters);
  const holder = { lens, markets, account, blockNumber };
  const [snapshots, { timestamp }] = await Promise.all([
    readSnapshots(client, holder, await readIds(client, parameters)),
    explained(getBlock(client, atBlock(blockNumber))),
  ]);
  const owned = [...snapshots.values()].filter((snapshot) => !isEmpty(snapshot));
  const positions = await Promise.all(
    owned.map(async (snapshot): Promise<Position> => {
      const assetPrice = assetPriceOf(snapshot, snapshots);
      const redeemable = await readRedeemable(client, holder, snapshot);
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
