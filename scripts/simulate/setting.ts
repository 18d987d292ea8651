import { judge } from "../demo/runDemo.ts";
import { DEFAULT_MARKET } from "../utils/defaults.ts";
import type { Round } from "../utils/round.ts";
import { openAccount, type Trader } from "./account.ts";
import { clearAuction } from "./auction.ts";
import { LmsrVenue } from "./lmsrVenue.ts";

/** One market: how it opens, who trades, what it resolves to. */
export type Setting = {
  readonly projects: readonly string[];
  /** Base rates, in WAD, summing to 1e18. */
  readonly rates: readonly bigint[];
  /** What the jury will say, in WAD, summing to 1e18. */
  readonly answer: readonly bigint[];
  readonly traders: readonly Trader[];
  /** Liquidity at the opening, in units. */
  readonly b: bigint;
};

/**
 * Returns the market of a round's folder; every trader gets the same budget.
 * @param b Liquidity at the opening, in units.
 * @param budget In units.
 * @throws the errors of `aggregate`, when the comparisons have no answer.
 */
export function settingOf(round: Round, b: bigint, budget: bigint): Setting {
  return {
    projects: round.projects,
    rates: round.prices,
    answer: judge(round, undefined).weightsWad,
    traders: round.traders.map(({ name, weights }) => ({ name, weights, budget })),
    b,
  };
}

/** Opens the pool of a setting with the fee and growth that markets have unless somebody chooses others. */
export function openVenue({ b }: Pick<Setting, "b">, prices: readonly bigint[]): LmsrVenue {
  return new LmsrVenue({ b, prices, feeRate: BigInt(DEFAULT_MARKET.feeRate), alpha: BigInt(DEFAULT_MARKET.alpha) });
}

/** The market after its opening: the pool, who has what, and the sponsor's side of the auction. */
export type Opened = {
  readonly venue: LmsrVenue;
  readonly accounts: ReturnType<typeof openAccount>[];
  /** What the sponsor paid into the auction, and the LONGs it got; nothing without an auction. */
  readonly sponsor: ReturnType<typeof openAccount>;
};

/** Opens the pool at the base rates. */
export function openAtRates(setting: Setting): Opened {
  const outcomes = setting.rates.length;
  return {
    venue: openVenue(setting, setting.rates),
    accounts: setting.traders.map(({ budget }) => openAccount(budget, outcomes)),
    sponsor: openAccount(0n, outcomes),
  };
}

/**
 * Opens the pool by an auction in which every trader bids the whole budget on the true prediction.
 * @param order In which the bids arrive: indices of the traders, each once.
 */
export function openByAuction(setting: Setting, order: readonly number[]): Opened {
  const { rates, b, traders } = setting;
  const bidders = order.map((i) => traders[i]).filter((trader) => trader !== undefined);
  const { prices, claims, sponsor } = clearAuction(rates, b, bidders);
  const accounts = traders.map(({ budget }) => openAccount(budget, rates.length));
  order.forEach((trader, place) => {
    const claim = claims[place];
    const before = accounts[trader];
    if (claim && before) accounts[trader] = { money: before.money - claim.size, long: claim.long };
  });
  return { venue: openVenue(setting, prices), accounts, sponsor: { money: -sponsor.size, long: sponsor.long } };
}
