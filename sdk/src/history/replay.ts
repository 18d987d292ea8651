import { isAddressEqual, parseEventLogs, zeroAddress, type Address, type ParseEventLogsReturnType } from "viem";

import { marketsAbi } from "../abi/markets.ts";
import { unpackWeights } from "../auction/commitment.ts";
import type { MinedLog } from "../chain/logRange.ts";
import { BaseError } from "../errors/BaseError.ts";
import { HistoryGapError } from "../errors/history.ts";
import { describeId } from "../math/ids.ts";
import { quoteExit, quoteJoin } from "../math/liquidity.ts";
import { openPool, prices, quote, recentre, type Order, type PoolState, type Quote } from "../math/lmsr.ts";

import type { PoolChange, PricePoint } from "./points.ts";

/** What of a market never changes. */
export type ReplayedMarket = {
  readonly market: bigint;
  readonly outcomes: number;
  /** Fee on turnover, in 1e-8. */
  readonly feeRate: bigint;
  /** Growth of b for each unit of turnover, in 1e-8. */
  readonly alpha: bigint;
};

/** A pool between two events. */
export type ReplayState = { readonly pool: PoolState; readonly totalShares: bigint };

type AnyEvent = ParseEventLogsReturnType<typeof marketsAbi, (typeof READ_EVENTS)[number][], true>[number];
type EventOf<name extends AnyEvent["eventName"]> = Extract<AnyEvent, { readonly eventName: name }>;
type PoolEvent = EventOf<Exclude<(typeof POOL_EVENTS)[number], "ReserveReleased">>;

/** What an event leads to: the pool after it, and what else is told of it. */
type Step = ReplayState & { readonly change: PoolChange } & Partial<
    Pick<PricePoint, "trader" | "orders" | "total" | "fee">
  >;

/** Events that change a pool. */
export const POOL_EVENTS = [
  "PoolOpened",
  "Traded",
  "LiquidityAdded",
  "LiquidityRemoved",
  "ReserveAdded",
  "ReserveReleased",
  "Recentred",
] as const;

const READ_EVENTS = [...POOL_EVENTS, "Transfer"] as const;

/**
 * Recomputes a pool from its events, to the unit: every step is the contract's own arithmetic, and is checked against
 * what the event says of the pool after it. A trade's orders are the mints and burns of its tokens before `Traded`.
 * @param logs All events of {@link POOL_EVENTS} of the market and all transfers of its LONGs and SHORTs, in order.
 * @param timeOf Time of a block, in unix seconds.
 * @param start The pool before the first of them; `undefined`: they begin before its opening.
 * @throws {HistoryGapError} when events are missing.
 */
export function replay(
  market: ReplayedMarket,
  logs: readonly MinedLog[],
  timeOf: (blockNumber: bigint) => bigint,
  start: ReplayState | undefined,
): PricePoint[] {
  const points: PricePoint[] = [];
  let state = start;
  let transfers: EventOf<"Transfer">[] = [];
  for (const event of parseEventLogs({ abi: marketsAbi, eventName: [...READ_EVENTS], logs: [...logs] })) {
    if (event.eventName === "Transfer") {
      if (transfers[0]?.transactionHash !== event.transactionHash) transfers = [];
      transfers.push(event);
      continue;
    }
    const now = timeOf(event.blockNumber);
    if (event.eventName === "ReserveReleased") {
      // Before the trade or the change of liquidity at hand, whose transfers may come first.
      state = state && release(state, event);
      continue;
    }
    const step = stepOf(market, state, event, transfers, now);
    transfers = [];
    if (step === undefined) continue;
    state = { pool: step.pool, totalShares: step.totalShares };
    points.push(toPoint(event, now, step));
  }
  return points;
}

function toPoint({ blockNumber, logIndex, transactionHash }: PoolEvent, timestamp: bigint, step: Step): PricePoint {
  const { change, pool, trader, orders = [], total = 0n, fee = 0n } = step;
  const where = { blockNumber, logIndex, transactionHash, timestamp };
  return { change, ...where, trader, orders, total, fee, prices: prices(pool), pool };
}

function release({ pool, totalShares }: ReplayState, { args }: EventOf<"ReserveReleased">): ReplayState {
  const { growth, charge, shares } = args;
  const { b, reserve, extraReserve } = pool;
  const after = { ...pool, b: b + growth, reserve: reserve - charge, extraReserve: extraReserve - charge };
  return { pool: after, totalShares: totalShares + shares };
}

