import {
  erc20Abi,
  isAddressEqual,
  parseEventLogs,
  zeroAddress,
  type Address,
  type Hash,
  type ParseEventLogsReturnType,
} from "viem";

import { marketsAbi } from "../abi/markets.ts";
import { openingAuctionAbi } from "../abi/openingAuction.ts";
import type { MinedLog } from "../chain/logRange.ts";
import { marketOf } from "../math/ids.ts";

/** What moved money or an asset: this package's action. */
export type BookedAction =
  | "trade"
  | "split"
  | "merge"
  | "splitPair"
  | "mergePair"
  | "join"
  | "exit"
  | "openPool"
  | "addReserve"
  | "redeem"
  | "prepareAuction"
  | "commitBid"
  | "claimBid"
  | "withdrawBid"
  | "refundAuction";

/** Where something happened. */
export type Place = {
  /** Number of the block. */
  readonly blockNumber: bigint;
  /** Place of the event among those of the block, from 0. */
  readonly logIndex: number;
  /** Hash of the transaction. */
  readonly transactionHash: Hash;
};

/** What an account paid into a market and got out of it at once, in units of the market's asset. */
export type Booking = Place & {
  /** Name of this package's action. */
  readonly action: BookedAction;
  /** Id of the market. */
  readonly market: bigint;
  /** In units of the market's asset. */
  readonly paid: bigint;
  /** In units of the market's asset. */
  readonly received: bigint;
  /** What of it was the pool's fee, in units. */
  readonly fee: bigint;
};

/** Tokens or money that came from, or went to, another account without a price. */
export type BookedTransfer = Place & {
  /** Id of the outcome token or of the shares; `undefined`: money that a market paid out for another account. */
  readonly id: bigint | undefined;
  /** In units; negative: given away. */
  readonly amount: bigint;
  /** Who gave, or got it. */
  readonly counterparty: Address;
};

/** All that an account did in some transactions. */
export type Journal = {
  readonly bookings: readonly Booking[];
  readonly transfers: readonly BookedTransfer[];
  /** By how much the balance of each token changed, in units. */
  readonly balances: ReadonlyMap<bigint, bigint>;
  /** Units of the ERC-20 that went to the contracts. */
  readonly paid: bigint;
  /** Units of the ERC-20 that came from the contracts. */
  readonly received: bigint;
};

/** Whose books are kept, and where. */
export type JournalOf = {
  readonly account: Address;
  readonly markets: Address;
  readonly auction: Address | undefined;
  /** ERC-20 in which profit is counted. */
  readonly money: Address;
};

const MARKETS_EVENTS = [
  "Transfer",
  "Traded",
  "SetsChanged",
  "PairsChanged",
  "LiquidityAdded",
  "LiquidityRemoved",
  "PoolOpened",
  "ReserveAdded",
  "Redeemed",
] as const;
const AUCTION_EVENTS = [
  "AuctionPrepared",
  "BidCommitted",
  "BidClaimed",
  "DepositWithdrawn",
  "SponsorRefunded",
] as const;

type MarketsEvent = ParseEventLogsReturnType<typeof marketsAbi, (typeof MARKETS_EVENTS)[number][], true>[number];
type AuctionEvent = ParseEventLogsReturnType<typeof openingAuctionAbi, (typeof AUCTION_EVENTS)[number][], true>[number];

/** What a log says, in one form. */
type Step = { readonly place: Place } & (
  | {
      readonly type: "action";
      readonly action: BookedAction;
      readonly market: bigint;
      readonly actor: Address;
      readonly fee: bigint;
      readonly payout: bigint;
    }
  | {
      readonly type: "token";
      readonly id: bigint;
      readonly caller: Address;
      readonly from: Address;
      readonly to: Address;
      readonly amount: bigint;
    }
  | { readonly type: "money"; readonly from: Address; readonly to: Address; readonly amount: bigint }
);
type StepOf<type extends Step["type"]> = Extract<Step, { readonly type: type }>;

/** Books that are being written: what moves after the event of an action is its price. */
type Books = {
  readonly bookings: Booking[];
  readonly transfers: BookedTransfer[];
  readonly balances: Map<bigint, bigint>;
  paid: bigint;
  received: bigint;
  action: StepOf<"action"> | undefined;
  /** Redemptions whose payment is not seen yet: one call pays for several markets at once. */
  due: readonly StepOf<"action">[];
};

