import { type Command } from "./command.ts";
import { EXIT_MEANINGS } from "./exitCodes.ts";
import { globalsOf } from "./globals.ts";
import { kebabCase, type Option, type Options } from "./options.ts";
import type { Paper } from "./output/paper.ts";
import { renderFacts } from "./output/table.ts";

/** How a command is used: everything in its description. */
export function renderHelp(command: Command, paper: Paper): string {
  const { name, summary, notes = [], args, options, scope, examples } = command;
  const words = Object.entries(args).map(([key, option]) => renderArgument(key, option));
  return sections([
    [undefined, `${paper.bold(`deepfunding ${name}`)}: ${summary}.`],
    ["Usage", `  ${["deepfunding", name, ...words, "[options]"].join(" ")}`],
    ["Arguments", renderOptions(args, (key) => `<${kebabCase(key)}>`)],
    ["Options", renderOptions(options, renderOption)],
    ...globalsOf(scope).map(([title, globals]) => [title, renderOptions(globals, renderOption)] as const),
    ["Notes", wrap(notes, Math.min(paper.columns, 100)).join("\n")],
    ["Examples", examples.map(({ line, does }) => `  ${paper.dim(`# ${does}`)}\n  ${line}`).join("\n")],
  ]);
}

/** What there is: all commands, a line each, and what their exit codes mean. */
export function renderOverview(commands: readonly Command[], paper: Paper): string {
  const example = commands[0]?.examples[0].line ?? "";
  return sections([
    [undefined, `${paper.bold("deepfunding")}: Deep Funding Markets from the command line.`],
    ["Usage", "  deepfunding <command> [arguments] [options]"],
    ["Commands", renderFacts(commands.map(({ name, summary }) => [`  ${name}`, summary]))],
    ["Exit codes", renderFacts(EXIT_MEANINGS.map(([code, meaning]) => [`  ${code}`, meaning]))],
    ["Examples", `  deepfunding <command> --help\n  ${example}`],
  ]);
}

type Section = readonly [title: string | undefined, text: string];

function sections(all: readonly Section[]): string {
  return all
    .filter(([, text]) => text !== "")
    .map(([title, text]) => (title === undefined ? text : `${title}:\n${text}`))
    .join("\n\n");
}

function renderArgument(name: string, { arity }: Option<unknown>): string {
  const word = `<${kebabCase(name)}>`;
  if (arity === "many") return `[${word} ...]`;
  return arity === "required" ? word : `[${word}]`;
}

function renderOption(name: string, { kind }: Option<unknown>): string {
  const short = name === "help" ? "-h, " : "";
  return `${short}--${kebabCase(name)}${kind === undefined ? "" : ` ${kind.placeholder}`}`;
}

function renderOptions(options: Options, render: (name: string, option: Option<unknown>) => string): string {
  const entries = Object.entries(options);
  if (entries.length === 0) return "";
  return renderFacts(entries.map(([name, option]) => [`  ${render(name, option)}`, describe(option)]));
}

function describe({ summary, arity, otherwise }: Option<unknown>): string {
  if (otherwise !== undefined) return `${summary} (default: ${otherwise})`;
  return arity === "required" ? `${summary} (required)` : summary;
}

/** Breaks paragraphs into lines of at most `columns`, indented by two. */
function wrap(paragraphs: readonly string[], columns: number): string[] {
  return paragraphs.flatMap((paragraph) => {
    const lines = [" "];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1) ?? "";
      if (last.length + word.length < columns) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(`  ${word}`);
    }
    return lines;
  });
}
