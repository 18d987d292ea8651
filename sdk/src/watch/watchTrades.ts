import type { Address } from "viem";

import { marketsAbi } from "../abi/markets.ts";
import { given } from "../chain/given.ts";
import type { ReadClient } from "../types/client.ts";
import {
  watchEvents,
  type WatchedEvents,
  type WatchEventsErrorType,
  type WatchEventsReturnType,
  type WatchOptions,
} from "./watchEvents.ts";

export type WatchTradesParameters = WatchOptions & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Id of a market, or of several; by default all. */
  readonly market?: bigint | readonly bigint[] | undefined;
  /** Account that trades; by default everybody. */
  readonly trader?: Address | undefined;
  /** Told new trades, in the order of the chain. */
  readonly onTrades: (trades: WatchedEvents<typeof marketsAbi, "Traded">) => void | Promise<void>;
  /** Told trades that a reorganisation has taken back, newest first. */
  readonly onRemoved?: ((trades: WatchedEvents<typeof marketsAbi, "Traded">) => void | Promise<void>) | undefined;
};

export type WatchTradesReturnType = WatchEventsReturnType;

export type WatchTradesErrorType = WatchEventsErrorType;

/**
 * Tells trades as they happen, each once, until it is stopped by the function that it returns: see {@link watchEvents}.
 * @throws {InvalidParameterError} when nothing would be remembered, or fewer than no blocks are to follow.
 */
export function watchTrades(client: ReadClient, parameters: WatchTradesParameters): WatchTradesReturnType {
  const { markets, onTrades } = given(parameters);
  const { market, trader } = parameters;
  const args = { ...(market !== undefined && { market }), ...(trader && { trader }) };
  return watchEvents(client, {
    ...parameters,
    address: markets,
    abi: marketsAbi,
    events: ["Traded"],
    args,
    onEvents: onTrades,
  });
}
