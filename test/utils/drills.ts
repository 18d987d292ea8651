import type { NetworkConnection } from "hardhat/types/network";
import { encodeFunctionData, keccak256, maxUint256, parseAbi, toHex } from "viem";
import type { Account, Address, Hex, TransactionReceipt } from "viem";
import { parseAccount, privateKeyToAccount } from "viem/accounts";

import { claimCall, parseClaimLogs, parsePostLogs, parseTradeLogs, tradeCall } from "../../sdk/src/client/index.ts";
import { deliver, deliverSafeTransaction, type Journal, type Patience } from "../../sdk/src/delivery/index.ts";
import { longId } from "../../sdk/src/math/ids.ts";
import { buildPosting, getSafe, signSafeTransaction } from "../../sdk/src/safe/index.ts";
import type { WriteClient } from "../../sdk/src/types/client.ts";
import { CLAIM_ROUNDS, ETH, milli, node, TWO_PARENTS, WAD } from "./funding.ts";
import { BALLOTS, createMarket, deployJury, EVIDENCE, weights } from "./jury.ts";
import { deployPool, USD } from "./sdk.ts";

/** Runs of one delivery share a journal. */
export type Run = Patience & { readonly journal: Journal; readonly confirmations?: number | undefined };

/** Something that is to happen once, ready to be delivered by an account whose newest transaction is in the newest block. */
export type Scene = {
  readonly account: Account;
  /** Delivers it, under the same key every time. */
  readonly run: (client: WriteClient, run: Run) => Promise<TransactionReceipt>;
  /** What of it is on the chain: events, balances. */
  readonly effects: () => Promise<readonly unknown[]>;
};

/** An account whose key is in this process. */
export const SIGNER = privateKeyToAccount(keccak256(toHex("drills")));
export const KEY = "the one delivery of this drill";
export const BOUGHT = 7n * USD;

const tokenAbi = parseAbi([
  "function mint(address to, uint256 amount)",
  "function approve(address spender, uint256 amount)",
  "function balanceOf(address owner) view returns (uint256)",
]);

/** An account that the network signs for, as a wallet would. */
async function walletAccount({ viem }: NetworkConnection): Promise<Account> {
  const wallet = (await viem.getWalletClients())[5];
  if (!wallet) throw new Error("The network has too few accounts.");
  return parseAccount(wallet.account.address);
}

async function accountOf(connection: NetworkConnection, signs: "here" | "in a wallet"): Promise<Account> {
  const account = signs === "here" ? SIGNER : await walletAccount(connection);
  await connection.networkHelpers.setBalance(account.address, 10n ** 20n);
  return account;
}

/** Makes the newest block one with a transaction of the account, so that a node one block behind has its old nonce. */
async function sendAs({ viem }: NetworkConnection, account: Account, to: Address, data: Hex): Promise<void> {
  const client = await viem.getWalletClient(account.address, { account });
  const waiting = await viem.getPublicClient();
  const { status } = await waiting.waitForTransactionReceipt({ hash: await client.sendTransaction({ to, data }) });
  if (status !== "success") throw new Error("The last transaction before the drill has reverted.");
}

/** A trade of an account that has just approved its money. */
export async function tradeScene(
  connection: NetworkConnection,
  signs: "here" | "in a wallet",
): Promise<Scene & TradeOf> {
  const { client, market, markets, mined, money, now, sponsor } = await deployPool(connection);
  const account = await accountOf(connection, signs);
  const minting = {
    address: money,
    abi: tokenAbi,
    functionName: "mint",
    args: [account.address, 1_000n * USD],
  } as const;
  await mined(await sponsor.writeContract(minting));
  const approval = encodeFunctionData({ abi: tokenAbi, functionName: "approve", args: [markets, maxUint256] });
  await sendAs(connection, account, money, approval);
  const from = await client.getBlockNumber();
  const deadline = now + 3_600n;
  const call = tradeCall({
    markets,
    market,
    orders: [{ outcome: 1, short: false, amount: BOUGHT }],
    maxCost: 100n * USD,
    deadline,
    receiver: account.address,
  });
  const ofMoney = { address: money, abi: tokenAbi, functionName: "balanceOf", args: [account.address] } as const;
  return {
    account,
    call,
    deadline,
    run: (faulty, run) => deliver(faulty, { ...run, key: KEY, call }),
    effects: async () => {
      const logs = await client.getLogs({ fromBlock: from });
      const balances = await client.getBalances({ account: account.address, ids: [longId(market, 1)] });
      return [parseTradeLogs({ logs, markets }).length, balances, await client.readContract(ofMoney)];
    },
  };
}
export type TradeOf = { readonly call: ReturnType<typeof tradeCall>; readonly deadline: bigint };

