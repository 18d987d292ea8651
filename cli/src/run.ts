import { CommanderError } from "commander";
import { dialectOf } from "deepfunding/csv";
import type { Journal } from "deepfunding/delivery";
import { BaseError, CsvError, InvalidFilesError } from "deepfunding/errors";

import { connect } from "./chain/connect.ts";
import { knownOf } from "./chain/known.ts";
import { type Command, type OfflineContext, type Outcome, type ReadContext } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { complete } from "./completion.ts";
import { InputFileError, InvalidUsageError } from "./errors.ts";
import { EXIT, exitCodeOf, type ExitCode } from "./exitCodes.ts";
import { optionsOf, type NetworkValues, type OutputValues, type SendingValues } from "./globals.ts";
import type { Io } from "./io.ts";
import { findSigner } from "./keys/signer.ts";
import { failureOf, renderFailure } from "./output/failure.ts";
import { formatJson } from "./output/format.ts";
import { paperOf } from "./output/paper.ts";
import { printable } from "./output/printable.ts";
import { createProgress } from "./output/progress.ts";
import { createProgram } from "./program.ts";
import { renderSending } from "./send/render.ts";
import { sendingContext } from "./send/send.ts";
import { toTransactionBuilderFile } from "./send/transactionBuilder.ts";
import type { SendRequest, Sending } from "./send/types.ts";

/**
 * Runs a command line, without touching the process that it is in.
 * @param argv What was written after `deepfunding`.
 * @param version Of the package.
 * @returns What to exit with, see `EXIT`; what failed was printed.
 */
export async function run(
  argv: readonly string[],
  { stdout, stderr, ...rest }: Io,
  version: string,
): Promise<ExitCode> {
  const io = { ...rest, stdout: printable(stdout), stderr: printable(stderr) };
  const progress = createProgress(stderr);
  let connected: ReadContext | undefined;
  const onConnected = (context: ReadContext) => {
    connected = context;
  };
  try {
    return await dispatch(argv, { ...fileReaders(io), io, progress }, version, onConnected);
  } catch (thrown) {
    progress.clear();
    // Without a command it has printed which there are.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.usage;
    const failure = failureOf(thrown, { options: OPTIONS, ...(connected && (await knownOf(thrown, connected))) });
    const paper = paperOf(io.stderr, io.env);
    io.stderr.write(`${argv.includes("--json") ? formatJson({ error: failure }) : renderFailure(failure, paper)}\n`);
    return exitCodeOf(thrown);
  }
}

/** Names of the options of all commands. */
const OPTIONS = new Set(COMMANDS.flatMap((command) => Object.keys(optionsOf(command))));

type OnConnected = (context: ReadContext) => void;

async function dispatch(
  argv: readonly string[],
  context: OfflineContext,
  version: string,
  onConnected: OnConnected,
): Promise<ExitCode> {
  const { io } = context;
  if (argv[0] === "--complete") {
    for (const word of complete(COMMANDS, argv.slice(1))) io.stdout.write(`${word}\n`);
    return EXIT.done;
  }
  let code: ExitCode = EXIT.done;
  const program = createProgram(COMMANDS, io, version, async (command, values) => {
    code = await execute(command, context, values, onConnected);
  });
  await program.parseAsync(argv, { from: "user" });
  return code;
}

/** Values of all scopes: which of them there are, the scope says. */
type AllValues = NetworkValues & SendingValues & OutputValues;

async function execute(
  command: Command,
  context: OfflineContext,
  values: Readonly<Record<string, unknown>>,
  onConnected: OnConnected,
): Promise<ExitCode> {
  const globals = values as AllValues;
  if (command.scope === "send") assertOneWay(command, globals);
  const sent: Sending[] = [];
  const scoped = await contextOf(command, context, globals, sent, onConnected);
  const outcome = await command.execute(scoped, values);
  context.progress.clear();
  print(context.io, globals.json, outcome, joinSendings(sent));
  return outcome.nothing === undefined ? EXIT.done : EXIT.nothing;
}

function assertOneWay({ name }: Command, { unsigned, safe, dryRun }: SendingValues): void {
  if ([unsigned, safe, dryRun].filter(Boolean).length < 2) return;
  throw new InvalidUsageError({ command: name, reason: "Of --dry-run, --unsigned and --safe only one can be given." });
}

