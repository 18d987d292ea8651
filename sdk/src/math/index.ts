export * from "./decimal.ts";
export * from "./divergence.ts";
export * from "./exponential.ts";
export * from "./lmsr.ts";
export * from "./liquidity.ts";
export * from "./rounding.ts";
export * from "./twap.ts";
export * from "./weights.ts";
