import { parseEther, type Hash } from "viem";

import { floorWeights } from "../../sdk/src/math/index.ts";
import { B, zipf, type Bench, type Measurement } from "./bench.ts";
import { DEFAULT_MARKET, TRADING_PERIOD } from "./defaults.ts";

/** When the first auction's pool opens: not from the clock, as times are calldata. After all markets of the bench. */
const FIRST_OPENING = 3_800_000_000;
const BUDGET = (B * 1253n) / 100n;
const DEPOSIT = parseEther("200");
const SALT = `0x${"5a".repeat(32)}` as const;

/** Measures the sealed opening of a market of `n` outcomes. "First" is the auction's first, or by a new holder. */
export async function measureAuction(bench: Bench, n: number): Promise<Measurement[]> {
  const { wallets, auction, token, networkHelpers, gasOf } = bench;
  const accounts = wallets.map(({ account }) => account);
  const [sponsor, ...bidders] = accounts;
  if (!sponsor) throw new Error("too few accounts");
  const measured: Measurement[] = [];
  const measure = async (operation: string, hash: Promise<Hash>) =>
    measured.push({ operation, n, gas: await gasOf(hash) });

  const opensAt = FIRST_OPENING + 2 * n * TRADING_PERIOD;
  const market = await createMarket(bench, n, opensAt + TRADING_PERIOD);
  const prices = zipf(n);
  await networkHelpers.time.increaseTo(opensAt - TRADING_PERIOD);
  const prepare = auction.write.prepare([market, CONTEXT, prices, B, BUDGET, BigInt(opensAt)], { account: sponsor });
  await measure("auctionPrepare", prepare);

  const weights = bidders.map((_, i) => floorWeights(prices.map((price, j) => price * BigInt(1 + ((i + j) % 7)))));
  for (const [i, account] of bidders.entries()) {
    const vector = weights[i] ?? [];
    const commitment = await auction.read.commitmentOf([market, account.address, DEPOSIT, vector, SALT]);
    const hash = auction.write.commit([market, commitment, DEPOSIT, "0x"], { account });
    if (i === 1) await measure("auctionCommit", hash);
    else await gasOf(hash);
  }
  await networkHelpers.time.increaseTo(opensAt - TRADING_PERIOD / 4);
  for (const [i, { address }] of bidders.entries()) {
    const hash = auction.write.reveal([market, address, DEPOSIT, weights[i] ?? [], SALT], { account: sponsor });
    if (i < 2) await measure(i === 0 ? "auctionRevealFirst" : "auctionRevealRepeat", hash);
    else await gasOf(hash);
  }
  await networkHelpers.time.increaseTo(opensAt);
  await measure("auctionClear", auction.write.clear([market], { account: sponsor }));
  const [first] = bidders;
  if (!first) throw new Error("too few accounts");
  await measure("auctionClaim", auction.write.claim([market, weights[0] ?? [], first.address], { account: first }));
  const held = await token.read.balanceOf([auction.address]);
  if (held === 0n) throw new Error("the auction should hold the others' money");
  return measured;
}

const CONTEXT = `0x${"c1".repeat(32)}` as const;

async function createMarket({ wallets, markets, auction, token }: Bench, n: number, closesAt: number): Promise<bigint> {
  const [sponsor] = wallets;
  if (!sponsor) throw new Error("too few accounts");
  const params = {
    ...DEFAULT_MARKET,
    asset: token.address,
    assetId: 0n,
    resolver: sponsor.account.address,
    opener: auction.address,
    outcomes: n,
    closesAt,
    context: CONTEXT,
  } as const;
  await markets.write.createMarket([params], { account: sponsor.account });
  return markets.read.computeMarket([sponsor.account.address, params]);
}
