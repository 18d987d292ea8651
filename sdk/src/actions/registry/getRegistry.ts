import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetRegistryParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
};

export type GetRegistryReturnType = {
  /** Id of the target. */
  readonly target: Hex;
  /** What the import must hash to. */
  readonly genesisRoot: Hex;
  /** What it hashes to so far. */
  readonly genesisHash: Hex;
  /** Whether the import is complete. */
  readonly isSealed: boolean;
  /** Who attests maintainers. */
  readonly registrar: Address;
  /** Token of bonds. */
  readonly money: Address;
  /** Who gets slashed bonds: the pot of its rewards. */
  readonly jury: Address;
  /** Part (a) of a bond when nothing else is proposed, in units of money. */
  readonly bondBase: bigint;
  /** What was slashed and not given to the jury's rewards yet, in units of money: `collectSlashed` gives it. */
  readonly slashed: bigint;
  /** The zero address before the connection. */
  readonly rounds: Address;
};

export type GetRegistryErrorType = ReadErrorType;

/** Reads what a registry was deployed with, and how far its import is. */
export async function getRegistry(
  client: ReadClient,
  parameters: GetRegistryParameters,
): Promise<GetRegistryReturnType> {
  const { registry, blockNumber } = given(parameters);
  const contract = { address: registry, abi: edgeRegistryAbi, ...atBlock(blockNumber) } as const;
  const [target, genesisRoot, genesisHash, isSealed, registrar, money, jury, bondBase, slashed, rounds] =
    await Promise.all([
      read(client, { ...contract, functionName: "TARGET" }),
      read(client, { ...contract, functionName: "GENESIS_ROOT" }),
      read(client, { ...contract, functionName: "genesisHash" }),
      read(client, { ...contract, functionName: "isSealed" }),
      read(client, { ...contract, functionName: "REGISTRAR" }),
      read(client, { ...contract, functionName: "MONEY" }),
      read(client, { ...contract, functionName: "JURY" }),
      read(client, { ...contract, functionName: "BOND_BASE" }),
      read(client, { ...contract, functionName: "slashed" }),
      read(client, { ...contract, functionName: "rounds" }),
    ]);
  return { target, genesisRoot, genesisHash, isSealed, registrar, money, jury, bondBase, slashed, rounds };
}
