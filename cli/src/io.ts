/** Where a command prints. */
export type Sink = {
  readonly write: (text: string) => void;
  /** Whether a person looks at it. */
  readonly isTerminal: boolean;
  /** Characters in a line. */
  readonly columns: number;
};

/** All that a command sees of the process that it runs in: tests pass their own. */
export type Io = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results, and nothing else. */
  readonly stdout: Sink;
  /** Errors, questions and progress. */
  readonly stderr: Sink;
  /** Reads a file of any encoding of Unicode, as text; fails with Node's error. @throws {WrongFileTypeError} */
  readonly readFile: (path: string) => Promise<string>;
  /** Writes a file that must not be there yet, readable by its owner only if it is secret. */
  readonly writeNewFile: (path: string, text: string, options?: { readonly secret?: boolean }) => Promise<void>;
  /** Asks whoever sits at the terminal; `undefined`: nobody does. What is typed is not shown if it is secret. */
  readonly ask: ((question: string, options?: { readonly secret?: boolean }) => Promise<string>) | undefined;
};

/** A variable of the environment; one that is empty is as good as none. */
export function variable({ env }: Pick<Io, "env">, name: string): string | undefined {
  return env[name] || undefined;
}
