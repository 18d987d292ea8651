/** The attempt to copy a sealed bid, on the contracts themselves. */
import { network } from "hardhat";
import { BaseError, ContractFunctionRevertedError, type Address, type Hex } from "viem";

import Core from "../../deploy/modules/Core.ts";
import { DEFAULT_MARKET, TRADING_PERIOD } from "../utils/defaults.ts";
import { logOddsError } from "../../sdk/src/math/index.ts";
import type { Setting } from "./setting.ts";

/** The longest that opening may take, in seconds. */
const OPENING = 2 * 86_400;
const SALT: Hex = `0x${"5a".repeat(32)}`;
const CONTEXT: Hex = `0x${"c0".repeat(32)}`;
/** What a sponsor escrows, in 1e-2 of b: the bid of b, and 11.52 b = b ln(1e5) for a pool that opens at any price. */
const ESCROW = 1252n;

/** What came of it. Money in units. */
export type Attempt = {
  readonly victim: string;
  /** Each try of the copier, and the contract's own answer: the name of its error and what it carries. */
  readonly tries: readonly { readonly what: string; readonly error: string }[];
  readonly deposit: bigint;
  /** What the copier got back, and what it lost. */
  readonly returned: bigint;
  readonly lost: bigint;
  /** What the contract cleared at: the pool's opening prices, in WAD, and the sets that all bids share, in units. */
  readonly prices: readonly bigint[];
  readonly sets: bigint;
  /** Of what the copier lost, what the victim's LONGs grew by: full sets of the victim's share of the forfeit. */
  readonly victimGained: bigint;
};

/**
 * Plays an auction on a chain in this process: the trader whose prediction is best commits, a copier commits to the same
 * hash, the trader reveals, and the copier tries to reveal with the opening that is public now.
 */
export async function attemptCopy({ rates, b, traders, answer }: Setting): Promise<Attempt> {
  const [victim] = [...traders].sort((a, c) => logOddsError(answer, a.weights) - logOddsError(answer, c.weights));
  if (!victim) throw new RangeError("There is nobody to copy.");
  const { viem, ignition, networkHelpers } = await network.create();
  const [sponsor, bidder, copier] = (await viem.getWalletClients()).map(({ account }) => account);
  if (!sponsor || !bidder || !copier) throw new RangeError("The chain has too few accounts.");
  const core = await ignition.deploy(Core);
  const markets = await viem.getContractAt("Markets", (await core.markets.getAddress()) as Address);
  const auction = await viem.deployContract("OpeningAuction", [markets.address]);
  const token = await viem.deployContract("TestToken", ["Money", "MNY", 18]);
  const escrow = (b * ESCROW) / 100n;
  const money = [escrow, victim.budget, victim.budget] as const;
  for (const [i, account] of [sponsor, bidder, copier].entries()) {
    await token.write.mint([account.address, money[i] ?? 0n]);
    await token.write.approve([auction.address, money[i] ?? 0n], { account });
  }

  const now = await networkHelpers.time.latest();
  const params = {
    ...DEFAULT_MARKET,
    asset: token.address,
    assetId: 0n,
    resolver: sponsor.address,
    opener: auction.address,
    outcomes: rates.length,
    closesAt: now + TRADING_PERIOD,
    context: CONTEXT,
  } as const;
  const market = await markets.read.computeMarket([sponsor.address, params]);
  await markets.write.createMarket([params], { account: sponsor });
  const opensAt = BigInt(now + OPENING);
  await auction.write.prepare([market, CONTEXT, [...rates], b, escrow, opensAt], { account: sponsor });

  const bid = [victim.budget, [...victim.weights], SALT] as const;
  const commitment = await auction.read.commitmentOf([market, bidder.address, ...bid]);
  await auction.write.commit([market, commitment, victim.budget, "0x"], { account: bidder });
  // All that the copier can see of the bid is its commitment.
  await auction.write.commit([market, commitment, victim.budget, "0x"], { account: copier });
  await networkHelpers.time.increaseTo((await auction.read.getAuction([market])).revealsAt);
  await auction.write.reveal([market, bidder.address, ...bid], { account: bidder });

  const asCopier = { account: copier.address };
  const own = await auction.read.commitmentOf([market, copier.address, ...bid]);
  const tries = [
    {
      what: "reveals its copy of the commitment with the opening that is public now",
      error: await errorOf(auction.simulate.reveal([market, copier.address, ...bid], asCopier)),
    },
    {
      what: "commits to the same prediction in its own name, now that it is known",
      error: await errorOf(auction.simulate.commit([market, own, 0n, "0x"], asCopier)),
    },
    {
      what: "asks for the whole deposit back before the pool opens",
      error: await errorOf(auction.simulate.withdraw([market, copier.address], asCopier)),
    },
  ];

  await networkHelpers.time.increaseTo(opensAt);
  await auction.write.clear([market]);
  await auction.write.withdraw([market, copier.address], { account: copier });
  const returned = await token.read.balanceOf([copier.address]);
  const { forfeits, sets } = await auction.read.getAuction([market]);
  return {
    victim: victim.name,
    tries,
    deposit: victim.budget,
    returned,
    lost: victim.budget - returned,
    prices: await auction.read.pricesOf([market]),
    sets,
    victimGained: (victim.budget * forfeits) / (sets - forfeits),
  };
}

/** Returns the name of the custom error that a call reverts with, and its arguments. */
async function errorOf(call: Promise<unknown>): Promise<string> {
  const reason = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (reason === undefined) throw new Error("The contract let the copier through: this is a bug.");
  const reverted = reason instanceof BaseError ? reason.walk((e) => e instanceof ContractFunctionRevertedError) : null;
  if (!(reverted instanceof ContractFunctionRevertedError) || reverted.data === undefined) throw reason as Error;
  return `${reverted.data.errorName}(${(reverted.data.args ?? []).map(shorten).join(", ")})`;
}

function shorten(value: unknown): string {
  const text = typeof value === "bigint" && value > 10n ** 9n ? `0x${value.toString(16)}` : String(value);
  return text.length > 14 ? `${text.slice(0, 8)}…${text.slice(-4)}` : text;
}
