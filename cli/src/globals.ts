import type { Scope } from "./command.ts";
import { ADDRESS, FILE, URL_OF_RPC } from "./kinds.ts";
import { flag, optional, type Options, type ValuesOf } from "./options.ts";

/** Options of every command. */
export const OUTPUT_OPTIONS = {
  json: flag("print one JSON document instead of tables; amounts in units, as strings"),
};

/** The option that every command has besides: it asks for help instead. */
export const HELP = { flags: "-h, --help", summary: "show how the command is used" };

/** Options of commands that read a chain. */
export const NETWORK_OPTIONS = {
  rpc: optional(URL_OF_RPC, "RPC of the chain; else DEEPFUNDING_RPC_URL or RPC_URL"),
  contracts: optional(FILE, "where the contracts are; else DEEPFUNDING_CONTRACTS or ./deepfunding.json"),
  projects: optional(FILE, "names of projects: one a line, or a CSV file; on the chain are only hashes"),
  keystore: optional(FILE, "encrypted key; else DEEPFUNDING_KEYSTORE, or a key in DEEPFUNDING_PRIVATE_KEY"),
  account: optional(ADDRESS, "whose holdings to show, or who sends with --unsigned; else the key's"),
};

/** Options of commands that send. */
export const SENDING_OPTIONS = {
  dryRun: flag("simulate, say what would be sent and what it costs; send nothing"),
  yes: flag("send without asking"),
  passwordFile: optional(FILE, "file with the keystore's password; else it is asked for"),
  unsigned: flag("print the unsigned transactions as JSON, for a hardware wallet; send nothing"),
  safe: flag("print them as a batch for a Safe's Transaction Builder; send nothing"),
};

export type NetworkValues = ValuesOf<typeof NETWORK_OPTIONS>;
export type SendingValues = ValuesOf<typeof SENDING_OPTIONS>;
export type OutputValues = ValuesOf<typeof OUTPUT_OPTIONS>;

/** The options that all commands of a scope have, by what they are about. */
export function globalsOf(scope: Scope): readonly (readonly [title: string, options: Options])[] {
  return [
    ...(scope === "send" ? [["Sending", SENDING_OPTIONS] as const] : []),
    ...(scope === "offline" ? [] : [["Network", NETWORK_OPTIONS] as const]),
    ["Output", OUTPUT_OPTIONS] as const,
  ];
}

/** All options of a command, its own and those of its scope. */
export function optionsOf({ scope, options }: { readonly scope: Scope; readonly options: Options }): Options {
  return Object.assign({}, ...globalsOf(scope).map(([, globals]) => globals), options) as Options;
}
