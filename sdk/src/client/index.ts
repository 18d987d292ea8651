// The entry `deepfunding/actions`: all that a client can do, from one contract function to what composes several.
export type { Claimable } from "../account/claimables/types.ts";
export * from "../account/getClaimables.ts";
export * from "../account/getPnl.ts";
export * from "../account/getPositions.ts";
export * from "../actions/index.ts";
export * from "../history/getPriceHistory.ts";
export * from "../sending/prepareCalls.ts";
export * from "../sending/sendPrepared.ts";
export * from "../status/getRoundStatus.ts";
export * from "../watch/watchEvents.ts";
export * from "../watch/watchMarket.ts";
export * from "../watch/watchRound.ts";
export * from "../watch/watchTrades.ts";
export { contractsFrom, type ContractName, type DeepFundingContracts } from "./contracts.ts";
export * from "./decorator.ts";
