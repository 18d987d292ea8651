import { formatId, marksOf } from "deepfunding";
import { WAD } from "deepfunding/math";

import { findPositions, type NamedPosition } from "../chain/positions.ts";
import { defineCommand } from "../command.ts";
import { MissingSettingError } from "../errors.ts";
import { WHOLE } from "../kinds.ts";
import { optional } from "../options.ts";
import { formatAmount, formatMoney, formatPercent, shortName } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { joinSaid, renderFacts, renderTable } from "../output/table.ts";

export const positions = defineCommand({
  name: "positions",
  summary: "show what an account has in all markets, and what it is worth",
  notes: [
    "The value is marked at the prices now; selling moves prices, so a sale brings less: both are shown. What a market " +
      "of selection tokens would bring is in those tokens; the totals are in money.",
  ],
  scope: "read",
  args: {},
  options: { round: optional(WHOLE, "number of the round; else all of them") },
  examples: [
    { line: "deepfunding positions --keystore key.json", does: "your own" },
    { line: "deepfunding positions --account 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 --json", does: "anybody's" },
  ],
  run: async (context, { round }) => {
    const { account } = context;
    if (account === undefined) throw noAccount();
    const found = await findPositions(context, account, round);
    const list = found.positions.map(positionData);
    return { account, positions: list, totals: found.totals };
  },
  view: ({ account, positions: list, totals }, paper) => {
    if (list.length === 0) return whyNone(account);
    const sums = totals.map(({ symbol, decimals, markValue, saleValue, redeemable }) => {
      const money = (units: bigint) => formatMoney(units, { symbol, decimals });
      return renderFacts([
        ["Value at prices", money(markValue)],
        ["If sold now", money(saleValue)],
        redeemable > 0n && ["Of that to redeem now", paper.good(money(redeemable))],
      ]);
    });
    return [...list.map((position) => renderPosition(position, paper)), ...sums].join("\n\n");
  },
  whyNothing: ({ account, positions: list }) => (list.length === 0 ? whyNone(account) : undefined),
});

function whyNone(account: string): string {
  return `${account} has nothing in any market of these rounds; what contracts owe it \`deepfunding claim --all\` shows.`;
}

/** A position as data; of a binary market, whose SHORTs are the LONGs of the other outcome, those once. */
function positionData({ snapshot, outcomes, sale, market, ...position }: NamedPosition) {
  const { holdings, decimals, shares, foundingShares } = snapshot;
  const held = marksOf(snapshot).map((price, i) => {
    const [long, short] = [holdings.long[i] ?? 0n, snapshot.outcomes === 2 ? 0n : (holdings.short[i] ?? 0n)];
    return { name: outcomes[i] ?? `outcome ${i}`, price, long, short };
  });
  const { round, title, markValue, redeemable } = position;
  return {
    round,
    market: formatId(market),
    title,
    decimals,
    held: held.filter(({ long, short }) => long > 0n || short > 0n),
    shares,
    foundingShares,
    markValue,
    saleValue: sale.total,
    redeemable,
  };
}

function renderPosition(position: ReturnType<typeof positionData>, paper: Paper): string {
  const { title, round, held, shares, foundingShares, decimals, markValue, redeemable } = position;
  const amount = (units: bigint) => formatAmount(units, decimals);
  const rows = held.map(({ name, price, long, short }) => {
    const worth = (long * price + short * (WAD - price)) / WAD;
    return [shortName(name), amount(long), amount(short), formatPercent(price), amount(worth)];
  });
  const owned = shares + foundingShares;
  return joinSaid([
    `${paper.bold(title)} ${paper.dim(`round ${round}`)}`,
    rows.length > 0 && renderTable(["", "LONG", "SHORT", "price", "worth"], rows),
    renderFacts([
      owned > 0n && ["Liquidity shares", amount(owned)],
      redeemable === undefined ? ["Value", amount(markValue)] : ["To redeem", amount(redeemable)],
    ]),
  ]);
}

function noAccount(): MissingSettingError {
  return new MissingSettingError({
    what: "The account",
    remedies: ["Pass `--account <address>`, or a key with `--keystore <file>` or DEEPFUNDING_PRIVATE_KEY."],
  });
}
