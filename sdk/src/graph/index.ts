export * from "./credit.ts";
export * from "./planPulls.ts";
export type { Graph, GraphChild, GraphNode } from "./order.ts";
export * from "./genesis.ts";
export * from "./nodeId.ts";
export * from "./genesisGraph.ts";
export * from "./lockfile.ts";
export * from "./parseLockfile.ts";
export * from "./readGraphFiles.ts";
