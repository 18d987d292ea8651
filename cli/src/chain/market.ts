import { getRegistry, getRoster, getRound, getRoundMarket, getSnapshot, type Snapshot } from "deepfunding/actions";
import { nodeId } from "deepfunding/graph";
import type { RoundMarket } from "deepfunding/rounds";
import type { Hex } from "viem";

import type { ReadContext } from "../command.ts";
import { MarketNotFoundError, MissingSettingError } from "../errors.ts";
import { ID, PROJECT, ROUND_KIND, WHOLE } from "../kinds.ts";
import { optional, withDefault, type ValuesOf } from "../options.ts";
import { nameOf, namesOf, type Names } from "./names.ts";
import { OUTCOME_TOKENS, readToken } from "./token.ts";

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
  /** Symbol of what it is traded in: money, or tokens of the market below. */
  readonly symbol: string;
};

/** Names of the outcomes of a market that asks how much of its credit a project keeps. */
const ORIGINALITY_OUTCOMES = ["UP (keeps)", "DOWN (passes on)"];

/**
 * Finds the market that the user has named, reads it, and names its outcomes.
 * @throws {MarketNotFoundError} when it was not opened.
 */
export async function findMarket(
  context: ReadContext,
  values: MarketValues | { readonly market: bigint },
): Promise<NamedMarket> {
  const { client, account, addressOf } = context;
  const question = values.market === undefined ? await questionOf(context, values as MarketValues) : undefined;
  const market = question?.market ?? values.market ?? 0n;
  const lens = addressOf("lens");
  const snapshot = await getSnapshot(client, { lens, market, account });
  const { symbol } = snapshot.assetId === 0n ? await readToken(client, snapshot.asset) : { symbol: OUTCOME_TOKENS };
  return {
    snapshot,
    symbol,
    title: question?.title ?? "Market",
    outcomes: question?.outcomes ?? listedOutcomes(context, snapshot.outcomes),
  };
}

/** Names of the outcomes of any market: those that the user has listed, if they are as many, else numbers. */
function listedOutcomes({ listed }: ReadContext, count: number): readonly string[] {
  return listed.length === count ? listed : Array.from({ length: count }, (_, i) => `outcome ${i}`);
}

type Question = { readonly market: bigint; readonly title: string; readonly outcomes: readonly string[] };

/** What a market of a round asks, and names of its outcomes. */
export function titleOf(
  { kind, node, outcomes, isSelection }: Pick<RoundMarket, "kind" | "node" | "outcomes" | "isSelection">,
  names: Names,
): Pick<NamedMarket, "title" | "outcomes"> {
  const named = outcomes.map((outcome) => nameOf(names, outcome));
  if (isSelection) return { title: `Which projects' ${kind} is evaluated`, outcomes: named };
  const project = nameOf(names, node);
  if (kind === "originality") return { title: `Originality of ${project}`, outcomes: ORIGINALITY_OUTCOMES };
  return { title: `Weights of the children of ${project}`, outcomes: named };
}

/** Finds a question of a round: its market, and what its outcomes are called. */
async function questionOf(context: ReadContext, values: MarketValues): Promise<Question> {
  const { client, addressOf } = context;
  const names = new Map([...context.names, ...namesOf(values.project === undefined ? [] : [values.project])]);
  const [rounds, registry] = [addressOf("rounds"), addressOf("registry")];
  const [{ round }, { target }] = await Promise.all([
    getRound(client, { rounds, round: values.round }),
    getRegistry(client, { registry }),
  ]);
  const { kind } = values;
  const node = kind === "weight" ? withoutProject(values, target) : nodeId(requireProject(values));
  const roster = await getRoster(client, { registry, round, node: target });
  const index = kind === "weight" ? 0 : roster.children.indexOf(node);
  if (index < 0) throw new MarketNotFoundError({ what: `${nameOf(names, node)} is no seed of round ${round}` });
  const market = await getRoundMarket(client, { rounds, round, kind, index });
  const { children } = kind === "children" ? await getRoster(client, { registry, round, node }) : roster;
  const named = titleOf({ kind, node, outcomes: children, isSelection: false }, names);
  if (market === 0n) throw new MarketNotFoundError({ what: `${named.title}: the market was not opened yet` });
  return { market, ...named };
}

/** Of weights there is one market: a project named beside it would be forgotten. */
function withoutProject({ project }: MarketValues, target: Hex): Hex {
  if (project === undefined) return target;
  throw new MissingSettingError({
    what: "What about the project",
    remedies: ["Say `--kind originality` or `--kind children` with `--project`, or leave it out."],
  });
}

function requireProject({ kind, project }: MarketValues): string {
  if (project !== undefined) return project;
  throw new MissingSettingError({
    what: "The project",
    remedies: [`Say whose ${kind} with \`--project owner/name\`.`],
  });
}
