import { isAddress, type Address } from "viem";

import { InvalidContractsError } from "../errors/client.ts";

/** Where the contracts are. Actions of a contract that is left out are not there. */
export type DeepFundingContracts = {
  readonly markets: Address;
  readonly lens?: Address | undefined;
  readonly jury?: Address | undefined;
  readonly registry?: Address | undefined;
  readonly outcomeERC20Factory?: Address | undefined;
  readonly rounds?: Address | undefined;
  readonly fundingPool?: Address | undefined;
  readonly openingAuction?: Address | undefined;
};

/** Name of a contract that a client may know. */
export type ContractName = keyof DeepFundingContracts;

/** Contracts of which some are there. */
export type With<name extends keyof DeepFundingContracts> = DeepFundingContracts & {
  readonly [contract in name]: Address;
};

/** Parameters of an action that lets a contract take something, where the contract may be left out. */
export type WithSpender<parameters extends { readonly spender: Address }> = Omit<parameters, "spender"> & {
  /** Contract that may take the token; by default `Markets`. */
  readonly spender?: Address | undefined;
};

const NAMES: readonly ContractName[] = [
  "markets",
  "lens",
  "jury",
  "registry",
  "outcomeERC20Factory",
  "rounds",
  "fundingPool",
  "openingAuction",
];

/**
 * Reads where the contracts are out of what a deployment has written, for `deepFundingActions`. What `JSON.parse` returns
 * has no types, of which a client would not know what methods it has.
 * @param json What a file with addresses by name holds: `JSON.parse` of it, or the import.
 * @param names The contracts to find there; by default all.
 * @example
 * ```ts
 * const contracts = contractsFrom(JSON.parse(await readFile("contracts.json", "utf8")));
 * const client = createPublicClient({ transport: http() }).extend(deepFundingActions(contracts));
 * ```
 * @throws {InvalidContractsError} when one is missing, or is no address.
 */
export function contractsFrom<const name extends ContractName = ContractName>(
  json: unknown,
  names: readonly name[] = NAMES as readonly name[],
): { readonly [contract in name]: Address } {
  const found = Object(json) as Readonly<Record<string, unknown>>;
  const entries = names.map((key) => {
    const value = Object.hasOwn(found, key) ? found[key] : undefined;
    if (typeof value !== "string" || !isAddress(value)) throw new InvalidContractsError({ key, value });
    return [key, value] as const;
  });
  return Object.fromEntries(entries) as { readonly [contract in name]: Address };
}
