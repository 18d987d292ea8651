import { isAddressEqual, type Address } from "viem";
import { simulateContract } from "viem/actions";

import { getSnapshot, type Snapshot } from "../actions/markets/getSnapshot.ts";
import { redeemToCall } from "../actions/markets/redeemTo.ts";
import { explain } from "../chain/explain.ts";
import { atBlock, type ReadOptions } from "../chain/read.ts";
import { MarketsNotResolvedError } from "../errors/contracts/markets.ts";
import { describeId, heldTokens, marketOf } from "../math/ids.ts";
import { marksOf } from "../positions/state.ts";
import type { ReadClient } from "../types/client.ts";
import { WAD } from "../utils/wad.ts";

/** Who has tokens, and where. */
type HolderOf = ReadOptions & { readonly markets: Address; readonly account: Address };

/** By market; a nested market is followed by the market that its asset is of, so that going through it climbs down. */
export async function readSnapshots(
  client: ReadClient,
  { lens, markets, account, blockNumber }: HolderOf & { readonly lens: Address },
  ids: readonly bigint[],
): Promise<ReadonlyMap<bigint, Snapshot>> {
  const levels: Snapshot[][] = [];
  for (let level = [...new Set(ids)]; level.length > 0;) {
    const read = level.map((market) => getSnapshot(client, { lens, market, account, blockNumber }));
    const snapshots = await Promise.all(read);
    levels.push(snapshots);
    const nested = snapshots.filter(({ asset }) => isAddressEqual(asset, markets));
    level = [...new Set(nested.map(({ assetId }) => marketOf(assetId)))];
  }
  const all = new Map<bigint, Snapshot>();
  for (const snapshot of levels.flat()) {
    // What is met again is further down: nobody below has been passed before all above it have.
    all.delete(snapshot.market);
    all.set(snapshot.market, snapshot);
  }
  return all;
}

/** The market whose token is the asset, and which; `undefined` for money. */
export function parentOf(snapshot: Snapshot, all: ReadonlyMap<bigint, Snapshot>) {
  if (isAddressEqual(snapshot.asset, snapshot.baseAsset)) return undefined;
  const parent = all.get(marketOf(snapshot.assetId));
  const token = describeId(snapshot.assetId);
  return parent && "outcome" in token ? { parent, token } : undefined;
}

/** What a unit of a market's asset is marked at, in WAD of the money at the bottom. */
export function assetPriceOf(snapshot: Snapshot, all: ReadonlyMap<bigint, Snapshot>): bigint {
  const below = parentOf(snapshot, all);
  if (below === undefined) return WAD;
  const { parent, token } = below;
  const price = marksOf(parent)[token.outcome] ?? 0n;
  return ((token.type === "long" ? price : WAD - price) * assetPriceOf(parent, all)) / WAD;
}

/** What redeeming all of a market pays now, in units of the money; `undefined` before resolution. */
export async function readRedeemable(
  client: ReadClient,
  { markets, account, blockNumber }: HolderOf,
  snapshot: Snapshot,
): Promise<bigint | undefined> {
  if (snapshot.payouts === undefined && isAddressEqual(snapshot.asset, snapshot.baseAsset)) return undefined;
  const call = redeemToCall({ markets, ...heldTokens(snapshot), receiver: account });
  try {
    const { result } = await simulateContract(client, { ...call, account, ...atBlock(blockNumber) });
    return result;
  } catch (error) {
    const failure = await explain(error);
    if (failure instanceof MarketsNotResolvedError) return undefined;
    throw failure;
  }
}
