/** How one market lives: who calls which contract, from its first call to the last. */
import { COLOURS } from "../../utils/svg.ts";
import type { Picture } from "./picture.ts";
import { arrow, box, label, line } from "./shapes.ts";

/** Lifelines, and where they are. */
const X = { sponsor: 90, trader: 270, Markets: 480, Jury: 690, "jurors' Safe": 870 } as const;
type Name = keyof typeof X;

/** A call; or a note, if it comes from nobody. `dashed`: only if somebody challenges. */
type Step = { readonly from?: Name; readonly to: Name; readonly text: string; readonly dashed?: boolean };

const STEPS: readonly Step[] = [
  { from: "sponsor", to: "Markets", text: "createMarket, openPool: base rates, b" },
  { from: "trader", to: "Markets", text: "trade: a whole CSV of weights" },
  { to: "Markets", text: "closesAt: trading ends" },
  { from: "jurors' Safe", to: "Jury", text: "post, by the deadline" },
  { from: "trader", to: "Jury", text: "challenge within the window, with a stake", dashed: true },
  { from: "jurors' Safe", to: "Jury", text: "affirm, or amend", dashed: true },
  { from: "trader", to: "Jury", text: "finalize, by anyone; fallBack to the TWAP if nobody posted" },
  { from: "Jury", to: "Markets", text: "report: the payouts" },
  { from: "trader", to: "Markets", text: "redeem: tokens" },
  { from: "sponsor", to: "Markets", text: "redeem: shares of the pool" },
];

const [WIDTH, TOP, ROW] = [960, 70, 36];

/** Draws it. */
export function drawMarketLife(): Picture {
  const title = "How a market lives";
  const bottom = TOP + 30 + STEPS.length * ROW;
  return {
    name: "market.svg",
    drawing: {
      title,
      description: `Calls from top to bottom; dashed is what happens only if somebody challenges the posting, at most three times. ${STEPS.map(({ from, to, text }) => (from === undefined ? `${to}: ${text}` : `${from} to ${to}: ${text}`)).join("; ")}.`,
      width: WIDTH,
      height: bottom + 20,
      body: [
        `  <text class="title" x="20" y="26">${title}</text>`,
        ...Object.values(X).map((x) => line([x, TOP], [x, bottom])),
        ...Object.entries(X).map(([name, x]) =>
          box([x, TOP - 16], [120, 30], name, /^[A-Z]/.test(name) ? COLOURS[0] : COLOURS[4]),
        ),
        ...STEPS.flatMap((step, i) => drawStep(step, TOP + 40 + i * ROW)),
      ],
    },
    caption: "From top to bottom. Dashed: only if somebody challenges the posting, at most three times.",
    head: ["from", "to", "call"],
    rows: STEPS.map(({ from, to, text }) => [from ?? "", to, text]),
  };
}

function drawStep({ from, to, text, dashed = false }: Step, y: number): string[] {
  if (from === undefined) return [label([X[to] + 8, y], text)];
  const [begin, end] = [X[from], X[to]];
  return [arrow([[begin, y], [end, y]], dashed), label([Math.min(begin, end) + 8, y - 6], text)]; // prettier-ignore
}
