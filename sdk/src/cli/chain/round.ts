import type { GetRoundStatusParameters } from "../../actions/rounds/getRoundStatus.ts";
import type { ReadContext } from "../command.ts";
import { WHOLE } from "../kinds.ts";
import { optional, type ValuesOf } from "../options.ts";

export const ROUND_OPTIONS = {
  fromBlock: optional(WHOLE, "block to search for postings from; else the first"),
};

/** What `getRoundStatus` takes; the funding pool is looked at if the file of contracts has one. */
export function roundOf(
  { addressOf, contracts }: ReadContext,
  { fromBlock }: ValuesOf<typeof ROUND_OPTIONS>,
): GetRoundStatusParameters {
  return { rounds: addressOf("rounds"), fundingPool: contracts.addresses.fundingPool, fromBlock };
}
