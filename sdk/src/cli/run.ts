import { BaseError } from "../errors/BaseError.ts";
import { toSdkError } from "../errors/contract.ts";
import { type Command, type OfflineContext, type Outcome } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { complete } from "./completion.ts";
import { connect } from "./chain/connect.ts";
import { InputFileError, InvalidUsageError } from "./errors.ts";
import { EXIT, exitCodeOf, type ExitCode } from "./exitCodes.ts";
import type { NetworkValues, OutputValues, SendingValues } from "./globals.ts";
import { renderHelp, renderOverview } from "./help.ts";
import type { Io } from "./io.ts";
import { findSigner } from "./keys/signer.ts";
import { formatJson } from "./output/format.ts";
import { paperOf } from "./output/paper.ts";
import { createProgress } from "./output/progress.ts";
import { findCommand, parseCommand } from "./parse.ts";
import { sendingContext } from "./send/send.ts";
import { renderSending } from "./send/render.ts";
import { buildSafeBatch } from "./send/safeBatch.ts";
import type { Sending } from "./send/types.ts";

/**
 * Runs a command line, without touching the process that it is in.
 * @param argv What was written after `deepfunding`.
 * @param version Of the package.
 * @returns What to exit with, see `EXIT`; what failed was printed.
 */
export async function run(argv: readonly string[], io: Io, version: string): Promise<ExitCode> {
  const progress = createProgress(io.stderr);
  try {
    return await dispatch(argv, { ...fileReaders(io), io, progress }, version);
  } catch (thrown) {
    progress.clear();
    io.stderr.write(`${argv.includes("--json") ? formatJson(errorData(thrown)) : errorText(thrown, io)}\n`);
    return exitCodeOf(thrown);
  }
}

async function dispatch(argv: readonly string[], context: OfflineContext, version: string): Promise<ExitCode> {
  const { stdout, stderr, env } = context.io;
  const [first] = argv;
  if (first === undefined || first === "--help" || first === "-h") {
    const sink = first === undefined ? stderr : stdout;
    sink.write(`${renderOverview(COMMANDS, version, paperOf(sink, env))}\n`);
    return first === undefined ? EXIT.usage : EXIT.done;
  }
  if (first === "--version") {
    stdout.write(`${version}\n`);
    return EXIT.done;
  }
  if (first === "--complete") {
    stdout.write(
      complete(COMMANDS, argv.slice(1))
        .map((word) => `${word}\n`)
        .join(""),
    );
    return EXIT.done;
  }
  const { command, rest } = findCommand(COMMANDS, argv);
  const { isHelp, values } = parseCommand(command, rest);
  if (isHelp) {
    stdout.write(`${renderHelp(command, paperOf(stdout, env))}\n`);
    return EXIT.done;
  }
  return execute(command, context, values);
}

/** Values of all scopes: which of them there are, the scope says. */
type AllValues = NetworkValues & SendingValues & OutputValues;

async function execute(
  command: Command,
  context: OfflineContext,
  values: Readonly<Record<string, unknown>>,
): Promise<ExitCode> {
  const globals = values as AllValues;
  if (command.scope === "send") assertOneWay(command, globals);
  const sent: Sending[] = [];
  const scoped = await contextOf(command, context, globals, sent);
  const outcome = await command.execute(scoped, values);
  context.progress.clear();
  print(context.io, globals.json, outcome, sent[0]);
  return outcome.isNothing ? EXIT.nothing : EXIT.done;
}

function assertOneWay({ name }: Command, { unsigned, safe, dryRun }: SendingValues): void {
  if ([unsigned, safe, dryRun].filter(Boolean).length < 2) return;
  throw new InvalidUsageError({ command: name, reason: "Of --dry-run, --unsigned and --safe only one can be given." });
}

async function contextOf({ scope }: Command, context: OfflineContext, values: AllValues, sent: Sending[]) {
  if (scope === "offline") return context;
  const connected = await connect(context, values);
  if (scope === "read") {
    // The key's address is read without its password.
    const account = connected.account ?? (await findSigner(context, values))?.address;
    return { ...connected, account };
  }
  const needsKey = !values.unsigned && !values.safe && !(values.dryRun && values.account !== undefined);
  const signer = needsKey || values.account === undefined ? await findSigner(context, values) : undefined;
  const sender = sendingContext(connected, values, signer);
  const send: typeof sender.send = async (request) => {
    const sending = await sender.send(request);
    sent.push(sending);
    return sending;
  };
  return { ...sender, send };
}

/** Prints what a command has done: transactions to sign elsewhere alone, as programs read them. */
function print({ stdout, env }: Io, isJson: boolean, { data, view }: Outcome, sending: Sending | undefined): void {
  const write = (text: string) => stdout.write(`${text}\n`);
  if (sending?.mode === "unsigned") {
    write(formatJson(sending.transactions));
  } else if (sending?.mode === "safe") {
    write(formatJson(buildSafeBatch(sending.from, sending.transactions, Date.now())));
  } else if (isJson) {
    const { logs: _, ...rest } = sending ?? { logs: [] };
    write(formatJson(sending === undefined ? data : { ...(data as object), sending: rest }));
  } else {
    const paper = paperOf(stdout, env);
    const text = view(paper);
    write([text, sending && renderSending(sending, paper)].filter(Boolean).join("\n\n"));
  }
}

function fileReaders(io: Io): Pick<OfflineContext, "readInput" | "parseInput"> {
  const readInput = async (path: string) => {
    try {
      return await io.readFile(path);
    } catch (cause) {
      const metaMessages = ["Pass the path of a file that you may read."];
      throw new InputFileError({ path, reason: "This file cannot be read.", cause, metaMessages });
    }
  };
  const parseInput = async <T>(path: string, parse: (text: string) => T): Promise<T> => {
    const text = await readInput(path);
    try {
      return parse(text);
    } catch (cause) {
      if (!(cause instanceof BaseError) || cause instanceof InputFileError) throw cause;
      throw new InputFileError({ path, reason: cause.shortMessage, cause, metaMessages: cause.metaMessages });
    }
  };
  return { readInput, parseInput };
}

/** What went wrong, for programs. */
function errorData(thrown: unknown): object {
  const error = toSdkError(thrown);
  if (!(error instanceof Error)) return { error: { name: "Error", message: String(error), remedies: [] } };
  const { shortMessage = error.message, metaMessages = [] } = error as Partial<BaseError>;
  return { error: { name: error.name, message: shortMessage, remedies: metaMessages } };
}

/** What went wrong, and what to do about it, for people. */
function errorText(thrown: unknown, { stderr, env }: Io): string {
  const error = toSdkError(thrown);
  const paper = paperOf(stderr, env);
  if (!(error instanceof Error)) return paper.bad(String(error));
  const { shortMessage = error.message } = error as Partial<BaseError>;
  const rest = error.message.startsWith(shortMessage) ? error.message.slice(shortMessage.length).trim() : "";
  return [paper.bad(shortMessage), rest].filter(Boolean).join("\n");
}
