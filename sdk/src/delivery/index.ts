export * from "./deliver.ts";
export * from "./deliverSafeTransaction.ts";
export { memoryJournal, type Journal, type JournalEntry } from "./journal.ts";
export type { Patience } from "./session.ts";
