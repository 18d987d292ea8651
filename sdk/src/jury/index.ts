export * from "./aggregate.ts";
export * from "./holdOut.ts";
export type { Anchor, FitOptions, Loss } from "./problem.ts";
export * from "./ballots.ts";
export * from "./jurors.ts";
export * from "./proveWeights.ts";
