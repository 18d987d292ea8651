import type { ReadClient } from "deepfunding";
import { toSdkError } from "deepfunding/errors";
import { getBlock } from "viem/actions";

/**
 * Returns the time at which a transaction sent now would happen, in unix seconds: that of the pending block. The latest
 * block is old where nobody has sent anything for a while, as on a local chain; it counts where an RPC has no other.
 */
export async function nextBlockTime(client: ReadClient): Promise<bigint> {
  const [latest, pending] = await Promise.all([
    getBlock(client).catch((error: unknown) => {
      throw toSdkError(error);
    }),
    getBlock(client, { blockTag: "pending" }).catch(() => undefined),
  ]);
  return pending !== undefined && pending.timestamp > latest.timestamp ? pending.timestamp : latest.timestamp;
}
