import { encodeFunctionData } from "viem";

import { juryAbi } from "../abi/jury.ts";
import type { BuildPostingParameters } from "./buildPosting.ts";
import { buildSafeTransaction } from "./buildSafeTransaction.ts";
import type { SafeTransaction } from "./types.ts";

export type BuildAffirmationParameters = Pick<BuildPostingParameters, "jury" | "market" | "nonce">;

/** Builds the Safe transaction that answers a challenge: the posting is right. */
export function buildAffirmation({ jury, market, nonce }: BuildAffirmationParameters): SafeTransaction {
  const data = encodeFunctionData({ abi: juryAbi, functionName: "affirm", args: [market] });
  return buildSafeTransaction({ to: jury, data, nonce });
}
