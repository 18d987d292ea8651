import type { AnyCall } from "deepfunding";
import { edgeRegistryAbi } from "deepfunding/abi";
import {
  claimForCall,
  claimManyCall,
  getBooks,
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
    const dues = await findDues(context, values);
    const pulls = dues.flatMap(({ batches, of: { fundingPool, round, token } }) =>
      batches.map((edges) => pullManyCall({ fundingPool, round, token: token.token, edges })),
    );
    const rows = dues.flatMap(({ rows: found }) => found);
    const receiver = values.receiver ?? account;
    const credits = values.all ? await findCredits(context, values.fromBlock) : [];
    const calls = [...pulls, ...claimsOf(context, rows, receiver), ...credits.flatMap((credit) => credit.calls)];
    const edges = dues.flatMap(({ batches }) => batches.flat()).length;
    const { logs } =
      calls.length === 0 ? { logs: [] } : await context.send({ calls, together: edges <= PULLS_WITH_CLAIMS });
    const claimed = parseClaimManyLogs({ logs, fundingPool: context.addressOf("fundingPool") });
    return {
      receiver,
      pulls: edges,
      claims: rows.map(({ name, round, token, payee, amount }) => ({ project: name, round, ...token, payee, amount })),
      credits: credits.map(({ action, round, amount, token }) => ({ action, round, amount, ...token })),
      paid: claimed.map(({ args: { node, round, token, receiver: to, amount } }) => {
        return { project: nameOf(context.names, node), round, token, receiver: to, amount };
      }),
    };
  },
  view: ({ claims, pulls, credits }, paper) => {
    if (claims.length + credits.length === 0) return "There is nothing to claim.";
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
      owed.length > 0 && `${paper.bold("Yours besides")}\n${renderTable(["", "round", "amount"], owed)}`,
    ];
    return joinSaid(said, "\n\n");
  },
  isNothing: ({ claims, credits }) => claims.length + credits.length === 0,
});

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
type Due = { readonly of: Pot; readonly batches: readonly (readonly PullEdge<Hex>[])[]; readonly rows: readonly Row[] };

async function findDues(context: SendContext, values: Values): Promise<readonly Due[]> {
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
    for (const pot of full) dues.push(await dueOf(context, pot, graph, payees));
  }
  return dues;
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

/** Who is paid for the projects that are asked for: those that are named, else the account's own. */
async function payeesOf(
  { client, account }: SendContext,
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
  const found = nodes.map((node, i) => [node, payees[i] ?? zeroAddress] as const);
  const isAsked = (payee: Address) => (projects.length > 0 ? payee !== zeroAddress : isAddressEqual(payee, account));
  return new Map(found.filter(([, payee]) => isAsked(payee)));
}

async function dueOf(
  { client, names }: SendContext,
  pot: Pot,
  graph: GetGraphReturnType,
  payees: ReadonlyMap<Hex, Address>,
): Promise<Due> {
  const { fundingPool, round, token } = pot;
  const books = await getBooks(client, { fundingPool, round, token: token.token, graph });
  const { batches, claimable } = planPulls({ graph, books, projects: [...payees.keys()] });
  const rows = [...payees].flatMap(([node, payee]) => {
    const amount = claimable.get(node) ?? 0n;
    return amount === 0n ? [] : [{ name: nameOf(names, node), node, round, token, payee, amount }];
  });
  return { of: pot, batches: rows.length === 0 ? [] : batches, rows };
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