/** A claim of ether by a payee, who has just paid for the pulls. */
export async function claimScene(connection: NetworkConnection, signs: "here" | "in a wallet"): Promise<Scene> {
  const { viem } = connection;
  const client = await viem.getPublicClient();
  const account = await accountOf(connection, signs);
  const graph = await viem.deployContract("MockFundingGraph");
  const [deployer] = await viem.getWalletClients();
  if (!deployer) throw new Error("The network has too few accounts.");
  const pool = await viem.deployContract("FundingPool", [deployer.account.address, CLAIM_ROUNDS]);
  await pool.write.connect([graph.address]);
  await graph.write.setUnsettled([1n]);
  for (const [name, { o, children }] of Object.entries(TWO_PARENTS)) {
    await graph.write.setNode([
      1n,
      node(name),
      milli(o),
      Object.keys(children).map(node),
      Object.values(children).map(milli),
    ]);
  }
  await graph.write.setPayee([node("a"), account.address]);
  await deployer.sendTransaction({ to: pool.address, value: WAD });
  await pool.write.record([ETH]);
  await graph.write.setUnsettled([2n]);
  const pull = [1n, ETH, node("target"), 0n] as const;
  await sendAs(
    connection,
    account,
    pool.address,
    encodeFunctionData({ abi: pool.abi, functionName: "pull", args: pull }),
  );

  const from = await client.getBlockNumber();
  const receiver = `0x${"fe".repeat(20)}` as const;
  const fundingPool = pool.address;
  const call = claimCall({ fundingPool, round: 1n, token: ETH, node: node("a"), receiver });
  return {
    account,
    run: (faulty, run) => deliver(faulty, { ...run, key: KEY, call }),
    effects: async () => {
      const logs = await client.getLogs({ fromBlock: from });
      return [parseClaimLogs({ logs, fundingPool }).length, await client.getBalance({ address: receiver })];
    },
  };
}

/** A posting that three of a Safe's five owners have signed, sent by an account that is no owner. */
export async function postScene(connection: NetworkConnection) {
  const { networkHelpers, viem } = connection;
  const client = await viem.getPublicClient();
  const account = await accountOf(connection, "here");
  const deployment = await deployJury(connection);
  const { owners, safe } = deployment;
  const { market, closesAt } = await createMarket(connection, deployment);
  await networkHelpers.time.increaseTo(closesAt);
  const jury = (await deployment.jury.getAddress()) as Address;
  const posting = { jury, market, payouts: weights(3), ballotsRoot: BALLOTS as Hex, evidenceURI: EVIDENCE };
  const { nonce } = await getSafe(client, { safe });
  const wallets = await Promise.all(owners.slice(0, 3).map((owner) => viem.getWalletClient(owner)));
  const sign = async (payouts: readonly bigint[]) => {
    const transaction = buildPosting({ ...posting, payouts, nonce });
    const signatures = await Promise.all(wallets.map((wallet) => signSafeTransaction(wallet, { safe, transaction })));
    return { safe, transaction, signatures };
  };
  const signed = await sign(posting.payouts);
  await sendAs(connection, account, account.address, "0x");
  const fromBlock = await client.getBlockNumber();
  const scene: Scene = {
    account,
    run: (faulty, run) => deliverSafeTransaction(faulty, { ...run, key: KEY, ...signed, fromBlock }),
    effects: async () => {
      const logs = await client.getLogs({ fromBlock });
      const safeNow = await getSafe(client, { safe });
      return [
        parsePostLogs({ logs, jury }).length,
        safeNow.nonce - nonce,
        (await deployment.jury.getPosting(market)).payoutsHash,
      ];
    },
  };
  return { ...scene, sign, signed };
}