async function contextOf(
  { scope, sender }: Command,
  context: OfflineContext,
  values: AllValues,
  sent: Sending[],
  onConnected: OnConnected,
) {
  if (scope === "offline") return context;
  // Whose account it is, a keystore tells without its password.
  const key = await findSigner(context, values);
  const signer = values.account === undefined || values.account === key?.address ? key : undefined;
  const connected = await connect(context, values, signer);
  onConnected(connected);
  if (scope === "read") return connected;
  const sending = sendingContext(...senderOf(connected, sender, values, signer));
  const noted = <S extends Sending | undefined>(done: S): S => {
    if (done !== undefined) sent.push(done);
    return done;
  };
  return {
    ...sending,
    send: async (request: SendRequest) => noted(await sending.send(request)),
    resume: async (journal: Journal) => noted(await sending.resume(journal)),
  };
}

type Sender = Parameters<typeof sendingContext>;

/** Who sends: what only a contract can send, that contract does, unless the user says otherwise. */
function senderOf(context: ReadContext, sender: Command["sender"], values: AllValues, signer: Sender[2]): Sender {
  if (sender === undefined || values.account !== undefined) return [context, values, signer];
  const account = context.addressOf(sender);
  return [{ ...context, account }, values, signer?.address === account ? signer : undefined];
}

/** Puts together what was sent at several times. */
function joinSendings([first, ...others]: readonly Sending[]): Sending | undefined {
  return others.reduce((all, next) => {
    if (all === undefined || !("steps" in all) || !("steps" in next)) return all;
    return { ...all, steps: [...all.steps, ...next.steps], logs: [...all.logs, ...next.logs] };
  }, first);
}

/** Prints what a command has done: transactions to sign elsewhere alone, as programs read them. */
function print(
  { stdout, env }: Io,
  isJson: boolean,
  { data: own, nothing, view }: Outcome,
  sending: Sending | undefined,
): void {
  const write = (text: string) => stdout.write(`${text}\n`);
  const data = nothing === undefined ? own : { ...(own as object), reason: nothing };
  if (sending?.mode === "unsigned") {
    write(formatJson(sending.transactions));
  } else if (sending?.mode === "safe") {
    write(formatJson(toTransactionBuilderFile(sending.from, sending.transactions, Date.now())));
  } else if (isJson) {
    // What the logs say is in the data.
    write(formatJson(sending === undefined ? data : { ...(data as object), sending: { ...sending, logs: undefined } }));
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
      if (cause instanceof BaseError) throw fileError(path, cause);
      const metaMessages = ["Pass the path of a file that you may read."];
      throw new InputFileError({ path, reason: "This file cannot be read.", cause, metaMessages });
    }
  };
  const noted = new Set<string>();
  const parseInput = async <T>(path: string, parse: (text: string) => T): Promise<T> => {
    const text = await readInput(path);
    try {
      const parsed = parse(text);
      const note = dialectNote(text);
      if (note !== undefined && !noted.has(path)) io.stderr.write(`${path}: ${note}\n`);
      noted.add(path);
      return parsed;
    } catch (cause) {
      if (!(cause instanceof BaseError) || cause instanceof InputFileError || cause instanceof InvalidFilesError)
        throw cause;
      throw fileError(path, cause);
    }
  };
  return { readInput, parseInput };
}

/** How a table is written, if that is not as these commands write them: what it was taken for is to be seen. */
function dialectNote(text: string): string | undefined {
  try {
    const { delimiter, decimal } = dialectOf(text);
    if (delimiter === "," && decimal === ".") return undefined;
    return `read with fields separated by ${delimiter === "\t" ? "tabs" : `"${delimiter}"`}, decimals by "${decimal}".`;
  } catch {
    return undefined; // it is no table
  }
}

/** What is wrong with a file, with its path: of a table all that is. */
function fileError(path: string, cause: BaseError): BaseError {
  if (cause instanceof CsvError) return new InvalidFilesError({ failures: cause.failures(path) });
  return new InputFileError({ path, reason: cause.shortMessage, cause, metaMessages: cause.metaMessages });
}
