export * from "./chooseSeeds.ts";
export * from "./encodeBlockHeader.ts";
export * from "./kinds.ts";
export * from "./markets.ts";
export * from "./seedSet.ts";
export * from "./tasks.ts";