/**
 * Keeps the books of an account out of the logs of whole transactions: every unit of an asset that went to or came from
 * the contracts belongs to the event before it. What others sent is named, at no cost.
 * @param transactions Logs of each, all of them and in order.
 */
export function keepJournal(of: JournalOf, transactions: readonly (readonly MinedLog[])[]): Journal {
  const empty = { bookings: [], transfers: [], balances: new Map(), paid: 0n, received: 0n };
  const books: Books = { ...empty, action: undefined, due: [] };
  for (const logs of transactions) {
    books.action = undefined;
    books.due = [];
    const steps = stepsOf(of, logs);
    steps.forEach((step, i) => {
      if (step.type === "action") begin(of, books, step);
      else move(of, books, step, steps.slice(i));
    });
  }
  const { bookings, transfers, balances, paid, received } = books;
  return { bookings, transfers, balances, paid, received };
}

function begin({ account, markets }: JournalOf, books: Books, step: StepOf<"action">): void {
  const last = books.due.at(-1);
  books.action = step;
  if (step.action !== "redeem") {
    books.due = [];
    if (isAddressEqual(step.actor, account)) book(books, step, {});
    return;
  }
  if (!isAddressEqual(step.actor, markets) || last === undefined) {
    books.due = [...books.due, step];
    return;
  }
  // `redeemTo` passes on what a nested market pays: it is paid in its asset, which the market below redeems.
  if (isAddressEqual(last.actor, account)) book(books, last, { received: last.payout });
  books.due = [...books.due.slice(0, -1), { ...step, actor: last.actor }];
}

function move(of: JournalOf, books: Books, step: StepOf<"token" | "money">, rest: readonly Step[]): void {
  const isOut = isAddressEqual(step.from, of.account);
  if (isOut === isAddressEqual(step.to, of.account)) return;
  const other = isOut ? step.to : step.from;
  if (step.type === "token" && moveToken(of, books, step, isOut)) return;
  if (!isContract(of, other)) return;
  if (step.type === "money") books[isOut ? "paid" : "received"] += step.amount;
  pay(of, books, step, isOut, isAuction(of, other) ? (refundAfter(of, books, rest) ?? books.action) : books.action);
}

/** Books a token's move; returns whether that is all, as it is no price of anything. */
function moveToken(of: JournalOf, books: Books, step: StepOf<"token">, isOut: boolean): boolean {
  const { id, amount, place } = step;
  const other = isOut ? step.to : step.from;
  const moved = isOut ? -amount : amount;
  books.balances.set(id, (books.balances.get(id) ?? 0n) + moved);
  if (isOwnToken(of, books, step, other)) return true;
  if (isContract(of, other)) return false;
  // Who mints for the account is its benefactor.
  const counterparty = isAddressEqual(other, zeroAddress) ? step.caller : other;
  books.transfers.push({ ...place, id, amount: moved, counterparty });
  return true;
}

/** What an action of the account mints, burns, or hands out of an auction: not its price. */
function isOwnToken(
  { account, auction }: JournalOf,
  { action }: Books,
  step: StepOf<"token">,
  other: Address,
): boolean {
  if (isAddressEqual(other, zeroAddress)) return isAddressEqual(step.caller, account);
  return auction !== undefined && isAddressEqual(other, auction) && marketOf(step.id) === action?.market;
}

/** Books the price of an action; what somebody else's action pays is named too. */
function pay(
  { account }: JournalOf,
  books: Books,
  step: StepOf<"token" | "money">,
  isOut: boolean,
  action: StepOf<"action"> | undefined,
): void {
  if (action === undefined) return;
  const { amount, place } = step;
  const isOwn = isAddressEqual(action.actor, account);
  const id = step.type === "token" ? step.id : undefined;
  if (!isOwn) books.transfers.push({ ...place, id, amount, counterparty: action.actor });
  if (action.action === "redeem" && !isOut) {
    for (const due of dueFor(books, amount)) book(books, due, { received: due.payout });
  } else book(books, isOwn ? action : { ...action, fee: 0n }, isOut ? { paid: amount } : { received: amount });
}

/** The redemptions that a payment is for: the last ones; others before were paid to somebody else. */
function dueFor(books: Books, amount: bigint): readonly StepOf<"action">[] {
  let first = books.due.length;
  for (let sum = 0n; first > 0 && sum < amount;) sum += books.due[--first]?.payout ?? 0n;
  const found = books.due.slice(first);
  books.due = [];
  return found;
}

