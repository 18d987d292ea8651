import { encodeEventTopics, type Address, type ContractEventName, type Hex } from "viem";
import { getBlock } from "viem/actions";

import { marketsAbi } from "../abi/markets.ts";
import { getSnapshot } from "../actions/markets/getSnapshot.ts";
import { readTimes } from "../chain/blockTimes.ts";
import { explained } from "../chain/explain.ts";
import { given } from "../chain/given.ts";
import { readLogs, toBlockRange, type BlockRange, type LogFilter, type LogRange } from "../chain/logRange.ts";
import { read, type ReadErrorType } from "../chain/read.ts";
import { MarketsUnknownMarketError } from "../errors/contracts/markets.ts";
import { HistoryStartError } from "../errors/history.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import { longId, shortId } from "../math/ids.ts";
import { prices } from "../math/lmsr.ts";
import type { ReadClient } from "../types/client.ts";
import { formatId } from "../utils/format.ts";
import type { PriceHistory } from "./points.ts";
import { POOL_EVENTS, replay, type ReplayedMarket, type ReplayState } from "./replay.ts";

export type GetPriceHistoryParameters = LogRange & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Address of the `Lens` contract: needed only if `fromBlock` is after the opening of the pool. */
  readonly lens?: Address | undefined;
};

/** What `twap` and `samplePrices` take. */
export type GetPriceHistoryReturnType = PriceHistory;

export type GetPriceHistoryErrorType = ThrownBy["getPriceHistory"] | ReadErrorType;

/**
 * Recomputes every state of a market's pool from its events, with the contract's arithmetic: prices after each trade,
 * equal to the chain's to the unit. Needs no archive node, unless the range begins after the opening: then the state
 * before it is read with `lens`.
 * @throws {HistoryStartError} when the pool was opened before the range, and no `lens` is given; or never.
 * @throws {HistoryGapError} when the RPC leaves out events.
 * @throws {InvalidParameterError} when the range is empty.
 * @throws {MarketsUnknownMarketError} when there is no such market.
 * @throws {LensUnknownMarketError} when the market was not created yet at the block before the range.
 */
export async function getPriceHistory(
  client: ReadClient,
  parameters: GetPriceHistoryParameters,
): Promise<GetPriceHistoryReturnType> {
  const { markets, market } = given(parameters);
  const [range, view] = await Promise.all([
    toBlockRange(client, parameters),
    read(client, { address: markets, abi: marketsAbi, functionName: "getMarket", args: [market] }),
  ]);
  const { outcomes } = view;
  if (outcomes === 0) throw new MarketsUnknownMarketError({ market });
  const replayed = { market, outcomes, feeRate: BigInt(view.feeRate), alpha: BigInt(view.alpha) };
  const logs = await readLogs(client, filtersOf(markets, replayed), range);
  const isWhole = logs.some(({ topics }) => topics[0] === topicOf("PoolOpened"));
  const found = isWhole ? undefined : await readStart(client, parameters, range);
  const times = await readTimes(client, logs);
  const all = replay(replayed, logs, (block) => times.get(block) ?? 0n, found);

  const [opening, ...rest] = all;
  const points = isWhole ? rest : all;
  const start = found ? { timestamp: found.timestamp, pool: found.pool, prices: prices(found.pool) } : opening;
  if (start === undefined) throw new HistoryStartError({ market, fromBlock: range.fromBlock });
  const { timestamp, pool } = start;
  return { market, closesAt: BigInt(view.closesAt), start: { timestamp, pool, prices: start.prices }, isWhole, points };
}

function topicOf(eventName: ContractEventName<typeof marketsAbi>): Hex {
  return encodeEventTopics({ abi: marketsAbi, eventName })[0];
}

/** What happened to the pool, and every mint and burn of its tokens (and their transfers, which are passed over). */
function filtersOf(markets: Address, { market, outcomes }: ReplayedMarket): readonly LogFilter[] {
  const all = Array.from({ length: outcomes }, (_, outcome) => outcome);
  const ids = [
    ...all.map((outcome) => longId(market, outcome)),
    ...(outcomes === 2 ? [] : all.map((outcome) => shortId(market, outcome, outcomes))),
  ];
  return [
    { address: markets, topics: [POOL_EVENTS.map(topicOf), formatId(market)] },
    { address: markets, topics: [topicOf("Transfer"), null, null, ids.map(formatId)] },
  ];
}

/** The pool at the end of the block before the range. */
async function readStart(
  client: ReadClient,
  { lens, market }: GetPriceHistoryParameters,
  { fromBlock }: BlockRange,
): Promise<(ReplayState & { readonly timestamp: bigint }) | undefined> {
  if (lens === undefined || fromBlock === 0n) return undefined;
  const blockNumber = fromBlock - 1n;
  const [{ pool }, { timestamp }] = await Promise.all([
    getSnapshot(client, { lens, market, blockNumber }),
    explained(getBlock(client, { blockNumber })),
  ]);
  return pool && { pool: pool.pool, totalShares: pool.totalShares, timestamp };
}
