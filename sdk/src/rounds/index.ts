export { kindIndex, ROUND_KINDS, ROUND_PHASES, type RoundKind, type RoundPhase } from "../types/round.ts";
export * from "./beacon.ts";
export * from "./chooseSeeds.ts";
export * from "./encodeBlockHeader.ts";
export * from "./encodeHeaderProof.ts";
export * from "./markets.ts";
export * from "./seedSet.ts";
export * from "./tasks.ts";
