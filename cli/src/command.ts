import type { ReadClient } from "deepfunding";
import type { Journal } from "deepfunding/delivery";
import type { Address } from "viem";

import type { ContractName, Contracts } from "./chain/contracts.ts";
import type { Names } from "./chain/names.ts";
import type { Io } from "./io.ts";
import type { Options, ValuesOf } from "./options.ts";
import type { Paper } from "./output/paper.ts";
import type { Progress } from "./output/progress.ts";
import type { SendRequest, Sending } from "./send/types.ts";

/** What a command works with: nothing but files, a chain, or an account on it. */
export type Scope = "offline" | "read" | "send";

export type OfflineContext = {
  readonly io: Io;
  readonly progress: Progress;
  /** Reads a file that the user has named. @throws {InputFileError} when it cannot be read. */
  readonly readInput: (path: string) => Promise<string>;
  /** Reads a file and makes something of it; what is wrong with its text is said with its path. */
  readonly parseInput: <T>(path: string, parse: (text: string) => T) => Promise<T>;
};

export type ReadContext = OfflineContext & {
  readonly client: ReadClient;
  readonly chainId: number;
  readonly contracts: Contracts;
  /** Address of a contract. @throws {MissingSettingError} when the file of contracts does not have it. */
  readonly addressOf: (contract: ContractName) => Address;
  /** Whose holdings to show; `undefined`: nobody's. */
  readonly account: Address | undefined;
  /** Names of projects by their nodes. */
  readonly names: Names;
  /** The projects of `--projects`, in the order of the file; none without it. */
  readonly listed: readonly string[];
};

export type SendContext = ReadContext & {
  /** Who sends. */
  readonly account: Address;
  /** Sends, or says what it would send: as the user has asked. Only what was sent changes what comes next. */
  readonly send: (request: SendRequest) => Promise<Sending>;
  /** Goes on with what a journal says was sent before; `undefined` if it says nothing. */
  readonly resume: (journal: Journal) => Promise<Sending | undefined>;
};

type Contexts = { readonly offline: OfflineContext; readonly read: ReadContext; readonly send: SendContext };
export type ContextOf<scope extends Scope> = Contexts[scope];

/** A line that a user can type, and what it does. */
export type Example = { readonly line: string; readonly does: string };

/** The description of a command: all of its help, completion and parsing comes from here. */
export type Definition<scope extends Scope, args extends Options, options extends Options, Data> = {
  /** Its words, for instance `liquidity add`. */
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** What to know before using it, a paragraph each. */
  readonly notes?: readonly string[];
  readonly scope: scope;
  /** The contract that alone can send it; by default whoever has the key. */
  readonly sender?: ContractName;
  /** In the order in which they are written; only the last may be given many times or left out. */
  readonly args: args;
  readonly options: options;
  readonly examples: readonly [Example, ...Example[]];
  /** Does it, and returns what `--json` prints: plain data, amounts in units, as `bigint`. */
  readonly run: (context: ContextOf<scope>, values: ValuesOf<args> & ValuesOf<options>) => Promise<Data>;
  /** Writes the data for people. */
  readonly view: (data: Data, paper: Paper, values: ValuesOf<args> & ValuesOf<options>) => string;
  /** Why there was nothing to do, for programs; `undefined` if something was. The view says it to people. */
  readonly whyNothing?: (data: Data) => string | undefined;
};

/** What a command has done. */
export type Outcome = {
  readonly data: unknown;
  /** Why there was nothing to do, if there was nothing. */
  readonly nothing: string | undefined;
  readonly view: (paper: Paper) => string;
};

/** A command, whatever its types. */
export type Command = Omit<Definition<Scope, Options, Options, never>, "run" | "view" | "whyNothing"> & {
  readonly execute: (context: Contexts[Scope], values: Readonly<Record<string, unknown>>) => Promise<Outcome>;
};

/** Makes a command of its description, which is where the types of its values and data are checked. */
export function defineCommand<
  const scope extends Scope,
  const args extends Options,
  const options extends Options,
  Data extends object,
>(definition: Definition<scope, args, options, Data>): Command {
  const { run, view, whyNothing = () => undefined, ...description } = definition;
  return {
    ...description,
    execute: async (context, values) => {
      // The parser has made the values by this description, and the context is that of its scope.
      const own = values as ValuesOf<args> & ValuesOf<options>;
      const data = await run(context as ContextOf<scope>, own);
      return { data, nothing: whyNothing(data), view: (paper) => view(data, paper, own) };
    },
  };
}
