import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const SCRIPT = join(ROOT, "scripts", "node.ts");
/** What stands before every command of npm. */
const RUN = join(ROOT, "scripts", "run.mjs");

/** Starts `npm run node` with these parameters, without npm. */
export function startNode(...parameters: string[]) {
  return watch(spawn(process.execPath, [SCRIPT, ...parameters], { cwd: ROOT }));
}

/** As npm does it: by a shell, which waits for the script and passes no signal on. */
export function startNodeInShell(...parameters: string[]) {
  const env = { ...process.env, npm_lifecycle_event: "node" };
  const line = '"$@"; exit $?';
  return watch(
    spawn("sh", ["-c", line, "sh", process.execPath, RUN, process.execPath, SCRIPT, ...parameters], { cwd: ROOT, env }),
  );
}

function watch(child: ChildProcessWithoutNullStreams) {
  const printed = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.error += text));
  const exited = once(child, "close").then(([code]) => code as number | null);
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", () => {
      if (printed.out.includes("Ctrl-C")) resolve();
    });
    exited.then(() => reject(new Error(`It ended: ${printed.error}`)), reject);
  });
  ready.catch(() => undefined); // most tests only wait for the end
  return { child, exited, printed, ready };
}
