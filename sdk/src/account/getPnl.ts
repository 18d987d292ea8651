import { encodeEventTopics, erc20Abi, isAddressEqual, pad, type Address, type Hex } from "viem";
import { getCode, getTransactionReceipt } from "viem/actions";

import { marketsAbi } from "../abi/markets.ts";
import { getAuction } from "../actions/auction/getAuction.ts";
import { getBid } from "../actions/auction/getBid.ts";
import { forfeitOf, withdrawableOf } from "../auction/bids.ts";
import type { Snapshot } from "../actions/markets/getSnapshot.ts";
import { explained } from "../chain/explain.ts";
import { given } from "../chain/given.ts";
import { readLogs, toBlockRange, type BlockRange, type LogFilter, type LogRange } from "../chain/logRange.ts";
import { read, type ReadErrorType, type ReadOptions } from "../chain/read.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import {
  keepJournal,
  type BookedAction,
  type BookedTransfer,
  type Booking,
  type Journal,
  type JournalOf,
} from "../history/journal.ts";
import { profitsOf, type MarketMark, type MarketProfit } from "../history/profit.ts";
import { heldTokens, marketOf } from "../math/ids.ts";
import { isEmpty } from "../positions/state.ts";
import { markValue } from "../positions/value.ts";
import type { ReadClient } from "../types/client.ts";
import { mapInBatches } from "../utils/batches.ts";
import { WAD } from "../utils/wad.ts";
import { assetPriceOf, parentOf, readRedeemable, readSnapshots } from "./nesting.ts";

export type GetPnlParameters = LogRange & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Address of the `Lens` contract. */
  readonly lens: Address;
  /** Address of the `OpeningAuction` contract, if there are bids. */
  readonly auction?: Address | undefined;
  /** ERC-20 in which profit is counted, at the bottom of all markets: `MONEY` of the rounds. */
  readonly money: Address;
  /** Whose profit. */
  readonly account: Address;
  /** Markets to count though nothing of the account moved there in the range: what it held all the time. */
  readonly ids?: readonly bigint[] | undefined;
};

export type GetPnlReturnType = {
  /** Money paid to the contracts in the range, in units, as are all amounts here. */
  readonly paid: bigint;
  /** Money received from the contracts, in units. */
  readonly received: bigint;
  /** What is held at the end is marked at, in units. */
  readonly value: bigint;
  /** What was held before the range was marked at, in units; 0 if there was nothing. */
  readonly startValue: bigint;
  /** `received - paid + value - startValue`, in units. */
  readonly profit: bigint;
  /** What of the profit is in the account already, or lost for good, in units. */
  readonly realised: bigint;
  /** The rest of the profit, in units: it depends on what is still held. */
  readonly unrealised: bigint;
  /** What of `paid` were the fees of pools, in units, marked like the assets that they were paid in. */
  readonly fees: bigint;
  /** By market; they add up to the profit but for rounding. */
  readonly byMarket: readonly MarketProfit[];
  /** What was done, in order, in units of each market's asset. */
  readonly bookings: readonly Booking[];
  /** Tokens that came from others or went to them: at no cost, and in the profit. */
  readonly transfers: readonly BookedTransfer[];
};

export type GetPnlErrorType = ThrownBy["getPnl"] | ReadErrorType;

/**
 * Counts what an account has made, out of its events: money in, money out, and what it holds now. Every unit counts, so
 * `profit` is what the account's money has changed by once everything is sold at the marks. Costs of gas are left out.
 * An account that held something before the range needs an archive node.
 * @throws {InvalidParameterError} when the range is empty.
 * @throws {LensUnknownMarketError} when `lens` does not look at these markets.
 */
export async function getPnl(client: ReadClient, parameters: GetPnlParameters): Promise<GetPnlReturnType> {
  const { account, auction, markets, money } = given(parameters, "auction");
  const range = await toBlockRange(client, parameters);
  const journal = await readJournal(client, { account, auction, markets, money }, range);
  const marks = await readMarks(client, parameters, journal, range);
  const byMarket = profitsOf(journal.bookings, marks);
  const sum = (of: (market: MarketProfit) => bigint) => byMarket.reduce((total, market) => total + of(market), 0n);
  const { paid, received, bookings, transfers } = journal;
  const value = sum((market) => market.value);
  const startValue = sum((market) => market.startValue);
  const profit = received - paid + value - startValue;
  const realised = sum((market) => market.realised);
  const fees = sum((market) => market.fees);
  const unrealised = profit - realised;
  return { paid, received, value, startValue, profit, realised, unrealised, fees, byMarket, bookings, transfers };
}

/** Every transaction in which tokens or money of the account moved, whole: what moved them is told by its other events. */
async function readJournal(client: ReadClient, books: JournalOf, range: BlockRange): Promise<Journal> {
  const logs = await readLogs(client, filtersOf(books), range);
  const hashes = [...new Set(logs.map(({ transactionHash }) => transactionHash))];
  const transactions = await mapInBatches(hashes, async (hash) => {
    const receipt = await explained(getTransactionReceipt(client, { hash }));
    return receipt.logs;
  });
  return keepJournal(books, transactions);
}

