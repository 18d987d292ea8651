import { canonicalProject } from "deepfunding/csv";
import { getAddress, isAddress, type Address } from "viem";

import { InputFileError, MissingSettingError } from "../errors.ts";

const NAMES = [
  "markets",
  "lens",
  "jury",
  "registry",
  "rounds",
  "fundingPool",
  "openingAuction",
  "outcomeERC20Factory",
  "money",
  "safe",
] as const;

export type ContractName = (typeof NAMES)[number];

/** A file of contracts: where an ecosystem lives, and the names of its projects. */
export type Contracts = {
  /** Path of the file. */
  readonly path: string;
  readonly chainId: number;
  readonly addresses: Readonly<Partial<Record<ContractName, Address>>>;
  /** Projects, in any spelling: on the chain there are only hashes of their names. */
  readonly names: readonly string[];
};

/**
 * Reads `{ "chainId": 1, "markets": "0x…", …, "names": ["https://…"] }`.
 * @throws {InputFileError} when the text is anything else.
 */
export function parseContracts(path: string, text: string): Contracts {
  const fail = (reason: string, cause?: unknown) =>
    new InputFileError({
      path,
      reason,
      cause,
      metaMessages: [`It has "chainId", any of ${NAMES.join(", ")}, and "names" of projects.`],
    });
  const content = parseObject(text, fail);
  const { chainId, names = [] } = content;
  if (!Number.isSafeInteger(chainId)) throw fail('"chainId" is not a whole number.');
  if (!Array.isArray(names) || !names.every(isProject)) throw fail('"names" is not a list of names of projects.');
  const addresses = NAMES.flatMap((name) => {
    const address = content[name];
    if (address === undefined) return [];
    if (typeof address !== "string" || !isAddress(address)) throw fail(`"${name}" is not an address.`);
    return [[name, getAddress(address)] as const];
  });
  return {
    path,
    chainId: chainId as number,
    names,
    addresses: Object.fromEntries(addresses),
  };
}

function isProject(name: unknown): name is string {
  try {
    return typeof name === "string" && canonicalProject(name) !== "";
  } catch {
    return false;
  }
}

type Fail = (reason: string, cause?: unknown) => InputFileError;

function parseObject(text: string, fail: Fail): Readonly<Record<string, unknown>> {
  const parse = (): unknown => {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw fail("This is not JSON.", cause);
    }
  };
  const content = parse();
  if (typeof content !== "object" || content === null) throw fail("This is not a file of contracts.");
  return content as Readonly<Record<string, unknown>>;
}

/** Returns where a contract is. @throws {MissingSettingError} when the file does not say. */
export function requireContract({ path, addresses }: Contracts, name: ContractName): Address {
  const address = addresses[name];
  if (address !== undefined) return address;
  throw new MissingSettingError({
    what: `The address of "${name}"`,
    remedies: [`Add "${name}": "0x…" to ${path}.`],
  });
}
