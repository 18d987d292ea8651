import type { ReadClient } from "deepfunding";
import { marketsAbi } from "deepfunding/abi";
import { getClaimables, type GetClaimablesReturnType } from "deepfunding/actions";
import type { Address } from "viem";
import { readContract } from "viem/actions";

import type { SendContext } from "../command.ts";
import { OUTCOME_TOKENS, readToken, type Token } from "./token.ts";

type Claimable = GetClaimablesReturnType[number];

/** Something that contracts owe an account. */
export type Credit = Pick<Claimable, "action" | "amount" | "round" | "calls"> & { readonly token: Token };

/** What other commands take out, or what takes back what was meant to stay. */
const ELSEWHERE = ["claim", "redeemTo", "merge", "mergePair", "unsponsor"];

/** Finds bonds, stakes, rewards, refunds, bids and sponsorships that an account can take out now. */
export async function findCredits(
  { client, account, addressOf, contracts }: SendContext,
  fromBlock: bigint | undefined,
): Promise<readonly Credit[]> {
  const markets = addressOf("markets");
  const { fundingPool } = contracts.addresses;
  const common = { markets, lens: addressOf("lens"), rounds: addressOf("rounds"), fundingPool, account, fromBlock };
  // What projects are paid is not searched for here: `nodes` are none.
  const found = await getClaimables(client, { ...common, nodes: [] });
  return Promise.all(
    found
      .filter(({ action }) => !ELSEWHERE.includes(action))
      .map(async ({ action, amount, round, calls, token, id }) => {
        const shown = id === undefined ? await readToken(client, token) : await readOutcome(client, token, id);
        return { action, amount, round, calls, token: shown };
      }),
  );
}

async function readOutcome(client: ReadClient, markets: Address, id: bigint): Promise<Token> {
  const decimals = await readContract(client, {
    address: markets,
    abi: marketsAbi,
    functionName: "decimals",
    args: [id],
  });
  return { token: markets, symbol: OUTCOME_TOKENS, decimals };
}
