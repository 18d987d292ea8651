import type { ReadClient } from "deepfunding";
import { toSdkError } from "deepfunding/errors";
import { createClient, http, type LocalAccount } from "viem";
import { getChainId } from "viem/actions";

import type { OfflineContext, ReadContext } from "../command.ts";
import { InputFileError, InvalidValueError, MissingSettingError, WrongChainError } from "../errors.ts";
import type { NetworkValues } from "../globals.ts";
import { variable, type Io } from "../io.ts";
import { URL_OF_RPC } from "../kinds.ts";
import { parseContracts, requireContract, type Contracts } from "./contracts.ts";
import { namesOf, parseProjects } from "./names.ts";

const DEFAULT_PATH = "./deepfunding.json";
/** Milliseconds between two looks for a receipt. */
const POLLING_INTERVAL = 1_000;

/**
 * Connects to the chain that the user has named, and finds the contracts on it.
 * @param account Who signs, if anybody does.
 * @throws {MissingSettingError} when no RPC is named, or no contracts.
 * @throws {WrongChainError} when the contracts are on another chain.
 * @throws {RpcUnreachableError} when the RPC does not answer.
 */
export async function connect(
  context: OfflineContext,
  values: NetworkValues,
  account: LocalAccount | undefined,
): Promise<ReadContext> {
  const { io, parseInput } = context;
  const client = createClient({ account, transport: http(urlOf(values, io)), pollingInterval: POLLING_INTERVAL });
  const contracts = await readContracts(context, values);
  const chainId = await chainIdOf(client);
  if (contracts.chainId !== chainId) {
    throw new WrongChainError({ path: contracts.path, expected: contracts.chainId, actual: chainId });
  }
  const listed = values.projects === undefined ? [] : await parseInput(values.projects, parseProjects);
  return {
    ...context,
    client,
    chainId,
    contracts,
    addressOf: (name) => requireContract(contracts, name),
    account: values.account ?? account?.address,
    names: namesOf([...contracts.names, ...listed]),
    listed,
  };
}

function urlOf({ rpc }: NetworkValues, io: Io): string {
  if (rpc !== undefined) return rpc;
  for (const name of ["DEEPFUNDING_RPC_URL", "RPC_URL"]) {
    const given = variable(io, name);
    if (given === undefined) continue;
    const url = URL_OF_RPC.read(given);
    // It is not shown: its path may be a secret.
    if (url === undefined) throw new InvalidValueError({ what: name, text: "…", expected: URL_OF_RPC.expected });
    return url;
  }
  throw new MissingSettingError({
    what: "The RPC",
    remedies: ["Pass its URL with `--rpc`, or set DEEPFUNDING_RPC_URL."],
  });
}

async function readContracts({ io, readInput }: OfflineContext, values: NetworkValues): Promise<Contracts> {
  const named = values.contracts ?? variable(io, "DEEPFUNDING_CONTRACTS");
  const path = named ?? DEFAULT_PATH;
  try {
    return parseContracts(path, await readInput(path));
  } catch (error) {
    // Nobody has named the file: that it is not there says that the contracts are not.
    if (named !== undefined || !(error instanceof InputFileError) || error.cause === undefined) throw error;
    if ((error.cause as { readonly code?: unknown }).code !== "ENOENT") throw error;
    throw new MissingSettingError({
      what: "Where the contracts are",
      remedies: [`Pass a file with \`--contracts\`, set DEEPFUNDING_CONTRACTS, or write ${DEFAULT_PATH}.`],
    });
  }
}

async function chainIdOf(client: ReadClient): Promise<number> {
  try {
    return await getChainId(client);
  } catch (error) {
    throw toSdkError(error);
  }
}
