export * from "./comparisons.ts";
export * from "./project.ts";
export * from "./readWeights.ts";
export * from "./writeWeights.ts";
