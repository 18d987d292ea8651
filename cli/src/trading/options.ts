import { FILE, FRACTION, AMOUNT, ID, WHOLE } from "../kinds.ts";
import { flag, many, optional, required, withDefault, type ValuesOf } from "../options.ts";

export const PLAN_ARGS = {
  files: many(FILE, "what you believe: CSV files `repo,parent,weight`, `repo,originality` or `dependency,repo,weight`"),
};

export const PLAN_OPTIONS = {
  budget: required(AMOUNT, "the most to spend, in money"),
  slippage: withDefault(FRACTION, "by how much prices may be worse when the trade arrives", "1%"),
  fraction: optional(FRACTION, "part of the Kelly bet to make (one market only); else expected profit is what counts"),
  cap: optional(FRACTION, "the most to hold of an outcome, as a share of the budget"),
  noShorts: flag("buy no SHORTs, which save fees but tie up money"),
  normalize: flag("scale weights that do not sum to 1"),
  round: optional(WHOLE, "number of the round; else the current one"),
  market: optional(ID, "id of one market, whatever its parent is called"),
};

export type PlanValues = ValuesOf<typeof PLAN_ARGS> & ValuesOf<typeof PLAN_OPTIONS>;
