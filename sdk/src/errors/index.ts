export * from "./BaseError.ts";
export * from "./csv.ts";
export * from "./jury.ts";
export * from "./math.ts";
export * from "./safe.ts";
export * from "./strategy.ts";
