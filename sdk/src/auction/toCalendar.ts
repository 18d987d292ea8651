import { InvalidParameterError } from "../errors/math.ts";
import { formatId } from "../utils/format.ts";

import type { BidReminder } from "./bidReminder.ts";

/** Octets of a line in a calendar file (RFC 5545, 3.1). */
const LINE = 75;

export type ToCalendarOptions = {
  /** Id of the market. */
  readonly market: bigint;
  /** When the entry is written, in unix seconds. */
  readonly now: bigint;
};

/**
 * Writes a reminder as a calendar file (`text/calendar`, RFC 5545), with alarms when it can be done and an hour before
 * it is too late. The same market and action make the same entry, so that a newer file replaces an older one.
 * @throws {InvalidParameterError} when there is nothing to do.
 */
export function toCalendar(reminder: BidReminder, { market, now }: ToCalendarOptions): string {
  const { action, from, until, message } = reminder;
  if (action === "none") {
    throw new InvalidParameterError({ parameter: "reminder.action", value: action, expected: "something to do" });
  }
  const summary = `Auction: ${action}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Deep Funding Markets//deepfunding//EN",
    "BEGIN:VEVENT",
    `UID:${action}-${formatId(market)}@deepfunding`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    ...(until === undefined ? [] : [`DTEND:${stamp(until)}`]),
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escaped(`${message} Market ${formatId(market)}.`)}`,
    ...alarm("TRIGGER:PT0S", summary),
    ...(until === undefined ? [] : alarm("TRIGGER;RELATED=END:-PT1H", summary)),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function alarm(trigger: string, description: string): string[] {
  return ["BEGIN:VALARM", "ACTION:DISPLAY", trigger, `DESCRIPTION:${description}`, "END:VALARM"];
}

/** For instance `20260131T120000Z`. */
function stamp(seconds: bigint): string {
  return new Date(Number(seconds) * 1000).toISOString().replace(/[-:]|\.000/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&");
}

/** Everything here is ASCII, so that characters are octets; what continues a line begins with a space. */
function folded(line: string): string {
  return line.length <= LINE ? line : `${line.slice(0, LINE)}\r\n${folded(` ${line.slice(LINE)}`)}`;
}
