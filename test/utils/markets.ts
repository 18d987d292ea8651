import { expect } from "chai";
import { network } from "hardhat";

import Core from "../../deploy/modules/Core.ts";
import { floorWeights } from "../../sdk/src/math/index.ts";

export const WAD = 10n ** 18n;
export const UNIT = 10n ** 18n;
export const DEADLINE = 4_000_000_000n;
export const NO_LIMIT = 2n ** 255n - 1n;
export const TRADING = 10 * 86_400;
export const WINDOW = 2 * 86_400;
export const SHORT = 256n;
export const SHARES = 512n;
export const FOUNDING = 513n;

export const connection = await network.create();
export const { ethers, ignition, networkHelpers } = connection;
export const { loadFixture, time } = networkHelpers;

export type Order = { outcome: number; short: boolean; amount: bigint };
export const buy = (outcome: number, amount: bigint): Order => ({ outcome, short: false, amount });
export const sell = (outcome: number, amount: bigint): Order => buy(outcome, -amount);
export const short = (outcome: number, amount: bigint): Order => ({ outcome, short: true, amount });

/** Markets, money of 18 decimals, and four accounts that hold it and have approved it. */
export async function deployedFixture() {
  const [sponsor, alice, bob, carol, stranger] = await ethers.getSigners();
  if (!sponsor || !alice || !bob || !carol || !stranger) throw new Error("The network has too few accounts.");
  const core = await ignition.deploy(Core);
  const markets = await ethers.getContractAt("Markets", await core.markets.getAddress());
  const token = await ethers.deployContract("TestToken", ["Money", "MNY", 18]);
  for (const account of [sponsor, alice, bob, carol]) {
    await token.mint(account, 1_000_000n * UNIT);
    await token.connect(account).approve(markets, ethers.MaxUint256);
  }
  const params = {
    asset: await token.getAddress(),
    assetId: 0n,
    resolver: sponsor.address,
    opener: sponsor.address,
    outcomes: 3,
    closesAt: (await time.latest()) + TRADING,
    twapWindow: WINDOW,
    feeRate: 0,
    alpha: 0,
    context: ethers.ZeroHash,
  };
  return { alice, bob, carol, markets, params, sponsor, stranger, token };
}

export type Deployment = Awaited<ReturnType<typeof deployedFixture>>;
export type Params = Deployment["params"];

/** Creates a market as the sponsor. */
export async function create({ markets, params, sponsor }: Deployment, changes: Partial<Params> = {}) {
  const all = { ...params, ...changes };
  await markets.connect(sponsor).createMarket(all);
  return markets.computeMarket(sponsor, all);
}

/** Creates a market and opens its pool. */
export async function open(
  deployment: Deployment,
  prices: readonly bigint[],
  { b = 1000n * UNIT, ...changes }: Partial<Params> & { b?: bigint } = {},
) {
  const market = await create(deployment, { outcomes: prices.length, ...changes });
  await deployment.markets.connect(deployment.sponsor).openPool(market, [...prices], b, deployment.sponsor);
  return market;
}

/** Prices of a Zipf distribution, in WAD. */
export function zipf(outcomes: number): bigint[] {
  return floorWeights(Array.from({ length: outcomes }, (_, i) => WAD / BigInt(i + 1)));
}

/** A pool of three outcomes at 50%, 30%, 20%, without fee: b is constant. */
export async function plainPoolFixture() {
  const deployment = await deployedFixture();
  const market = await open(deployment, [WAD / 2n, (3n * WAD) / 10n, WAD / 5n]);
  return { ...deployment, market };
}

/** The same with a fee of 1% and growth. */
export async function growingPoolFixture() {
  const deployment = await deployedFixture();
  const market = await open(deployment, [WAD / 2n, (3n * WAD) / 10n, WAD / 5n], { feeRate: 1_000_000, alpha: 100_000 });
  return { ...deployment, market };
}

