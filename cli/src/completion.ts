import type { Command } from "./command.ts";
import { optionsOf } from "./globals.ts";
import { kebabCase, type Option } from "./options.ts";

/** Says to the shell that the names of files go here. */
export const FILES = ":files";

/**
 * Returns what the last of some words may become, or {@link FILES}.
 * @param words What was written after `deepfunding`, up to the cursor; the last may be empty.
 */
export function complete(commands: readonly Command[], words: readonly string[]): readonly string[] {
  const [last = "", ...before] = [...words].reverse();
  const done = before.reverse();
  const command = commands.find(({ name }) => name.split(" ").every((word, i) => done[i] === word));
  const found = command === undefined ? nextWords(commands, done) : valuesAt(command, done, last);
  return found.filter((word) => word === FILES || word.startsWith(last));
}

/** The words of commands that go on like this. */
function nextWords(commands: readonly Command[], done: readonly string[]): readonly string[] {
  const matching = commands.filter(({ name }) => done.every((word, i) => name.split(" ")[i] === word));
  return [...new Set(matching.flatMap(({ name }) => name.split(" ")[done.length] ?? []))];
}

function valuesAt(command: Command, done: readonly string[], last: string): readonly string[] {
  const options = optionsOf(command);
  const byFlag = new Map(Object.entries(options).map(([name, option]) => [`--${kebabCase(name)}`, option]));
  const awaited = byFlag.get(done.at(-1) ?? "");
  if (awaited?.kind !== undefined) return completionsOf(awaited);
  const flags = [...byFlag.keys(), "--help"];
  if (last.startsWith("-")) return flags.filter((each) => !done.includes(each));
  const args = Object.values(command.args);
  const position = positionals(command, done, byFlag);
  const argument = args[position] ?? (args.at(-1)?.arity === "many" ? args.at(-1) : undefined);
  return argument === undefined ? flags : completionsOf(argument);
}

/** How many arguments stand before the cursor: words that are neither options nor their values. */
function positionals({ name }: Command, done: readonly string[], byFlag: ReadonlyMap<string, Option<unknown>>): number {
  const words = done.slice(name.split(" ").length);
  return words.filter((word, i) => !word.startsWith("-") && byFlag.get(words[i - 1] ?? "")?.kind === undefined).length;
}

function completionsOf({ kind }: Option<unknown>): readonly string[] {
  return kind?.complete === "file" ? [FILES] : (kind?.complete ?? []);
}

/** The shells that can complete. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** What each shell reads at its start: it asks the command itself, so that nothing here grows old. */
export const COMPLETION_SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `_deepfunding() {
  local word=\${COMP_WORDS[COMP_CWORD]} found IFS=$'\\n'
  found=$(deepfunding --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
  if [ "$found" = "${FILES}" ]; then
    COMPREPLY=($(compgen -f -- "$word"))
  else
    COMPREPLY=($(compgen -W "$found" -- "$word"))
  fi
}
complete -o filenames -F _deepfunding deepfunding
`,
  zsh: `#compdef deepfunding
_deepfunding() {
  local -a found
  found=(\${(f)"$(deepfunding --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if [[ "$found" == "${FILES}" ]]; then _files; else compadd -a found; fi
}
if [ "$funcstack[1]" = "_deepfunding" ]; then _deepfunding; else compdef _deepfunding deepfunding; fi
`,
  fish: `function __deepfunding
  set -l words (commandline -opc) (commandline -ct)
  set -l found (deepfunding --complete $words[2..-1] 2>/dev/null)
  if test "$found" = "${FILES}"
    __fish_complete_path (commandline -ct)
  else
    printf '%s\\n' $found
  end
end
complete -c deepfunding -f -a '(__deepfunding)'
`,
};
