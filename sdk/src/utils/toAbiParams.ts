import type { MarketParams } from "../types/marketParams.ts";

/** Market parameters as the ABI wants them: its integers of at most 48 bits are numbers. */
export function toAbiParams(params: MarketParams) {
  return {
    ...params,
    closesAt: Number(params.closesAt),
    twapWindow: Number(params.twapWindow),
    feeRate: Number(params.feeRate),
    alpha: Number(params.alpha),
  };
}
