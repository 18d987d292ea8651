import type { Hash } from "viem";

import { explain } from "../chain/explain.ts";
import { DeliveryInterruptedError, DeliveryPendingError } from "../errors/delivery.ts";
import { findFailure } from "../errors/failure.ts";
import { RpcUnreachableError } from "../errors/rpc.ts";
import { causesOf } from "../utils/causes.ts";

/** How long a delivery waits, and how often it asks. */
export type Patience = {
  /** Times that a request is sent before its failure counts, at least 1; 5 by default. */
  readonly attempts?: number | undefined;
  /** Milliseconds between two looks at the chain, and before a failed request is repeated; 1,000 by default. */
  readonly pollingInterval?: number | undefined;
  /** Milliseconds after which a delivery stops waiting for its transaction; 180,000 by default. */
  readonly timeout?: number | undefined;
};

/** One run of a delivery: what it knows of its transaction, and its patience. */
export type Session = {
  readonly key: string;
  readonly attempts: number;
  /** Hash of the transaction, as soon as it is known. */
  hash: Hash | undefined;
  /** Asks the RPC; repeats what it does not answer, a bounded number of times. */
  readonly ask: <T>(request: () => Promise<T>) => Promise<T>;
  /** Waits until it is worth looking again; throws `late`, or that the delivery is pending, when the time is up. */
  readonly pause: (late?: () => Error) => Promise<void>;
};

export function createSession(key: string, patience: Patience): Session {
  const { attempts = 5, pollingInterval = 1_000, timeout = 180_000 } = patience;
  const end = Date.now() + timeout;
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, pollingInterval));
  const session: Session = {
    key,
    attempts,
    hash: undefined,
    ask: async (request) => {
      for (let attempt = 1; ; ++attempt) {
        try {
          return await request();
        } catch (error) {
          if (!isRpcFailure(error)) throw error;
          if (attempt >= attempts) {
            throw new DeliveryInterruptedError({ key, hash: session.hash, cause: await explain(error) });
          }
          await sleep();
        }
      }
    },
    pause: async (late) => {
      if (Date.now() >= end) throw late?.() ?? new DeliveryPendingError({ key, hash: session.hash });
      await sleep();
    },
  };
  return session;
}

/** Whether the RPC did not answer, or answered that it is busy: the same request may succeed later. */
export function isRpcFailure(error: unknown): boolean {
  if (findFailure(error) instanceof RpcUnreachableError) return true;
  return hasCause(error, ["LimitExceededRpcError"]);
}

/** Whether an error, or one behind it, is of one of viem's classes; by name, as there may be two copies of viem. */
export function hasCause(error: unknown, names: readonly string[]): boolean {
  return [...causesOf(error)].some(({ name }) => names.includes(name));
}
