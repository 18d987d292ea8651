import { encodeFunctionData, padHex, toHex, zeroHash, type Address, type Hex } from "viem";

import { conditionalTokensAbi as abi } from "./abis.ts";
import type { Exchange } from "./job.ts";
import { fromUnits, toUnits } from "./prices.ts";
import type { Stage } from "./stage.ts";

export type Condition = Awaited<ReturnType<typeof createCondition>>;

/**
 * A condition of the Gnosis Conditional Tokens with `n` outcomes, reported by the sponsor.
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
  const sets = (amount: number) => [money.address, zeroHash, id, partition, toUnits(amount)] as const;

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
    split: (account: Address, amount: number) =>
      spend(account, address, encodeFunctionData({ abi, functionName: "splitPosition", args: sets(amount) })),
    report: (numerators: readonly bigint[]) => {
      const data = encodeFunctionData({ abi, functionName: "reportPayouts", args: [questionId, numerators] });
      return spend(accounts.sponsor, address, data);
    },
    redeem: (account: Address) => {
      const args = [money.address, zeroHash, id, partition] as const;
      return spend(account, address, encodeFunctionData({ abi, functionName: "redeemPositions", args }));
    },
    balances: async (account: Address) => {
      const args = [positions.map(() => account), positions] as const;
      const balances = await client.readContract({ ...read, functionName: "balanceOfBatch", args });
      return balances.map(fromUnits);
    },
  };
}

/** The exchange alone: the condition is prepared before anything is measured. */
export async function createConditionalTokens(stage: Stage, n: number): Promise<Exchange> {
  const condition = await createCondition(stage, n, 1);
  await condition.prepare();
  return {
    name: "Gnosis Conditional Tokens",
    split: async (account, amount) => [await condition.split(account, amount)],
    report: async (weights) => [await condition.report(weights)],
    redeem: async (account) => [await condition.redeem(account)],
  };
}
