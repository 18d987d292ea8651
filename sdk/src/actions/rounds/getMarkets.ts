import type { Address, Hex } from "viem";

import { edgeRegistryAbi } from "../../abi/edgeRegistry.ts";
import { marketsAbi } from "../../abi/markets.ts";
import { given } from "../../chain/given.ts";
import { atBlock, read, type ReadErrorType, type ReadOptions } from "../../chain/read.ts";
import { readRoundContracts, type RoundContracts } from "../../chain/roundContracts.ts";
import type { RoundMarket, RoundMarketStatus } from "../../rounds/markets.ts";
import type { ReadClient } from "../../types/client.ts";
import { ROUND_KINDS, type RoundKind, type RoundPhase } from "../../types/round.ts";
import { getPosting } from "../jury/getPosting.ts";
import { getRound } from "./getRound.ts";
import { getRoundMarket } from "./getRoundMarket.ts";
import { getSelection, type GetSelectionReturnType } from "./getSelection.ts";

export type GetMarketsParameters = ReadOptions & {
  /** Address of the `Rounds` contract. */
  readonly rounds: Address;
  /** Number of the round, from 1; by default the last that was started. */
  readonly round?: bigint | undefined;
};

/** The market of seed weights, then of each kind the selection market and the seeds' markets; empty before a round. */
export type GetMarketsReturnType = readonly RoundMarket[];

export type GetMarketsErrorType = ReadErrorType;

/**
 * Reads all markets of a round, those too that nobody has opened yet. In Registration the graph may still change, and
 * with it what they ask. A client with `batch: { multicall: true }` makes it a few requests.
 */
export async function getMarkets(client: ReadClient, parameters: GetMarketsParameters): Promise<GetMarketsReturnType> {
  const { rounds, blockNumber } = given(parameters);
  const [{ round, phase }, contracts] = await Promise.all([
    getRound(client, parameters),
    readRoundContracts(client, parameters),
  ]);
  if (phase === "none") return [];
  const context: Context = { client, contracts, round, phase, blockNumber };
  const seeds = await readChildren(context, contracts.target);
  const [children, selections] = await Promise.all([
    Promise.all(seeds.map((seed) => readChildren(context, seed))),
    Promise.all(ROUND_KINDS.map((kind) => getSelection(client, { rounds, round, kind, blockNumber }))),
  ]);
  const questions = ROUND_KINDS.flatMap((kind, k) =>
    questionsOf(kind, selections[k], contracts.target, seeds, children),
  );
  return Promise.all(questions.map((question) => readMarket(context, question)));
}

type Context = ReadOptions & {
  readonly client: ReadClient;
  readonly contracts: RoundContracts;
  readonly round: bigint;
  readonly phase: RoundPhase;
};

type Question = Omit<RoundMarket, "market" | "status"> & {
  /** Id of the market of all seeds; `undefined`: it has to be asked for. */
  readonly known: bigint | undefined;
};

async function readChildren({ client, contracts, round, blockNumber }: Context, node: Hex): Promise<readonly Hex[]> {
  const [children] = await read(client, {
    address: contracts.registry,
    abi: edgeRegistryAbi,
    functionName: "roster",
    args: [round, node],
    ...atBlock(blockNumber),
  });
  return children;
}

/** What is asked of a kind: the rules of `openSeeds` and `openSelection`. */
function questionsOf(
  kind: RoundKind,
  selection: GetSelectionReturnType | undefined,
  target: Hex,
  seeds: readonly Hex[],
  children: readonly (readonly Hex[])[],
): Question[] {
  const common = { kind, node: target, index: undefined, known: selection?.market ?? 0n };
  if (kind === "weight") return seeds.length > 1 ? [{ ...common, isSelection: false, outcomes: seeds }] : [];
  const least = kind === "children" ? 2 : 1;
  const expected = seeds.map((_, index) => index).filter((index) => (children[index]?.length ?? 0) >= least);
  const eligible = selection?.opened ? selection.eligible : expected;
  const names = eligible.map((index) => seeds[index] ?? target);
  const selected: Question[] = eligible.length > 1 ? [{ ...common, isSelection: true, outcomes: names }] : [];
  const asked = eligible.map((index, rank): Question => {
    const outcomes = kind === "children" ? (children[index] ?? []) : [];
    return { kind, isSelection: false, index, node: names[rank] ?? target, outcomes, known: undefined };
  });
  return [...selected, ...asked];
}

async function readMarket(context: Context, { known, ...question }: Question): Promise<RoundMarket> {
  const { client, contracts, round, blockNumber } = context;
  const { kind, index = 0 } = question;
  const market = known ?? (await getRoundMarket(client, { rounds: contracts.rounds, round, kind, index, blockNumber }));
  return { ...question, market, status: await readStatus(context, market, question.isSelection) };
}

async function readStatus(context: Context, market: bigint, isSelection: boolean): Promise<RoundMarketStatus> {
  const { client, contracts, phase, blockNumber } = context;
  if (market === 0n) return "notOpened";
  const { pooled, resolved } = await read(client, {
    address: contracts.markets,
    abi: marketsAbi,
    functionName: "getMarket",
    args: [market],
    ...atBlock(blockNumber),
  });
  if (resolved) return "resolved";
  if (phase === "opening" || phase === "trading") return pooled || isSelection ? "trading" : "opening";
  if (isSelection) return "closed";
  const { status } = await getPosting(client, { jury: contracts.jury, market, blockNumber });
  return status === "none" ? "closed" : "posted";
}
