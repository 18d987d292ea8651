import { encodeFunctionData, parseEther, type Hash } from "viem";

import { B, setUp, zipf, type Bench, type Measurement } from "./bench.ts";
import { DEFAULT_MARKET, TRADING_PERIOD } from "./defaults.ts";
import { measureAuction } from "./measureAuction.ts";

type Order = { readonly outcome: number; readonly short: boolean; readonly amount: bigint };

/** Far from the end, and with the four bytes of a real deadline. */
const DEADLINE = 4_000_000_000n;
/** When the first market closes, far enough from today. */
const FIRST_CLOSE = 3_000_000_000;

/**
 * Measures every operation on fresh markets of `counts` outcomes, over an 18-decimal ERC-20 of which everybody holds
 * enough and has approved it. "First" is by a holder who is new to outcomes that have traded before.
 */
export async function measureContracts(counts: readonly number[]): Promise<Measurement[]> {
  const bench = await setUp();
  // The very first market pays for the ledger entry of `Markets` in the token, once for ever; it is not measured.
  await bench.token.write.mint([bench.markets.address, 1n]);
  const measured: Measurement[] = [];
  for (const n of counts) measured.push(...(await measureMarket(bench, n)));
  for (const n of counts) measured.push(...(await measureAuction(bench, n)));
  return measured;
}

async function measureMarket({ wallets, markets, token, networkHelpers, gasOf }: Bench, n: number) {
  const accounts = wallets.map(({ account }) => account);
  const [sponsor, first, buyer, seller, holder, splitter] = accounts;
  if (!sponsor || !first || !buyer || !seller || !holder || !splitter) throw new Error("too few accounts");
  const measured: Measurement[] = [];
  const measure = async (operation: string, hash: Promise<Hash>) =>
    measured.push({ operation, n, gas: await gasOf(hash) });

  const prices = zipf(n);
  // Not from the clock: the bytes of times and ids are calldata, and gas is to be the same in every run.
  const closesAt = FIRST_CLOSE + n * TRADING_PERIOD;
  const params = {
    ...DEFAULT_MARKET,
    asset: token.address,
    assetId: 0n,
    resolver: sponsor.address,
    opener: sponsor.address,
    outcomes: n,
    closesAt,
    context: `0x${"c0".repeat(32)}`,
  } as const;
  const market = await markets.read.computeMarket([sponsor.address, params]);
  const trade = (account: typeof sponsor, orders: readonly Order[]) =>
    markets.write.trade([market, [...orders], parseEther("100000"), DEADLINE, account.address], { account });
  const one = (short: boolean) => [{ outcome: 1, short, amount: parseEther("3") }];
  const portfolio = (amount: number) =>
    prices.map((_, outcome) => ({ outcome, short: false, amount: parseEther(`${amount * (1 + (outcome % 3))}`) }));
  const split = () => markets.write.split([market, parseEther("5"), splitter.address], { account: splitter });

  const { abi } = markets;
  const create = encodeFunctionData({ abi, functionName: "createMarket", args: [params] });
  const open = encodeFunctionData({ abi, functionName: "openPool", args: [market, prices, B, sponsor.address] });
  await measure("open", markets.write.multicall([[create, open]], { account: sponsor }));
  await measure("portfolioUntouched", trade(first, portfolio(1)));
  await measure("buyFirst", trade(buyer, one(false)));
  await measure("buyRepeat", trade(buyer, one(false)));
  await measure("shortFirst", trade(seller, one(true)));
  await measure("shortRepeat", trade(seller, one(true)));
  await measure("portfolioFirst", trade(holder, portfolio(2)));
  await measure("portfolioRepeat", trade(holder, portfolio(1)));
  await measure("splitFirst", split());
  await measure("splitRepeat", split());
  await measure("recentre", markets.write.recentre([market]));

  await networkHelpers.time.increaseTo(closesAt - DEFAULT_MARKET.twapWindow / 2);
  await measure("windowPortfolioFirst", trade(holder, portfolio(1)));
  await measure("windowPortfolioRepeat", trade(holder, portfolio(1)));
  await measure("windowBuyRepeat", trade(buyer, one(false)));

  await measure("report", markets.write.report([market, prices], { account: sponsor }));
  const ids = prices.map((_, outcome) => market | BigInt(outcome));
  const amounts = prices.map(() => parseEther("10"));
  await measure("redeemAll", markets.write.redeem([ids, amounts, splitter.address], { account: splitter }));
  return measured;
}
