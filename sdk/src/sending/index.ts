export { readDisplay, type Display } from "./allowances.ts";
export * from "./portfolioCalls.ts";
export * from "./transactionsOf.ts";
export * from "../types/prepared.ts";
