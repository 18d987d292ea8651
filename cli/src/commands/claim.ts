import type { AnyCall } from "deepfunding";
import { edgeRegistryAbi, juryAbi } from "deepfunding/abi";
import {
  claimForCall,
  claimManyCall,
  getBondCredits,
  getBooks,
  getCredits,
  getFundingPool,
  getGraph,
  type GetGraphReturnType,
  getPot,
  getRegistry,
  parseClaimManyLogs,
  pullManyCall,
} from "deepfunding/actions";
import { credit, nodeId, planPulls, type PullEdge } from "deepfunding/graph";
import { isAddressEqual, zeroAddress, type Address, type Hex } from "viem";
import { readContract } from "viem/actions";

import { findCredits } from "../chain/credits.ts";
import { nameOf } from "../chain/names.ts";
import { readToken, type Token } from "../chain/token.ts";
import { defineCommand, type ReadContext, type SendContext } from "../command.ts";
import { ADDRESS, PROJECT, TOKEN, WHOLE } from "../kinds.ts";
import { flag, many, optional } from "../options.ts";
import { formatMoney, shortName } from "../output/format.ts";
import type { Paper } from "../output/paper.ts";
import { joinSaid, renderTable } from "../output/table.ts";

/** Most pulls that go into one transaction with what follows them; planPulls' batches are larger. */
const PULLS_WITH_CLAIMS = 60;
/** Public RPCs refuse many more. */
const REQUESTS_AT_ONCE = 50;

export const claim = defineCommand({
  name: "claim",
  summary: "pull what is due down the graph, and claim it",
  notes: [
    "Money comes down the graph only as far as somebody pulls it: this pulls along all paths to the projects, and " +
      "claims what they keep. Whoever is not a project's payee claims for it: the payee is paid all the same.",
  ],
  scope: "send",
  args: { project: many(PROJECT, "for which projects; else those whose payee the account is") },
  options: {
    round: optional(WHOLE, "only of this round; else of all that have settled and were not swept"),
    token: many(TOKEN, "in which tokens; else ether and the ecosystem's money"),
    all: flag("also what contracts owe the account: bonds, stakes, rewards, refunds, bids, sponsorships"),
    fromBlock: optional(WHOLE, "with --all: block to search for bids from; else the first"),
    receiver: optional(ADDRESS, "who gets what the account is payee of; else the account"),
  },
  examples: [
    { line: "deepfunding claim --dry-run", does: "what is yours, and what claiming costs" },
    { line: "deepfunding claim --all --yes", does: "also bonds, stakes, rewards, refunds, bids and sponsorships" },
    { line: "deepfunding claim ethereum/solidity --token eth --yes", does: "one project's ether, to its payee" },
  ],
  run: async (context, values) => {
    const { account } = context;
    const { dues, why } = await findDues(context, values);
    const pulls = dues.flatMap(({ batches, of: { fundingPool, round, token } }) =>
      batches.map((edges) => pullManyCall({ fundingPool, round, token: token.token, edges })),
    );
    const rows = dues.flatMap(({ rows: found }) => found);
    const receiver = values.receiver ?? account;
    const credits = values.all ? await findCredits(context, values.fromBlock) : [];
    const waiting = [...dues.flatMap((due) => due.waiting), ...(values.all ? [] : await owedBesides(context))];
    const calls = [...pulls, ...claimsOf(context, rows, receiver), ...credits.flatMap((credit) => credit.calls)];
    const edges = dues.flatMap(({ batches }) => batches.flat()).length;
    const { logs } =
      calls.length === 0 ? { logs: [] } : await context.send({ calls, together: edges <= PULLS_WITH_CLAIMS });
    const claimed = parseClaimManyLogs({ logs, fundingPool: context.addressOf("fundingPool") });
    return {
      receiver,
      why,
      waiting: waiting.map(({ token, ...one }) => ({ ...one, ...token })),
      pulls: edges,
      claims: rows.map(({ name, round, token, payee, amount }) => ({ project: name, round, ...token, payee, amount })),
      credits: credits.map(({ action, round, amount, token }) => ({ action, round, amount, ...token })),
      paid: claimed.map(({ args: { node, round, token, receiver: to, amount } }) => {
        return { project: nameOf(context.names, node), round, token, receiver: to, amount };
      }),
    };
  },
  view: ({ claims, pulls, credits, waiting, why }, paper) => {
    const held = waiting.length > 0 && renderWaiting(waiting, paper);
    if (claims.length + credits.length === 0) return joinSaid([whyNone(why, waiting.length), held], "\n\n");
    const rows = claims.map(({ project, round, payee, amount, ...token }) => [
      shortName(project),
      String(round),
      formatMoney(amount, token),
      payee,
    ]);
    const owed = credits.map(({ action, round, amount, ...token }) => [
      action,
      round === undefined ? "" : String(round),
      formatMoney(amount, token),
    ]);
    const said = [
      rows.length > 0 && `${paper.bold("Projects")}\n${renderTable(["", "round", "amount", "payee"], rows)}`,
      pulls > 0 && `after ${pulls} pulls down the graph`,
      held,
      owed.length > 0 && `${paper.bold("Yours besides")}\n${renderTable(["", "round", "amount"], owed)}`,
    ];
    return joinSaid(said, "\n\n");
  },
  whyNothing: ({ claims, credits, waiting, why }) =>
    claims.length + credits.length === 0 ? whyNone(why, waiting.length) : undefined,
});

