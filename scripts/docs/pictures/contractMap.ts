/** Which contract gives what to which: money, prices, weights and answers. */
import { COLOURS } from "../../utils/svg.ts";
import type { Picture } from "./picture.ts";
import { arrow, box, label, type Point } from "./shapes.ts";

const [WIDTH, HEIGHT] = [960, 400];
const BOX = [130, 36] as const;
const [HALF_WIDTH, HALF_HEIGHT] = [BOX[0] / 2, BOX[1] / 2];
const [PEOPLE, CONTRACT] = [COLOURS[4], COLOURS[0]];

const PLACES = {
  funders: [85, 80],
  FundingPool: [330, 80],
  projects: [870, 80],
  EdgeRegistry: [330, 180],
  Jury: [870, 180],
  sponsors: [85, 280],
  Rounds: [330, 280],
  Markets: [870, 280],
  OpeningAuction: [600, 360],
} as const satisfies Record<string, Point>;

type Name = keyof typeof PLACES;
const IS_PEOPLE: readonly Name[] = ["funders", "projects", "sponsors"];

/** How an arrow goes: between two of a row, two of a column (shifted aside), down and across, or across and up. */
type Way = "row" | "column" | "down" | "up";
type Flow = {
  readonly from: Name;
  readonly to: Name;
  readonly what: string;
  readonly way: Way;
  readonly shift?: number;
};

const FLOWS: readonly Flow[] = [
  { from: "funders", to: "FundingPool", what: "ETH, any ERC-20", way: "row" },
  { from: "FundingPool", to: "projects", what: "money, pulled along edges by final weights", way: "row" },
  { from: "EdgeRegistry", to: "FundingPool", what: "weights, originality, payees", way: "column" },
  { from: "EdgeRegistry", to: "Jury", what: "slashed bonds, for its rewards", way: "row" },
  { from: "EdgeRegistry", to: "Rounds", what: "rosters, base rates", way: "column", shift: -20 },
  { from: "Rounds", to: "EdgeRegistry", what: "final weights", way: "column", shift: 20 },
  { from: "sponsors", to: "Rounds", what: "one deposit", way: "row" },
  { from: "Rounds", to: "Markets", what: "markets and pools, opened at base rates", way: "row" },
  { from: "Rounds", to: "OpeningAuction", what: "or by sealed bids", way: "down" },
  { from: "OpeningAuction", to: "Markets", what: "opens at their mean", way: "up" },
  { from: "Jury", to: "Markets", what: "payouts", way: "column" },
];

/** Draws the map. */
export function drawContractMap(): Picture {
  const title = "What the contracts give each other";
  return {
    name: "contracts.svg",
    drawing: {
      title,
      description: `A map of the contracts, and of the people who bring and take money: ${FLOWS.map(({ from, to, what }) => `${from} to ${to}: ${what}`).join("; ")}.`,
      width: WIDTH,
      height: HEIGHT,
      body: [
        `  <text class="title" x="20" y="26">${title}</text>`,
        ...FLOWS.flatMap(drawFlow),
        ...Object.entries(PLACES).map(([name, place]) =>
          box(place, BOX, name, IS_PEOPLE.includes(name as Name) ? PEOPLE : CONTRACT),
        ),
      ],
    },
    caption: "Contracts in blue, people in yellow.",
    head: ["from", "to", "what"],
    rows: FLOWS.map(({ from, to, what }) => [from, to, what]),
  };
}

function drawFlow({ from, to, what, way, shift = 0 }: Flow): string[] {
  const [begin, end] = [PLACES[from], PLACES[to]];
  if (way === "row") return drawRow(begin, end, what);
  return way === "column" ? drawColumn(begin, end, what, shift) : drawCorner(begin, end, what, way);
}

function drawRow([x1, y]: Point, [x2]: Point, what: string): string[] {
  const [begin, end] = [x1 + HALF_WIDTH, x2 - HALF_WIDTH];
  return [arrow([[begin, y], [end, y]]), label([(begin + end) / 2, y - 6], what, "middle")]; // prettier-ignore
}

/** Two of a column are told apart by their shifts: the label is on the outer side. */
function drawColumn([x, y1]: Point, [, y2]: Point, what: string, shift: number): string[] {
  const aside = x + shift;
  const half = y2 > y1 ? HALF_HEIGHT : -HALF_HEIGHT;
  const place: Point = [aside + (shift < 0 ? -8 : 8), (y1 + y2) / 2 + 4];
  return [arrow([[aside, y1 + half], [aside, y2 - half]]), label(place, what, shift < 0 ? "end" : "start")]; // prettier-ignore
}

function drawCorner([x1, y1]: Point, [x2, y2]: Point, what: string, way: "down" | "up"): string[] {
  const points: Point[] =
    way === "down"
      ? [[x1, y1 + HALF_HEIGHT], [x1, y2], [x2 - HALF_WIDTH, y2]]
      : [[x1 + HALF_WIDTH, y1], [x2, y1], [x2, y2 + HALF_HEIGHT]]; // prettier-ignore
  const [left, right, y] = way === "down" ? [x1, x2 - HALF_WIDTH, y2] : [x1 + HALF_WIDTH, x2, y1];
  return [arrow(points), label([(left + right) / 2, y - 6], what, "middle")];
}
