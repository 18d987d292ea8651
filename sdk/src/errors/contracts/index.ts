export {
  ContractError,
  type ContractErrorClass,
  type ContractErrorClassName,
  type ContractErrorName,
  type ContractErrorParameters,
  type ContractErrorValues,
} from "./base.ts";
export * from "./connected.ts";
export * from "./funding.ts";
export * from "./jury.ts";
export * from "./lens.ts";
export * from "./markets.ts";
export * from "./openingAuction.ts";
export * from "./openzeppelin.ts";
export * from "./randomness.ts";
export * from "./rounds.ts";
export * from "./registry.ts";
export * from "./tokens.ts";
