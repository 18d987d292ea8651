import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** From the top of any worktree. */
const HOOKS = "scripts/hooks";

/** Gives a clone the hooks of this project, unless it has others or is a machine's, which commits nothing. */
export function installHooks(root, environment = process.env) {
  if (environment.CI !== undefined || !existsSync(join(root, ".git"))) return;
  const git = (...parameters) => spawnSync("git", parameters, { cwd: root, env: environment, stdio: "ignore" }).status;
  // Git says so when there is no such setting, the user's own included.
  const isUnset = git("config", "--get", "core.hooksPath") === 1;
  if (isUnset) git("config", "core.hooksPath", HOOKS);
}
