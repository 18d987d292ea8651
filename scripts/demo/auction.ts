import { longsOf } from "../../sdk/src/auction/index.ts";
import { mulWad } from "../../sdk/src/math/index.ts";
import type { DemoClient } from "./chain.ts";
import type { SeedMarket } from "./seedMarket.ts";
import { formatMoney, fundAccount, type Stage } from "./stage.ts";

/** Somebody who bids a tenth of what the others do, and does not reveal. */
const FORGETFUL = "forgetful";

/** A bid, in units; weights in WAD in the order of the market's outcomes. */
export type SealedBid = {
  readonly name: string;
  readonly client: DemoClient;
  readonly budget: bigint;
  readonly weights: readonly bigint[];
  readonly reveals: boolean;
};

/** What a bid came to: `spent` went into LONGs, or was forfeit. */
export type BidResult = Pick<SealedBid, "name" | "client" | "reveals"> & { readonly spent: bigint };

/** An auction that was cleared. Units, and WAD in the order of the market's outcomes. */
export type ClearedAuction = {
  readonly bids: readonly BidResult[];
  readonly rates: readonly bigint[];
  /** M_j. */
  readonly money: readonly bigint[];
  readonly sets: bigint;
  readonly forfeits: bigint;
};

/** What a trader bids of its budget; with the rest, and what it holds then, it trades on. */
export function bidOf(budget: bigint): bigint {
  return (budget * 9n) / 10n;
}

/** All traders bid sealed and reveal, one forgets to, and the pool opens at what they think. */
export async function openByAuction(stage: Stage, market: SeedMarket): Promise<ClearedAuction> {
  const { chain, log } = stage;
  const anyone = await chain.clientOf("sponsor");
  const auction = await anyone.getAuction({ market: market.id });
  const rates = await anyone.getAuctionPrices({ market: market.id });
  const bids = await commitBids(stage, market, rates);

  await chain.increaseTo(Number(auction.revealsAt));
  const revealing = bids.filter(({ reveals }) => reveals);
  for (const { client, budget, weights } of revealing) {
    const salt = await client.deriveBidSalt({ market: market.id });
    await chain.spend("revealBid", await client.revealBid({ market: market.id, budget, weights, salt }));
  }
  log(`${revealing.length} revealed their bids; ${FORGETFUL} did not, and loses half of its deposit.`);

  await chain.increaseTo(Number(auction.opensAt));
  await chain.spend("clearAuction", await anyone.clearAuction({ market: market.id }));
  const { sets, forfeits } = await anyone.getAuction({ market: market.id });
  const money = await anyone.getAuctionMoney({ market: market.id });
  log(`The pool opened at the mean of all predictions, weighted by money; ${formatMoney(forfeits)} were forfeit.`);
  const results: BidResult[] = [];
  for (const bid of bids) results.push(await claim(stage, market, bid));
  return { bids: results, rates, money, sets, forfeits };
}

async function commitBids(stage: Stage, { id, seeds }: SeedMarket, rates: readonly bigint[]): Promise<SealedBid[]> {
  const { chain, folder, log } = stage;
  const budget = bidOf(stage.budget);
  const inSeedOrder = (weights: readonly bigint[]) => seeds.map((seed) => weights[folder.projects.indexOf(seed)] ?? 0n);
  const wanted = [
    ...folder.traders.map(({ name, weights }) => ({ name, weights: inSeedOrder(weights), budget, reveals: true })),
    { name: FORGETFUL, weights: rates, budget: budget / 10n, reveals: false },
  ];
  const bids: SealedBid[] = [];
  for (const [i, bid] of wanted.entries()) {
    const { weights } = bid;
    const client = await chain.memberOf("trader", i);
    await fundAccount(chain, client, chain.openingAuction, bid.budget);
    const salt = await client.deriveBidSalt({ market: id });
    await chain.spend("commitBid", await client.commitBid({ market: id, budget: bid.budget, weights, salt }));
    bids.push({ ...bid, client });
  }
  log(`${bids.length} sealed bids of up to ${formatMoney(budget)}: nobody sees another's, and none is first.`);
  return bids;
}

async function claim({ chain }: Stage, { id }: SeedMarket, bid: SealedBid): Promise<BidResult> {
  const { name, client, budget, reveals } = bid;
  const receiver = client.account.address;
  const before = await chain.balanceOf(receiver);
  if (reveals) await chain.spend("claimBid", await client.claimBid({ market: id, receiver }));
  else await chain.spend("withdrawBid", await client.withdrawBid({ market: id, receiver }));
  return { name, client, reveals, spent: budget - ((await chain.balanceOf(receiver)) - before) };
}

/** Clears an auction that nobody joined. */
export async function clearEmpty({ chain, log }: Stage, { id }: SeedMarket): Promise<void> {
  const anyone = await chain.clientOf("sponsor");
  await chain.spend("clearAuction", await anyone.clearAuction({ market: id }));
  log("Nobody joined its auction: the pool opened at the base rates.");
}

/** What the sponsor's bid of b on the base rates loses when the market resolves to `payouts`, in units. */
export function lossOfSponsor({ rates, money, sets }: ClearedAuction, b: bigint, payouts: readonly bigint[]): bigint {
  const { longs, size } = longsOf({ budget: b, weights: rates }, money, sets);
  return size - longs.reduce((sum, amount, j) => sum + mulWad(amount, payouts[j] ?? 0n, "Down"), 0n);
}
