import type { Address } from "viem";

import { juryAbi } from "../../abi/jury.ts";
import { claimRewardsCall } from "../../actions/jury/claimRewards.ts";
import { getAudit } from "../../actions/jury/getAudit.ts";
import { getBallotReward } from "../../actions/jury/getBallotReward.ts";
import { getCredits } from "../../actions/jury/getCredits.ts";
import { getRewards } from "../../actions/jury/getRewards.ts";
import { getTally } from "../../actions/jury/getTally.ts";
import { refundAuditCall } from "../../actions/jury/refundAudit.ts";
import { withdrawCall } from "../../actions/jury/withdraw.ts";
import { atBlock, read, type ReadOptions } from "../../chain/read.ts";
import { wouldSucceed } from "../../chain/simulate.ts";
import type { AnyCall } from "../../types/call.ts";
import type { ReadClient } from "../../types/client.ts";
import { ROUND_KINDS } from "../../types/round.ts";
import { mapInBatches } from "../../utils/batches.ts";
import { claimable, type Claimable } from "./types.ts";

/** Whose credits, and where. */
type JuryOf = ReadOptions & {
  readonly jury: Address;
  readonly account: Address;
  /** Rounds, with how many seeds they had and what markets the jury could judge. */
  readonly rounds: readonly { readonly round: bigint; readonly seeds: number; readonly markets: readonly bigint[] }[];
};

type Part = { readonly amount: bigint; readonly calls: readonly AnyCall[] };

/** Stakes that came back, a juror's rewards, and audits that did not take place: credited first, then withdrawn. */
export async function juryClaimables(client: ReadClient, of: JuryOf): Promise<Claimable[]> {
  const { jury, account, blockNumber, rounds } = of;
  const [credits, token, ...parts] = await Promise.all([
    getCredits(client, { jury, account, blockNumber }),
    read(client, { address: jury, abi: juryAbi, functionName: "STAKE_TOKEN", ...atBlock(blockNumber) }),
    ...rounds.flatMap((round) => [rewardsOf(client, of, round), auditsOf(client, of, round)]),
  ]);
  const amount = parts.reduce((sum, part) => sum + part.amount, credits);
  if (amount === 0n) return [];
  const calls = [...parts.flatMap((part) => part.calls), withdrawCall({ jury, receiver: account })];
  return [claimable({ action: "withdraw", token, amount, calls })];
}

async function rewardsOf(
  client: ReadClient,
  { jury, account: juror, blockNumber }: JuryOf,
  { round, markets }: JuryOf["rounds"][number],
): Promise<Part> {
  const { distributed, perComparison } = await getRewards(client, { jury, round, blockNumber });
  if (!distributed || perComparison === 0n) return { amount: 0n, calls: [] };
  const found = await mapInBatches(markets, async (market) => {
    const { comparisons, claimed } = await getBallotReward(client, { jury, market, juror, blockNumber });
    if (comparisons === 0n || claimed) return [];
    const { accepted } = await getTally(client, { jury, market, blockNumber });
    return accepted ? [{ market, amount: comparisons * perComparison }] : [];
  });
  const due = found.flat();
  if (due.length === 0) return { amount: 0n, calls: [] };
  const call = claimRewardsCall({ jury, juror, markets: due.map(({ market }) => market) });
  return { amount: due.reduce((sum, { amount }) => sum + amount, 0n), calls: [call] };
}

async function auditsOf(
  client: ReadClient,
  { jury, account: payer, blockNumber }: JuryOf,
  { round, seeds }: JuryOf["rounds"][number],
): Promise<Part> {
  const questions = ROUND_KINDS.flatMap((kind) => Array.from({ length: seeds }, (_, index) => ({ kind, index })));
  const found = await mapInBatches(questions, async ({ kind, index }) => {
    const { paid: amount } = await getAudit(client, { jury, round, kind, index, payer, blockNumber });
    if (amount === 0n) return [];
    const call = refundAuditCall({ jury, round, kind, index, payer });
    return (await wouldSucceed(client, call, { blockNumber })) ? [{ amount, call }] : [];
  });
  const due = found.flat();
  return { amount: due.reduce((sum, { amount }) => sum + amount, 0n), calls: due.map(({ call }) => call) };
}
