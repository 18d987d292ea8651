import { formatId } from "../../utils/format.ts";

import { ContractError, type ContractErrorParameters } from "./base.ts";

/** Thrown when there is no such market. */
export class LensUnknownMarketError extends ContractError<"Lens_UnknownMarket"> {
  override readonly name = "LensUnknownMarketError";
  constructor(parameters: ContractErrorParameters<"Lens_UnknownMarket">) {
    const { market } = parameters;
    super(parameters, `There is no market ${formatId(market)}.`, {
      docsPath: "/errors#lensunknownmarketerror",
      metaMessages: ["Check the id, the chain and the address of the Lens; or create the market with `createMarket`."],
    });
  }
}
