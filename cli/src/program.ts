import {
  Argument,
  Command as Program,
  Help,
  Option as Flag,
  type CommanderError,
  type OutputConfiguration,
} from "commander";

import type { Command } from "./command.ts";
import { InvalidUsageError, InvalidValueError, UnknownCommandError } from "./errors.ts";
import { EXIT_MEANINGS } from "./exitCodes.ts";
import { globalsOf, HELP, optionsOf } from "./globals.ts";
import type { Io } from "./io.ts";
import { kebabCase, type Option, type Options } from "./options.ts";
import { paperOf, type Paper } from "./output/paper.ts";
import { renderFacts } from "./output/table.ts";

/** Values of a command's arguments and options, and of those of its scope, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** What is done with a command line that is right. */
export type Handler = (command: Command, values: Values) => Promise<void>;

/**
 * Makes commander's program of the descriptions of commands: it parses, writes help and suggests what was meant.
 * @returns A program whose `parseAsync` fails with a {@link UsageError}, or with commander's error after it has printed
 * help or the version.
 */
export function createProgram(
  commands: readonly Command[],
  io: Pick<Io, "stdout" | "stderr" | "env">,
  version: string,
  handle: Handler,
): Program {
  const paper = paperOf(io.stdout, io.env);
  const program = new Program("deepfunding")
    .usage("<command> [arguments] [options]")
    .description("Deep Funding Markets from the command line.")
    .version(version, "--version", "print the version")
    .helpCommand(false)
    .helpOption(HELP.flags, HELP.summary)
    .configureOutput(outputOf(io))
    .configureHelp({ styleTitle: paper.bold, visibleCommands: commandsBelow, subcommandTerm: wordsOf })
    .exitOverride((error) => refuse("", error))
    .addHelpText("after", `\n${renderCodes(paper)}`);
  for (const command of commands) addCommand(program, command, paper, handle);
  return program;
}

function outputOf({ stdout, stderr }: Pick<Io, "stdout" | "stderr">): OutputConfiguration {
  return {
    writeOut: stdout.write,
    writeErr: stderr.write,
    // What is wrong is thrown, and printed as every other error.
    outputError: () => undefined,
    getOutHelpWidth: () => stdout.columns,
    getErrHelpWidth: () => stderr.columns,
    getOutHasColors: () => stdout.isTerminal,
    getErrHasColors: () => stderr.isTerminal,
  };
}

/** All commands below a program or a first word, such as `keystore`. */
function commandsBelow({ commands }: Program): Program[] {
  return commands.flatMap((each) => (each.commands.length > 0 ? commandsBelow(each) : [each]));
}

/** What is typed for a command, after `deepfunding`. */
function wordsOf(command: Program): string {
  const words: string[] = [];
  for (let at: Program | null = command; at?.parent; at = at.parent) words.unshift(at.name());
  return words.join(" ");
}

function addCommand(program: Program, command: Command, paper: Paper, handle: Handler): void {
  const words = command.name.split(" ");
  const last = words.pop() ?? "";
  const made = words.reduce(findOrAdd, program).command(last).description(command.summary);
  for (const [name, option] of Object.entries(command.args)) made.addArgument(toArgument(name, option));
  const flags = new Map([
    ...addOptions(made, undefined, command.options),
    ...globalsOf(command.scope).flatMap(([title, options]) => addOptions(made, `${title}:`, options)),
  ]);
  made
    .addHelpOption(new Flag(HELP.flags, HELP.summary).helpGroup("Output:"))
    .exitOverride((error) => refuse(command.name, error, missingOf(command, made, error)))
    .addHelpText("after", () => renderMore(command, paper))
    .action(() => handle(command, { ...valuesOf(made, flags), ...argumentsOf(command, made) }));
}

function findOrAdd(parent: Program, word: string): Program {
  return (
    parent.commands.find((each) => each.name() === word) ?? parent.command(word).helpOption(HELP.flags, HELP.summary)
  );
}

/* VALUES */

function toArgument(name: string, option: Option<unknown>): Argument {
  const { arity, summary } = option;
  const dots = arity === "many" ? "..." : "";
  const written = arity === "required" ? `<${kebabCase(name)}>` : `[${kebabCase(name)}${dots}]`;
  const argument = new Argument(written, summary);
  const read = (text: string) => readOne(`<${kebabCase(name)}>`, option, text);
  if (arity !== "many") return argument.argParser(read);
  return argument.argParser((text, before: readonly unknown[] = []) => [...before, read(text)]);
}

/** A flag, and the option that it was made of. */
type Made = { readonly flag: Flag; readonly option: Option<unknown> };

