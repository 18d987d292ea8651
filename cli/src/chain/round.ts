import { readRoundContracts } from "deepfunding";
import { getRoster, type GetRoundStatusParameters } from "deepfunding/actions";
import type { RoundTask } from "deepfunding/rounds";
import { getAddress } from "viem";

import type { ReadContext } from "../command.ts";
import { WHOLE } from "../kinds.ts";
import { optional, type ValuesOf } from "../options.ts";
import { shortName } from "../output/format.ts";
import { withAmounts } from "../output/units.ts";
import { nameOf } from "./names.ts";
import { readToken } from "./token.ts";

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

/** Names of a round's seeds, in the order of its market. */
export async function seedsOf({ client, addressOf, names }: ReadContext, round: bigint): Promise<readonly string[]> {
  const { registry, target } = await readRoundContracts(client, { rounds: addressOf("rounds") });
  const { children } = await getRoster(client, { registry, round, node: target });
  return children.map((node) => nameOf(names, node));
}

/** The seed that a task is about, if it is about one. @param seeds Names, by {@link seedsOf}. */
export function projectOf({ parameters }: Pick<RoundTask, "parameters">, seeds: readonly string[]): string | undefined {
  const { index, kind } = parameters;
  // The market of weights is the target's.
  return typeof index === "number" && kind !== "weight" ? seeds[index] : undefined;
}

/** What a task is good for, and the project that it is about. */
export function withProject(why: string, project: string | undefined): string {
  return project === undefined ? why : `${why} ${shortName(project)}.`;
}

/** What a task is good for, with its amounts in the token that they are of. */
export async function whyOf(
  { client, addressOf }: ReadContext,
  { why, parameters }: Pick<RoundTask, "why" | "parameters">,
): Promise<string> {
  const amounts = [...why.matchAll(/(\d+) units/g)].map(([, digits = ""]) => BigInt(digits));
  if (amounts.length === 0) return why;
  const { token } = parameters;
  const { money } = await readRoundContracts(client, { rounds: addressOf("rounds") });
  return withAmounts(why, amounts, await readToken(client, typeof token === "string" ? getAddress(token) : money));
}
