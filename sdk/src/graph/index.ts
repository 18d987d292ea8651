export * from "./genesis.ts";
export * from "./nodeId.ts";
