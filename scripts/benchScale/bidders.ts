import { parseEther } from "viem";

import { B, setUp, zipf, type Bench } from "../utils/bench.ts";
import { DEFAULT_MARKET } from "../utils/defaults.ts";
import { renderTable } from "../../cli/src/output/table.ts";

const OUTCOMES = 4;
const DAY = 86_400;
const DEPOSIT = parseEther("1");
const CONTEXT = `0x${"c2".repeat(32)}` as const;
/** Bids to a transaction that stay below the cap. */
const COMMITS = 50;
const REVEALS = 150;

/** Gas of an auction's calls by its number of bidders: OA-14. */
export type CrowdGas = {
  readonly bidders: number;
  readonly commit: number;
  readonly reveal: number;
  readonly clear: number;
  readonly claim: number;
};

/** Plays an auction with `bidders` that all bid the same, and measures those of one more who comes last. */
export async function measureBidders(bidders: number): Promise<CrowdGas> {
  const bench = await setUp();
  const { wallets, auction, networkHelpers, gasOf } = bench;
  const [sponsor, last] = wallets.map(({ account }) => account);
  if (!sponsor || !last) throw new Error("too few accounts");
  const market = await prepare(bench);
  const { revealsAt, opensAt } = await auction.read.getAuction([market]);
  const weights = zipf(OUTCOMES);
  const crowd = await bench.deployCrowd();
  for (let done = 0; done < bidders; done += COMMITS) {
    const count = BigInt(Math.min(COMMITS, bidders - done));
    await gasOf(crowd.write.commit([market, count, DEPOSIT, weights]));
  }
  const bid = [market, last.address, DEPOSIT, weights, CONTEXT] as const;
  const commitment = await auction.read.commitmentOf(bid);
  const commit = await gasOf(auction.write.commit([market, commitment, DEPOSIT, "0x"], { account: last }));
  await networkHelpers.time.increaseTo(revealsAt);
  for (let done = 0; done < bidders; done += REVEALS) {
    const count = BigInt(Math.min(REVEALS, bidders - done));
    await gasOf(crowd.write.reveal([market, BigInt(done), count, DEPOSIT, weights]));
  }
  const reveal = await gasOf(auction.write.reveal(bid));
  await networkHelpers.time.increaseTo(opensAt);
  const clear = await gasOf(auction.write.clear([market]));
  const claim = await gasOf(auction.write.claim([market, weights, last.address], { account: last }));
  return { bidders: bidders + 1, commit, reveal, clear, claim };
}

async function prepare({ wallets, markets, auction, token, networkHelpers }: Bench): Promise<bigint> {
  const [sponsor] = wallets;
  if (!sponsor) throw new Error("too few accounts");
  const now = await networkHelpers.time.latest();
  const params = {
    ...DEFAULT_MARKET,
    asset: token.address,
    assetId: 0n,
    resolver: sponsor.account.address,
    opener: auction.address,
    outcomes: OUTCOMES,
    closesAt: now + 10 * DAY,
    context: CONTEXT,
  } as const;
  await markets.write.createMarket([params]);
  const market = await markets.read.computeMarket([sponsor.account.address, params]);
  await auction.write.prepare([market, CONTEXT, zipf(OUTCOMES), B, (B * 1253n) / 100n, BigInt(now + 5 * DAY)]);
  return market;
}

/** The auctions for people. */
export function renderBidders(auctions: readonly CrowdGas[]): string {
  const rows = auctions.map(({ bidders, ...gas }) => [
    bidders.toLocaleString("en"),
    ...[gas.commit, gas.reveal, gas.clear, gas.claim].map((value) => value.toLocaleString("en")),
  ]);
  return renderTable(["bidders", "commit", "reveal", "clear", "claim"], rows);
}
