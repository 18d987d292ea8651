import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import type { ThrownBy } from "../../errors/generated/thrownBy.ts";
import type { ReadClient } from "../../types/client.ts";

export type GetBondParameters = ReadOptions & {
  /** Address of the `EdgeRegistry` contract. */
  readonly registry: Address;
  /** Id of the parent: `nodeId` of its project. */
  readonly parent: Hex;
  /** Base rate of the edge, in WAD. */
  readonly rate: bigint;
};

export type GetBondReturnType = {
  /** Part (a), in units of money: lost if the edge leaves. */
  readonly slotBond: bigint;
  /** Part (b), in units of money: pays what the rate costs the pool. */
  readonly rateBond: bigint;
  /** Their sum, in units of money. */
  readonly bond: bigint;
};

export type GetBondErrorType = ThrownBy["getBond"] | ReadErrorType;

/**
 * Reads what the next edge of a parent would cost in the current round.
 * @throws {EdgeRegistryInvalidRateError} when a base rate is out of bounds.
 * @throws {EdgeRegistryQuotaFullError} when a parent takes no more candidates in a round.
 */
export async function getBond(client: ReadClient, parameters: GetBondParameters): Promise<GetBondReturnType> {
  const { registry, parent, rate, blockNumber } = given(parameters);
  const contract = { address: registry, abi: edgeRegistryAbi, ...atBlock(blockNumber) } as const;
  const [slotBond, rateBond] = await read(client, { ...contract, functionName: "bondOf", args: [parent, rate] });
  return { slotBond, rateBond, bond: slotBond + rateBond };
}
