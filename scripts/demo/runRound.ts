import { join } from "node:path";
import { config, network } from "hardhat";
import { custom, createWalletClient, getAddress, type Address, type Hash, type Hex, type WalletClient } from "viem";
import { mnemonicToAccount } from "viem/accounts";

import Local from "../../deploy/modules/Local.ts";
import { aggregate, type Aggregate } from "../../sdk/src/jury/index.ts";
import { klDivergence, prices as pricesOf, mulDiv } from "../../sdk/src/math/index.ts";
import { buildPosting, executeSafeTransactionCall, getSafe, signSafeTransaction } from "../../sdk/src/safe/index.ts";
import { planTrades } from "../../sdk/src/strategy/index.ts";
import { DEFAULT_MARKET, TRADING_PERIOD } from "../utils/defaults.ts";
import { contextOf, type Prediction, type Round } from "../utils/round.ts";
import { readPool } from "./readPool.ts";

/** Known to everybody; the traders of the demo are accounts of it beyond Hardhat's own. */
const MNEMONIC = "test test test test test test test test test test test junk";
const FIRST_TRADER = 100;
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

export type RoundResult = {
  readonly opening: readonly bigint[];
  readonly closing: readonly bigint[];
  readonly twap: readonly bigint[];
  readonly jury: readonly bigint[];
  readonly traders: readonly TraderResult[];
  /** `spent` is what the sponsor lost, fees and all; `predicted` is `b (KL(w‖opening) - KL(w‖closing))` less fees. */
  readonly sponsor: {
    readonly spent: bigint;
    readonly predicted: bigint;
    readonly bound: bigint;
    readonly fees: bigint;
  };
  /** `in - out = dust`; the dust is in the market's pot: locked shares, and less than a unit a payment. */
  readonly conservation: { readonly in: bigint; readonly out: bigint; readonly dust: bigint; readonly pot: bigint };
  readonly gas: Readonly<Record<string, bigint>>;
};

/** Runs a round on a fresh chain in this process, from base rates to the last redemption. */
export async function runRound(parameters: RunParameters): Promise<RoundResult> {
  const demo = await deploy(parameters);
  const market = await openMarket(demo, parameters);
  const opening = pricesOf(await readPool(demo.markets, market.id));
  const trades = await tradeAll(demo, market, parameters);
  await demo.increaseTo(market.closesAt);
  const closing = pricesOf(await readPool(demo.markets, market.id));
  const twap = await demo.markets.read.getTwap([market.id]);
  const fees = trades.reduce((sum, { fee }) => sum + fee, 0n);

  await resolve(demo, market.id, parameters);
  const jury = parameters.jury.weightsWad;
  const redeemed = await redeemAll(demo, market, trades, parameters);
  const { pot } = await demo.markets.read.getMarket([market.id]);
  const paid = trades.reduce((sum, { spent }) => sum + spent, market.funding);
  const out = redeemed.traders.reduce((sum, { received }) => sum + received, redeemed.sponsor);
  const gained = klDivergence(jury, opening) - klDivergence(jury, closing);
  return {
    opening,
    closing,
    twap,
    jury,
    traders: redeemed.traders,
    sponsor: {
      spent: market.funding - redeemed.sponsor,
      predicted: mulDiv(parameters.b, gained, 10n ** 18n, "Down") - fees,
      bound: mulDiv(parameters.b, klDivergence(jury, opening), 10n ** 18n, "Up"),
      fees,
    },
    conservation: { in: paid, out, dust: await demo.money.read.balanceOf([demo.markets.address]), pot },
    gas: demo.gas,
  };
}

type Demo = Awaited<ReturnType<typeof deploy>>;
type Market = Awaited<ReturnType<typeof openMarket>>;
type Trade = { readonly name: string; readonly wallet: DemoWallet; readonly spent: bigint; readonly fee: bigint };
type DemoWallet = WalletClient & { readonly account: { readonly address: Address } };