function addOptions(made: Program, title: string | undefined, options: Options): [string, Made][] {
  return Object.entries(options).map(([name, option]) => {
    const flag = toFlag(made, name, option);
    if (title !== undefined) flag.helpGroup(title);
    made.addOption(flag);
    return [name, { flag, option }];
  });
}

function toFlag(made: Program, name: string, option: Option<unknown>): Flag {
  const { arity, kind, summary, absent, otherwise } = option;
  const long = `--${kebabCase(name)}`;
  if (kind === undefined) return new Flag(long, summary);
  const isRequired = arity === "required";
  const flag = new Flag(`${long} ${kind.placeholder}`, isRequired ? `${summary} (required)` : summary);
  if (otherwise !== undefined) flag.default(absent, otherwise);
  return flag.makeOptionMandatory(isRequired).argParser((text, before) => {
    const isAgain = made.getOptionValueSource(flag.attributeName()) === "cli";
    if (arity === "many") return [...(isAgain ? (before as readonly unknown[]) : []), readOne(long, option, text)];
    if (isAgain) throw new InvalidUsageError({ command: wordsOf(made), reason: `${long} is given more than once.` });
    return readOne(long, option, text);
  });
}

function readOne(what: string, { kind }: Option<unknown>, text: string): unknown {
  const value = kind?.read(text);
  if (value === undefined) throw new InvalidValueError({ what, text, expected: kind?.expected ?? "" });
  return value;
}

function valuesOf(made: Program, flags: ReadonlyMap<string, Made>): Values {
  const values = [...flags].map(([name, { flag, option }]) => {
    const value: unknown = made.getOptionValue(flag.attributeName());
    // Of `--no-shorts` commander says whether there are shorts.
    if (option.arity === "flag") return [name, value === !flag.negate] as const;
    return [name, value ?? option.absent] as const;
  });
  return Object.fromEntries(values);
}

function argumentsOf({ args }: Command, { processedArgs }: Program): Values {
  const values = Object.entries(args).map(([name, { absent }], i) => [name, (processedArgs[i] as unknown) ?? absent]);
  return Object.fromEntries(values) as Values;
}

/* WHAT IS WRONG */

/** Fails with what commander has found; what it has printed because it was asked to is no failure of ours. */
function refuse(command: string, error: CommanderError, missing?: string): never {
  if (error.exitCode === 0 || error.code === "commander.help") throw error;
  const [reason = "", ...suggestions] = error.message.replace(/^error: /, "").split("\n");
  const near = suggestions.map((each) => each.replace(/^\((.*)\)$/, "$1"));
  const sentence = missing ?? `${reason.charAt(0).toUpperCase()}${reason.slice(1).replace(/\.?$/, ".")}`;
  if (error.code === "commander.unknownCommand") throw new UnknownCommandError({ reason: sentence, near });
  throw new InvalidUsageError({ command, reason: sentence, near });
}

/** What is missing, and what it is for: commander names it only. */
function missingOf(command: Command, made: Program, { code }: CommanderError): string | undefined {
  if (code === "commander.missingArgument") {
    const [name = "", option] = Object.entries(command.args)[made.args.length] ?? [];
    return `<${kebabCase(name)}> is missing: ${option?.summary}.`;
  }
  if (code !== "commander.missingMandatoryOptionValue") return undefined;
  const isMissing = ([name, { arity }]: [string, Option<unknown>]) =>
    arity === "required" && made.getOptionValue(name) === undefined;
  const [name = "", option] = Object.entries(optionsOf(command)).find(isMissing) ?? [];
  return `--${kebabCase(name)} is missing: ${option?.summary}.`;
}

/* HELP */

/** What there is to know besides arguments and options. */
function renderMore({ notes = [], examples }: Command, paper: Paper): string {
  const lines = examples.map(({ line, does }) => `  ${paper.dim(`# ${does}`)}\n  ${line}`);
  const width = Math.min(paper.columns, 100) - 2;
  const text = notes.map((note) => new Help().boxWrap(note, width).replace(/^/gm, "  "));
  const sections = [["Notes:", text] as const, ["Examples:", lines] as const].filter(([, some]) => some.length > 0);
  return sections.map(([title, some]) => `\n${paper.bold(title)}\n${some.join("\n")}`).join("\n");
}

function renderCodes(paper: Paper): string {
  const codes = EXIT_MEANINGS.map(([code, meaning]) => [`  ${code}`, meaning] as const);
  return `${paper.bold("Exit codes:")}\n${renderFacts(codes)}`;
}
