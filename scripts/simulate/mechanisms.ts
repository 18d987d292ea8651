import { lnWad } from "../../sdk/src/math/index.ts";
import { DEFAULT_MARKET } from "../utils/defaults.ts";
import { openAccount, type Account, type Trader } from "./account.ts";
import { clearAuction } from "./auction.ts";
import { LmsrVenue } from "./lmsrVenue.ts";
import { ProductVenue } from "./productVenue.ts";
import type { Venue } from "./venue.ts";

const FEE_RATE = BigInt(DEFAULT_MARKET.feeRate);
const WAD = 10n ** 18n;
/** A pool that deepens opens with this part of the capital. */
const OPENING_PART = 8n;

/** A market that has just opened: accounts in the order of the crowd, and what the sponsor holds beside the pool. */
export type Market = { readonly venue: Venue; readonly accounts: Account[]; readonly sponsor: Account };

/** A way to open a market with so much of a sponsor's capital. */
export type Mechanism = {
  readonly name: string;
  readonly open: (rates: readonly bigint[], capital: bigint, crowd: readonly Trader[]) => Market;
};

/** All mechanisms that are compared; each locks the same capital, but for rounding and the auction's clearing price. */
export const MECHANISMS: readonly Mechanism[] = [
  pool("plain b", (rates, capital) => lmsr(rates, liquidityFor(rates, capital), 0n)),
  pool("b grows by fees", (rates, capital) => lmsr(rates, liquidityFor(rates, capital), BigInt(DEFAULT_MARKET.alpha))),
  pool("b released over time", (rates, capital) => {
    const opening = liquidityFor(rates, capital / OPENING_PART);
    return lmsr(rates, opening, BigInt(DEFAULT_MARKET.alpha), capital - capital / OPENING_PART);
  }),
  { name: "auction, then b grows", open: openByAuction },
  pool("Uniswap, one pool each", (rates, capital) => new ProductVenue(rates, capital, FEE_RATE)),
];

/** Returns the b of a pool that opens with some capital: `capital / ln(1 / least price)`. */
export function liquidityFor(rates: readonly bigint[], capital: bigint): bigint {
  const least = rates.reduce((a, b) => (b < a ? b : a));
  return (capital * WAD) / -lnWad(least);
}

function pool(name: string, openVenue: (rates: readonly bigint[], capital: bigint) => Venue): Mechanism {
  const open: Mechanism["open"] = (rates, capital, crowd) => ({
    venue: openVenue(rates, capital),
    accounts: crowd.map(({ budget }) => openAccount(budget, rates.length)),
    sponsor: openAccount(0n, rates.length),
  });
  return { name, open };
}

function lmsr(rates: readonly bigint[], b: bigint, alpha: bigint, reserve: bigint = 0n): LmsrVenue {
  return new LmsrVenue({ prices: rates, b, feeRate: FEE_RATE, alpha }, reserve);
}

/** The sponsor's bid takes b of the capital, so b is less than in a pool alone. Everybody bids the whole budget. */
function openByAuction(rates: readonly bigint[], capital: bigint, crowd: readonly Trader[]): Market {
  const alone = liquidityFor(rates, capital);
  const b = (alone * capital) / (capital + alone);
  const { prices, claims, sponsor } = clearAuction(rates, b, crowd);
  return {
    venue: lmsr(prices, b, BigInt(DEFAULT_MARKET.alpha)),
    accounts: crowd.map(({ budget }, i) => ({
      money: budget - (claims[i]?.size ?? 0n),
      long: claims[i]?.long ?? [],
    })),
    sponsor: { money: -sponsor.size, long: sponsor.long },
  };
}
