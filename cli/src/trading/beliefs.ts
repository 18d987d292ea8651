import { getMarkets } from "deepfunding/actions";
import { formatOf, parseTable, readWeights, readWeightsByParent } from "deepfunding/csv";
import { nodeId } from "deepfunding/graph";
import { WAD } from "deepfunding/math";
import type { RoundMarket } from "deepfunding/rounds";

import { findMarket, titleOf } from "../chain/market.ts";
import { nameOf, namesOf, projectsIn, type Names } from "../chain/names.ts";
import type { ReadContext } from "../command.ts";
import { InputFileError, InvalidUsageError, MissingSettingError } from "../errors.ts";
import { allFiles } from "../files.ts";
import type { PlanValues } from "./options.ts";

/** What the user believes of a market that can be traded. */
export type Belief = {
  readonly market: bigint;
  readonly title: string;
  /** Names of the outcomes. */
  readonly outcomes: readonly string[];
  /** In WAD, summing to 1e18. */
  readonly targets: readonly bigint[];
};

/** What the user believes, as far as it can be traded now. */
export type Beliefs = { readonly beliefs: readonly Belief[]; readonly skipped: readonly Skipped[] };
/** A market of which something is believed, and why it cannot be traded. */
export type Skipped = { readonly title: string; readonly why: string };

/**
 * Reads all that the user believes, and finds the markets that it is about.
 * @throws {InvalidFilesError} when files are not what they should be.
 * @throws {InputFileError} when one cannot be read, or is about nothing that the round asks.
 */
export async function readBeliefs(context: ReadContext, values: PlanValues): Promise<Beliefs> {
  const { parseInput, progress, client, addressOf } = context;
  if (values.files.length === 0) {
    throw new MissingSettingError({
      what: "A file with what you believe",
      remedies: ["Name it: `repo,parent,weight`."],
    });
  }
  progress.show("Reading the markets of the round");
  const named = await allFiles(values.files.map((path) => parseInput(path, projectsIn)));
  const names: Names = new Map([...namesOf(named.flat()), ...context.names]);
  if (values.market !== undefined) return oneBelief(context, values.market, names, values);
  const markets = await getMarkets(client, { rounds: addressOf("rounds"), round: values.round });
  const found = await allFiles(
    values.files.map((path) => parseInput(path, (text) => readFile(path, text, { markets, names }, values))),
  );
  const all = found.flatMap((file) => file.found);
  const open = all.filter(({ status }) => status === "trading");
  const closed = all.filter(({ status }) => status !== "trading");
  const skipped = [
    // First, for they may be misspelt.
    ...found.flatMap(({ unasked }) => unasked).map((title) => ({ title, why: "the round asks nothing about it" })),
    ...closed.map(({ title, status }) => ({ title, why: WHY[status] })),
  ];
  return { beliefs: open, skipped };
}

/** What is believed of a market that the user has named: of a round or not, it is the only one. */
async function oneBelief(
  context: ReadContext,
  market: bigint,
  names: Names,
  { files, normalize }: PlanValues,
): Promise<Beliefs> {
  const [path = "", other] = files;
  if (other !== undefined) {
    throw new InvalidUsageError({ command: "plan", reason: `With --market "${other}" is one file too many.` });
  }
  const { title, outcomes, snapshot } = await findMarket({ ...context, names }, { market });
  const read = (text: string) => readWeights(text, { projects: outcomes, normalize }).weights;
  const targets = await context.parseInput(path, read);
  return { beliefs: [{ market: snapshot.market, title, outcomes, targets }], skipped: [] };
}

const WHY: Readonly<Record<RoundMarket["status"], string>> = {
  notOpened: "was not opened yet",
  opening: "has no pool yet",
  trading: "",
  closed: "has closed",
  posted: "has closed",
  resolved: "is resolved",
};

type Asked = { readonly markets: readonly RoundMarket[]; readonly names: Names };
type Found = Belief & { readonly status: RoundMarket["status"] };
/** What a file is about: markets of the round, and projects that no market is about. */
type FileBeliefs = { readonly found: readonly Found[]; readonly unasked: readonly string[] };

/** Finds the markets that a file is about, by its format and the parents in it. */
function readFile(path: string, text: string, asked: Asked, values: PlanValues): FileBeliefs {
  const isOriginality = formatOf(parseTable(text)) === "originality";
  const all = isOriginality ? originalities(text, asked) : weights(text, asked, values);
  const found = all.filter((one) => typeof one !== "string");
  if (found.length > 0) return { found, unasked: all.filter((one) => typeof one === "string") };
  const metaMessages = ["A parent is the target of the round, or one of its seeds; `deepfunding market` shows them."];
  throw new InputFileError({ path, reason: "The round asks nothing that this file answers.", metaMessages });
}

/** What is believed of each project's originality; of one that no market is about, its name. */
function originalities(text: string, { markets, names }: Asked): (Found | string)[] {
  const { projects, weights: values } = readWeights(text);
  return projects.map((project, i) => {
    const question = markets.find((each) => each.kind === "originality" && isAbout(each, project));
    const value = values[i] ?? 0n;
    return question === undefined ? project : toFound(question, names, [value, WAD - value]);
  });
}

/** What is believed of each parent's children; of one that no market is about, its name. */
function weights(text: string, { markets, names }: Asked, { normalize }: PlanValues): (Found | string)[] {
  const outcomesOf = (question: RoundMarket) => question.outcomes.map((node) => nameOf(names, node));
  const questionOf = (parent: string) => markets.find((each) => each.kind !== "originality" && isAbout(each, parent));
  const childrenOf = (parent: string) => {
    const question = questionOf(parent);
    return question && outcomesOf(question);
  };
  return [...readWeightsByParent(text, childrenOf, { normalize })].map(([parent, { weights: targets }]) => {
    const question = questionOf(parent);
    return question === undefined ? parent : toFound(question, names, targets);
  });
}

function isAbout({ node, isSelection }: RoundMarket, project: string): boolean {
  return !isSelection && node === nodeId(project);
}

function toFound(question: RoundMarket, names: Names, targets: readonly bigint[]): Found {
  const { market, status } = question;
  const { title, outcomes } = titleOf(question, names);
  return { market, status, title, outcomes, targets };
}
