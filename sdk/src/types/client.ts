import type { Account, Chain, Client, Transport } from "viem";

/** A client that can read. */
export type ReadClient = Client<Transport, Chain | undefined, Account | undefined>;
/** A client that can send transactions of its account. */
export type WriteClient = Client<Transport, Chain | undefined, Account>;