/** The sponsor's refund is told after it was paid. */
function refundAfter({ account }: JournalOf, { action }: Books, rest: readonly Step[]): StepOf<"action"> | undefined {
  if (action && AUCTION_ACTIONS.has(action.action)) return undefined;
  const found = rest.find((step) => step.type === "action" && step.action === "refundAuction");
  return found?.type === "action" && isAddressEqual(found.actor, account) ? found : undefined;
}

const AUCTION_ACTIONS: ReadonlySet<BookedAction> = new Set(["prepareAuction", "commitBid", "claimBid", "withdrawBid"]);

/** Adds to the booking of an action, or makes one. */
function book(
  { bookings }: Books,
  { action, market, fee, place }: StepOf<"action">,
  { paid = 0n, received = 0n }: { readonly paid?: bigint; readonly received?: bigint },
): void {
  const { blockNumber, logIndex } = place;
  const i = bookings.findLastIndex((entry) => entry.blockNumber === blockNumber && entry.logIndex === logIndex);
  const before = bookings[i];
  if (before) bookings[i] = { ...before, paid: before.paid + paid, received: before.received + received };
  else bookings.push({ ...place, action, market, paid, received, fee });
}

function isContract(of: JournalOf, address: Address): boolean {
  return isAddressEqual(address, of.markets) || isAuction(of, address);
}

function isAuction({ auction }: JournalOf, address: Address): boolean {
  return auction !== undefined && isAddressEqual(address, auction);
}

function stepsOf({ markets, auction, money }: JournalOf, logs: readonly MinedLog[]): Step[] {
  const by = (address: Address | undefined) => logs.filter((log) => address && isAddressEqual(log.address, address));
  const steps = [
    ...parseEventLogs({ abi: marketsAbi, eventName: [...MARKETS_EVENTS], logs: by(markets) }).map(stepOfMarkets),
    ...parseEventLogs({ abi: openingAuctionAbi, eventName: [...AUCTION_EVENTS], logs: by(auction) }).map((event) =>
      toAction(begunAtAuction(event), placeOf(event)),
    ),
    ...parseEventLogs({ abi: erc20Abi, eventName: "Transfer", logs: by(money) }).map((event): Step => {
      const { from, to, value: amount } = event.args;
      return { type: "money", from, to, amount, place: placeOf(event) };
    }),
  ];
  return steps.sort((a, b) => a.place.logIndex - b.place.logIndex);
}

function placeOf({ blockNumber, logIndex, transactionHash }: Place): Place {
  return { blockNumber, logIndex, transactionHash };
}

type Begun = readonly [
  action: BookedAction,
  actor: Address,
  market: bigint,
  more?: { readonly fee?: bigint; readonly payout?: bigint },
];

function toAction([action, actor, market, more]: Begun, place: Place): Step {
  return { type: "action", action, actor, market, fee: 0n, payout: 0n, ...more, place };
}

function stepOfMarkets(event: MarketsEvent): Step {
  const place = placeOf(event);
  if (event.eventName === "Transfer") {
    const { id, caller, sender: from, receiver: to, amount } = event.args;
    return { type: "token", id, caller, from, to, amount, place };
  }
  return toAction(begunAtMarkets(event), place);
}

function begunAtMarkets({ eventName, args }: Exclude<MarketsEvent, { eventName: "Transfer" }>): Begun {
  switch (eventName) {
    case "Traded":
      return ["trade", args.trader, args.market, { fee: args.fee }];
    case "SetsChanged":
      return [args.amount > 0n ? "split" : "merge", args.account, args.market];
    case "PairsChanged":
      return [args.amount > 0n ? "splitPair" : "mergePair", args.account, args.market];
    case "LiquidityAdded":
      return ["join", args.provider, args.market];
    case "LiquidityRemoved":
      return ["exit", args.provider, args.market];
    case "PoolOpened":
      return ["openPool", args.sponsor, args.market];
    case "ReserveAdded":
      return ["addReserve", args.sponsor, args.market];
    case "Redeemed":
      return ["redeem", args.account, args.market, { payout: args.payout }];
  }
}

function begunAtAuction({ eventName, args }: AuctionEvent): Begun {
  switch (eventName) {
    case "AuctionPrepared":
      return ["prepareAuction", args.sponsor, args.market];
    case "BidCommitted":
      return ["commitBid", args.bidder, args.market];
    case "BidClaimed":
      return ["claimBid", args.bidder, args.market];
    case "DepositWithdrawn":
      return ["withdrawBid", args.bidder, args.market];
    case "SponsorRefunded":
      return ["refundAuction", args.sponsor, args.market];
  }
}