function filtersOf({ account, auction, markets, money }: JournalOf): readonly LogFilter[] {
  const owner = pad(account);
  const contracts = [markets, ...(auction === undefined ? [] : [auction])].map((address) => pad(address));
  const [tokens] = encodeEventTopics({ abi: marketsAbi, eventName: "Transfer" }) as [Hex];
  const [coins] = encodeEventTopics({ abi: erc20Abi, eventName: "Transfer" }) as [Hex];
  return [
    { address: markets, topics: [tokens, owner] },
    { address: markets, topics: [tokens, null, owner] },
    { address: money, topics: [coins, owner, contracts] },
    { address: money, topics: [coins, contracts, owner] },
  ];
}

type Snapshots = ReadonlyMap<bigint, Snapshot>;

/** What is held of the markets at both ends. */
async function readMarks(
  client: ReadClient,
  parameters: GetPnlParameters,
  { bookings, balances }: Journal,
  { fromBlock, toBlock }: BlockRange,
): Promise<ReadonlyMap<bigint, MarketMark>> {
  const held = (parameters.ids ?? []).map(marketOf);
  const ids = [...new Set([...held, ...bookings.map(({ market }) => market), ...[...balances.keys()].map(marketOf)])];
  const end = await readSnapshots(client, { ...parameters, blockNumber: toBlock }, ids);
  const bids = new Set(bookings.filter(({ action }) => BID_ACTIONS.has(action)).map(({ market }) => market));
  const hadBids = fromBlock > 0n && bids.size > 0;
  const start =
    fromBlock > 0n && (hadBids || hadTokens(end, balances))
      ? await readStart(client, { ...parameters, blockNumber: fromBlock - 1n }, ids)
      : new Map<bigint, Snapshot>();
  // Markets over another ERC-20 have no price in this one.
  const counted = [...end.values()].filter(({ baseAsset }) => isAddressEqual(baseAsset, parameters.money));
  const marks = counted.map(async (snapshot): Promise<readonly [bigint, MarketMark]> => {
    const { market } = snapshot;
    const isBid = bids.has(market);
    const value = await readValue(client, { ...parameters, blockNumber: toBlock }, end, market, isBid);
    const before = { ...parameters, blockNumber: fromBlock - 1n };
    const startValue = start.has(market) ? await readValue(client, before, start, market, isBid) : 0n;
    const assetPrice = assetPriceOf(snapshot, end);
    const parent = parentOf(snapshot, end)?.parent.market;
    return [market, { assetPrice, parent, value, startValue, isHeld: value > 0n || !isEmpty(snapshot) }];
  });
  return new Map(await Promise.all(marks));
}

const BID_ACTIONS: ReadonlySet<BookedAction> = new Set([
  ...(["prepareAuction", "refundAuction"] as const),
  ...(["commitBid", "claimBid", "withdrawBid"] as const),
]);

/** The markets that were there before the range, or none if their contract was not. */
async function readStart(
  client: ReadClient,
  parameters: GetPnlParameters & { readonly blockNumber: bigint },
  ids: readonly bigint[],
): Promise<Snapshots> {
  const { markets: address, blockNumber } = parameters;
  const code = await explained(getCode(client, { address, blockNumber }));
  if (code === undefined) return new Map();
  const views = await mapInBatches(ids, (market) =>
    read(client, { address, abi: marketsAbi, functionName: "getMarket", args: [market], blockNumber }),
  );
  const known = ids.filter((_, i) => (views[i]?.outcomes ?? 0) > 0);
  return readSnapshots(client, parameters, known);
}

/** Whether balances at the end are more than what moved in the range. */
function hadTokens(end: Snapshots, balances: Journal["balances"]): boolean {
  const held = new Map<bigint, bigint>();
  for (const { ids, amounts } of [...end.values()].map(heldTokens)) {
    ids.forEach((id, i) => held.set(id, amounts[i] ?? 0n));
  }
  const ids = new Set([...held.keys(), ...balances.keys()]);
  return [...ids].some((id) => (held.get(id) ?? 0n) !== (balances.get(id) ?? 0n));
}

/** What the tokens, and money in an auction, are marked at, in units of money. */
async function readValue(
  client: ReadClient,
  parameters: GetPnlParameters & ReadOptions,
  snapshots: Snapshots,
  market: bigint,
  isBid: boolean,
): Promise<bigint> {
  const snapshot = snapshots.get(market);
  if (snapshot === undefined) return 0n;
  const price = assetPriceOf(snapshot, snapshots);
  const deposit = isBid ? await readDeposit(client, parameters, market) : 0n;
  if (isEmpty(snapshot)) return (deposit * price) / WAD;
  const redeemable = await readRedeemable(client, parameters, snapshot);
  return (redeemable ?? (markValue(snapshot) * price) / WAD) + (deposit * price) / WAD;
}

/**
 * What of a bid would come back if it were withdrawn, in units of the market's asset; a claim counts as what it cost. Of
 * a sponsor's money all that the auction has not spent.
 */
async function readDeposit(
  client: ReadClient,
  { auction, account, blockNumber }: GetPnlParameters & ReadOptions,
  market: bigint,
): Promise<bigint> {
  if (auction === undefined) return 0n;
  const [view, bid] = await Promise.all([
    getAuction(client, { auction, market, blockNumber }),
    getBid(client, { auction, market, bidder: account, blockNumber }),
  ]);
  const { deposit, budget, revealed } = bid;
  const isLate = !revealed && (view.phase === "clearing" || view.phase === "opened");
  const forfeit = revealed && view.phase !== "void" ? forfeitOf(deposit, budget) : 0n;
  const own = isLate ? withdrawableOf(view, deposit) : deposit - forfeit;
  return own + (isAddressEqual(view.sponsor, account) ? view.budget : 0n);
}