/** Of what waits that many are shown. */
const MOST_WAITING = 10;

function whyNone(why: string, waiting: number): string {
  return `There is nothing to claim: ${waiting > 0 ? "what there is waits for somebody else" : why}.`;
}

type Shown = Omit<Waiting, "token"> & Token;

function renderWaiting(waiting: readonly Shown[], paper: Paper): string {
  const rows = waiting
    .slice(0, MOST_WAITING)
    .map(({ project, amount, reason, ...token }) => [shortName(project), formatMoney(amount, token), reason]);
  const more = waiting.length > MOST_WAITING ? `\n${paper.dim(`… and ${waiting.length - MOST_WAITING} more`)}` : "";
  return `${paper.bold("Waiting")}\n${renderTable(["", "amount", "why"], rows)}${more}`;
}

type Values = {
  readonly project: readonly string[];
  readonly round: bigint | undefined;
  readonly token: readonly Address[];
};

/** A round's money in one token. */
type Pot = { readonly fundingPool: Address; readonly round: bigint; readonly token: Token };
type Row = {
  readonly name: string;
  readonly node: Hex;
  readonly round: bigint;
  readonly token: Token;
  readonly payee: Address;
  /** In units of the token, after the pulls. */
  readonly amount: bigint;
};
/** Money that is there, and that this command does not pay out now. */
type Waiting = {
  /** The project that it is for, or what owes it. */
  readonly project: string;
  readonly round?: bigint | undefined;
  readonly token: Token;
  /** In units of the token. */
  readonly amount: bigint;
  readonly reason: string;
};
type Due = {
  readonly waiting: readonly Waiting[];
  readonly of: Pot;
  readonly batches: readonly (readonly PullEdge<Hex>[])[];
  readonly rows: readonly Row[];
};

/** What can be claimed, and why nothing can if nothing can. */
async function findDues(
  context: SendContext,
  values: Values,
): Promise<{ readonly dues: readonly Due[]; readonly why: string }> {
  const { client, addressOf, progress } = context;
  const fundingPool = addressOf("fundingPool");
  const { unsettled = 1n, registry = addressOf("registry") } = await getFundingPool(client, { fundingPool });
  const tokens = await tokensOf(context, registry, values.token);
  const dues: Due[] = [];
  for (let round = 1n; round < unsettled; ++round) {
    if (values.round !== undefined && values.round !== round) continue;
    progress.show(`Reading round ${round}`, Number(round - 1n), Number(unsettled - 1n));
    const pots = await Promise.all(tokens.map(async (token) => potOf(context, { fundingPool, round, token })));
    const full = pots.filter((pot) => pot !== undefined);
    if (full.length === 0) continue;
    const graph = await getGraph(client, { registry, round });
    const payees = await payeesOf(context, registry, graph, values.project);
    for (const pot of full) dues.push(await dueOf(context, pot, graph, payees, values.project.length > 0));
  }
  return { dues, why: whyNoDues(values.round, unsettled, dues.length) };
}

function whyNoDues(round: bigint | undefined, unsettled: bigint, pots: number): string {
  if (pots > 0) return "nothing has come to these projects, or all of it was claimed";
  if (unsettled === 1n) return "no round has settled yet, and money is paid out by its final weights";
  if (round !== undefined && round >= unsettled) return `round ${round} has not settled`;
  return "no round that has settled was given money in these tokens, or what was left was swept";
}

