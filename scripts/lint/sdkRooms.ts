/** The rooms of the SDK, the lowest first: a file imports from its own room and from those before it. */
import type { Order } from "./oneDirection.ts";

export const SDK_ROOMS: Order = {
  folder: "sdk/src",
  rooms: [
    // What everybody shares.
    ...["types", "utils"],
    // What the contracts say, and what can go wrong.
    ...["abi", "errors"],
    // Pure computation, without a chain.
    ...["math", "csv", "graph"],
    ...["strategy", "jury", "auction", "positions", "rounds"],
    // Reads, calls and logs; then an action for each function of the contracts.
    ...["chain", "actions"],
    // What composes several actions.
    ...["history", "account", "status", "watch", "sending", "safe", "delivery"],
    // What users import.
    ...["client", "index"],
    ...["ethers"],
  ],
};
