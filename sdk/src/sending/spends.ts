import { decodeFunctionData, isAddressEqual, zeroAddress, type Abi, type Address, type Hex } from "viem";
import { getChainId } from "viem/actions";

import { edgeRegistryAbi } from "../abi/edgeRegistry.ts";
import { fundingPoolAbi } from "../abi/fundingPool.ts";
import { juryAbi } from "../abi/jury.ts";
import { marketsAbi } from "../abi/markets.ts";
import { openingAuctionAbi } from "../abi/openingAuction.ts";
import { outcomeERC20Abi } from "../abi/outcomeERC20.ts";
import { outcomeERC20FactoryAbi } from "../abi/outcomeERC20Factory.ts";
import { roundsAbi } from "../abi/rounds.ts";
import { read } from "../chain/read.ts";
import { computeMarket } from "../math/ids.ts";
import { openingFunds } from "../math/lmsr.ts";
import { max, min } from "../math/rounding.ts";
import type { AnyCall } from "../types/call.ts";
import type { ReadClient } from "../types/client.ts";
import type { MarketParams } from "../types/marketParams.ts";
import type { Spend } from "../types/prepared.ts";

/** Calls of one account, in their order. */
type Context = { readonly client: ReadClient; readonly account: Address; readonly calls: readonly AnyCall[] };
type Asset = Pick<Spend, "asset" | "assetId">;
/** How much a function takes: the position of the argument that says it, or a rule. */
type Amount = number | ((context: Context, call: AnyCall) => bigint | Promise<bigint>);

/** What the functions of a contract take from their caller, by their allowance. */
type Contract = {
  readonly name: string;
  readonly abi: Abi;
  /** What is taken; `undefined`: nobody can tell, and the call will fail. */
  readonly asset: (context: Context, call: AnyCall) => Promise<Asset | undefined> | Asset;
  readonly amounts: Readonly<Record<string, Amount>>;
};

const CONTRACTS: readonly Contract[] = [
  {
    name: "Markets",
    abi: marketsAbi,
    asset: (context, { address, args }) => assetOfMarket(context, address, args[0] as bigint),
    amounts: {
      split: 1,
      splitPair: 2,
      // A negative maximum is the least that a sale must bring.
      trade: (_, { args }) => max(args[2] as bigint, 0n),
      join: 2,
      addReserve: 1,
      openPool: (_, { args }) => fundsOf(args[2] as bigint, args[1] as readonly bigint[]),
    },
  },
  {
    name: "OpeningAuction",
    abi: openingAuctionAbi,
    asset: async (context, { address, args }) => {
      const markets = await read(context.client, { address, abi: openingAuctionAbi, functionName: "MARKETS" });
      return assetOfMarket(context, markets, args[0] as bigint);
    },
    amounts: { prepare: 4, commit: 2 },
  },
  {
    name: "Rounds",
    abi: roundsAbi,
    asset: async ({ client }, { address }) =>
      erc20(await read(client, { address, abi: roundsAbi, functionName: "MONEY" })),
    amounts: { sponsor: 0 },
  },
  {
    name: "EdgeRegistry",
    abi: edgeRegistryAbi,
    asset: async ({ client }, { address }) =>
      erc20(await read(client, { address, abi: edgeRegistryAbi, functionName: "MONEY" })),
    amounts: { proposeEdge: 3, challengeEdge: 2 },
  },
  {
    name: "Jury",
    abi: juryAbi,
    asset: async ({ client }, { address }) =>
      erc20(await read(client, { address, abi: juryAbi, functionName: "STAKE_TOKEN" })),
    amounts: {
      challenge: ({ client }, { address }) => read(client, { address, abi: juryAbi, functionName: "STAKE" }),
      requestAudit: 3,
      gift: 0,
    },
  },
  {
    name: "FundingPool",
    abi: fundingPoolAbi,
    asset: (_, { args }) => erc20(args[0] as Address),
    amounts: { fund: 1 },
  },
  {
    name: "OutcomeERC20",
    abi: outcomeERC20Abi,
    asset: (context, { address }) => assetOfWrapper(context, address),
    amounts: { deposit: 0 },
  },
];

/** The name of the contract that a call is of; `undefined` if it is none of this package's. */
export function contractOf({ abi }: AnyCall): string | undefined {
  return CONTRACTS.find((contract) => contract.abi === abi)?.name;
}

