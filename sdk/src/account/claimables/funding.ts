import { encodeEventTopics, isAddressEqual, pad, type Address, type Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { claimCall } from "../../actions/funding/claim.ts";
import { getBooks } from "../../actions/funding/getBooks.ts";
import { getFundingPool } from "../../actions/funding/getFundingPool.ts";
import { getGraph } from "../../actions/funding/getGraph.ts";
import { getPot } from "../../actions/funding/getPot.ts";
import { multicallFundingCall } from "../../actions/funding/multicallFunding.ts";
import { pullManyCall } from "../../actions/funding/pullMany.ts";
import { getMaintainer } from "../../actions/registry/getMaintainer.ts";
import { readLogs, type BlockRange } from "../../chain/logRange.ts";
import type { ReadOptions } from "../../chain/read.ts";
import { planPulls } from "../../graph/planPulls.ts";
import type { ReadClient } from "../../types/client.ts";
import { mapInBatches } from "../../utils/batches.ts";
import { claimable, type Claimable } from "./types.ts";

/** Whose projects, and where. */
type FundingOf = ReadOptions & {
  readonly fundingPool: Address;
  readonly account: Address;
  readonly tokens: readonly Address[];
  /** Projects to look at; `undefined`: those that events name with the account. */
  readonly nodes: readonly Hex[] | undefined;
  readonly range: BlockRange;
};

/** What the account's projects can claim of settled rounds, once it is pulled down to them. */
export async function fundingClaimables(client: ReadClient, of: FundingOf): Promise<Claimable[]> {
  const { fundingPool, tokens, blockNumber } = of;
  const { registry, unsettled = 1n } = await getFundingPool(client, { fundingPool, blockNumber });
  if (registry === undefined) return [];
  const nodes = await projectsOf(client, of, registry);
  if (nodes.length === 0) return [];
  const rounds = Array.from({ length: Number(unsettled) - 1 }, (_, i) => BigInt(i + 1));
  const found = await mapInBatches(rounds, (round) =>
    Promise.all(tokens.map((token) => roundClaimables(client, of, { registry, nodes, round, token }))),
  );
  return found.flat(2);
}

/** Projects that the account is paid for. */
async function projectsOf(
  client: ReadClient,
  { account, nodes, range, blockNumber }: FundingOf,
  registry: Address,
): Promise<readonly Hex[]> {
  const named = nodes ?? (await namedWith(client, registry, account, range));
  const paid = await mapInBatches(named, async (node) => {
    const { payee } = await getMaintainer(client, { registry, node, blockNumber });
    return isAddressEqual(payee, account);
  });
  return named.filter((_, i) => paid[i]);
}

/** Projects of which the account was once made maintainer or payee. */
async function namedWith(
  client: ReadClient,
  registry: Address,
  account: Address,
  range: BlockRange,
): Promise<readonly Hex[]> {
  const names = (["Attested", "PayeeSet"] as const).map(
    (eventName) => encodeEventTopics({ abi: edgeRegistryAbi, eventName })[0],
  );
  const logs = await readLogs(client, [{ address: registry, topics: [names, null, pad(account)] }], range);
  return [...new Set(logs.flatMap(({ topics }) => topics[1] ?? []))];
}

async function roundClaimables(
  client: ReadClient,
  { fundingPool, account, blockNumber }: FundingOf,
  {
    registry,
    nodes,
    round,
    token,
  }: { readonly registry: Address; readonly nodes: readonly Hex[]; readonly round: bigint; readonly token: Address },
): Promise<Claimable[]> {
  const { allotted, isSwept } = await getPot(client, { fundingPool, round, token, blockNumber });
  if (isSwept || allotted === 0n) return [];
  const graph = await getGraph(client, { registry, round, blockNumber });
  const books = await getBooks(client, { fundingPool, round, token, graph, blockNumber });
  return nodes.flatMap((node) => {
    const plan = planPulls({ graph, books, projects: [node] });
    const amount = plan.claimable.get(node) ?? 0n;
    if (amount === 0n) return [];
    const pulls = plan.batches.map((edges) => pullManyCall({ fundingPool, round, token, edges }));
    const all = [...pulls, claimCall({ fundingPool, round, token, node, receiver: account })];
    // What one transaction can hold goes into one.
    const calls = all.length === 2 ? [multicallFundingCall({ fundingPool, calls: all })] : all;
    return [claimable({ action: "claim", token, amount, calls, round, node })];
  });
}
