export * from "./clients.ts";
export * from "./contracts/index.ts";
export * from "./toLogs.ts";
export * from "./toTransactionRequest.ts";
