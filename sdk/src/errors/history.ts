import { formatId } from "../utils/format.ts";

import { BaseError } from "./BaseError.ts";

/** Thrown when events do not add up to what the chain says after them: some are missing. */
export class HistoryGapError extends BaseError {
  override readonly name = "HistoryGapError";
  constructor({ market, blockNumber }: { readonly market: bigint; readonly blockNumber: bigint }) {
    super(`The events of market ${formatId(market)} do not lead to its state in block ${blockNumber}.`, {
      docsPath: "/errors#historygaperror",
      metaMessages: ["Ask another RPC: this one leaves out logs, or a reorganisation has replaced some meanwhile."],
    });
  }
}

/** Thrown when a pool was opened before the first block that was asked for, or never. */
export class HistoryStartError extends BaseError {
  override readonly name = "HistoryStartError";
  constructor({ market, fromBlock }: { readonly market: bigint; readonly fromBlock: bigint }) {
    super(`The pool of market ${formatId(market)} was not opened in block ${fromBlock} or later.`, {
      docsPath: "/errors#historystarterror",
      metaMessages: [
        "Pass a `fromBlock` before its opening, or `lens` and an archive node, which can be asked for the state then.",
      ],
    });
  }
}
