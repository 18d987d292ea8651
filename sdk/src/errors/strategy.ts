import { BaseError } from "./BaseError.ts";

/** Thrown when a plan is asked for without money. */
export class InvalidBudgetError extends BaseError {
  override readonly name = "InvalidBudgetError";
  constructor({ budget }: { budget: bigint }) {
    super(`The budget is ${budget}: there is nothing to trade with.`, {
      docsPath: "/errors#invalidbudgeterror",
      metaMessages: ["Pass a positive budget, in units of the market's asset."],
    });
  }
}

/** Thrown when targets are not weights of the market's outcomes. */
export class InvalidTargetsError extends BaseError {
  override readonly name = "InvalidTargetsError";
  constructor({ reason }: { reason: string }) {
    super(`The targets ${reason}.`, {
      docsPath: "/errors#invalidtargetserror",
      metaMessages: [
        "Pass one weight for each outcome, summing to 1e18, or a map of some outcomes to weights of at most 1e18.",
      ],
    });
  }
}
