// Written by `npm run typechain` from `sdk/src/abi`; do not edit.
export type { EdgeRegistry } from "./EdgeRegistry.ts";
export { EdgeRegistry__factory } from "./factories/EdgeRegistry__factory.ts";
export type { FundingPool } from "./FundingPool.ts";
export { FundingPool__factory } from "./factories/FundingPool__factory.ts";
export type { Jury } from "./Jury.ts";
export { Jury__factory } from "./factories/Jury__factory.ts";
export type { Lens } from "./Lens.ts";
export { Lens__factory } from "./factories/Lens__factory.ts";
export type { Markets } from "./Markets.ts";
export { Markets__factory } from "./factories/Markets__factory.ts";
export type { OpeningAuction } from "./OpeningAuction.ts";
export { OpeningAuction__factory } from "./factories/OpeningAuction__factory.ts";
export type { OutcomeERC20 } from "./OutcomeERC20.ts";
export { OutcomeERC20__factory } from "./factories/OutcomeERC20__factory.ts";
export type { OutcomeERC20Factory } from "./OutcomeERC20Factory.ts";
export { OutcomeERC20Factory__factory } from "./factories/OutcomeERC20Factory__factory.ts";
export type { Rounds } from "./Rounds.ts";
export { Rounds__factory } from "./factories/Rounds__factory.ts";
