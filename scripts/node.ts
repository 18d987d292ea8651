/**
 * `npm run node [-- --port N] [--round <folder>] [--contracts <file>] [--randomness drand]`: a local chain that stays up
 * until Ctrl-C, with everything deployed, money on all accounts and the round's market open. The file is what
 * `deepfunding --contracts` reads; with `drand` a beacon is served, too, by which the round is drawn.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bytesToHex, isAddressEqual, numberToHex, type Address, type Hex } from "viem";
import { mnemonicToAccount } from "viem/accounts";

import { BaseError } from "../sdk/src/errors/index.ts";
import { formatWad } from "../sdk/src/math/index.ts";
import { MNEMONIC } from "./utils/defaults.ts";
import { startLocalNetwork, type LocalNetwork } from "./utils/localNetwork.ts";
import { buildContracts } from "./utils/build.ts";

const ROOT = join(import.meta.dirname, "..");

/** Thrown when an option is not what it should be. */
class InvalidOptionError extends BaseError {
  override readonly name = "InvalidOptionError";
}

function readOptions() {
  const options = {
    port: { type: "string", default: "8545" },
    round: { type: "string" },
    contracts: { type: "string" },
    randomness: { type: "string", default: "headers" },
  } as const;
  const parse = () => {
    try {
      return parseArgs({ options }).values;
    } catch (cause) {
      throw new InvalidOptionError((cause as Error).message);
    }
  };
  const { port, round = join(ROOT, "examples", "own-dependencies"), contracts, randomness } = parse();
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new InvalidOptionError(
      `"${port}" is not a port: \`--port\` takes a number from 0 (any that is free) to 65535.`,
    );
  }
  if (randomness !== "headers" && randomness !== "drand") {
    throw new InvalidOptionError(`--randomness "${randomness}" is neither "headers" nor "drand".`);
  }
  return { port: Number(port), round, contracts, randomness } as const;
}

/** Writes where the contracts are, and what its projects are called. */
async function writeContracts(path: string, { chainId, contracts, names }: LocalNetwork): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify({ chainId, ...contracts, names }, null, 2)}\n`);
  } catch (cause) {
    throw new InvalidOptionError(`"${path}" cannot be written: \`--contracts\` takes a path.`, { cause });
  }
}

function describe({ url, chainId, accounts, owners, contracts, market, beacon }: LocalNetwork): string {
  const roleOf = (address: Address, index: number) => {
    if (owners.some((owner) => isAddressEqual(owner, address))) return "  juror";
    return index === 0 ? "  sponsor" : "";
  };
  return [
    "Accounts with 1,000,000 test USD each, and their keys, which everybody knows: use them on this chain only",
    ...accounts.map((address, index) => `  ${address}  ${keyOf(index)}${roleOf(address, index)}`),
    "",
    `Market ${numberToHex(market.id, { size: 32 })}: trading ends ${new Date(market.closesAt * 1000).toISOString()}`,
    ...market.projects.map(
      (project, index) => `  ${Number(formatWad(market.prices[index] ?? 0n)).toFixed(6)}  ${project}`,
    ),
    "",
    "Contracts",
    ...Object.entries(contracts).map(([name, address]) => `  ${name.padEnd(20)} ${address}`),
    "",
    ...(beacon === undefined ? [] : [`Beacon of the draw: ${beacon}<round>`, ""]),
    `Chain ${chainId} at ${url} (Ctrl-C stops it)`,
  ].join("\n");
}

function keyOf(index: number): Hex {
  return bytesToHex(mnemonicToAccount(MNEMONIC, { addressIndex: index }).getHdKey().privateKey ?? new Uint8Array());
}

try {
  const options = readOptions();
  await buildContracts();
  const local = await startLocalNetwork(options);
  if (options.contracts !== undefined) await writeContracts(options.contracts, local);
  console.log(describe(local));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    // The chain lives in this process: there is nothing else to stop, and clients that keep connections do not delay it.
    process.once(signal, () => process.exit(0));
  }
} catch (error) {
  console.error(error instanceof BaseError ? error.shortMessage : error);
  process.exit(1);
}
