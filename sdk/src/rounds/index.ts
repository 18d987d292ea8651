export * from "./chooseSeeds.ts";
export * from "./encodeBlockHeader.ts";
export * from "../types/round.ts";
export * from "./markets.ts";
export * from "./seedSet.ts";
export * from "./tasks.ts";
