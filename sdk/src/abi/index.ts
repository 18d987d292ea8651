// Written by `npm run abi` from the compiled contracts; do not edit.
export { drandRandomnessAbi } from "./drandRandomness.ts";
export { edgeRegistryAbi } from "./edgeRegistry.ts";
export { errorsAbi } from "./errors.ts";
export { fallbackRandomnessAbi } from "./fallbackRandomness.ts";
export { fundingPoolAbi } from "./fundingPool.ts";
export { headerRandomnessAbi } from "./headerRandomness.ts";
export { juryAbi } from "./jury.ts";
export { lensAbi } from "./lens.ts";
export { marketsAbi } from "./markets.ts";
export { openingAuctionAbi } from "./openingAuction.ts";
export { outcomeERC20Abi } from "./outcomeERC20.ts";
export { outcomeERC20FactoryAbi } from "./outcomeERC20Factory.ts";
export { roundsAbi } from "./rounds.ts";