async function deploy({ log }: RunParameters) {
  const { ignition, viem, networkHelpers, provider } = await network.create();
  const deployed = await ignition.deploy(Local, {
    parameters: join(config.paths.ignition, "parameters", "localhost.json"),
  });
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const client = await viem.getPublicClient();
  const [sponsor] = await viem.getWalletClients();
  if (sponsor === undefined) throw new Error("The network has no accounts.");
  const gas: Record<string, bigint> = {};
  const spend = async (step: string, hash: Hash) => {
    const receipt = await client.waitForTransactionReceipt({ hash });
    gas[step] = (gas[step] ?? 0n) + receipt.gasUsed;
    return receipt;
  };
  const walletOf = async (index: number): Promise<DemoWallet> => {
    const account = mnemonicToAccount(MNEMONIC, { addressIndex: index });
    await networkHelpers.setBalance(account.address, 10n ** 20n);
    return createWalletClient({ account, chain: client.chain, transport: custom(provider) });
  };
  log("Deployed Markets, Jury, a 3-of-5 Safe v1.4.1 and test money on a chain in this process.");
  return {
    client,
    sponsor,
    viem,
    spend,
    gas,
    walletOf,
    safe: await addressOf(deployed.safe),
    markets: await viem.getContractAt("Markets", await addressOf(deployed.markets)),
    jury: await viem.getContractAt("Jury", await addressOf(deployed.jury)),
    money: await viem.getContractAt("TestToken", await addressOf(deployed.money)),
    now: () => networkHelpers.time.latest(),
    increaseTo: (time: number) => networkHelpers.time.increaseTo(time),
  };
}

async function openMarket({ markets, jury, money, sponsor, spend, client, now }: Demo, run: RunParameters) {
  const { projects, prices } = run.round;
  const opensAt = await now();
  const closesAt = opensAt + TRADING_PERIOD;
  const params = {
    ...DEFAULT_MARKET,
    twapWindow: TWAP_WINDOW,
    asset: money.address,
    assetId: 0n,
    resolver: jury.address,
    opener: sponsor.account.address,
    outcomes: projects.length,
    closesAt,
    context: contextOf(projects),
  };
  await money.write.mint([sponsor.account.address, run.b * 100n]);
  await spend("approve", await money.write.approve([markets.address, run.b * 100n]));
  const id = await markets.read.computeMarket([sponsor.account.address, params]);
  await spend("createMarket", await markets.write.createMarket([params]));
  const opening = [id, prices, run.b, sponsor.account.address] as const;
  const { result: funding } = await client.simulateContract({
    account: sponsor.account,
    address: markets.address,
    abi: markets.abi,
    functionName: "openPool",
    args: opening,
  });
  await spend("openPool", await markets.write.openPool([...opening]));
  run.log(`Opened the market of ${projects.length} projects at the base rates, b = ${format(run.b)}.`);
  return { id, opensAt, closesAt, funding };
}

async function tradeAll(demo: Demo, market: Market, run: RunParameters): Promise<Trade[]> {
  const trades: Trade[] = [];
  const { traders } = run.round;
  for (const [i, prediction] of traders.entries()) {
    const at = market.opensAt + Math.floor((TRADING_PERIOD * (i + 1)) / (traders.length + 1));
    await demo.increaseTo(at);
    trades.push(await tradeOne(demo, market, prediction, i, run));
  }
  return trades;
}

