import type { Address } from "viem";

import { marketsAbi } from "../abi/markets.ts";
import { getSnapshot, type Snapshot } from "../actions/markets/getSnapshot.ts";
import { given } from "../chain/given.ts";
import type { ReadClient } from "../types/client.ts";
import { poll } from "./poll.ts";
import {
  watchEvents,
  type WatchEventsErrorType,
  type WatchEventsReturnType,
  type WatchOptions,
} from "./watchEvents.ts";

export type WatchMarketParameters = Omit<WatchOptions, "fromBlock"> & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Address of the `Lens` contract. */
  readonly lens: Address;
  /** Id of the market. */
  readonly market: bigint;
  /** Whose balances to read; by default the client's account, or nobody. */
  readonly account?: Address | undefined;
  /** Told the market as it is now, and again after every block in which something happened to it. */
  readonly onSnapshot: (snapshot: Snapshot) => void | Promise<void>;
};

export type WatchMarketReturnType = WatchEventsReturnType;

export type WatchMarketErrorType = WatchEventsErrorType;

/** What happens to a market; transfers of its tokens between accounts do not. */
const MARKET_EVENTS = [
  "PoolOpened",
  "Traded",
  "SetsChanged",
  "PairsChanged",
  "Converted",
  "LiquidityAdded",
  "LiquidityRemoved",
  "ReserveAdded",
  "Recentred",
  "Resolved",
  "Redeemed",
] as const;

/**
 * Tells a whole market, at first and whenever it has changed, until it is stopped by the function that it returns: also
 * after a reorganisation has taken changes back. See {@link watchEvents}.
 * @throws {InvalidParameterError} when nothing would be remembered, or fewer than no blocks are to follow.
 */
export function watchMarket(client: ReadClient, parameters: WatchMarketParameters): WatchMarketReturnType {
  const { markets, lens, market, onSnapshot } = given(parameters);
  const { account, onError, pollingInterval = client.pollingInterval } = parameters;
  // Counted, and told apart from the events: a snapshot that cannot be read is read later.
  let changes = 1;
  let told = 0;
  const change = () => void ++changes;
  const unwatch = watchEvents(client, {
    ...parameters,
    address: markets,
    abi: marketsAbi,
    events: MARKET_EVENTS,
    args: { market },
    onEvents: change,
    onRemoved: change,
  });
  const stopTelling = poll(
    async (isStopped) => {
      const seen = changes;
      if (seen === told) return;
      const snapshot = await getSnapshot(client, { lens, market, account });
      if (isStopped()) return;
      told = seen;
      await onSnapshot(snapshot);
    },
    pollingInterval,
    onError,
  );
  return () => {
    unwatch();
    stopTelling();
  };
}
