import { zeroAddress, type Address, type Hex } from "viem";

import { edgeRegistryAbi } from "../abi/edgeRegistry.ts";
import { roundsAbi } from "../abi/rounds.ts";
import { getBondCredits } from "../actions/registry/getBondCredits.ts";
import { withdrawBondsCall } from "../actions/registry/withdrawBonds.ts";
import { getMarkets } from "../actions/rounds/getMarkets.ts";
import { getSponsorship } from "../actions/rounds/getSponsorship.ts";
import { unsponsorCall } from "../actions/rounds/unsponsor.ts";
import { withdrawSponsorshipCall } from "../actions/rounds/withdrawSponsorship.ts";
import { given } from "../chain/given.ts";
import { toBlockRange, type LogRange } from "../chain/logRange.ts";
import { read, type ReadErrorType } from "../chain/read.ts";
import { readRoundContracts, type RoundContracts } from "../chain/roundContracts.ts";
import type { ThrownBy } from "../errors/generated/thrownBy.ts";
import type { RoundMarket } from "../rounds/markets.ts";
import type { ReadClient } from "../types/client.ts";
import { mapInBatches } from "../utils/batches.ts";
import { auctionClaimables } from "./claimables/auction.ts";
import { fundingClaimables } from "./claimables/funding.ts";
import { juryClaimables } from "./claimables/jury.ts";
import { marketClaimables } from "./claimables/markets.ts";
import { claimable, type Claimable } from "./claimables/types.ts";
import { getPositions } from "./getPositions.ts";

export type GetClaimablesParameters = Omit<LogRange, "toBlock"> & {
  /** Address of the `Markets` contract. */
  readonly markets: Address;
  /** Address of the `Lens` contract. */
  readonly lens: Address;
  /** Address of the `Rounds` contract: all of its rounds are looked at, with their jury, registry and auctions. */
  readonly rounds: Address;
  /** Address of the `FundingPool` contract, for what projects are paid. */
  readonly fundingPool?: Address | undefined;
  /** Whose money. */
  readonly account: Address;
  /** Markets besides those of the rounds. */
  readonly ids?: readonly bigint[] | undefined;
  /** Tokens of the funding pool, the zero address for ether; by default ether and the money of the rounds. */
  readonly tokens?: readonly Address[] | undefined;
  /** Projects that the account may be paid for; by default those that events name with it, from `fromBlock` on. */
  readonly nodes?: readonly Hex[] | undefined;
};

export type GetClaimablesReturnType = readonly Claimable[];

export type GetClaimablesErrorType = ThrownBy["getClaimables"] | ReadErrorType;

/**
 * Lists everything that an account can take out now, of all contracts, each with the calls that pay it to the account:
 * redeemable tokens and shares, pairs and full sets, bids, the jury's credits and rewards, bonds, sponsorships, and what
 * its projects are funded with.
 * @throws {GraphTooLargeError} when the graph of projects is deeper or larger than `getGraph` reads.
 * @throws {InvalidParameterError} when the blocks to search are none, or begin after a bid to claim was revealed.
 * @throws {LensUnknownMarketError} when there is no such market.
 */
export async function getClaimables(
  client: ReadClient,
  parameters: GetClaimablesParameters,
): Promise<GetClaimablesReturnType> {
  const { markets, rounds, account } = given(parameters);
  const { fundingPool, nodes } = parameters;
  const range = await toBlockRange(client, parameters);
  const blockNumber = range.toBlock;
  const base = { address: rounds, abi: roundsAbi, blockNumber } as const;
  const [contracts, current, { opening: auction, openingKinds }] = await Promise.all([
    readRoundContracts(client, { rounds, blockNumber }),
    read(client, { ...base, functionName: "current" }),
    read(client, { ...base, functionName: "config" }),
  ]);
  const context = { client, contracts, account, blockNumber };
  const numbers = Array.from({ length: Number(current) }, (_, i) => BigInt(i + 1));
  const all = await mapInBatches(numbers, (round) => readRound(context, round));
  const questions = all.flatMap((round) => round.questions);
  const ids = [...new Set([...(parameters.ids ?? []), ...questions.map(({ market }) => market)])];
  const { tokens = [zeroAddress, contracts.money] } = parameters;

  const parts = await Promise.all([
    getPositions(client, { ...parameters, ids, blockNumber }).then(({ positions }) =>
      positions.flatMap((position) => marketClaimables(markets, account, position)),
    ),
    openingKinds === 0
      ? []
      : mapInBatches(ids, (market) =>
          auctionClaimables(client, { auction, markets, account, blockNumber, range }, market),
        ).then((found) => found.flat()),
    juryClaimables(client, { jury: contracts.jury, account, blockNumber, rounds: all.map(toJudged) }),
    bonds(context),
    sponsorships(context, current),
    fundingPool === undefined
      ? []
      : fundingClaimables(client, { fundingPool, account, tokens, nodes, range, blockNumber }),
  ]);
  return parts.flat();
}

type Context = {
  readonly client: ReadClient;
  readonly contracts: RoundContracts;
  readonly account: Address;
  readonly blockNumber: bigint;
};

type ReadRound = { readonly round: bigint; readonly seeds: number; readonly questions: readonly RoundMarket[] };

async function readRound({ client, contracts, blockNumber }: Context, round: bigint): Promise<ReadRound> {
  const { rounds, registry, target } = contracts;
  const [questions, seeds] = await Promise.all([
    getMarkets(client, { rounds, round, blockNumber }),
    read(client, {
      address: registry,
      abi: edgeRegistryAbi,
      functionName: "rosterSize",
      args: [round, target],
      blockNumber,
    }),
  ]);
  return { round, seeds: Number(seeds), questions: questions.filter(({ market }) => market !== 0n) };
}

/** The markets of a round that the jury could judge. */
function toJudged({ round, seeds, questions }: ReadRound) {
  return { round, seeds, markets: questions.filter(({ isSelection }) => !isSelection).map(({ market }) => market) };
}

async function bonds({ client, contracts, account, blockNumber }: Context): Promise<Claimable[]> {
  const { registry, money: token } = contracts;
  const amount = await getBondCredits(client, { registry, account, blockNumber });
  const calls = [withdrawBondsCall({ registry, receiver: account })];
  return amount === 0n ? [] : [claimable({ action: "withdrawBonds", token, amount, calls })];
}

/** What came back of rounds that have started, and all of the one that has not. */
async function sponsorships(
  { client, contracts, account, blockNumber }: Context,
  current: bigint,
): Promise<Claimable[]> {
  const { rounds, money: token } = contracts;
  const numbers = Array.from({ length: Number(current) + 1 }, (_, i) => BigInt(i + 1));
  const found = await mapInBatches(numbers, async (round) => {
    const { given, withdrawable } = await getSponsorship(client, { rounds, round, account, blockNumber });
    if (round > current) {
      const calls = [unsponsorCall({ rounds, amount: given, receiver: account })];
      return given === 0n ? [] : [claimable({ action: "unsponsor", token, amount: given, calls, round })];
    }
    const calls = [withdrawSponsorshipCall({ rounds, round, receiver: account })];
    const action = "withdrawSponsorship";
    return withdrawable === 0n ? [] : [claimable({ action, token, amount: withdrawable, calls, round })];
  });
  return found.flat();
}
