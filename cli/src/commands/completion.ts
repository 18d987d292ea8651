import { defineCommand } from "../command.ts";
import { COMPLETION_SCRIPTS, SHELLS } from "../completion.ts";
import { oneOf } from "../kinds.ts";
import { required } from "../options.ts";

export const completion = defineCommand({
  name: "completion",
  summary: "print a script with which a shell completes commands and options",
  scope: "offline",
  args: { shell: required(oneOf(SHELLS), "your shell") },
  options: {},
  examples: [
    { line: "deepfunding completion bash >> ~/.bashrc", does: "for bash" },
    { line: 'deepfunding completion zsh > "$fpath[1]/_deepfunding"', does: "for zsh" },
    { line: "deepfunding completion fish > ~/.config/fish/completions/deepfunding.fish", does: "for fish" },
  ],
  run: (_context, { shell }) => Promise.resolve({ shell, script: COMPLETION_SCRIPTS[shell] }),
  view: ({ script }) => script.trimEnd(),
});
