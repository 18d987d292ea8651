/// <reference types="node" />
import { readFile, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

import { decodeText } from "deepfunding/csv";

import { NoAnswerError } from "./errors.ts";
import type { Io, Sink } from "./io.ts";

/** Characters of a line where nothing says how wide it is. */
const DEFAULT_COLUMNS = 100;

/** The process that this runs in, as commands see it. */
export function processIo(): Io {
  // Whoever reads through a pipe may have read enough.
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 1));
  return {
    env: process.env,
    stdout: sinkOf(process.stdout),
    stderr: sinkOf(process.stderr),
    readFile: async (path) => decodeText(await readFile(path)),
    writeNewFile: (path, text, { secret = false } = {}) =>
      writeFile(path, text, { flag: "wx", mode: secret ? 0o600 : 0o644 }),
    ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
  };
}

function sinkOf(stream: NodeJS.WriteStream): Sink {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY,
    // Some terminals do not say how wide they are, or that they are 0 wide.
    columns: (stream.isTTY && stream.columns) || DEFAULT_COLUMNS,
  };
}

/** Asks on the terminal, beside standard output: that is for results. */
async function ask(question: string, { secret = false }: { readonly secret?: boolean } = {}): Promise<string> {
  // As a terminal, readline puts the keyboard into raw mode and echoes by itself: into nothing, if it is a secret.
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({
    input: process.stdin,
    output: secret ? nothing : process.stderr,
    terminal: true,
  });
  if (secret) process.stderr.write(question);
  // Ctrl-C and the end of the input close it.
  const ended = new Promise<never>((_resolve, reject) => reader.once("close", () => reject(new NoAnswerError())));
  ended.catch(() => undefined); // it is closed after every answer, too
  try {
    return await Promise.race([reader.question(secret ? "" : question), ended]);
  } finally {
    reader.close();
    if (secret) process.stderr.write("\n");
  }
}
