import type { Address, Hash, Hex } from "viem";

/** What is written down of a transaction before it is sent. */
export type JournalEntry = {
  readonly chainId: number;
  /** Sender. */
  readonly from: Address;
  readonly to: Address;
  readonly data: Hex;
  /** Ether sent along, in wei. */
  readonly value: bigint;
  readonly nonce: number;
  readonly gas: bigint;
  /** The signed bytes, if the account signs in this process. They hold no secret, but whoever has them can send them. */
  readonly signed?: Hex | undefined;
  /** Hash of the transaction: known before it is sent if it is signed here, afterwards if a wallet signs. */
  readonly hash?: Hash | undefined;
  /** Number of a block at which the nonce was still free. */
  readonly preparedAt: bigint;
  /** Number of the highest block seen: an RPC that is behind it is not believed. */
  readonly seen: bigint;
};

/** Where deliveries are written down; one journal may serve many accounts and chains. */
export type Journal = {
  /** Returns the entry of a key, or `undefined`. */
  readonly read: (key: string) => Promise<JournalEntry | undefined>;
  /**
   * Writes the first entry of a key and returns it, or returns the entry that somebody else has written meanwhile. It
   * must be durable when the promise resolves: the transaction is sent then.
   */
  readonly create: (key: string, entry: JournalEntry) => Promise<JournalEntry>;
  /** Replaces the entry of a key. */
  readonly update: (key: string, entry: JournalEntry) => Promise<void>;
};

/** A journal that lives as long as the process: against an RPC that fails, not against a process that dies. */
export function memoryJournal(): Journal {
  const entries = new Map<string, JournalEntry>();
  return {
    read: (key) => Promise.resolve(entries.get(key)),
    create: (key, entry) => {
      const first = entries.get(key) ?? entry;
      entries.set(key, first);
      return Promise.resolve(first);
    },
    update: (key, entry) => {
      entries.set(key, entry);
      return Promise.resolve();
    },
  };
}

/** An entry as JSON. */
export function encodeEntry(entry: JournalEntry): string {
  const plain = (_: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);
  return `${JSON.stringify(entry, plain, 2)}\n`;
}

/**
 * Reads what {@link encodeEntry} has written.
 * @throws {SyntaxError} when it is something else.
 */
export function decodeEntry(json: string): JournalEntry {
  const plain = JSON.parse(json) as Record<keyof JournalEntry, unknown>;
  const integers = ["value", "gas", "preparedAt", "seen"] as const;
  for (const name of integers) plain[name] = BigInt(plain[name] as string);
  if (!Number.isSafeInteger(plain.nonce) || typeof plain.data !== "string") throw new SyntaxError("It is no entry.");
  return plain as JournalEntry;
}
