/// <reference types="node" />
import { parseArgs } from "node:util";

import { type Command } from "./command.ts";
import { InvalidUsageError, InvalidValueError, UnknownCommandError } from "./errors.ts";
import { optionsOf } from "./globals.ts";
import { nearest } from "./nearest.ts";
import { kebabCase, type Kind, type Option } from "./options.ts";

/** A command and what was written after its words. */
export type Found = { readonly command: Command; readonly rest: readonly string[] };

/** A parsed command line. */
export type Parsed = {
  readonly isHelp: boolean;
  /** By name: of the command's arguments and options, and of those of its scope. */
  readonly values: Readonly<Record<string, unknown>>;
};

/**
 * Finds the command that a command line begins with.
 * @throws {UnknownCommandError} when there is none.
 */
export function findCommand(commands: readonly Command[], argv: readonly string[]): Found {
  const found = commands
    .filter(({ name }) => name.split(" ").every((word, i) => argv[i] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (found !== undefined) return { command: found, rest: argv.slice(found.name.split(" ").length) };
  const words = wordsOf(argv);
  const group = commands.filter(({ name }) => name.startsWith(`${words} `)).map(({ name }) => name);
  const names = commands.map(({ name }) => name);
  const [near = []] = [group, nearest(words, names), nearest(argv[0] ?? "", names)].filter(({ length }) => length > 0);
  throw new UnknownCommandError({ words, near });
}

/** The commands whose help is asked for by the word that they begin with: `keystore --help`; else none. */
export function groupOf(commands: readonly Command[], [word = "", next = ""]: readonly string[]): readonly Command[] {
  const isAsked = next === "--help" || next === "-h";
  return isAsked ? commands.filter(({ name }) => name.startsWith(`${word} `)) : [];
}

/** The words that a command line begins with: what comes before its options. */
function wordsOf(argv: readonly string[]): string {
  const end = argv.findIndex((word) => word.startsWith("-"));
  return argv.slice(0, end < 0 ? 2 : Math.min(end, 2)).join(" ");
}

/**
 * Reads what was written after a command's words.
 * @throws {InvalidUsageError} when something is unknown, missing, or given too often.
 * @throws {InvalidValueError} when a value is not what it should be.
 */
export function parseCommand(command: Command, rest: readonly string[]): Parsed {
  const options = optionsOf(command);
  const { given, positionals } = split(command, rest);
  if (given.has("help")) return { isHelp: true, values: {} };
  const values = [
    ...Object.entries(options).map(([name, option]) =>
      valueOf(command, name, `--${kebabCase(name)}`, option, given.get(name) ?? []),
    ),
    ...argumentsOf(command, positionals),
  ];
  return { isHelp: false, values: Object.fromEntries(values) };
}

type Given = { readonly given: ReadonlyMap<string, readonly string[]>; readonly positionals: readonly string[] };

/** Sorts what was written by option, with the parser of Node. */
function split(command: Command, rest: readonly string[]): Given {
  const options = optionsOf(command);
  const config = Object.entries(options).map(([name, { arity }]) => {
    const type = arity === "flag" ? ("boolean" as const) : ("string" as const);
    return [kebabCase(name), { type, multiple: true as const, ...(name === "help" && { short: "h" }) }] as const;
  });
  const parse = () => {
    try {
      return parseArgs({ args: [...rest], options: Object.fromEntries(config), allowPositionals: true });
    } catch (cause) {
      throw new InvalidUsageError({ command: command.name, reason: reasonOf(cause, Object.keys(options)), cause });
    }
  };
  const { values, positionals } = parse();
  const given = Object.keys(options).flatMap((name) => {
    const list = values[kebabCase(name)] as readonly (string | boolean)[] | undefined;
    return list === undefined ? [] : [[name, list.map(String)] as const];
  });
  return { given: new Map(given), positionals };
}

/** What Node's parser found wrong, without its advice for programmers; with the option that was perhaps meant. */
function reasonOf(cause: unknown, names: readonly string[]): string {
  const { code, message } = cause as Error & { readonly code?: string };
  const [, unknown] = /'(-[^']+)'/.exec(message) ?? [];
  if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION" || unknown === undefined) return message.split("\n")[0] ?? message;
  const near = nearest(
    unknown,
    names.map((name) => `--${kebabCase(name)}`),
  );
  return `There is no option ${unknown}${near.length === 0 ? "" : `; perhaps ${near.join(" or ")}`}.`;
}

function argumentsOf(command: Command, positionals: readonly string[]): (readonly [string, unknown])[] {
  const args = Object.entries(command.args);
  const takesMany = args.at(-1)?.[1].arity === "many";
  const extra = positionals[args.length];
  if (extra !== undefined && !takesMany) {
    throw new InvalidUsageError({ command: command.name, reason: `"${extra}" is one argument too many.` });
  }
  return args.map(([name, option], i) => {
    const given = option.arity === "many" ? positionals.slice(i) : positionals.slice(i, i + 1);
    return valueOf(command, name, `<${kebabCase(name)}>`, option, given);
  });
}

function valueOf(
  command: Command,
  name: string,
  what: string,
  option: Option<unknown>,
  given: readonly string[],
): readonly [string, unknown] {
  if (option.arity === "required" && given.length === 0) {
    throw new InvalidUsageError({ command: command.name, reason: `${what} is missing: ${option.summary}.` });
  }
  if (given.length > 1 && option.arity !== "many" && option.arity !== "flag") {
    throw new InvalidUsageError({ command: command.name, reason: `${what} is given ${given.length} times.` });
  }
  const readOne = <T>(kind: Kind<T>, text: string): T => {
    const value = kind.read(text);
    if (value === undefined) throw new InvalidValueError({ what, text, expected: kind.expected });
    return value;
  };
  return [name, option.take(given, readOne)];
}
