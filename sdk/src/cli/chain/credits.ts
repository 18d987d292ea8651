import type { Address } from "viem";

import { marketsAbi } from "../../abi/markets.ts";
import { getClaimables, type GetClaimablesReturnType } from "../../account/getClaimables.ts";
import { read } from "../../chain/read.ts";
import type { ReadClient } from "../../types/client.ts";
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
  const decimals = await read(client, { address: markets, abi: marketsAbi, functionName: "decimals", args: [id] });
  return { token: markets, symbol: OUTCOME_TOKENS, decimals };
}
