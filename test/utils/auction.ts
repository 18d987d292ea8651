import { floorWeights } from "../../sdk/src/math/index.ts";
import { create, deployedFixture, type Deployment, ethers, longs, must, time, TRADING, UNIT, WAD } from "./markets.ts";

export const DAY = 86_400;
/** From preparing to opening; half of it is for commitments. */
export const OPENING = 4 * DAY;
export const SALT = ethers.id("salt");
export const RATES = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];
export const B = 1000n * UNIT;
/** What the sponsor gives for a pool with b = 1: its bid and the dearest opening, in hundredths. */
export const BUDGET = (B * 1252n) / 100n;
export const MAX_MONEY = 2n ** 95n - 1n;

export const Phase = { None: 0n, Committing: 1n, Revealing: 2n, Clearing: 3n, Opened: 4n, Void: 5n } as const;

type Account = Deployment["alice"];

export type Bid = {
  readonly bidder: Account;
  readonly budget: bigint;
  readonly weights: readonly bigint[];
  /** The budget if it is left out. */
  readonly deposit?: bigint;
  readonly salt?: string;
};

export type Auction = Awaited<ReturnType<typeof auctionFixture>>;

/** Markets and the auction, with money that all accounts have approved for both; nothing is prepared. */
export async function houseFixture() {
  const deployment = await deployedFixture();
  const { alice, bob, carol, markets, sponsor, token } = deployment;
  const auction = await ethers.deployContract("OpeningAuction", [markets]);
  for (const account of [sponsor, alice, bob, carol]) await token.connect(account).approve(auction, ethers.MaxUint256);
  const params = { ...deployment.params, opener: await auction.getAddress() };
  return { ...deployment, auction, params };
}

export type House = Awaited<ReturnType<typeof houseFixture>>;

export type Preparation = Partial<House["params"]> & {
  readonly rates?: readonly bigint[];
  readonly b?: bigint;
  readonly budget?: bigint;
};

/** Creates a market that trades from now for ten days and prepares its auction, as the sponsor. */
export async function prepare(house: House, { rates = RATES, b = B, budget, ...changes }: Preparation = {}) {
  const { auction, params, sponsor } = house;
  const now = await time.latest();
  const market = await create(house, { outcomes: rates.length, closesAt: now + TRADING, ...changes });
  const opensAt = now + OPENING;
  const given = budget ?? (b * 1252n + 99n) / 100n;
  const context = changes.context ?? params.context;
  await auction.connect(sponsor).prepare(market, context, [...rates], b, given, opensAt);
  return market;
}

/** An auction of three outcomes at 50%, 30%, 20% with b = 1,000, in its first seconds. */
export async function auctionFixture() {
  const house = await houseFixture();
  const market = await prepare(house);
  const { closesAt, opensAt, revealsAt } = await house.auction.getAuction(market);
  return { ...house, market, closesAt, opensAt, revealsAt };
}

/** An auction over a token that misbehaves when told to; sponsor and alice hold it. */
export async function hostileAuction(house: House) {
  const hostile = await ethers.deployContract("HostileToken");
  for (const account of [house.sponsor, house.alice]) {
    await hostile.mint(account, 10n ** 24n);
    await hostile.connect(account).approve(house.auction, ethers.MaxUint256);
  }
  const asset = await hostile.getAddress();
  return { hostile, asset, market: await prepare(house, { asset }) };
}

/** Alice is right, bob is wrong and carol is lazy: she will not reveal. All have committed. */
export async function committedFixture() {
  const d = await auctionFixture();
  const bids = {
    alice: { bidder: d.alice, budget: 500n * UNIT, weights: [WAD / 5n, (3n * WAD) / 10n, WAD / 2n] },
    bob: { bidder: d.bob, budget: 300n * UNIT + 7n, weights: [WAD, 0n, 0n], deposit: 400n * UNIT },
    carol: { bidder: d.carol, budget: 50n * UNIT, weights: [WAD / 4n, WAD / 4n, WAD / 2n], deposit: 50n * UNIT + 1n },
  };
  for (const bid of Object.values(bids)) await commit(d, d.market, bid);
  return { ...d, bids };
}

/** The same, and alice and bob have revealed; it can be cleared. */
export async function revealedFixture() {
  const d = await committedFixture();
  await time.increaseTo(d.revealsAt);
  await reveal(d, d.market, d.bids.alice);
  await reveal(d, d.market, d.bids.bob);
  await time.increaseTo(d.opensAt);
  return d;
}

/** The same, and cleared. */
export async function openedFixture() {
  const d = await revealedFixture();
  await d.auction.clear(d.market);
  return d;
}

/** What a bid commits to, asked of the contract. */
export async function commitmentOf({ auction }: House, market: bigint, bid: Bid) {
  return auction.commitmentOf(market, bid.bidder, bid.budget, [...bid.weights], bid.salt ?? SALT);
}

export async function commit(house: House, market: bigint, bid: Bid) {
  const commitment = await commitmentOf(house, market, bid);
  return house.auction.connect(bid.bidder).commit(market, commitment, bid.deposit ?? bid.budget, "0x");
}

/** By an account that has nothing to do with it. */
export async function reveal({ auction, stranger }: House, market: bigint, bid: Bid) {
  return auction.connect(stranger).reveal(market, bid.bidder, bid.budget, [...bid.weights], bid.salt ?? SALT);
}

export async function claim({ auction }: House, market: bigint, bid: Bid) {
  return auction.connect(bid.bidder).claim(market, [...bid.weights], bid.bidder);
}

/** Commits to all bids, reveals them and clears. */
export async function run(house: House, market: bigint, bids: readonly Bid[]) {
  const { opensAt, revealsAt } = await house.auction.getAuction(market);
  for (const bid of bids) await commit(house, market, bid);
  await time.increaseTo(revealsAt);
  for (const bid of bids) await reveal(house, market, bid);
  await time.increaseTo(opensAt);
  await house.auction.clear(market);
}

/** Parts of a bid, m = floor(B a). */
export const partsOf = ({ budget, weights }: Pick<Bid, "budget" | "weights">): bigint[] =>
  weights.map((weight) => (budget * weight) / WAD);

/** OA-9: what a bid that was revealed forfeits of its deposit. */
export function excessOf(bid: Pick<Bid, "budget" | "deposit" | "weights">): bigint {
  const excess = (bid.deposit ?? bid.budget) - 8n * sumOf(partsOf(bid));
  return excess > 0n ? (excess + 1n) / 2n : 0n;
}

export const sumOf = (values: readonly bigint[]): bigint => values.reduce((a, c) => a + c, 0n);

/** The rules of prices and claims, in plain sums: what the contract must say to the last bit. */
export function outcomeOf(
  sponsor: Pick<Bid, "budget" | "weights">,
  bids: readonly Pick<Bid, "budget" | "weights">[],
  forfeits = 0n,
) {
  const money = [sponsor, ...bids].map(partsOf).reduce((a, c) => a.map((part, j) => part + must(c[j])));
  const sets = sumOf(money) + forfeits;
  const longsOf = (bid: Pick<Bid, "budget" | "weights">) =>
    partsOf(bid).map((part, j) => (part === 0n ? 0n : (part * sets) / must(money[j])));
  return { money, sets, prices: floorWeights(money), longsOf };
}

/** Balances of all LONGs of an account. */
export async function longsAt({ markets }: House, account: { address: string } | string, market: bigint, n: number) {
  const owner = typeof account === "string" ? account : account.address;
  return Promise.all(longs(market, n).map((id) => markets.balanceOf(owner, id)));
}
