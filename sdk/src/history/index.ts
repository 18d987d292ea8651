export * from "./points.ts";
export * from "./twap.ts";