function stepOf(
  market: ReplayedMarket,
  before: ReplayState | undefined,
  event: PoolEvent,
  transfers: readonly EventOf<"Transfer">[],
  now: bigint,
): Step | undefined {
  if (event.eventName === "PoolOpened") return open(market, event);
  if (before === undefined) return undefined;
  // From the first extra reserve on, every trade and change of liquidity releases what is due at its time.
  const state = { ...before, pool: { ...before.pool, releasedAt: before.pool.releasedAt > 0n ? now : 0n } };
  switch (event.eventName) {
    case "Traded":
      return trade(market, state, event, transfers);
    case "LiquidityAdded":
    case "LiquidityRemoved":
      return changeLiquidity(market, state, event);
    case "ReserveAdded": {
      const { amount } = event.args;
      const { cash, reserve, extraReserve } = state.pool;
      const added = { cash: cash + amount, reserve: reserve + amount, extraReserve: extraReserve + amount };
      return { change: "addReserve", ...state, pool: { ...state.pool, ...added, releasedAt: now } };
    }
    case "Recentred": {
      const pool = recentre(before.pool);
      return checked(market, event, { change: "recentre", ...before, pool }, pool.sum === event.args.sum);
    }
  }
}

function open(market: ReplayedMarket, event: EventOf<"PoolOpened">): Step {
  const { b, funding } = event.args;
  const { feeRate, alpha } = market;
  const pool = openPool({ prices: unpackWeights(event.args.prices), b, feeRate, alpha });
  return checked(market, event, { change: "opening", pool, totalShares: b }, pool.cash === funding);
}

function changeLiquidity(
  market: ReplayedMarket,
  { pool, totalShares }: ReplayState,
  event: EventOf<"LiquidityAdded" | "LiquidityRemoved">,
): Step {
  const { shares, assets, b } = event.args;
  const joins = event.eventName === "LiquidityAdded";
  const exchanged = joins ? quoteJoin(pool, shares, totalShares) : quoteExit(pool, shares, totalShares);
  const step: Step = {
    change: joins ? "join" : "exit",
    pool: exchanged.after,
    totalShares: joins ? totalShares + shares : totalShares - shares,
  };
  return checked(market, event, step, exchanged.assets === assets && exchanged.after.b === b);
}

/** Finds the orders that lead from the pool before to what the event says. */
function trade(
  market: ReplayedMarket,
  { pool, totalShares }: ReplayState,
  event: EventOf<"Traded">,
  transfers: readonly EventOf<"Transfer">[],
): Step {
  const { trader, total, fee, b, sum } = event.args;
  for (const orders of candidates(market, event, transfers)) {
    const found = tryQuote(pool, orders);
    if (found === undefined || found.total !== total || found.fee !== fee) continue;
    if (found.after.b !== b || found.after.sum !== sum) continue;
    return { change: "trade", pool: found.after, totalShares, trader, orders, total, fee };
  }
  throw new HistoryGapError({ market: market.market, blockNumber: event.blockNumber });
}

function tryQuote(pool: PoolState, orders: readonly Order[]): Quote | undefined {
  try {
    return quote(pool, orders);
  } catch (error) {
    if (error instanceof BaseError) return undefined;
    throw error;
  }
}

/**
 * What a trade's orders can have been: the last mints and burns before it, all of them unless something else burnt
 * tokens without an event of its own, as redeeming worthless ones does.
 */
function* candidates(
  { outcomes }: ReplayedMarket,
  { transactionHash, args: { trader } }: EventOf<"Traded">,
  transfers: readonly EventOf<"Transfer">[],
): Generator<readonly Order[]> {
  const own = transfers.filter((transfer) => transfer.transactionHash === transactionHash && isLeg(transfer, trader));
  for (let first = 0; first < own.length; ++first) {
    const legs = own.slice(first);
    if (outcomes !== 2) {
      const orders = legs.map(({ args }) => toOrder(args));
      if (orders.every((order, i) => order.outcome > (orders[i - 1]?.outcome ?? -1))) yield orders;
    } else if (legs.length <= 2) yield* binaryOrders(legs);
  }
}

/** Only what is minted and burnt by the trader. */
function isLeg({ args: { caller, sender, receiver } }: EventOf<"Transfer">, trader: Address): boolean {
  if (!isAddressEqual(caller, trader)) return false;
  return isAddressEqual(sender, zeroAddress) || isAddressEqual(receiver, zeroAddress);
}

function toOrder({ id, sender, amount }: EventOf<"Transfer">["args"]): Order {
  const token = describeId(id);
  const outcome = "outcome" in token ? token.outcome : -1;
  return { outcome, short: token.type === "short", amount: isAddressEqual(sender, zeroAddress) ? amount : -amount };
}

/** In a binary market the SHORT of an outcome is the LONG of the other: of two orders the place says which is meant. */
function* binaryOrders(legs: readonly EventOf<"Transfer">[]): Generator<readonly Order[]> {
  const orders = legs.map(({ args }) => toOrder(args));
  const as = (order: Order, outcome: number): Order => ({ ...order, outcome, short: order.outcome !== outcome });
  const [first, second] = orders;
  if (first === undefined) return;
  if (second !== undefined) yield [as(first, 0), as(second, 1)];
  else yield* [[as(first, 0)], [as(first, 1)]];
}

function checked({ market }: ReplayedMarket, { blockNumber }: PoolEvent, step: Step, matches: boolean): Step {
  if (!matches) throw new HistoryGapError({ market, blockNumber });
  return step;
}
