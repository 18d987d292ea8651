// `math` is a subpath of its own: its functions (`openPool`, `recentre`, …) have the names of the actions that they mirror.
export * from "./abi/index.ts";
export * from "./auction/index.ts";
export * from "./client/index.ts";
export * from "./csv/index.ts";
export * from "./delivery/index.ts";
export * from "./errors/contract.ts";
export * from "./errors/contracts/index.ts";
export * from "./errors/index.ts";
export * from "./errors/rpc.ts";
export * from "./graph/index.ts";
export * from "./history/index.ts";
export * from "./math/ids.ts";
export * from "./jury/index.ts";
export type {
  FactoryCall,
  FundingPoolCall,
  FundingPoolPayableCall,
  JuryCall,
  MarketsCall,
  OpeningAuctionCall,
  RegistryCall,
  RoundsCall,
  WrapperCall,
} from "./chain/contractCalls.ts";
export type { ReadClient, WriteClient } from "./types/client.ts";
export { encodeCall, type RawCall } from "./chain/encodeCalls.ts";
export type { ReadErrorType } from "./chain/read.ts";
export { readRoundContracts, type RoundContracts } from "./chain/roundContracts.ts";
export type { WriteErrorType } from "./chain/write.ts";
export type { Call, PayableCall, AnyCall } from "./types/call.ts";
export type { PermitTypedData } from "./types/permit.ts";
export type { MarketParams } from "./types/marketParams.ts";
export type { Order, PoolOutcome, PoolState, Quote } from "./math/lmsr.ts";
export * from "./positions/index.ts";
export * from "./rounds/index.ts";
export * from "./safe/index.ts";
export * from "./sending/index.ts";
export * from "./strategy/index.ts";
export { formatId, formatTime } from "./utils/format.ts";
