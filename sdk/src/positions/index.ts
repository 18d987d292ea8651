export * from "./sale.ts";
export type { PositionState } from "./state.ts";
export * from "./value.ts";
