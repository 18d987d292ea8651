export * from "./sale.ts";
export { marksOf, type PositionState } from "./state.ts";
export * from "./value.ts";
