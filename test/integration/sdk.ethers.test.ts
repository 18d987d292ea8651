import { expect } from "chai";
import {
  BrowserProvider,
  FallbackProvider,
  HDNodeWallet,
  JsonRpcProvider,
  NonceManager,
  Wallet,
  type Signer,
} from "ethers";
import { network } from "hardhat";
import { BaseError as ViemError, getAddress, maxUint256, parseAbi, UserRejectedRequestError, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { signMessage } from "viem/actions";

import { MNEMONIC } from "../../scripts/utils/defaults.ts";
import {
  approveAsset,
  approveAssetCall,
  getBalances,
  getSnapshot,
  multicallMarkets,
  parseTradeLogs,
  permitCall,
  signBallot,
  signPermit,
  splitCall,
  trade,
  tradeCall,
  type TradeParameters,
} from "../../sdk/src/client/index.ts";
import { deliver, memoryJournal } from "../../sdk/src/delivery/index.ts";
import { toSdkError } from "../../sdk/src/errors/contract.ts";
import { MarketsCostAboveMaximumError, MarketsUnknownMarketError } from "../../sdk/src/errors/contracts/markets.ts";
import { ERC20InsufficientAllowanceError } from "../../sdk/src/errors/contracts/tokens.ts";
import {
  ProviderWithoutSendError,
  SignerWithoutProviderError,
  UnsupportedTransactionTypeError,
} from "../../sdk/src/errors/ethers.ts";
import { RpcUnreachableError } from "../../sdk/src/errors/rpc.ts";
import * as contracts from "../../sdk/src/ethers/index.ts";
import {
  Lens__factory,
  Markets__factory,
  toLogs,
  toReadClient,
  toTransactionRequest,
  toWriteClient,
} from "../../sdk/src/ethers/index.ts";
import { ballotTypedData } from "../../sdk/src/jury/index.ts";
import { longId } from "../../sdk/src/math/ids.ts";
import { expectError } from "../utils/errors.ts";
import { keyOf } from "../utils/pages.ts";
import { DAY, deployPool, USD } from "../utils/sdk.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

/** The trader of `deploySdk`, and an account that has neither money nor allowances. */
const TRADER = 1;
const STRANGER = 9;
const MINT = parseAbi(["function mint(address to, uint256 amount)"]);
/** Nobody listens there. */
const NOWHERE = "http://127.0.0.1:1";

/** Requests are sent as they come: a test has no use for ethers' cache and batches. */
const provider = new JsonRpcProvider(url, undefined, {
  batchMaxCount: 1,
  cacheTimeout: -1,
  polling: true,
  pollingInterval: 20,
});
const request = connection.provider.request.bind(connection.provider);
const browser = new BrowserProvider({ request }, undefined, { cacheTimeout: -1, pollingInterval: 20 });

const SIGNERS: readonly { readonly name: string; readonly of: (account: number) => Promise<Signer> }[] = [
  { name: "a Wallet", of: async (account) => new Wallet(keyOf(account), provider) },
  {
    name: "an HDNodeWallet",
    of: async (account) => HDNodeWallet.fromPhrase(MNEMONIC, undefined, `m/44'/60'/0'/0/${account}`).connect(provider),
  },
  { name: "a NonceManager", of: async (account) => new NonceManager(new Wallet(keyOf(account), provider)) },
  { name: "a JsonRpcSigner", of: async (account) => provider.getSigner(account) },
  { name: "a signer of a BrowserProvider", of: async (account) => browser.getSigner(account) },
];

async function pooledFixture() {
  return deployPool(connection);
}

type Deployment = Awaited<ReturnType<typeof pooledFixture>>;

/** Buys 10 tokens of the first outcome. */
function tradeOf(
  { markets, market, now, trader }: Deployment,
  changes: Partial<TradeParameters> = {},
): TradeParameters {
  return {
    markets,
    market,
    orders: [{ outcome: 0, short: false, amount: 10n * USD }],
    maxCost: 100n * USD,
    deadline: now + DAY,
    receiver: trader.account.address,
    ...changes,
  };
}

/** What one calls around ethers' own methods. */
async function withSdkErrors<T>(promise: Promise<T>): Promise<T> {
  return promise.catch((error: unknown) => Promise.reject(toSdkError(error) as Error));
}

describe("deepfunding/ethers", function () {
  after(async function () {
    provider.destroy();
    browser.destroy();
    await close();
  });

  it("has a factory for every contract, by its ABI", async function () {
    const abis = Object.keys(await import("../../sdk/src/abi/index.ts")).filter((name) => name !== "errorsAbi");
    const factories = Object.entries(contracts).filter(([name]) => name.endsWith("__factory"));
    const expected = abis.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1, -"Abi".length)}__factory`);
    expect(factories.map(([name]) => name)).to.have.members(expected);
  });

  it("given a provider, reads what viem reads, by the actions and by the factories", async function () {
    const { client, lens, market, markets, trader } = await networkHelpers.loadFixture(pooledFixture);
    const account = trader.account.address;
    const expected = await client.getSnapshot({ market, account });
    for (const each of [provider, browser]) {
      expect(await getSnapshot(toReadClient(each), { lens, market, account })).to.deep.equal(expected);
    }
    const snapshot = await Lens__factory.connect(lens, provider).getSnapshot(market, account);
    expect(snapshot.market.asset).to.equal(expected.asset);
    expect(snapshot.pool.b).to.equal(expected.pool?.pool.b);
    expect(await Markets__factory.connect(markets, provider).balanceOf(account, longId(market, 0))).to.equal(0n);
  });

  it("given a provider that cannot send, says which one can", function () {
    expect(() => toReadClient(new FallbackProvider([provider]))).to.throw(ProviderWithoutSendError, "FallbackProvider");
  });

  it("given a signer without a provider, says to connect it", async function () {
    await expectError(toWriteClient(new Wallet(keyOf(TRADER))), SignerWithoutProviderError);
  });

  for (const { name, of } of SIGNERS) {
    describe(`given ${name}`, function () {
      it("trades, and reads the event in a receipt of ethers", async function () {
        const deployment = await networkHelpers.loadFixture(pooledFixture);
        const { market, markets, trader } = deployment;
        const client = await toWriteClient(await of(TRADER));
        expect(client.account.address).to.equal(getAddress(trader.account.address));
        const hash = await trade(client, tradeOf(deployment));
        const receipt = await provider.waitForTransaction(hash);
        const [event, ...more] = parseTradeLogs({ logs: toLogs(receipt?.logs ?? []), markets });
        expect(more).to.deep.equal([]);
        expect(event?.args.trader).to.equal(getAddress(trader.account.address));
        const { logs } = await deployment.client.getTransactionReceipt({ hash });
        const [expected] = parseTradeLogs({ logs, markets });
        for (const field of [
          "args",
          "logIndex",
          "transactionHash",
          "blockNumber",
          "removed",
          "topics",
          "data",
        ] as const) {
          expect(event?.[field], field).to.deep.equal(expected?.[field]);
        }
        const ids = [longId(market, 0)];
        const account = trader.account.address;
        expect(await getBalances(client, { markets, account, ids })).to.deep.equal([10n * USD]);
      });

      it("signs a permit that the token accepts", async function () {
        const { client: viem, market, markets, money, now, sponsor } = await networkHelpers.loadFixture(pooledFixture);
        const client = await toWriteClient(await of(STRANGER));
        const receiver = client.account.address;
        await sponsor.writeContract({ address: money, abi: MINT, functionName: "mint", args: [receiver, 7n] });
        const signed = await signPermit(client, { token: money, spender: markets, amount: 7n, deadline: now + DAY });
        const calls = [permitCall({ markets, ...signed }), splitCall({ markets, market, amount: 7n, receiver })];
        await provider.waitForTransaction(await multicallMarkets(client, { markets, calls }));
        expect((await viem.getSnapshot({ market, account: receiver })).holdings.long).to.deep.equal([7n, 7n, 7n]);
      });

      it("signs ballots and messages as viem does", async function () {
        const { chainId, jury, market } = await networkHelpers.loadFixture(pooledFixture);
        const client = await toWriteClient(await of(TRADER));
        const account = privateKeyToAccount(keyOf(TRADER));
        const comparisons = [{ a: 0, b: 2, winner: 2, multiplier: 3_000_000n }];
        const ballot = { round: 1n, market, juror: account.address, comparisons };
        const expected = await account.signTypedData(ballotTypedData({ chainId, jury, ballot }));
        expect(await signBallot(client, { jury, ballot })).to.equal(expected);
        for (const message of ["text", { raw: "0x00ff" }] as const) {
          expect(await signMessage(client, { message })).to.equal(await account.signMessage({ message }));
        }
      });

      it("fails with the class of the contract's error, by an action and by a factory", async function () {
        const deployment = await networkHelpers.loadFixture(pooledFixture);
        const { markets, market, now, trader } = deployment;
        const receiver = trader.account.address;
        const client = await toWriteClient(await of(TRADER), { retryCount: 0 });
        const parameters = tradeOf(deployment, { maxCost: 1n });
        await expectError(trade(client, parameters), MarketsCostAboveMaximumError);

        const orders = [...parameters.orders];
        // A NonceManager counts what fails too: every transaction has a new one.
        const contract = async () => Markets__factory.connect(markets, await of(TRADER));
        const send = async (overrides: { readonly gasLimit?: bigint }) =>
          (await contract()).trade(market, orders, 1n, now + DAY, receiver, overrides);
        await expectError(withSdkErrors(send({})), MarketsCostAboveMaximumError);
        // With a limit ethers estimates nothing: the node refuses what is sent.
        await expectError(withSdkErrors(send({ gasLimit: 1_000_000n })), MarketsCostAboveMaximumError);
        await expectError(withSdkErrors((await contract()).getPool(1n)), MarketsUnknownMarketError);
      });

      it("delivers, and finds what it has delivered", async function () {
        const deployment = await networkHelpers.loadFixture(pooledFixture);
        const { market, markets, trader } = deployment;
        const client = await toWriteClient(await of(TRADER));
        const journal = memoryJournal();
        const delivery = { key: "trade", call: tradeCall(tradeOf(deployment)), journal, pollingInterval: 20 };
        const [first, second] = [await deliver(client, delivery), await deliver(client, delivery)];
        expect(second.transactionHash).to.equal(first.transactionHash);
        const ids = [longId(market, 0)];
        const account = trader.account.address;
        expect(await getBalances(client, { markets, account, ids })).to.deep.equal([10n * USD]);
      });

      it("sends what a call describes", async function () {
        const deployment = await networkHelpers.loadFixture(pooledFixture);
        const { markets, money } = deployment;
        const call = toTransactionRequest(tradeCall(tradeOf(deployment)));
        const refused = (await of(STRANGER)).sendTransaction(call);
        await expectError(withSdkErrors(refused), ERC20InsufficientAllowanceError);
        const signer = await of(STRANGER);
        const approval = approveAssetCall({ asset: money, spender: markets, amount: maxUint256 });
        await (await signer.sendTransaction(toTransactionRequest(approval))).wait();
        const client = await toWriteClient(signer);
        expect(await approveAsset(client, { asset: money, spender: markets, amount: 1n })).to.equal(undefined);
      });
    });
  }

  it("given a Wallet, signs each type of transaction as viem does, or says that it cannot", async function () {
    const { account } = await toWriteClient(new Wallet(keyOf(TRADER), provider));
    const expected = privateKeyToAccount(keyOf(TRADER));
    const common = { to: expected.address, value: 5n, nonce: 3, gas: 21_000n, chainId: 31_337, data: "0x01" } as const;
    const fees = { maxFeePerGas: 9n, maxPriorityFeePerGas: 2n };
    const accessList = [{ address: expected.address, storageKeys: [`0x${"0".repeat(64)}` as Hex] }];
    for (const transaction of [
      { ...common, type: "legacy", gasPrice: 7n },
      { ...common, type: "eip2930", gasPrice: 7n, accessList },
      { ...common, ...fees, type: "eip1559" },
      { ...common, ...fees, accessList, type: "eip1559" },
    ] as const) {
      expect(await account.signTransaction?.(transaction)).to.equal(await expected.signTransaction(transaction));
    }
    const strange = { ...common, ...fees, type: "eip7702", authorizationList: [] } as const;
    await expectError(account.signTransaction?.(strange) ?? Promise.resolve(), UnsupportedTransactionTypeError);
  });

  it("given a person who refuses, says so as viem does", async function () {
    const deployment = await networkHelpers.loadFixture(pooledFixture);
    const refusing = new BrowserProvider({
      request: async (asked: { readonly method: string }) => {
        if (asked.method === "eth_sendTransaction") throw Object.assign(new Error("No."), { code: 4001 });
        return request(asked);
      },
    });
    const client = await toWriteClient(await refusing.getSigner(TRADER));
    const error = await expectError(trade(client, tradeOf(deployment)), ViemError);
    expect(error.walk((cause) => cause instanceof UserRejectedRequestError)).not.to.equal(null);
    refusing.destroy();
  });

  it("given an RPC that never answers, waits no longer than it may", async function () {
    const { lens, market } = await networkHelpers.loadFixture(pooledFixture);
    const silent = new BrowserProvider({ request: () => new Promise(() => undefined) }, 31_337);
    const client = toReadClient(silent, { timeout: 20, retryCount: 0 });
    await expectError(getSnapshot(client, { lens, market }), RpcUnreachableError);
  });

  it("given an RPC that nobody answers at, says so by the same class", async function () {
    const { lens, market } = await networkHelpers.loadFixture(pooledFixture);
    // A provider that does not know its network asks for that again and again, and says so on the console.
    const known = new JsonRpcProvider(NOWHERE, 31_337, { staticNetwork: true });
    await expectError(getSnapshot(toReadClient(known, { retryCount: 0 }), { lens, market }), RpcUnreachableError);
    const read = Lens__factory.connect(lens, known).getSnapshot(market, lens);
    await expectError(withSdkErrors(read), RpcUnreachableError);
    known.destroy();
  });
});
