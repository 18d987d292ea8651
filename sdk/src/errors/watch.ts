import { BaseError } from "./BaseError.ts";

/** Thrown when a reorganisation has replaced more blocks than a watcher remembers: `onError` is told. */
export class ReorganisationTooDeepError extends BaseError {
  override readonly name = "ReorganisationTooDeepError";
  /** The first block that is looked at again. */
  readonly blockNumber: bigint;

  constructor({ blockNumber, depth }: { readonly blockNumber: bigint; readonly depth: bigint }) {
    super(`A reorganisation has replaced more than the ${depth} blocks that are remembered.`, {
      docsPath: "/errors#reorganisationtoodeeperror",
      metaMessages: [
        `Events are told again from block ${blockNumber} on. Those before it may be gone: read them anew.`,
        "Pass a larger `depth`, or `confirmations`.",
      ],
    });
    this.blockNumber = blockNumber;
  }
}
