import { nearestProject } from "deepfunding/csv";
import { BaseError, type BaseErrorParameters, type FileFailure } from "deepfunding/errors";

/** Base of everything that is wrong with a command line, or with a file that it names. */
export class UsageError extends BaseError {
  override readonly name: string = "UsageError";
}

/** Thrown when there is no such command. */
export class UnknownCommandError extends UsageError {
  override readonly name = "UnknownCommandError";
  constructor({ reason, near }: { readonly reason: string; readonly near: readonly string[] }) {
    super(reason, { metaMessages: [...near, "`deepfunding --help` lists all commands."] });
  }
}

export type InvalidUsageErrorParameters = {
  /** Words of the command. */
  readonly command: string;
  readonly reason: string;
  /** What was perhaps meant. */
  readonly near?: readonly string[];
};

/** Thrown when an option or an argument is not one of the command's, or lacks its value. */
export class InvalidUsageError extends UsageError {
  override readonly name = "InvalidUsageError";
  constructor({ command, reason, near = [] }: InvalidUsageErrorParameters) {
    super(reason, { metaMessages: [...near, `\`deepfunding ${command} --help\` shows how it is used.`] });
  }
}

/** Thrown when what was written for an option or an argument cannot be that. */
export class InvalidValueError extends UsageError {
  override readonly name = "InvalidValueError";
  constructor({ what, text, expected }: { readonly what: string; readonly text: string; readonly expected: string }) {
    super(`${what}: "${text}" is not ${expected}.`, { metaMessages: [`Write ${expected}.`] });
  }
}

/** Thrown when something is needed that was not said, in an option, the environment or a file. */
export class MissingSettingError extends UsageError {
  override readonly name = "MissingSettingError";
  constructor({ what, remedies }: { readonly what: string; readonly remedies: readonly string[] }) {
    super(`${what} is not given.`, { metaMessages: remedies });
  }
}

/** Thrown when a file cannot be read, or is not what it should be. */
export class InputFileError extends UsageError {
  override readonly name = "InputFileError";
  /** Path of the file, as it was given. */
  readonly path: string;
  /** What is wrong with it, in a sentence. */
  readonly reason: string;
  constructor({
    path,
    reason,
    ...parameters
  }: BaseErrorParameters & { readonly path: string; readonly reason: string }) {
    super(`${path}: ${reason}`, parameters);
    this.path = path;
    this.reason = reason;
  }

  /** What is wrong with the file, as plain data. */
  get failures(): readonly FileFailure[] {
    const { path: file, reason: message, metaMessages, cause } = this;
    const name = cause instanceof BaseError ? cause.name : this.name;
    const remedy = metaMessages.join(" ");
    return [{ name, file, row: undefined, column: undefined, text: undefined, message, remedy }];
  }
}

/** Thrown when a file cannot be written. */
export class OutputFileError extends BaseError {
  override readonly name = "OutputFileError";
  constructor({ path, cause }: { readonly path: string; readonly cause: unknown }) {
    super(`${path} cannot be written.`, {
      cause,
      metaMessages: ["Choose a path where no file is, in a folder of yours."],
    });
  }
}

/** Thrown when the contracts are on another chain than the RPC's. */
export class WrongChainError extends UsageError {
  override readonly name = "WrongChainError";
  constructor({ path, expected, actual }: { path: string; expected: number; actual: number }) {
    super(`${path} is for chain ${expected}, but the RPC is on chain ${actual}.`, {
      metaMessages: ["Pass the RPC of that chain with `--rpc`, or the contracts of this one with `--contracts`."],
    });
  }
}

/** Thrown when a password does not open a keystore. */
export class WrongPasswordError extends BaseError {
  override readonly name = "WrongPasswordError";
  constructor({ path }: { readonly path: string }) {
    super(`The password does not open ${path}.`, { metaMessages: ["Try again; nobody can recover a lost password."] });
  }
}

/** Thrown when whoever was asked does not want to. */
export class DeclinedError extends BaseError {
  override readonly name = "DeclinedError";
  constructor() {
    super("Nothing was sent: you did not agree.", { metaMessages: ["Answer `y` to send, or pass `--yes`."] });
  }
}

/** Thrown when a question is not answered. */
export class NoAnswerError extends BaseError {
  override readonly name = "NoAnswerError";
  constructor() {
    super("Nothing was done: the question was not answered.", { metaMessages: ["Run it again to answer it."] });
  }
}

/** Thrown when nobody has proposed an edge that is to be challenged. */
export class CandidateNotFoundError extends BaseError {
  override readonly name = "CandidateNotFoundError";
  constructor({ parent, child, round }: { readonly parent: string; readonly child: string; readonly round: bigint }) {
    super(`Nobody has proposed "${child}" as a child of "${parent}" in round ${round}.`, {
      metaMessages: ["Only proposals of the current round can be challenged; check the names of both projects."],
    });
  }
}

/** Thrown when a project takes no part in what is asked of it. */
export class ProjectNotFoundError extends BaseError {
  override readonly name = "ProjectNotFoundError";
  constructor({
    project,
    where,
    known = [],
  }: {
    readonly project: string;
    readonly where: string;
    readonly known?: Iterable<string>;
  }) {
    const near = nearestProject(project, known);
    super(`"${project}" is not ${where}${near === undefined ? "" : `; perhaps "${near}" is meant`}.`, {
      metaMessages: ["Write it as a URL or as owner/name: on the chain are only hashes of names."],
    });
  }
}

/** Thrown when files name a project, and the graph that they describe leaves it out. */
export class ProjectLeftOutError extends BaseError {
  override readonly name = "ProjectLeftOutError";
  constructor({ project, why }: { readonly project: string; readonly why: string }) {
    super(`"${project}" gets nothing: ${why}.`, {
      metaMessages: ["Give it a weight among the 128 largest of a parent."],
    });
  }
}

/** Thrown when fewer ballots were published than a proof needs. */
export class TooFewBallotsError extends BaseError {
  override readonly name = "TooFewBallotsError";
  constructor({ found, minBallots }: { readonly found: number; readonly minBallots: bigint }) {
    super(`The market has ${found} published ballots; a proof needs ${minBallots}.`, {
      metaMessages: ["Anyone can publish ballots that jurors have signed, until Evaluation ends: `publishBallot`."],
    });
  }
}

/** Thrown when there is no such market, or none that can be traded. */
export class MarketNotFoundError extends BaseError {
  override readonly name = "MarketNotFoundError";
  constructor({ what }: { readonly what: string }) {
    super(`${what}.`, {
      metaMessages: ["`deepfunding round status` says which markets there are, and which of them can be opened now."],
    });
  }
}
