export * from "./base.ts";
export * from "./connected.ts";
export * from "./jury.ts";
export * from "./lens.ts";
export * from "./markets.ts";
export * from "./openzeppelin.ts";
export * from "./registry.ts";
export * from "./tokens.ts";
