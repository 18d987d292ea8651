import { getMarkets, getPositions, getRound, type Position, type PositionsTotal } from "deepfunding/actions";
import type { Address } from "viem";

import type { ReadContext } from "../command.ts";
import { titleOf } from "./market.ts";
import { readToken } from "./token.ts";

/** A position in a market that has a name. */
export type NamedPosition = Position & {
  readonly round: bigint;
  readonly title: string;
  readonly outcomes: readonly string[];
};

/** What an account has in rounds. */
export type NamedPositions = {
  readonly positions: readonly NamedPosition[];
  readonly totals: readonly (PositionsTotal & { readonly symbol: string })[];
};

/** Reads what an account has in the markets of a round, or of all of them, and names it. */
export async function findPositions(
  context: ReadContext,
  account: Address,
  round: bigint | undefined,
): Promise<NamedPositions> {
  const { client, addressOf, progress } = context;
  const last = (await getRound(client, { rounds: addressOf("rounds") })).round;
  const rounds = round === undefined ? Array.from({ length: Number(last) }, (_, i) => BigInt(i + 1)) : [round];
  const found: NamedPositions[] = [];
  for (const [i, each] of rounds.entries()) {
    progress.show(`Reading round ${each}`, i, rounds.length);
    found.push(await positionsOf(context, account, each));
  }
  return {
    positions: found.flatMap(({ positions }) => positions),
    totals: addUp(found.flatMap(({ totals }) => totals)),
  };
}

async function positionsOf(context: ReadContext, account: Address, round: bigint): Promise<NamedPositions> {
  const { client, addressOf, names } = context;
  const questions = await getMarkets(client, { rounds: addressOf("rounds"), round });
  const ids = questions.map(({ market }) => market).filter((market) => market !== 0n);
  const contracts = { lens: addressOf("lens"), markets: addressOf("markets") };
  const { positions, totals } = await getPositions(client, { ...contracts, account, ids });
  const named = positions.map((position) => {
    const question = questions.find(({ market }) => market === position.market);
    const { title, outcomes } = question ? titleOf(question, names) : { title: "Market", outcomes: [] };
    return { ...position, round, title, outcomes };
  });
  const withSymbols = await Promise.all(
    totals.map(async (total) => ({ ...total, symbol: (await readToken(client, total.money)).symbol })),
  );
  return { positions: named, totals: withSymbols };
}

/** Adds the totals of rounds by money. */
function addUp(totals: NamedPositions["totals"]): NamedPositions["totals"] {
  const byMoney = new Map<Address, NamedPositions["totals"][number]>();
  for (const total of totals) {
    const { markValue, saleValue, redeemable } = byMoney.get(total.money) ?? NOTHING;
    byMoney.set(total.money, {
      ...total,
      markValue: markValue + total.markValue,
      saleValue: saleValue + total.saleValue,
      redeemable: redeemable + total.redeemable,
    });
  }
  return [...byMoney.values()];
}

const NOTHING = { markValue: 0n, saleValue: 0n, redeemable: 0n };
