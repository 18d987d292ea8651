/** What a text on the command line stands for. */
export type Kind<T> = {
  /** What stands for it in the help, for instance `<amount>`. */
  readonly placeholder: string;
  /** What it must be, to complete "… is not". */
  readonly expected: string;
  /** Reads what was written; `undefined` if it is not what is expected. */
  readonly read: (text: string) => T | undefined;
  /** What a shell completes it with: the names of files, or one of these. */
  readonly complete?: "file" | readonly string[];
};

/** How often something may be given. */
export type Arity = "flag" | "required" | "optional" | "many";

/** An option or an argument of a command. */
export type Option<T> = {
  readonly summary: string;
  readonly arity: Arity;
  readonly kind: Kind<unknown> | undefined;
  /** What counts when it is left out, as one would write it. */
  readonly otherwise: string | undefined;
  /** What it is when it is left out; for something that must be given nobody asks. */
  readonly absent: T | undefined;
};

/** Options or arguments by name: `noShorts` is written `--no-shorts`. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of options, by their names. */
export type ValuesOf<options extends Options> = {
  readonly [name in keyof options]: options[name] extends Option<infer T> ? T : never;
};

/** An option that is there or not. */
export function flag(summary: string): Option<boolean> {
  return { summary, arity: "flag", kind: undefined, otherwise: undefined, absent: false };
}

/** Something that must be given. */
export function required<T>(kind: Kind<T>, summary: string): Option<T> {
  return { summary, arity: "required", kind, otherwise: undefined, absent: undefined };
}

/** Something that may be left out. */
export function optional<T>(kind: Kind<T>, summary: string): Option<T | undefined> {
  return { summary, arity: "optional", kind, otherwise: undefined, absent: undefined };
}

/** Something that is `otherwise` when it is left out. */
export function withDefault<T>(kind: Kind<T>, summary: string, otherwise: string): Option<T> {
  return { summary, arity: "optional", kind, otherwise, absent: kind.read(otherwise) };
}

/** Something that may be given any number of times. */
export function many<T>(kind: Kind<T>, summary: string): Option<readonly T[]> {
  return { summary, arity: "many", kind, otherwise: undefined, absent: [] };
}

/** How the name of an option is written: `noShorts` is `no-shorts`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
