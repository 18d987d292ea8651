// `node scripts/run.mjs COMMAND…`, before every command of package.json: installs what is missing, then runs it with the
// project's own Node. Its signals and its exit code are the command's.
import { spawn } from "node:child_process";
import { constants } from "node:os";

import { PATH, bootstrap } from "./bootstrap.mjs";

/** The shell in which npm runs scripts: read at once, as it may be gone by the time that the command runs. */
const SHELL = process.ppid;

bootstrap();
const [program, ...parameters] = process.argv.slice(2);
const isWindows = process.platform === "win32";
const child = spawn(program, parameters, { stdio: "inherit", env: { ...process.env, PATH }, shell: isWindows });

// The command decides what comes of them; a terminal sends it Ctrl-C besides.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// A shell stands between npm and this script, and passes no signal on: when it is gone, npm was told to stop.
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== SHELL) child.kill("SIGTERM");
  }, 250).unref();
}

child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
