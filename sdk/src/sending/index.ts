export * from "./transactionsOf.ts";
export * from "./types.ts";
