import type { Io } from "../../src/io.ts";
import { run } from "../../src/run.ts";
import { expectForPeople } from "./people.ts";

/** Options with which standard output is for programs. */
const FOR_PROGRAMS = ["--json", "--unsigned", "--safe", "--complete"];

/** What surrounds a command in a test. */
export type Surroundings = {
  readonly env?: Io["env"];
  /** Texts by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What is typed, question after question; without it there is no terminal. */
  readonly answers?: readonly string[];
};

/** What came of a command. */
export type Ran = {
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** Files that it wrote: text and whether it is secret. */
  readonly written: ReadonlyMap<string, { readonly text: string; readonly secret: boolean }>;
  readonly questions: readonly string[];
};

/** Runs a command line in this process, on files and a terminal that are only variables. */
export async function runCli(
  argv: readonly string[],
  { env = {}, files = {}, answers }: Surroundings = {},
): Promise<Ran> {
  const printed = { out: "", error: "" };
  const written = new Map<string, { text: string; secret: boolean }>();
  const questions: string[] = [];
  const sinkOf = (name: "out" | "error") => ({
    write: (text: string) => {
      printed[name] += text;
    },
    isTerminal: false,
    columns: 100,
  });
  const io: Io = {
    env,
    stdout: sinkOf("out"),
    stderr: sinkOf("error"),
    readFile: (path) => {
      const text = written.get(path)?.text ?? files[path];
      if (text !== undefined) return Promise.resolve(text);
      return Promise.reject(Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: "ENOENT" }));
    },
    writeNewFile: (path, text, { secret = false } = {}) => {
      if (files[path] !== undefined || written.has(path)) return Promise.reject(new Error(`EEXIST: '${path}'`));
      written.set(path, { text, secret });
      return Promise.resolve();
    },
    ask:
      answers &&
      ((question) => {
        questions.push(question);
        return Promise.resolve(answers[questions.length - 1] ?? "");
      }),
  };
  const code = await run(argv, io, "1.2.3");
  expectForPeople(printed.error);
  if (!argv.some((word) => FOR_PROGRAMS.includes(word))) expectForPeople(printed.out);
  return { code, ...printed, written, questions };
}