/** What contracts owe the account besides, as far as a look at them tells. */
async function owedBesides({ client, account, contracts: { addresses } }: SendContext): Promise<readonly Waiting[]> {
  const { jury, registry } = addresses;
  const reason = "`deepfunding claim --all` pays it, too";
  const found: Waiting[] = [];
  if (jury !== undefined) {
    const amount = await getCredits(client, { jury, account });
    const stakeToken =
      amount > 0n
        ? await readContract(client, { address: jury, abi: juryAbi, functionName: "STAKE_TOKEN" })
        : undefined;
    if (stakeToken)
      found.push({ project: "the jury's credit to you", token: await readToken(client, stakeToken), amount, reason });
  }
  if (registry !== undefined) {
    const amount = await getBondCredits(client, { registry, account });
    const { money } = await getRegistry(client, { registry });
    if (amount > 0n) found.push({ project: "your bonds", token: await readToken(client, money), amount, reason });
  }
  return found;
}

async function tokensOf(
  { client }: ReadContext,
  registry: Address,
  asked: readonly Address[],
): Promise<readonly Token[]> {
  const tokens = asked.length > 0 ? asked : [zeroAddress, (await getRegistry(client, { registry })).money];
  return Promise.all(tokens.map((token) => readToken(client, token)));
}

/** A pot from which something can be claimed. */
async function potOf({ client }: ReadContext, pot: Pot): Promise<Pot | undefined> {
  const { fundingPool, round, token } = pot;
  const { allotted, isSwept } = await getPot(client, { fundingPool, round, token: token.token });
  return allotted > 0n && !isSwept ? pot : undefined;
}

/** Who is paid for the projects that are named, else for all of the graph; the zero address: nobody. */
async function payeesOf(
  { client }: SendContext,
  registry: Address,
  graph: GetGraphReturnType,
  projects: readonly string[],
): Promise<ReadonlyMap<Hex, Address>> {
  const nodes = projects.length > 0 ? projects.map(nodeId) : [...credit(graph, { maxPaths: 0 }).projects.keys()];
  const contract = { address: registry, abi: edgeRegistryAbi, functionName: "payeeOf" } as const;
  const payees: Address[] = [];
  for (let next = 0; next < nodes.length; next += REQUESTS_AT_ONCE) {
    const some = nodes.slice(next, next + REQUESTS_AT_ONCE);
    payees.push(...(await Promise.all(some.map((node) => readContract(client, { ...contract, args: [node] })))));
  }
  return new Map(nodes.map((node, i) => [node, payees[i] ?? zeroAddress] as const));
}

async function dueOf(
  { client, names, account }: SendContext,
  pot: Pot,
  graph: GetGraphReturnType,
  payees: ReadonlyMap<Hex, Address>,
  isNamed: boolean,
): Promise<Due> {
  const { fundingPool, round, token } = pot;
  const books = await getBooks(client, { fundingPool, round, token: token.token, graph });
  const isPaid = (payee: Address) => (isNamed ? payee !== zeroAddress : isAddressEqual(payee, account));
  const paid = [...payees].filter(([, payee]) => isPaid(payee));
  const { batches, claimable } = planPulls({ graph, books, projects: paid.map(([node]) => node) });
  const rows = paid.flatMap(([node, payee]) => {
    const amount = claimable.get(node) ?? 0n;
    return amount === 0n ? [] : [{ name: nameOf(names, node), node, round, token, payee, amount }];
  });
  const all = planPulls({ graph, books, projects: [...payees.keys()] }).claimable;
  const waiting = [...payees].flatMap(([node, payee]): Waiting[] => {
    const amount = isPaid(payee) ? 0n : (all.get(node) ?? 0n);
    return amount === 0n ? [] : [{ project: nameOf(names, node), round, token, amount, reason: whyWaits(payee) }];
  });
  return { of: pot, batches: rows.length === 0 ? [] : batches, rows, waiting };
}

function whyWaits(payee: Address): string {
  if (payee === zeroAddress) return "nobody is paid for it yet: its maintainer has to be attested, and names a payee";
  return `its payee is ${payee}: name the project to claim for it`;
}

/** The account's own at once, to the receiver; others' one by one, to their payees. */
function claimsOf({ account, addressOf }: SendContext, rows: readonly Row[], receiver: Address): readonly AnyCall[] {
  const fundingPool = addressOf("fundingPool");
  const isOwn = ({ payee }: Row) => isAddressEqual(payee, account);
  const claimOf = ({ round, token: { token }, node }: Row) => ({ round, token, node });
  const own = rows.filter(isOwn).map(claimOf);
  const others = rows.filter((row) => !isOwn(row)).map(claimOf);
  return [
    ...(own.length > 0 ? [claimManyCall({ fundingPool, claims: own, receiver })] : []),
    ...others.map((each) => claimForCall({ fundingPool, ...each })),
  ];
}
