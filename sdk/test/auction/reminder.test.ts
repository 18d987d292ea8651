import { expect } from "chai";
import { zeroAddress, zeroHash } from "viem";

import { type AuctionView, bidReminder, type BidView, toCalendar } from "../../src/auction/index.ts";
import { InvalidParameterError } from "../../src/errors/index.ts";
import { expectThrow } from "../utils/throws.ts";

const [REVEALS, OPENS, CLOSES] = [1_800_000_000n, 1_800_086_400n, 1_800_864_000n];
const AUCTION: AuctionView = {
  phase: "committing",
  sponsor: zeroAddress,
  asset: zeroAddress,
  assetId: 0n,
  b: 0n,
  budget: 0n,
  revealsAt: REVEALS,
  opensAt: OPENS,
  closesAt: CLOSES,
  deposits: 0n,
  revealed: 0n,
  sets: 0n,
  forfeits: 0n,
};
const NO_BID: BidView = { commitment: zeroHash, deposit: 0n, budget: 0n, revealed: false };
const BID: BidView = { ...NO_BID, deposit: 101n };
const REVEALED: BidView = { ...BID, budget: 100n, revealed: true };

describe("bidReminder", function () {
  const expected = (auction: AuctionView, bid: BidView, now: bigint) => {
    const { action, from, until, atStake, message } = bidReminder(auction, bid, now);
    expect(message).to.match(/^[A-Z].*\.$/);
    return [action, from, until, atStake];
  };

  it("OA-2: follows the phases by the clock, whose first second belongs to each", function () {
    const now = REVEALS - 1n;
    expect(expected(AUCTION, NO_BID, now)).to.deep.equal(["commit", now, REVEALS, 0n]);
    expect(expected(AUCTION, BID, now)).to.deep.equal(["reveal", REVEALS, OPENS, 51n]);
    expect(expected(AUCTION, NO_BID, REVEALS)).to.deep.equal(["none", REVEALS, undefined, 0n]);
    expect(expected(AUCTION, BID, REVEALS)).to.deep.equal(["reveal", REVEALS, OPENS, 51n]);
    expect(expected(AUCTION, BID, OPENS - 1n)).to.deep.equal(["reveal", OPENS - 1n, OPENS, 51n]);
    expect(expected(AUCTION, REVEALED, REVEALS)).to.deep.equal(["clear", OPENS, CLOSES, 0n]);
    for (const bid of [NO_BID, BID, REVEALED]) {
      expect(expected(AUCTION, bid, OPENS)).to.deep.equal(["clear", OPENS, CLOSES, 0n]);
    }
  });

  it("OA-12: after the close, or once void, the deposit can be withdrawn", function () {
    for (const auction of [AUCTION, { ...AUCTION, phase: "void" } as const]) {
      expect(expected(auction, BID, CLOSES)).to.deep.equal(["withdraw", CLOSES, undefined, 0n]);
      expect(expected(auction, REVEALED, CLOSES)).to.deep.equal(["withdraw", CLOSES, undefined, 0n]);
      expect(expected(auction, NO_BID, CLOSES)).to.deep.equal(["none", CLOSES, undefined, 0n]);
    }
    expect(expected({ ...AUCTION, phase: "void" }, BID, OPENS)[0]).to.equal("withdraw");
  });

  it("of an open pool, says how to be paid", function () {
    const opened = { ...AUCTION, phase: "opened" } as const;
    for (const now of [OPENS, CLOSES]) {
      expect(expected(opened, REVEALED, now)).to.deep.equal(["claim", now, undefined, 0n]);
      expect(expected(opened, BID, now)).to.deep.equal(["withdraw", now, undefined, 0n]);
      expect(expected(opened, NO_BID, now)).to.deep.equal(["none", now, undefined, 0n]);
    }
    expect(bidReminder({ ...opened, revealed: 1n }, BID, OPENS).message).to.include("half");
    expect(bidReminder(opened, BID, OPENS).message).to.include("whole");
  });

  it("knows that there is no auction", function () {
    expect(expected({ ...AUCTION, phase: "none" }, NO_BID, 0n)[0]).to.equal("none");
  });

  it("says in words what is at stake, and until when", function () {
    expect(bidReminder(AUCTION, BID, 0n).message).to.equal(
      "Reveal your bid from 2027-01-15T08:00:00Z until 2027-01-16T08:00:00Z, or lose 51 units.",
    );
  });
});

describe("toCalendar", function () {
  it("writes an entry that calendars read, with alarms", function () {
    const text = toCalendar(bidReminder(AUCTION, BID, 0n), { market: 256n, now: REVEALS - 60n });
    const lines = text.split("\r\n");
    expect(lines.pop()).to.equal("");
    for (const line of lines) expect(line.length).to.be.at.most(75);
    expect(text.replaceAll("\r\n", "")).not.to.match(/[\r\n]/);

    const unfolded = text.replaceAll("\r\n ", "").split("\r\n");
    const id = `0x${"0".repeat(61)}100`;
    expect(unfolded).to.include.members([
      `UID:reveal-${id}@deepfunding`,
      "DTSTAMP:20270115T075900Z",
      "DTSTART:20270115T080000Z",
      "DTEND:20270116T080000Z",
      "SUMMARY:Auction: reveal",
      "TRIGGER:PT0S",
      "TRIGGER;RELATED=END:-PT1H",
    ]);
    const description = unfolded.find((line) => line.startsWith("DESCRIPTION:Reveal"));
    expect(description).to.equal(
      `DESCRIPTION:Reveal your bid from 2027-01-15T08:00:00Z until 2027-01-16T08:00:00Z\\, or lose 51 units. Market ${id}.`,
    );
    expect(unfolded[0]).to.equal("BEGIN:VCALENDAR");
    expect(unfolded.filter((line) => line.startsWith("BEGIN:"))).to.have.length(4);
    expect(unfolded.filter((line) => line.startsWith("END:"))).to.have.length(4);
  });

  it("leaves out an end that there is not, and refuses to remind of nothing", function () {
    const opened = { ...AUCTION, phase: "opened" } as const;
    const text = toCalendar(bidReminder(opened, REVEALED, OPENS), { market: 256n, now: OPENS });
    expect(text)
      .to.include("SUMMARY:Auction: claim")
      .and.not.match(/DTEND|RELATED/);
    const nothing = bidReminder(opened, NO_BID, OPENS);
    expectThrow(() => toCalendar(nothing, { market: 256n, now: OPENS }), InvalidParameterError);
  });
});
