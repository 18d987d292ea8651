import { erc20Abi } from "viem";

import { getSnapshot, type PoolSnapshot, type Snapshot } from "../../actions/markets/getSnapshot.ts";
import { getRegistry } from "../../actions/registry/getRegistry.ts";
import { getRoster } from "../../actions/registry/getRoster.ts";
import { getRound } from "../../actions/rounds/getRound.ts";
import { getRoundMarket } from "../../actions/rounds/getRoundMarket.ts";
import { nodeId } from "../../graph/nodeId.ts";
import { read } from "../../internal/read.ts";
import type { RoundKind } from "../../rounds/kinds.ts";
import type { ReadContext } from "../command.ts";
import { MarketNotFoundError, MissingSettingError } from "../errors.ts";
import { ID, PROJECT, ROUND_KIND, WHOLE } from "../kinds.ts";
import { optional, withDefault, type ValuesOf } from "../options.ts";
import { nameOf } from "./names.ts";

/** Options that name a market of a round. */
export const MARKET_OPTIONS = {
  round: optional(WHOLE, "number of the round; else the current one"),
  kind: withDefault(ROUND_KIND, "what the market asks about", "weight"),
  project: optional(PROJECT, "whose originality or children; with --kind originality or children"),
  market: optional(ID, "id of the market, instead of the three above"),
};

export type MarketValues = ValuesOf<typeof MARKET_OPTIONS>;

/** A market as people know it. */
export type NamedMarket = {
  readonly snapshot: Snapshot;
  /** What it asks. */
  readonly title: string;
  /** Names of its outcomes: projects, or what happens. */
  readonly outcomes: readonly string[];
  /** Symbol of the money at the bottom of its nesting. */
  readonly symbol: string;
};

/** A market that can be traded. */
export type PooledMarket = NamedMarket & { readonly snapshot: Snapshot & { readonly pool: PoolSnapshot } };

/** Names of the outcomes of a market that asks how much of its credit a project keeps. */
const ORIGINALITY_OUTCOMES = ["UP (keeps)", "DOWN (passes on)"];

/**
 * Finds the market that the user has named, reads it, and names its outcomes.
 * @throws {MarketNotFoundError} when it was not opened.
 */
export async function findMarket(context: ReadContext, values: MarketValues): Promise<NamedMarket> {
  const { client, account, addressOf } = context;
  const question = values.market === undefined ? await questionOf(context, values) : undefined;
  const market = question?.market ?? values.market ?? 0n;
  const lens = addressOf("lens");
  const snapshot = await getSnapshot(client, { lens, market, account });
  const symbol = await read(client, { address: snapshot.baseAsset, abi: erc20Abi, functionName: "symbol" });
  return {
    snapshot,
    symbol,
    title: question?.title ?? "Market",
    outcomes: question?.outcomes ?? listedOutcomes(context, snapshot.outcomes),
  };
}

/** As {@link findMarket}, of a market with a pool. @throws {MarketNotFoundError} when it has none. */
export async function findPooledMarket(context: ReadContext, values: MarketValues): Promise<PooledMarket> {
  const found = await findMarket(context, values);
  const { pool } = found.snapshot;
  if (pool === undefined) throw new MarketNotFoundError({ what: `${found.title} has no pool` });
  return { ...found, snapshot: { ...found.snapshot, pool } };
}

/** Names of the outcomes of any market: those that the user has listed, if they are as many, else numbers. */
function listedOutcomes({ listed }: ReadContext, count: number): readonly string[] {
  return listed.length === count ? listed : Array.from({ length: count }, (_, i) => `outcome ${i}`);
}

type Question = { readonly market: bigint; readonly title: string; readonly outcomes: readonly string[] };

/** Finds a question of a round: its market, and what its outcomes are called. */
async function questionOf(context: ReadContext, values: MarketValues): Promise<Question> {
  const { client, names, addressOf } = context;
  const [rounds, registry] = [addressOf("rounds"), addressOf("registry")];
  const [{ round }, { target }] = await Promise.all([
    getRound(client, { rounds, round: values.round }),
    getRegistry(client, { registry }),
  ]);
  const { kind } = values;
  const node = kind === "weight" ? target : nodeId(requireProject(values));
  const roster = await getRoster(client, { registry, round, node: target });
  const index = kind === "weight" ? 0 : roster.children.indexOf(node);
  const title = `${TITLES[kind]} ${nameOf(names, node)} in round ${round}`;
  if (index < 0) throw new MarketNotFoundError({ what: `${nameOf(names, node)} is no seed of round ${round}` });
  const market = await getRoundMarket(client, { rounds, round, kind, index });
  if (market === 0n) throw new MarketNotFoundError({ what: `The market of the ${title} was not opened yet` });
  if (kind === "originality") return { market, title, outcomes: ORIGINALITY_OUTCOMES };
  const { children } = kind === "weight" ? roster : await getRoster(client, { registry, round, node });
  return { market, title, outcomes: children.map((child) => nameOf(names, child)) };
}

const TITLES: Readonly<Record<RoundKind, string>> = {
  weight: "weights of the children of",
  originality: "originality of",
  children: "weights of the children of",
};

function requireProject({ kind, project }: MarketValues): string {
  if (project !== undefined) return project;
  throw new MissingSettingError({
    what: "The project",
    remedies: [`Say whose ${kind} with \`--project owner/name\`.`],
  });
}
