import { encodeFunctionData, padHex, toHex, zeroHash, type Address, type Hex } from "viem";

import { conditionalTokensAbi as abi } from "./abis.ts";
import type { Exchange } from "./job.ts";
import { at, toUnits } from "./prices.ts";
import type { Stage } from "./stage.ts";

export type Condition = Awaited<ReturnType<typeof createCondition>>;

/**
 * A condition of the Gnosis Conditional Tokens with `n` outcomes, reported by the sponsor. Amounts are in units.
 *
 * @param question Another number, another condition.
 */
export async function createCondition(stage: Stage, n: number, question: number) {
  const { client, money, accounts, spend, conditionalTokens: address } = stage;
  const questionId = padHex(toHex(question), { size: 32, dir: "right" });
  const conditionArgs = [accounts.sponsor, questionId, BigInt(n)] as const;
  const read = { address, abi } as const;
  const id = await client.readContract({ ...read, functionName: "getConditionId", args: conditionArgs });
  /** One set of one outcome each. */
  const partition = Array.from({ length: n }, (_, j) => 1n << BigInt(j));
  const sets = (amount: bigint) => [money.address, zeroHash, id, partition, amount] as const;

  const positionOf = async (indexSet: bigint) => {
    const args = [zeroHash, id, indexSet] as const;
    const collection: Hex = await client.readContract({ ...read, functionName: "getCollectionId", args });
    const positionArgs = [money.address, collection] as const;
    return client.readContract({ ...read, functionName: "getPositionId", args: positionArgs });
  };
  const positions = await Promise.all(partition.map(positionOf));

  return {
    id,
    positions,
    prepare: () =>
      spend(
        accounts.sponsor,
        address,
        encodeFunctionData({ abi, functionName: "prepareCondition", args: conditionArgs }),
      ),
    split: (account: Address, amount: bigint) =>
      spend(account, address, encodeFunctionData({ abi, functionName: "splitPosition", args: sets(amount) })),
    merge: (account: Address, amount: bigint) =>
      spend(account, address, encodeFunctionData({ abi, functionName: "mergePositions", args: sets(amount) })),
    report: (numerators: readonly bigint[]) => {
      const data = encodeFunctionData({ abi, functionName: "reportPayouts", args: [questionId, numerators] });
      return spend(accounts.sponsor, address, data);
    },
    /** All that the account has of `outcomes`; by default of every one. */
    redeem: (account: Address, outcomes: readonly number[] = [...partition.keys()]) => {
      const args = [money.address, zeroHash, id, outcomes.map((j) => at(partition, j))] as const;
      return spend(account, address, encodeFunctionData({ abi, functionName: "redeemPositions", args }));
    },
    transfer: (from: Address, to: Address, outcome: number, amount: bigint) => {
      const args = [from, to, at(positions, outcome), amount, "0x"] as const;
      return spend(from, address, encodeFunctionData({ abi, functionName: "safeTransferFrom", args }));
    },
    balances: (account: Address) => {
      const args = [positions.map(() => account), positions] as const;
      return client.readContract({ ...read, functionName: "balanceOfBatch", args });
    },
  };
}

/** The exchange alone: the condition is prepared before anything is measured. */
export async function createConditionalTokens(stage: Stage, n: number): Promise<Exchange> {
  const condition = await createCondition(stage, n, 1);
  await condition.prepare();
  return {
    name: "Gnosis Conditional Tokens",
    split: async (account, amount) => [await condition.split(account, toUnits(amount))],
    report: async (weights) => [await condition.report(weights)],
    redeem: async (account) => [await condition.redeem(account)],
  };
}
