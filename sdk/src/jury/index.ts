export * from "./aggregate.ts";
export * from "./holdOut.ts";
export type { Anchor, FitOptions, Loss } from "./problem.ts";
