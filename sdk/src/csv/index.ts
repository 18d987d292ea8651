export * from "./comparisons.ts";
export * from "./project.ts";
export * from "./readEdges.ts";
export { COLUMNS, formatOf, readWeights, type ReadWeightsOptions, type Weights, type WeightsFormat } from "./readWeights.ts";
export * from "./readWeightsByParent.ts";
export { parseTable, type Row, type Table } from "./table.ts";
export * from "./writeWeights.ts";
export * from "./writeEdges.ts";
