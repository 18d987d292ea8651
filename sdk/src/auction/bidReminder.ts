import type { AuctionPhase } from "../types/auctionPhase.ts";
import { formatTime } from "../utils/format.ts";

import type { AuctionView, BidView } from "./views.ts";

/** What an account has to do next. */
export type BidReminder = {
  readonly action: "commit" | "reveal" | "clear" | "claim" | "withdraw" | "none";
  /** From when it can be done, in unix seconds: from now, or later. */
  readonly from: bigint;
  /** Until when, in unix seconds, that second excluded; `undefined`: for ever. */
  readonly until: bigint | undefined;
  /** What is lost otherwise, in units: of a bid that is not revealed half of the deposit, rounded up, if another one is. */
  readonly atStake: bigint;
  /** The same in words. */
  readonly message: string;
};

/**
 * Says what an account has to do next in an auction, and until when: above all that its bid must be revealed.
 * @param auction What `getAuction` returns.
 * @param bid What `getBid` returns for the account.
 * @param now Unix seconds; it may be later than the reads.
 */
export function bidReminder(auction: AuctionView, bid: BidView, now: bigint): BidReminder {
  const { revealsAt, opensAt, closesAt } = auction;
  const nothing = { action: "none", from: now, until: undefined, atStake: 0n } as const;
  const hasBid = bid.deposit > 0n;
  switch (phaseAt(auction, now)) {
    case "none":
      return { ...nothing, message: "There is no auction for this market." };
    case "committing": {
      if (hasBid) return revealReminder(auction, bid, revealsAt);
      const message = `Bids can be committed until ${formatTime(revealsAt)}.`;
      return { action: "commit", from: now, until: revealsAt, atStake: 0n, message };
    }
    case "revealing": {
      if (hasBid && !bid.revealed) return revealReminder(auction, bid, now);
      if (!hasBid) return { ...nothing, message: "Commitments have ended, and you have no bid." };
      const message = `Your bid is revealed. From ${formatTime(opensAt)} anyone can clear the auction.`;
      return { action: "clear", from: opensAt, until: closesAt, atStake: 0n, message };
    }
    case "clearing": {
      const message = `Anyone can clear the auction until ${formatTime(closesAt)}; later all money goes back.`;
      return { action: "clear", from: now, until: closesAt, atStake: 0n, message };
    }
    case "opened":
    case "void":
      return paymentReminder(auction, bid, now);
  }
}

/** What an auction that has ended still owes. */
function paymentReminder(auction: AuctionView, { deposit, revealed }: BidView, now: bigint): BidReminder {
  const due = { from: now, until: undefined, atStake: 0n };
  if (deposit === 0n) return { ...due, action: "none", message: "The auction is over, and owes you nothing." };
  if (auction.phase !== "opened") {
    return { ...due, action: "withdraw", message: "The auction is void: withdraw your whole deposit." };
  }
  if (revealed) return { ...due, action: "claim", message: "Claim your tokens and the rest of your deposit." };
  const message =
    auction.revealed === 0n
      ? "No bid was revealed: withdraw your whole deposit."
      : "Your bid was not revealed: withdraw half of your deposit.";
  return { ...due, action: "withdraw", message };
}

function revealReminder({ opensAt }: AuctionView, { deposit }: BidView, from: bigint): BidReminder {
  const atStake = deposit - deposit / 2n;
  const window = `from ${formatTime(from)} until ${formatTime(opensAt)}`;
  return {
    action: "reveal",
    from,
    until: opensAt,
    atStake,
    message: `Reveal your bid ${window}, or lose ${atStake} units.`,
  };
}

/** The phase as the clock has it: views age. What was opened or void stays so. */
function phaseAt({ phase, revealsAt, opensAt, closesAt }: AuctionView, now: bigint): AuctionPhase {
  if (phase === "none" || phase === "opened" || phase === "void") return phase;
  if (now < revealsAt) return "committing";
  if (now < opensAt) return "revealing";
  return now < closesAt ? "clearing" : "void";
}