async function tradeOne(demo: Demo, market: Market, prediction: Prediction, i: number, run: RunParameters) {
  const { markets, money, spend } = demo;
  const wallet = await demo.walletOf(FIRST_TRADER + i);
  const { account } = wallet;
  await money.write.mint([account.address, run.budget]);
  await spend("approve", await money.write.approve([markets.address, run.budget], { account }));
  const plan = planTrades({
    pool: await readPool(markets, market.id),
    targets: prediction.weights,
    budget: run.budget,
  });
  if (plan.orders.length === 0) {
    run.log(`${prediction.name}: nothing to trade, prices are where it wants them.`);
    return { name: prediction.name, wallet, spent: 0n, fee: 0n };
  }
  const deadline = BigInt(market.closesAt);
  const args = [market.id, [...plan.orders], plan.total, deadline, account.address] as const;
  await spend("trade", await markets.write.trade([...args], { account }));
  const spent = run.budget - (await money.read.balanceOf([account.address]));
  run.log(`${prediction.name}: ${plan.orders.length} outcomes for ${format(spent)} in one transaction.`);
  return { name: prediction.name, wallet, spent, fee: plan.fee };
}

/** Posts the jury's weights through the Safe with three signatures, and lets the challenge window pass. */
async function resolve(demo: Demo, market: bigint, { jury: { weightsWad }, log }: RunParameters): Promise<void> {
  const { client, jury, safe, sponsor, spend, viem } = demo;
  const { owners, nonce } = await getSafe(client, { safe });
  const ballotsRoot: Hex = `0x${"00".repeat(32)}`;
  const transaction = buildPosting({
    jury: jury.address,
    market,
    payouts: weightsWad,
    ballotsRoot,
    evidenceURI: "file:comparisons.csv",
    nonce,
  });
  const signers = await Promise.all(owners.slice(0, SIGNERS).map((owner) => viem.getWalletClient(owner)));
  const signatures = await Promise.all(signers.map((signer) => signSafeTransaction(signer, { safe, transaction })));
  const call = executeSafeTransactionCall({ safe, transaction, signatures });
  await spend("post", await sponsor.writeContract({ ...call, account: sponsor.account, chain: client.chain }));
  log(`The Safe posted the jury's weights with ${SIGNERS} of ${owners.length} signatures.`);

  await demo.increaseTo((await demo.now()) + Number(await jury.read.CHALLENGE_WINDOW()));
  await spend("finalize", await jury.write.finalize([market, weightsWad]));
  log("Nobody challenged: the posting is final and the market resolved.");
}

async function redeemAll(demo: Demo, market: Market, trades: readonly Trade[], { round, log }: RunParameters) {
  const { markets, money, spend, sponsor } = demo;
  const outcomes = round.projects.length;
  const claims = outcomes === 2 ? [0n, 1n] : round.projects.flatMap((_, j) => [BigInt(j), 256n + BigInt(j)]);
  const traders: TraderResult[] = [];
  for (const { name, wallet, spent } of trades) {
    const { account } = wallet;
    const held = await Promise.all(claims.map((j) => markets.read.balanceOf([account.address, market.id | j])));
    const ids = claims.filter((_, i) => held[i] !== 0n).map((j) => market.id | j);
    const before = await money.read.balanceOf([account.address]);
    if (ids.length > 0) {
      const args = [ids, held.filter((amount) => amount !== 0n), account.address] as const;
      await spend("redeem", await markets.write.redeem([...args], { account }));
    }
    const received = (await money.read.balanceOf([account.address])) - before;
    traders.push({ name, spent, received, profit: received - spent });
  }
  const before = await money.read.balanceOf([sponsor.account.address]);
  const shares = market.id | 513n;
  const amount = await markets.read.balanceOf([sponsor.account.address, shares]);
  await spend("redeemLiquidity", await markets.write.redeem([[shares], [amount], sponsor.account.address]));
  log("Everybody redeemed, and the liquidity left.");
  return { traders, sponsor: (await money.read.balanceOf([sponsor.account.address])) - before };
}

function format(units: bigint): string {
  return (Number(units) / 1e18).toLocaleString("en", { maximumFractionDigits: 2 });
}

/** What the jury says: the weights that the comparisons aggregate to. */
export function judge(round: Round, tau: number | undefined): Aggregate {
  const { comparisons, loss, projects, prices } = round;
  const anchor = tau === undefined ? undefined : { tau, baseRates: prices };
  return aggregate(comparisons, { loss, projects, anchor });
}
