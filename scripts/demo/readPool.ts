import type { PoolState } from "../../sdk/src/math/index.ts";
import type { ContractReturnType } from "@nomicfoundation/hardhat-viem/types";

export async function readPool(markets: ContractReturnType<"Markets">, market: bigint): Promise<PoolState> {
  const [view, pool, outcomes] = await Promise.all([
    markets.read.getMarket([market]),
    markets.read.getPool([market]),
    markets.read.getOutcomes([market]),
  ]);
  return {
    b: pool.b,
    feeRate: BigInt(view.feeRate),
    alpha: BigInt(view.alpha),
    sum: pool.sum,
    cash: pool.cash,
    reserve: pool.reserve,
    minLogWeight: pool.minLogWeight,
    extraReserve: pool.extraReserve,
    releasedAt: BigInt(pool.releasedAt),
    outcomes: outcomes.map(({ touched, logWeight, weight, sold }) => ({ touched, logWeight, weight, sold })),
  };
}
