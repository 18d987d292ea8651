import { isAddressEqual, type Address } from "viem";

import { mergeCall } from "../../actions/markets/merge.ts";
import { mergePairCall } from "../../actions/markets/mergePair.ts";
import { redeemToCall } from "../../actions/markets/redeemTo.ts";
import { heldTokens } from "../../math/ids.ts";
import { min } from "../../math/rounding.ts";
import { countedOnce } from "../../positions/state.ts";
import { withoutPairs } from "../../strategy/holdings.ts";
import type { Position } from "../getPositions.ts";
import { claimable, type Claimable } from "./types.ts";

/** What tokens pay now: all of a resolved market; of others LONG and SHORT of an outcome, and full sets. */
export function marketClaimables(markets: Address, receiver: Address, position: Position): Claimable[] {
  const { market, snapshot, redeemable } = position;
  if (redeemable === undefined) return mergeable(markets, receiver, position);
  if (redeemable === 0n) return [];
  const calls = [redeemToCall({ markets, ...heldTokens(snapshot), receiver })];
  return [claimable({ action: "redeemTo", token: snapshot.baseAsset, amount: redeemable, calls, market })];
}

function mergeable(markets: Address, receiver: Address, { market, snapshot, assetPrice }: Position): Claimable[] {
  // A token that is worth nothing is not worth the gas.
  if (snapshot.payouts !== undefined || assetPrice === 0n) return [];
  const { asset, assetId } = snapshot;
  const holdings = countedOnce(snapshot.holdings);
  const pairs = holdings.long.map((amount, outcome) => min(amount, holdings.short[outcome] ?? 0n));
  const sets = withoutPairs(holdings).long.reduce(min);
  const common = { token: asset, id: isAddressEqual(asset, markets) ? assetId : undefined, market };
  const merged = pairs.flatMap((amount, outcome) => {
    if (amount === 0n) return [];
    const calls = [mergePairCall({ markets, market, outcome, amount, receiver })];
    return [claimable({ action: "mergePair", ...common, amount, calls })];
  });
  if (sets === 0n) return merged;
  const calls = [mergeCall({ markets, market, amount: sets, receiver })];
  return [...merged, claimable({ action: "merge", ...common, amount: sets, calls })];
}
