import { keccak256, stringToHex, type Hash } from "viem";

import { computeMarket, foundingSharesId, longId, shortId } from "../../sdk/src/ids.ts";
import { aggregate, type Aggregate } from "../../sdk/src/jury/index.ts";
import { WAD, klDivergence, mulWad } from "../../sdk/src/math/index.ts";
import { buildPosting, executeSafeTransactionCall, getSafe, signSafeTransaction } from "../../sdk/src/safe/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import { DEFAULT_MARKET, TRADING_PERIOD } from "../utils/defaults.ts";
import { contextOf, type Prediction, type Round } from "../utils/round.ts";
import { startChain, type DemoChain, type DemoClient } from "./chain.ts";

const SIGNERS = 3;
/** Trades are spread over the trading period; a third of it is the TWAP window, so that closing and TWAP differ. */
const TWAP_WINDOW = TRADING_PERIOD / 3;

export type RunParameters = {
  readonly round: Round;
  /** Liquidity parameter, in units. */
  readonly b: bigint;
  /** What each trader backs the prediction with, in units. */
  readonly budget: bigint;
  /** What the jury says, computed before anything is deployed. */
  readonly jury: Aggregate;
  /** Told what happens. */
  readonly log: (line: string) => void;
};

export type TraderResult = {
  readonly name: string;
  readonly spent: bigint;
  readonly received: bigint;
  readonly profit: bigint;
};

/** Money in units, weights in WAD in the order of the round's projects. */
export type RoundResult = {
  readonly opening: readonly bigint[];
  readonly closing: readonly bigint[];
  readonly twap: readonly bigint[];
  readonly jury: readonly bigint[];
  readonly traders: readonly TraderResult[];
  /** `spent`: what the sponsor lost; `predicted`: `b (KL(w‖opening) - KL(w‖closing)) - fees`; `bound`: `b KL(w‖opening)`. */
  readonly sponsor: {
    readonly spent: bigint;
    readonly predicted: bigint;
    readonly bound: bigint;
    readonly fees: bigint;
  };
  /** `in - out = dust`; the dust is in the market's pot: locked shares, and less than a unit a payment. */
  readonly conservation: { readonly in: bigint; readonly out: bigint; readonly dust: bigint };
  readonly gas: Readonly<Record<string, bigint>>;
};

type Market = { readonly id: bigint; readonly opensAt: number; readonly closesAt: number; readonly funding: bigint };
type Trade = { readonly name: string; readonly client: DemoClient; readonly spent: bigint; readonly fee: bigint };

/** What the jury says: the weights that the comparisons aggregate to. */
export function judge({ comparisons, loss, projects, prices }: Round, tau: number | undefined): Aggregate {
  const anchor = tau === undefined ? undefined : { tau, baseRates: prices };
  return aggregate(comparisons, { loss, projects, anchor });
}

/** Runs a round on a fresh chain in this process, from base rates to the last redemption. */
export async function runRound(run: RunParameters): Promise<RoundResult> {
  const chain = await startChain();
  run.log("Deployed Markets, Jury, a 3-of-5 Safe v1.4.1 and test money on a chain in this process.");
  const sponsor = await chain.clientOf(0);
  const market = await openMarket(chain, sponsor, run);
  const trades = await tradeAll(chain, market, run);
  await chain.increaseTo(market.closesAt);
  const { pool } = await sponsor.getSnapshot({ market: market.id });
  if (pool === undefined) throw new Error("The market has no pool.");

  await resolve(chain, sponsor, market.id, run);
  const traders = await redeemAll(chain, market.id, trades, run);
  const received = await redeemLiquidity(chain, sponsor, market.id);
  run.log("Everybody redeemed, and the liquidity left.");

  const jury = run.jury.weightsWad;
  const { openingPrices: opening, prices: closing, twap } = pool;
  const fees = trades.reduce((sum, { fee }) => sum + fee, 0n);
  const [before, after] = [klDivergence(jury, opening), klDivergence(jury, closing)];
  return {
    opening,
    closing,
    twap,
    jury,
    traders,
    sponsor: {
      spent: market.funding - received,
      predicted: mulWad(run.b, before - after, "Down") - fees,
      bound: mulWad(run.b, before, "Up"),
      fees,
    },
    conservation: {
      in: trades.reduce((sum, { spent }) => sum + spent, market.funding),
      out: traders.reduce((sum, trader) => sum + trader.received, received),
      dust: await chain.balanceOf(chain.markets),
    },
    gas: chain.gas,
  };
}

async function openMarket(chain: DemoChain, sponsor: DemoClient, { round, b, log }: RunParameters): Promise<Market> {
  const { address } = sponsor.account;
  const opensAt = await chain.now();
  const closesAt = opensAt + TRADING_PERIOD;
  const params = {
    asset: chain.money,
    assetId: 0n,
    resolver: chain.jury,
    opener: address,
    outcomes: round.projects.length,
    closesAt: BigInt(closesAt),
    twapWindow: BigInt(TWAP_WINDOW),
    feeRate: BigInt(DEFAULT_MARKET.feeRate),
    alpha: BigInt(DEFAULT_MARKET.alpha),
    context: contextOf(round.projects),
  };
  const chainId = chain.publicClient.chain.id;
  const id = computeMarket({ chainId, markets: chain.markets, creator: address, params });
  // The most that it can cost: no opening price is below 1e-9, and ln 1e9 is less than 21.
  await chain.mint(address, b * 21n);
  await chain.spend(
    "approve",
    await sponsor.approveAsset({ asset: chain.money, spender: chain.markets, amount: b * 21n }),
  );
  await chain.spend("createMarket", await sponsor.createMarket({ params }));
  const opening = { market: id, prices: round.prices, b, receiver: address };
  await chain.spend("openPool", await sponsor.openPool(opening));
  log(`Opened the market of ${round.projects.length} projects at the base rates, b = ${format(b)}.`);
  return { id, opensAt, closesAt, funding: b * 21n - (await chain.balanceOf(address)) };
}