/** The exact prices of a pool, in WAD, floored. */
export async function pricesOf(markets: Deployment["markets"], market: bigint): Promise<bigint[]> {
  const { sum } = await markets.getPool(market);
  return (await markets.getOutcomes(market)).map(({ weight }) => (weight * WAD) / sum);
}

/** What a pool is left with at each outcome: its cash less what it sold. */
export async function inventoriesOf(markets: Deployment["markets"], market: bigint): Promise<bigint[]> {
  const { cash } = await markets.getPool(market);
  return (await markets.getOutcomes(market)).map(({ sold }) => cash - sold);
}

/** Balances of all LONGs, then all SHORTs, of an account. */
export async function holdings(
  { markets }: Deployment,
  account: { address: string },
  market: bigint,
  outcomes: number,
): Promise<bigint[]> {
  const ids = [...longs(market, outcomes), ...longs(market | SHORT, outcomes)];
  return Promise.all(ids.map((id) => markets.balanceOf(account.address, id)));
}

/** A market that nobody has opened a pool for, and a split of 100 units by alice. */
export async function splitFixture() {
  const deployment = await deployedFixture();
  const market = await create(deployment);
  await deployment.markets.connect(deployment.alice).split(market, 100n, deployment.alice);
  return { ...deployment, market };
}

/** A market over a token that misbehaves when told to, with its pool. */
export async function hostileFixture() {
  const deployment = await deployedFixture();
  const { alice, markets, sponsor } = deployment;
  const hostile = await ethers.deployContract("HostileToken");
  for (const account of [sponsor, alice]) {
    await hostile.mint(account, 10n ** 24n);
    await hostile.connect(account).approve(markets, ethers.MaxUint256);
  }
  const market = await open(deployment, [WAD / 2n, WAD / 4n, WAD / 4n], { asset: await hostile.getAddress() });
  return { ...deployment, hostile, market };
}

/** Parent, child over its LONG_1, grandchild over the child's SHORT_2; alice holds 1,000 sets of the grandchild. */
export async function nestedFixture() {
  const deployment = await deployedFixture();
  const { alice, markets } = deployment;
  const asset = await markets.getAddress();
  const parent = await create(deployment);
  const child = await create(deployment, { asset, assetId: parent | 1n });
  const grandchild = await create(deployment, { asset, assetId: child | (SHORT + 2n), outcomes: 2 });
  await markets.connect(alice).split(parent, 1000n, alice);
  await markets.connect(alice).splitPair(child, 2, 1000n, alice);
  await markets.connect(alice).split(grandchild, 1000n, alice);
  return { ...deployment, parent, child, grandchild };
}

/** Resolves as the sponsor. */
export function report({ markets, sponsor }: Deployment, market: bigint, payouts: readonly bigint[]) {
  return markets.connect(sponsor).report(market, [...payouts]);
}

/** Trades without limits. */
export function trade(
  { markets }: Deployment,
  trader: Deployment["alice"],
  market: bigint,
  ...orders: readonly Order[]
) {
  return markets.connect(trader).trade(market, [...orders], NO_LIMIT, DEADLINE, trader);
}

/** 18 decimals as a number, for comparisons with formulas in floating point. */
export const toNumber = (amount: bigint): number => Number(amount) / 1e18;

/** The value, which a test knows to be there. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("It is not there.");
  return value;
}

/** For numbers: the `closeTo` of the chain's matchers takes integers only. */
export function expectClose(actual: number, expected: number, tolerance: number): void {
  expect(Math.abs(actual - expected), `${actual} is not ${expected}`).to.be.at.most(tolerance);
}

/** Runs `calls` in one block. */
export async function inOneBlock(calls: () => Promise<unknown>): Promise<void> {
  await ethers.provider.send("evm_setAutomine", [false]);
  try {
    await calls();
    await networkHelpers.mine();
  } finally {
    await ethers.provider.send("evm_setAutomine", [true]);
  }
}

/** Ids of LONG_0 to LONG_(n-1). */
export const longs = (market: bigint, outcomes: number): bigint[] =>
  Array.from({ length: outcomes }, (_, i) => market | BigInt(i));
