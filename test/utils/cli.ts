import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bytesToHex, type Address, type Hex } from "viem";
import { mnemonicToAccount } from "viem/accounts";

import { runCli, type Ran, type Surroundings } from "../../cli/test/utils/cli.ts";
import { MNEMONIC } from "../../scripts/utils/defaults.ts";
import { startLocalNetwork, type LocalNetwork } from "../../scripts/utils/localNetwork.ts";

const ROUND = join(import.meta.dirname, "..", "..", "examples", "own-dependencies");
const CONTRACTS = "./deepfunding.json";

/** The command on a chain. */
export type CliOn = {
  /** Runs a command line with the network's RPC and contracts; there is no key but in `env`. */
  readonly cli: (line: string, surroundings?: Surroundings) => Promise<Ran>;
  /** As `cli` with `--json`: expects it to be done, and returns the document. */
  readonly json: (line: string, surroundings?: Surroundings) => Promise<Readonly<Record<string, unknown>>>;
  /** The environment with the private key of an account of the network. */
  readonly keyOf: (index: number) => { readonly DEEPFUNDING_PRIVATE_KEY: Hex };
};

/** A local network, and the command on it. */
export type CliNetwork = CliOn & {
  readonly network: LocalNetwork;
  /** Texts by path: what the traders of the round believe. */
  readonly files: Readonly<Record<string, string>>;
  readonly account: (index: number) => Address;
};

/** The command on a chain whose accounts are those that everybody knows. */
export function cliOn({ url, contracts, files = {} }: CliOnParameters): CliOn {
  const known = { [CONTRACTS]: JSON.stringify(contracts), ...files };
  const cli: CliOn["cli"] = (line, surroundings = {}) =>
    runCli(line.split(" "), {
      ...surroundings,
      env: { RPC_URL: url, ...surroundings.env },
      files: { ...known, ...surroundings.files },
    });
  const json: CliOn["json"] = async (line, surroundings) => {
    const { code, out, error } = await cli(`${line} --json`, surroundings);
    if (code !== 0) throw new Error(`${line} ended with ${code}: ${error}`);
    return JSON.parse(out) as Readonly<Record<string, unknown>>;
  };
  const keyOf: CliOn["keyOf"] = (index) => {
    const key = mnemonicToAccount(MNEMONIC, { addressIndex: index }).getHdKey().privateKey;
    return { DEEPFUNDING_PRIVATE_KEY: bytesToHex(key ?? new Uint8Array()) };
  };
  return { cli, json, keyOf };
}

type CliOnParameters = {
  readonly url: string;
  /** What the file of contracts has. */
  readonly contracts: object;
  /** Texts by path, for all commands. */
  readonly files?: Readonly<Record<string, string>>;
};

/** Starts the network of the project's own sample round; its traders' files are `<name>.csv` to the command. */
export async function startCliNetwork(): Promise<CliNetwork> {
  const network = await startLocalNetwork({ port: 0, round: ROUND });
  const { chainId, contracts, names, url, accounts } = network;
  const traders = ["what-ships", "what-ships.originality", "what-ships.children", "equal"];
  const files = await Promise.all(
    traders.map(
      async (name) => [`${name}.csv`, await readFile(join(ROUND, "traders", `${name}.csv`), "utf8")] as const,
    ),
  );
  const texts = Object.fromEntries(files);
  const on = cliOn({ url, contracts: { chainId, ...contracts, names }, files: texts });
  return { network, files: texts, ...on, account: (index) => accounts[index] ?? "0x" };
}