async function tradeAll(chain: DemoChain, market: Market, run: RunParameters): Promise<Trade[]> {
  const trades: Trade[] = [];
  const { traders } = run.round;
  for (const [i, prediction] of traders.entries()) {
    await chain.increaseTo(market.opensAt + Math.floor((TRADING_PERIOD * (i + 1)) / (traders.length + 1)));
    trades.push(await tradeOne(chain, market, prediction, await chain.clientOf(i + 1), run));
  }
  return trades;
}

/** What an integrator writes: read the market once, plan without RPC, send one transaction. */
async function tradeOne(
  chain: DemoChain,
  { id, closesAt }: Market,
  { name, weights }: Prediction,
  client: DemoClient,
  { budget, log }: RunParameters,
): Promise<Trade> {
  const receiver = client.account.address;
  await chain.mint(receiver, budget);
  await chain.spend(
    "approve",
    await client.approveAsset({ asset: chain.money, spender: chain.markets, amount: budget }),
  );
  const { pool } = await client.getSnapshot({ market: id });
  if (pool === undefined) throw new Error("The market has no pool.");
  const { orders, total, fee } = planTrades({ pool: pool.pool, targets: weights, budget });
  if (orders.length === 0) {
    log(`${name}: nothing to trade, prices are where it wants them.`);
    return { name, client, spent: 0n, fee };
  }
  const deadline = BigInt(closesAt);
  await chain.spend("trade", await client.trade({ market: id, orders, maxCost: total, deadline, receiver }));
  const spent = budget - (await chain.balanceOf(receiver));
  log(`${name}: ${orders.length} outcomes for ${format(spent)} in one transaction.`);
  return { name, client, spent, fee };
}

/** Posts the jury's weights through the Safe with three signatures, and lets the challenge window pass. */
async function resolve(chain: DemoChain, sponsor: DemoClient, market: bigint, run: RunParameters): Promise<void> {
  const { jury, publicClient, safe } = chain;
  const payouts = run.jury.weightsWad;
  const { owners, nonce } = await getSafe(publicClient, { safe });
  const transaction = buildPosting({
    jury,
    market,
    payouts,
    ballotsRoot: keccak256(stringToHex(JSON.stringify(run.round.comparisons))),
    evidenceURI: "comparisons.csv",
    nonce,
  });
  const signers = await Promise.all(owners.slice(0, SIGNERS).map(chain.signerOf));
  const signatures = await Promise.all(signers.map((signer) => signSafeTransaction(signer, { safe, transaction })));
  await chain.spend("post", await sponsor.writeContract(executeSafeTransactionCall({ safe, transaction, signatures })));
  run.log(`The Safe posted the jury's weights with ${SIGNERS} of ${owners.length} signatures.`);

  const { finalFrom } = await sponsor.getPosting({ market });
  await chain.increaseTo(Number(finalFrom));
  await chain.spend("finalize", await sponsor.finalize({ market, payouts }));
  run.log("Nobody challenged: the posting is final and the market resolved.");
}

async function redeemAll(chain: DemoChain, market: bigint, trades: readonly Trade[], { round }: RunParameters) {
  const outcomes = round.projects.length;
  const all = round.projects.flatMap((_, outcome) => [longId(market, outcome), shortId(market, outcome, outcomes)]);
  const ids = [...new Set(all)];
  const results: TraderResult[] = [];
  for (const { name, client, spent } of trades) {
    const receiver = client.account.address;
    const before = await chain.balanceOf(receiver);
    await chain.spend("redeem", await redeemHeld(client, ids));
    const received = (await chain.balanceOf(receiver)) - before;
    results.push({ name, spent, received, profit: received - spent });
  }
  return results;
}

async function redeemLiquidity(chain: DemoChain, sponsor: DemoClient, market: bigint): Promise<bigint> {
  const before = await chain.balanceOf(sponsor.account.address);
  await chain.spend("redeemLiquidity", await redeemHeld(sponsor, [foundingSharesId(market)]));
  return (await chain.balanceOf(sponsor.account.address)) - before;
}

/** Redeems all that a client holds of some tokens in one transaction; none if it holds nothing. */
async function redeemHeld(client: DemoClient, ids: readonly bigint[]): Promise<Hash | undefined> {
  const receiver = client.account.address;
  const balances = await client.getBalances({ account: receiver, ids });
  const held = ids.map((id, i) => ({ id, amount: balances[i] ?? 0n })).filter(({ amount }) => amount > 0n);
  if (held.length === 0) return undefined;
  return client.redeem({ ids: held.map(({ id }) => id), amounts: held.map(({ amount }) => amount), receiver });
}

function format(units: bigint): string {
  return (Number(units) / Number(WAD)).toLocaleString("en", { maximumFractionDigits: 2 });
}