/**
 * Returns what each of some calls takes from the account by an allowance: what its arguments say, and of which token
 * the contracts say. Calls of other contracts are taken to spend nothing.
 * @returns One list for each call.
 */
export function spendsOf(context: Context): Promise<readonly (readonly Spend[])[]> {
  const flat = context.calls.map(flatten);
  const inner = { ...context, calls: flat.flat() };
  return Promise.all(
    flat.map(async (calls) => {
      const spends = await Promise.all(calls.map((call) => spendOf(inner, call)));
      return spends.filter((spend) => spend !== undefined);
    }),
  );
}

async function spendOf(context: Context, call: AnyCall): Promise<Spend | undefined> {
  const contract = CONTRACTS.find(({ abi }) => abi === call.abi);
  const rule = contract?.amounts[call.functionName];
  if (contract === undefined || rule === undefined) return undefined;
  const amount = typeof rule === "number" ? (call.args[rule] as bigint) : await rule(context, call);
  const taken = await contract.asset(context, call);
  return taken && { asset: taken.asset, assetId: taken.assetId, spender: call.address, amount };
}

/** The calls inside a `multicall`. */
function flatten(call: AnyCall): readonly AnyCall[] {
  if (call.functionName !== "multicall" || contractOf(call) === undefined) return [call];
  return (call.args[0] as readonly Hex[]).flatMap((data) => {
    const { functionName, args = [] } = decodeFunctionData({ abi: call.abi as Abi, data });
    return flatten({ ...call, functionName, args });
  });
}

function erc20(asset: Address): Asset {
  return { asset, assetId: 0n };
}

async function assetOfMarket(context: Context, markets: Address, market: bigint): Promise<Asset | undefined> {
  const { client, account, calls } = context;
  const contract = { address: markets, abi: marketsAbi } as const;
  const { asset, assetId } = await read(client, { ...contract, functionName: "getMarket", args: [market] });
  if (asset !== zeroAddress) return { asset, assetId };
  // A market that does not exist may be created by an earlier call of the same list.
  const chainId = await getChainId(client);
  return calls
    .filter((call) => call.functionName === "createMarket" && isAddressEqual(call.address, markets))
    .map(({ args }) => args[0] as MarketParams)
    .find((params) => computeMarket({ chainId, markets, creator: account, params }) === market);
}

async function assetOfWrapper({ client, calls }: Context, wrapper: Address): Promise<Asset> {
  // It too may be created by an earlier call of the same list.
  for (const { abi, address, functionName, args } of calls) {
    if (abi !== outcomeERC20FactoryAbi || functionName !== "create") continue;
    const factory = { address, abi: outcomeERC20FactoryAbi } as const;
    const assetId = args[0] as bigint;
    const created = await read(client, { ...factory, functionName: "computeAddress", args: [assetId] });
    if (!isAddressEqual(created, wrapper)) continue;
    return { asset: await read(client, { ...factory, functionName: "MARKETS" }), assetId };
  }
  const contract = { address: wrapper, abi: outcomeERC20Abi } as const;
  const [asset, assetId] = await Promise.all([
    read(client, { ...contract, functionName: "MARKETS" }),
    read(client, { ...contract, functionName: "id" }),
  ]);
  return { asset, assetId };
}

/** The wrappers that some calls make. */
export async function madeBy(client: ReadClient, calls: readonly AnyCall[]): Promise<(address: Address) => boolean> {
  const creations = calls.filter(
    ({ abi, functionName }) => abi === outcomeERC20FactoryAbi && functionName === "create",
  );
  const made = await Promise.all(
    creations.map(({ address, args }) => {
      const factory = { address, abi: outcomeERC20FactoryAbi } as const;
      return read(client, { ...factory, functionName: "computeAddress", args: [args[0] as bigint] });
    }),
  );
  return (address) => made.some((wrapper) => isAddressEqual(wrapper, address));
}

/** What opening a pool costs, in units; 0 for prices that the contract refuses anyway. */
function fundsOf(b: bigint, prices: readonly bigint[]): bigint {
  const least = prices.reduce(min, prices[0] ?? 0n);
  return least > 0n ? openingFunds(b, least) : 0n;
}
