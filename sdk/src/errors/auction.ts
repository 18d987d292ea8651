import { BaseError } from "./BaseError.ts";

/** Thrown when a wallet would not give the same salt again, so that a bid could not be revealed. */
export class SaltNotReproducibleError extends BaseError {
  override readonly name = "SaltNotReproducibleError";
  constructor({ reason }: { reason: string }) {
    super(`This wallet cannot be the memory of a salt: ${reason}.`, {
      docsPath: "/errors#saltnotreproducibleerror",
      metaMessages: [
        "Use `randomSalt()` and keep it until the bid is revealed: without it half of the deposit is lost.",
        "Contract wallets, and some hardware wallets, sign differently each time.",
      ],
    });
  }
}

/** Thrown when a bid would be for more than its deposit, and so could never be revealed. */
export class DepositTooSmallError extends BaseError {
  override readonly name = "DepositTooSmallError";
  constructor({ budget, deposit }: { budget: bigint; deposit: bigint }) {
    super(`A bid of ${budget} units with a deposit of ${deposit} could not be revealed.`, {
      docsPath: "/errors#deposittoosmallerror",
      metaMessages: ["Leave `deposit` out: then what is missing of the budget is deposited."],
    });
  }
}
