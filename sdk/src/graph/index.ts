export * from "./credit.ts";
export * from "./planPulls.ts";
export type { Graph, GraphChild, GraphNode } from "./order.ts";
