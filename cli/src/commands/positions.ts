import { formatId, marksOf } from "deepfunding";

import { findPositions } from "../chain/positions.ts";
import { defineCommand } from "../command.ts";
import { MissingSettingError } from "../errors.ts";
import { WHOLE } from "../kinds.ts";
import { optional } from "../options.ts";
import { formatAmount, formatPercent, shortName } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { renderFacts, renderTable } from "../output/table.ts";

type Held = { readonly name: string; readonly price: bigint; readonly long: bigint; readonly short: bigint };

type PositionData = {
  readonly round: bigint;
  readonly market: string;
  readonly title: string;
  readonly decimals: number;
  readonly held: readonly Held[];
  readonly shares: bigint;
  readonly foundingShares: bigint;
  readonly markValue: bigint;
  readonly saleValue: bigint;
  readonly redeemable: bigint | undefined;
};

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
    const list = found.positions.map(({ snapshot, outcomes, sale, ...position }): PositionData => {
      const marks = marksOf(snapshot);
      const held = marks.map((price, i): Held => {
        const [long, short] = [snapshot.holdings.long[i] ?? 0n, snapshot.holdings.short[i] ?? 0n];
        return { name: outcomes[i] ?? `outcome ${i}`, price, long, short: snapshot.outcomes === 2 ? 0n : short };
      });
      return {
        round: position.round,
        market: formatId(position.market),
        title: position.title,
        decimals: snapshot.decimals,
        held: held.filter(({ long, short }) => long > 0n || short > 0n),
        shares: snapshot.shares,
        foundingShares: snapshot.foundingShares,
        markValue: position.markValue,
        saleValue: sale.total,
        redeemable: position.redeemable,
      };
    });
    return { account, positions: list, totals: found.totals };
  },
  view: ({ account, positions: list, totals }, paper) => {
    if (list.length === 0) return `${account} has nothing in any market.`;
    const sums = totals.map(({ symbol, decimals, markValue, saleValue, redeemable }) => {
      const money = (units: bigint) => `${formatAmount(units, decimals)} ${symbol}`;
      const facts = [
        ["Value at prices", money(markValue)],
        ["If sold now", money(saleValue)],
      ] as const;
      return renderFacts(
        redeemable > 0n ? [...facts, ["Of that to redeem now", paper.good(money(redeemable))]] : facts,
      );
    });
    return [...list.map((position) => renderPosition(position, paper)), ...sums].join("\n\n");
  },
  isNothing: ({ positions: list }) => list.length === 0,
});

function renderPosition(position: PositionData, paper: Paper): string {
  const { title, round, held, shares, foundingShares, decimals, markValue, redeemable } = position;
  const amount = (units: bigint) => formatAmount(units, decimals);
  const worth = ({ price, long, short }: Held) => (long * price + short * (10n ** 18n - price)) / 10n ** 18n;
  const liquidity =
    shares + foundingShares > 0n ? [["Liquidity shares", amount(shares + foundingShares)] as const] : [];
  const value =
    redeemable === undefined ? (["Value", amount(markValue)] as const) : (["To redeem", amount(redeemable)] as const);
  return [
    `${paper.bold(title)} ${paper.dim(`round ${round}`)}`,
    ...(held.length === 0
      ? []
      : [
          renderTable(
            ["", "LONG", "SHORT", "price", "worth"],
            held.map((each) => [
              shortName(each.name),
              amount(each.long),
              amount(each.short),
              formatPercent(each.price),
              amount(worth(each)),
            ]),
          ),
        ]),
    renderFacts([...liquidity, value]),
  ].join("\n");
}

function noAccount(): MissingSettingError {
  return new MissingSettingError({
    what: "The account",
    remedies: ["Pass `--account <address>`, or a key with `--keystore <file>` or DEEPFUNDING_PRIVATE_KEY."],
  });
}
