export * from "./portfolioCalls.ts";
export * from "./transactionsOf.ts";
export * from "../types/prepared.ts";
