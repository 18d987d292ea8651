/** What every error of this package is made from. */
export type BaseErrorParameters = {
  /** The error behind this one. */
  readonly cause?: unknown;
  /** Where the documentation of this error is, from the root of the docs. */
  readonly docsPath?: string | undefined;
  /** Next steps, one a line. */
  readonly metaMessages?: readonly string[] | undefined;
};

/**
 * Base of every error that this package throws: `message` is one sentence on what is wrong, then what to do about it.
 * The same shape as viem's, so both can be handled alike.
 */
export class BaseError extends Error {
  override readonly name: string = "BaseError";
  /** What is wrong, in one sentence. */
  readonly shortMessage: string;
  /** Next steps, one a line. */
  readonly metaMessages: readonly string[];
  /** Where the documentation of this error is. */
  readonly docsPath: string | undefined;
  /** Message of the error behind this one. */
  readonly details: string | undefined;

  constructor(shortMessage: string, parameters: BaseErrorParameters = {}) {
    const { cause, docsPath, metaMessages = [] } = parameters;
    const details = detailsOf(cause);
    super(
      [
        shortMessage,
        ...metaMessages,
        ...(docsPath === undefined ? [] : [`Docs: ${docsPath}`]),
        ...(details === undefined ? [] : [`Details: ${details}`]),
      ].join("\n"),
      cause === undefined ? undefined : { cause },
    );
    this.shortMessage = shortMessage;
    this.metaMessages = metaMessages;
    this.docsPath = docsPath;
    this.details = details;
  }

  /**
   * Returns the first error of the chain of causes for which `matches` holds, this one included, or `null`; without
   * `matches` the innermost cause.
   */
  walk(matches?: (error: unknown) => boolean): unknown {
    return walk(this, matches);
  }
}

function walk(error: unknown, matches: ((error: unknown) => boolean) | undefined): unknown {
  if (matches?.(error)) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause !== undefined) return walk(cause, matches);
  return matches ? null : error;
}

function detailsOf(cause: unknown): string | undefined {
  if (cause instanceof BaseError) return cause.details ?? cause.shortMessage;
  return cause instanceof Error ? cause.message : undefined;
}
