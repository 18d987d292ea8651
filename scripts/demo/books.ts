import { erc20Abi, isAddressEqual, zeroAddress, type Address } from "viem";

import { fundingPoolAbi } from "../../sdk/src/abi/index.ts";
import { assetsOf } from "./funding.ts";
import type { Stage } from "./stage.ts";

/** What went into the contracts, what came out, and what they hold: `in - out = held`, to the unit. */
export type AssetBooks = { readonly in: bigint; readonly out: bigint; readonly held: bigint };

/** Books every asset from the transfers on the chain, and the balances of the contracts. */
export async function closeBooks(stage: Stage): Promise<Readonly<Record<string, AssetBooks>>> {
  const entries = assetsOf(stage).map(async ({ symbol, token }) => {
    const books = token === zeroAddress ? await bookEther(stage) : await bookToken(stage, token);
    return [symbol, books] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function bookToken({ chain }: Stage, token: Address): Promise<AssetBooks> {
  const { markets, openingAuction, jury, registry, rounds, fundingPool } = chain;
  const contracts = [markets, openingAuction, jury, registry, rounds, fundingPool];
  const isOurs = (account: Address) => contracts.some((contract) => isAddressEqual(contract, account));
  const transfers = await chain.publicClient.getContractEvents({
    address: token,
    abi: erc20Abi,
    eventName: "Transfer",
    fromBlock: 0n,
    strict: true,
  });
  const sum = (counts: (from: boolean, to: boolean) => boolean) =>
    transfers
      .filter(({ args }) => counts(isOurs(args.from), isOurs(args.to)))
      .reduce((total, { args }) => total + args.value, 0n);
  const balances = await Promise.all(
    contracts.map((account) =>
      chain.publicClient.readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [account] }),
    ),
  );
  return {
    in: sum((from, to) => !from && to),
    out: sum((from, to) => from && !to),
    held: balances.reduce((total, balance) => total + balance, 0n),
  };
}

/** Ether leaves no events of its own: the funding pool's say what it paid, and the donor's transaction what came. */
async function bookEther({ chain }: Stage): Promise<AssetBooks> {
  const pool = { address: chain.fundingPool, abi: fundingPoolAbi, fromBlock: 0n, strict: true } as const;
  const donor = (await chain.clientOf("donor")).account.address;
  const claimed = await chain.publicClient.getContractEvents({ ...pool, eventName: "Claimed" });
  const ether = claimed.filter(({ args }) => args.token === zeroAddress);
  return {
    in: await sentBy({ chain }, donor),
    out: ether.reduce((total, { args }) => total + args.amount, 0n),
    held: await chain.publicClient.getBalance({ address: chain.fundingPool }),
  };
}

/** What an account's transactions sent to the funding pool. */
async function sentBy({ chain }: Pick<Stage, "chain">, account: Address): Promise<bigint> {
  const count = await chain.publicClient.getTransactionCount({ address: account });
  const last = await chain.publicClient.getBlockNumber();
  let total = 0n;
  let found = 0;
  // From the last block back, until all of the account's transactions were seen.
  for (let number = last; number > 0n && found < count; --number) {
    const block = await chain.publicClient.getBlock({ blockNumber: number, includeTransactions: true });
    for (const { from, to, value } of block.transactions) {
      if (!isAddressEqual(from, account)) continue;
      found++;
      if (to !== null && isAddressEqual(to, chain.fundingPool)) total += value;
    }
  }
  return total;
}
