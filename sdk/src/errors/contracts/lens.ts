import { formatId } from "../../utils/format.ts";

import { contractError } from "./base.ts";

/** Thrown when there is no such market. */
export class LensUnknownMarketError extends contractError("Lens_UnknownMarket", {
  says: ({ market }) => `There is no market ${formatId(market)}.`,
  next: "Check the id, the chain and the address of the Lens; or create the market with `createMarket`.",
}) {}
