import { setTimeout } from "node:timers/promises";

import { expect } from "chai";
import { network } from "hardhat";
import {
  createWalletClient,
  custom,
  erc20Abi,
  getAddress,
  maxUint256,
  parseAbi,
  TimeoutError,
  toFunctionSelector,
  type Address,
  type EIP1193RequestFn,
  type Hex,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { waitForTransactionReceipt } from "viem/actions";
import { hardhat } from "viem/chains";

import {
  buildSafeBatch,
  buildSafeTransaction,
  executeSafeTransaction,
  getSafe,
  signSafeTransaction,
} from "../../sdk/src/safe/index.ts";
import { deploySafe } from "../../scripts/utils/safe.ts";
import {
  addReserveCall,
  approveAsset,
  approveOutcomeCall,
  challengeCall,
  challengeEdgeCall,
  commitBidCall,
  createMarketCall,
  createWrapperCall,
  deepFundingActions,
  fund,
  fundCall,
  fundEth,
  fundEthCall,
  getBond,
  getJury,
  getWrapper,
  giftCall,
  joinCall,
  multicallMarketsCall,
  openPoolCall,
  parseSplitLogs,
  parseTradeLogs,
  prepareAuctionCall,
  prepareCalls,
  proposeEdgeCall,
  requestAuditCall,
  sendPrepared,
  recentre,
  setOperator,
  setOperatorCall,
  splitCall,
  splitPairCall,
  sponsorCall,
  tradeCall,
  wrap,
  wrapCall,
} from "../../sdk/src/client/index.ts";
import { sponsorBudget } from "../../sdk/src/auction/index.ts";
import {
  BatchFailedError,
  ERC20InsufficientBalanceError,
  InvalidParameterError,
  MarketsCostAboveMaximumError,
  MarketsZeroAmountError,
  NoContractError,
  RpcUnreachableError,
  SendUnansweredError,
  StepFailedError,
  TokenRefusedError,
  TransactionReplacedError,
  TransactionRevertedError,
} from "../../sdk/src/errors/index.ts";
import { nodeId } from "../../sdk/src/graph/index.ts";
import { computeMarket, longId } from "../../sdk/src/math/ids.ts";
import type { WriteClient } from "../../sdk/src/types/client.ts";
import type { AnyCall } from "../../sdk/src/types/call.ts";
import type { MarketParams } from "../../sdk/src/types/marketParams.ts";
import { transactionsOf, type Prepared, type StepProgress } from "../../sdk/src/sending/index.ts";
import multiSendArtifact from "@safe-global/safe-contracts/build/artifacts/contracts/libraries/MultiSendCallOnly.sol/MultiSendCallOnly.json" with { type: "json" };
import { batchWallet, type BatchManners } from "../utils/batchWallet.ts";
import { conductorOf, DAY, deployRounds, TARGET, WAD } from "../utils/rounds.ts";

const connection = await network.create();
const { networkHelpers, provider, viem } = connection;
const { loadFixture, time } = networkHelpers;

const PRICES = [WAD / 2n, WAD / 4n, WAD / 4n] as const;
const B = 1000n * WAD;
const RICH = 10n ** 24n;
const mintAbi = parseAbi(["function mint(address to, uint256 amount)"]);

/** An ecosystem, a plain token beside its money, and an account that has both and has allowed nothing. */
async function fixture() {
  const deployment = await deployRounds(connection);
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  const reader = await viem.getPublicClient();
  const wallets = await viem.getWalletClients();
  const [sponsor, user] = [wallets[0], wallets[15]];
  if (!sponsor || !user) throw new Error("The network has too few accounts.");
  const plain = (await viem.deployContract("HostileToken")).address;
  const money = await addressOf(deployment.money);
  const account = user.account.address;
  for (const [token, owner] of [
    [money, account],
    [plain, account],
    [plain, sponsor.account.address],
  ] as const) {
    await sponsor.writeContract({ address: token, abi: mintAbi, functionName: "mint", args: [owner, RICH] });
  }
  const markets = await addressOf(deployment.markets);
  const now = BigInt(await time.latest());
  const paramsOf = (asset: Address, changes: Partial<MarketParams> = {}): MarketParams => ({
    ...{ asset, assetId: 0n, resolver: sponsor.account.address, opener: sponsor.account.address, outcomes: 3 },
    ...{ closesAt: now + 10n * BigInt(DAY), twapWindow: 3600n, feeRate: 30_000n, alpha: 0n, context: TARGET },
    ...changes,
  });
  const chainId = await reader.getChainId();
  const open = async (asset: Address) => {
    const params = paramsOf(asset);
    const market = computeMarket({ chainId, markets, creator: sponsor.account.address, params });
    const calls = [
      createMarketCall({ markets, params }),
      openPoolCall({ markets, market, prices: PRICES, b: B, receiver: sponsor.account.address }),
    ];
    await sendPrepared(sponsor, { prepared: await prepareCalls(sponsor, { calls }) });
    return market;
  };
  const contracts = {
    auction: await addressOf(deployment.auction),
    fundingPool: await addressOf(deployment.pool),
    jury: await addressOf(deployment.jury),
    markets,
    registry: await addressOf(deployment.registry),
    rounds: await addressOf(deployment.rounds),
  };
  const balanceOf = (token: Address, owner: Address = account) =>
    reader.readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [owner] });
  const allowanceOf = (token: Address, spender: Address, owner: Address = account) =>
    reader.readContract({ address: token, abi: erc20Abi, functionName: "allowance", args: [owner, spender] });
  return {
    ...{ ...contracts, account, allowanceOf, balanceOf, chainId, money, now, paramsOf, plain, reader, sponsor, user },
    conductor: conductorOf(connection, deployment),
    deployment,
    factory: (await viem.deployContract("OutcomeERC20Factory", [markets])).address,
    market: await open(money),
    plainMarket: await open(plain),
  };
}

type Fixture = Awaited<ReturnType<typeof fixture>>;

const kinds = ({ steps }: Prepared) => steps.map(({ kind }) => kind);

/** Runs something that must fail, and returns its error, which must be of the class. */
async function failure<E extends Error>(act: Promise<unknown>, type: abstract new (...args: never[]) => E): Promise<E> {
  const error: unknown = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(type);
  return error as E;
}

const splitOf = ({ account, market, markets }: Fixture, amount: bigint) =>
  splitCall({ markets, market, amount, receiver: account });
const splitPlain = ({ account, plainMarket, markets }: Fixture, amount: bigint) =>
  splitCall({ markets, market: plainMarket, amount, receiver: account });
const buyOf = ({ account, market, markets, now }: Fixture, maxCost: bigint, amount = 10n * WAD) =>
  tradeCall({
    ...{ markets, market, maxCost, receiver: account, deadline: now + BigInt(DAY) },
    orders: [{ outcome: 0, short: false, amount }],
  });

describe("SDK: what a wallet is asked", function () {
  describe("without a batch or a permit", function () {
    it("approves exactly what is missing, and then makes the call", async function () {
      const f = await loadFixture(fixture);
      const { account, allowanceOf, markets, plain, user } = f;
      const prepared = await prepareCalls(user, { calls: [splitPlain(f, 7n * WAD)] });
      expect(kinds(prepared)).to.deep.equal(["approve", "call"]);
      expect(prepared.account).to.equal(account);
      expect(prepared.spends).to.deep.equal([
        {
          ...{ asset: plain, assetId: 0n, spender: markets, amount: 7n * WAD },
          ...{ symbol: "HOST", decimals: 18, balance: RICH, allowance: 0n },
        },
      ]);
      expect(prepared.steps.map(({ description }) => description)).to.deep.equal([
        `Allow Markets (${markets}) to take 7 HOST.`,
        `Call \`split\` of Markets (${markets}), which takes at most 7 HOST.`,
      ]);
      const receipts = await sendPrepared(user, { prepared });
      expect(receipts).to.have.length(2);
      const [event] = parseSplitLogs({ logs: receipts.flatMap(({ logs }) => logs), markets });
      expect(event?.args.amount).to.equal(7n * WAD);
      expect(await allowanceOf(plain, markets)).to.equal(0n);
    });

    it("given an allowance of less, raises it to what is taken; of enough, only makes the call, whose gas it knows", async function () {
      const f = await loadFixture(fixture);
      const { markets, plain, user } = f;
      await user.writeContract({ address: plain, abi: erc20Abi, functionName: "approve", args: [markets, 3n * WAD] });
      const partial = await prepareCalls(user, { calls: [splitPlain(f, 7n * WAD)] });
      const [step] = partial.steps;
      if (step?.kind !== "approve") throw new Error("An approval is missing.");
      expect(step.call.args).to.deep.equal([markets, 7n * WAD]);
      const [approval] = await sendPrepared(user, { prepared: partial });
      expect(step.gas).to.equal(approval?.gasUsed);

      await user.writeContract({ address: plain, abi: erc20Abi, functionName: "approve", args: [markets, maxUint256] });
      const allowed = await prepareCalls(user, { calls: [splitPlain(f, 7n * WAD)] });
      expect(kinds(allowed)).to.deep.equal(["call"]);
      const [only] = allowed.steps;
      const [receipt] = await sendPrepared(user, { prepared: allowed });
      expect(only?.kind === "call" && only.gas && only.gas >= (receipt?.gasUsed ?? 0n)).to.equal(true);
    });

    it("adds up what several calls take, and makes those of one contract in one transaction", async function () {
      const f = await loadFixture(fixture);
      const { account, balanceOf, fundingPool, markets, plain, plainMarket, user } = f;
      const pair = splitPairCall({ markets, market: plainMarket, outcome: 1, amount: 2n * WAD, receiver: account });
      const calls = [splitPlain(f, WAD), pair, fundCall({ fundingPool, token: plain, amount: 5n }), splitPlain(f, 1n)];
      const prepared = await prepareCalls(user, { calls });
      expect(kinds(prepared)).to.deep.equal(["approve", "approve", "call", "call", "call"]);
      expect(prepared.spends.map(({ spender, amount }) => [spender, amount])).to.deep.equal([
        [markets, 3n * WAD + 1n],
        [fundingPool, 5n],
      ]);
      expect(prepared.steps[2]?.description).to.equal(
        `Call \`split\` and \`splitPair\` of Markets (${markets}) in one transaction, which takes at most 3 HOST.`,
      );
      const progress: string[] = [];
      const onStep = ({ index, status }: StepProgress) => progress.push(`${index} ${status}`);
      expect(await sendPrepared(user, { prepared, onStep })).to.have.length(5);
      expect(progress).to.deep.equal(
        [0, 1, 2, 3, 4].flatMap((i) => ["started", "sent", "done"].map((s) => `${i} ${s}`)),
      );
      expect(await balanceOf(plain)).to.equal(RICH - 3n * WAD - 6n);
    });

    it("makes each call in a transaction of its own where it is told to, after one approval for all", async function () {
      const f = await loadFixture(fixture);
      const { balanceOf, plain, user } = f;
      const calls = [splitPlain(f, WAD), splitPlain(f, 2n), splitPlain(f, 3n)];
      const prepared = await prepareCalls(user, { calls, together: false });
      expect(kinds(prepared)).to.deep.equal(["approve", "call", "call", "call"]);
      expect(await sendPrepared(user, { prepared })).to.have.length(4);
      expect(await balanceOf(plain)).to.equal(RICH - WAD - 5n);
    });

    it("allows nothing first where a token changes no allowance (USDT)", async function () {
      const f = await loadFixture(fixture);
      const { allowanceOf, account, markets, plain, user } = f;
      await user.writeContract({ address: plain, abi: erc20Abi, functionName: "approve", args: [markets, 3n] });
      const stubborn = stubbornClient(account, plain, () => allowanceOf(plain, markets));
      const prepared = await prepareCalls(stubborn, { calls: [splitPlain(f, 7n)] });
      expect(kinds(prepared)).to.deep.equal(["approve", "approve", "call"]);
      expect(prepared.steps.map((step) => step.kind === "approve" && step.call.args[1])).to.deep.equal([0n, 7n, false]);
      expect(await sendPrepared(stubborn, { prepared })).to.have.length(3);
    });

    it("approveAsset takes an allowance back first where a token wants that, and says what the token says", async function () {
      const { account, allowanceOf, markets, plain } = await loadFixture(fixture);
      const allowance = () => allowanceOf(plain, markets);
      const stubborn = stubbornClient(account, plain, allowance);
      const approve = (amount: bigint) => approveAsset(stubborn, { asset: plain, spender: markets, amount });
      for (const amount of [3n, 7n]) {
        const hash = await approve(amount);
        await waitForTransactionReceipt(stubborn, { hash: hash ?? "0x" });
        expect(await allowance()).to.equal(amount);
      }
      expect(await approve(7n)).to.equal(undefined);
      const refusing = stubbornClient(account, plain, () => Promise.resolve(1n));
      const refused = await failure(
        approveAsset(refusing, { asset: plain, spender: markets, amount: 9n }),
        TokenRefusedError,
      );
      expect(refused.message).to.include(plain).and.to.include("`approve`");
    });

    it("sends nothing to an address without a contract, and names it and the chain", async function () {
      const f = await loadFixture(fixture);
      const { account, markets, money, reader, user } = f;
      const nobody = getAddress(`0x${"12".repeat(20)}`);
      const nonce = await reader.getTransactionCount({ address: account });
      const lost: readonly (readonly [string, () => Promise<unknown>])[] = [
        ["fund", () => fundEth(user, { fundingPool: nobody, amount: WAD })],
        ["fund", () => fund(user, { fundingPool: nobody, token: money, amount: 1n })],
        ["deposit", () => wrap(user, { wrapper: nobody, amount: 1n, receiver: account })],
        ["setOperator", () => setOperator(user, { markets: nobody, spender: account, approved: true })],
        ["recentre", () => recentre(user, { markets: nobody, market: 1n })],
      ];
      for (const [functionName, send] of lost) {
        const error = await failure(send(), NoContractError);
        expect(error.message).to.include(nobody).and.to.include("chain 31337").and.to.include(functionName);
      }
      expect(await reader.getTransactionCount({ address: account })).to.equal(nonce);
      await approveAsset(user, { asset: money, spender: markets, amount: maxUint256 });
      expect(await reader.getTransactionCount({ address: account })).to.equal(nonce + 1);
      await failure(prepareCalls(user, { calls: [fundEthCall({ fundingPool: nobody, amount: 1n })] }), NoContractError);
    });

    it("says why the first transaction would fail, before anybody signs", async function () {
      const f = await loadFixture(fixture);
      const { markets, money, user } = f;
      await user.writeContract({ address: money, abi: erc20Abi, functionName: "approve", args: [markets, maxUint256] });
      await failure(prepareCalls(user, { calls: [buyOf(f, 1n)] }), MarketsCostAboveMaximumError);
      await failure(prepareCalls(user, { calls: [splitOf(f, 2n * RICH)] }), ERC20InsufficientBalanceError);
    });

    it("brings ether with its call, which no multicall takes", async function () {
      const { fundingPool, plain, reader, user } = await loadFixture(fixture);
      const calls = [fundEthCall({ fundingPool, amount: WAD }), fundCall({ fundingPool, token: plain, amount: 3n })];
      const prepared = await prepareCalls(user, { calls });
      expect(kinds(prepared)).to.deep.equal(["approve", "call", "call"]);
      expect(prepared.steps[1]?.description).to.include("1 of the chain's own currency");
      await sendPrepared(user, { prepared });
      expect(await reader.getBalance({ address: fundingPool })).to.equal(WAD);
      expect(kinds(await prepareCalls(user, { calls: calls.toReversed() }))).to.deep.equal(["approve", "call", "call"]);
    });

    it("takes what calls of other contracts spend from `spends`", async function () {
      const { account, plain, sponsor, user } = await loadFixture(fixture);
      const to = sponsor.account.address;
      const call = { address: plain, abi: erc20Abi, functionName: "transfer", args: [to, 4n] };
      expect(kinds(await prepareCalls(user, { calls: [call] }))).to.deep.equal(["call"]);
      const spends = [{ asset: plain, assetId: 0n, spender: account, amount: 4n }];
      const prepared = await prepareCalls(user, { calls: [call], spends });
      expect(prepared.steps[0]?.description).to.equal(`Allow ${account} to take 0.000000000000000004 HOST.`);
    });

    it("is among the actions of a client", async function () {
      const f = await loadFixture(fixture);
      const client = f.user.extend(deepFundingActions({ markets: f.markets }));
      const prepared = await client.prepareCalls({ calls: [splitPlain(f, 7n)] });
      expect(await client.sendPrepared({ prepared })).to.have.length(2);
    });

    it("says that the RPC does not answer, whatever it was asked", async function () {
      const f = await loadFixture(fixture);
      for (const silent of ["eth_call", "eth_getCode", "eth_getBlockByNumber"]) {
        const client = clientOf(f.account, async ({ method }) => {
          if (method === silent) throw new TimeoutError({ body: { method }, url: "https://rpc.example" });
          return undefined;
        });
        await failure(prepareCalls(client, { calls: [splitOf(f, 1n)] }), RpcUnreachableError);
      }
    });

    it("wants calls, and somebody who makes them", async function () {
      const f = await loadFixture(fixture);
      await failure(prepareCalls(f.user, { calls: [] }), InvalidParameterError);
      await failure(prepareCalls(f.reader, { calls: [splitOf(f, 1n)] }), InvalidParameterError);
    });
  });

  describe("with a permit", function () {
    it("signs one permit, and trades with it in one transaction", async function () {
      const f = await loadFixture(fixture);
      const { allowanceOf, balanceOf, markets, money, user } = f;
      const prepared = await prepareCalls(user, { calls: [buyOf(f, 6n * WAD)] });
      expect(kinds(prepared)).to.deep.equal(["permit", "call"]);
      const receipts = await sendPrepared(user, { prepared });
      expect(receipts).to.have.length(1);
      const [event] = parseTradeLogs({ logs: receipts[0]?.logs ?? [], markets });
      const paid = RICH - (await balanceOf(money));
      expect(event?.args.total).to.equal(paid);
      expect(await allowanceOf(money, markets)).to.equal(6n * WAD - paid);
    });

    it("uses it with the first of calls that do not go together", async function () {
      const f = await loadFixture(fixture);
      const { allowanceOf, balanceOf, markets, money, user } = f;
      const calls = [buyOf(f, 6n * WAD), buyOf(f, 7n * WAD)];
      const prepared = await prepareCalls(user, { calls, together: false });
      expect(kinds(prepared)).to.deep.equal(["permit", "call", "call"]);
      expect(await sendPrepared(user, { prepared })).to.have.length(2);
      expect(await allowanceOf(money, markets)).to.equal(13n * WAD - (RICH - (await balanceOf(money))));
    });

    it("signs with a key of this process too, and until when it is told", async function () {
      const f = await loadFixture(fixture);
      const { markets, money, now, sponsor } = f;
      const owner = privateKeyToAccount(`0x${"5a".repeat(32)}`);
      const local = createWalletClient({
        account: owner,
        chain: hardhat,
        pollingInterval: 50,
        transport: custom(provider),
      });
      await sponsor.sendTransaction({ to: owner.address, value: WAD });
      await sponsor.writeContract({ address: money, abi: mintAbi, functionName: "mint", args: [owner.address, WAD] });
      const call = splitCall({ markets, market: f.market, amount: WAD, receiver: owner.address });
      const deadline = now + 12_345n;
      const prepared = await prepareCalls(local, { calls: [call], deadline });
      const [step] = prepared.steps;
      expect(step?.kind === "permit" && step.typedData.message.deadline).to.equal(deadline);
      await sendPrepared(local, { prepared });
      expect(await f.balanceOf(money, owner.address)).to.equal(0n);
    });

    it("approves where the contract takes no permit, and where it is told to", async function () {
      const f = await loadFixture(fixture);
      const { balanceOf, markets, money, rounds, user } = f;
      const calls = [splitOf(f, WAD), sponsorCall({ rounds, amount: 2n * WAD }), buyOf(f, 6n * WAD), splitOf(f, WAD)];
      const prepared = await prepareCalls(user, { calls });
      expect(kinds(prepared)).to.deep.equal(["approve", "permit", "call", "call", "call"]);
      const [approve, permit] = prepared.steps;
      expect(approve?.kind === "approve" && approve.spend.spender).to.equal(rounds);
      expect(permit?.kind === "permit" && permit.typedData.message).to.include({ spender: markets, value: 8n * WAD });
      expect(await sendPrepared(user, { prepared })).to.have.length(4);
      expect(RICH - (await balanceOf(money)) > 9n * WAD).to.equal(true);
      const plain = await prepareCalls(user, { calls: [splitOf(f, 100n * WAD)], permit: false });
      expect(kinds(plain)).to.deep.equal(["approve", "call"]);
    });

    it("approves where a token's permit is of another kind (DAI), or its domain is not what it says", async function () {
      const f = await loadFixture(fixture);
      for (const [signature, answer] of [
        ["PERMIT_TYPEHASH()", `0x${"da".repeat(32)}`],
        ["DOMAIN_SEPARATOR()", `0x${"da".repeat(32)}`],
        ["DOMAIN_SEPARATOR()", "0x"],
      ] as const) {
        const isAsked = ({ to, data }: Asked) => to === f.money && data === toFunctionSelector(signature);
        const client = clientOf(f.account, async (asked) => (isAsked(asked) ? answer : undefined));
        const prepared = await prepareCalls(client, { calls: [splitOf(f, WAD)] });
        expect(kinds(prepared), signature).to.deep.equal(["approve", "call"]);
      }
    });

    it("approves where a contract's `permit` is not one for its caller", async function () {
      const f = await loadFixture(fixture);
      const abi = parseAbi([
        "function multicall(bytes[] data)",
        "function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)",
        "function take(uint256 amount)",
      ]);
      const spender = f.rounds;
      const call = { address: spender, abi, functionName: "take", args: [4n] };
      const spends = [{ asset: f.money, assetId: 0n, spender, amount: 4n }];
      expect(kinds(await prepareCalls(f.user, { calls: [call], spends }))).to.deep.equal(["approve", "call"]);
    });

    it("finds what is taken inside a multicall, and of a market that it creates first", async function () {
      const f = await loadFixture(fixture);
      const { account, balanceOf, chainId, markets, money, paramsOf, user } = f;
      const params = paramsOf(money, { opener: account });
      const market = computeMarket({ chainId, markets, creator: account, params });
      const create = createMarketCall({ markets, params });
      const open = openPoolCall({ markets, market, prices: PRICES, b: B, receiver: account });
      const inner = multicallMarketsCall({ markets, calls: [create, open] });
      const call = splitCall({ markets, market, amount: WAD, receiver: account });
      const prepared = await prepareCalls(user, { calls: [inner, call] });
      expect(kinds(prepared)).to.deep.equal(["permit", "call"]);
      await sendPrepared(user, { prepared });
      expect(RICH - (await balanceOf(money))).to.equal(prepared.spends[0]?.amount);
      expect(await f.allowanceOf(money, markets)).to.equal(0n);
    });
  });

  describe("by the wallet's batch", function () {
    const walletOf = ({ account }: Fixture, manners: BatchManners) => batchWallet(provider, account, manners);

    for (const manners of ["supported", "ready", "superseded"] as const) {
      it(`given a wallet that says "${manners}", approvals and calls are one batch`, async function () {
        const f = await loadFixture(fixture);
        const { client, asked } = walletOf(f, manners);
        const calls = [splitOf(f, WAD), splitPlain(f, 2n * WAD), buyOf(f, 6n * WAD)];
        const prepared = await prepareCalls(client, { calls });
        expect(kinds(prepared)).to.deep.equal(["batch"]);
        const [step] = prepared.steps;
        if (step?.kind !== "batch") throw new Error("There is no batch.");
        expect([step.approvals.map(({ functionName }) => functionName), step.calls]).to.deep.equal([
          ["approve", "approve"],
          calls,
        ]);
        const receipts = await sendPrepared(client, { prepared });
        expect(asked.filter((method) => /^wallet_sendCalls|^eth_send|^eth_sign/.test(method))).to.deep.equal([
          "wallet_sendCalls",
        ]);
        const logs = receipts.flatMap((receipt) => receipt.logs);
        expect(parseSplitLogs({ logs, markets: f.markets })).to.have.length(2);
        expect(parseTradeLogs({ logs, markets: f.markets })).to.have.length(1);
      });
    }

    it("given a batch that fails, nothing of it has happened, and all of it remains", async function () {
      const f = await loadFixture(fixture);
      const { allowanceOf, markets, money } = f;
      const { client } = walletOf(f, "supported");
      const calls = [splitOf(f, WAD), buyOf(f, 1n)];
      const prepared = await prepareCalls(client, { calls });
      const error = await failure(sendPrepared(client, { prepared }), StepFailedError);
      expect(error.cause).to.be.instanceOf(BatchFailedError);
      expect([error.pending, error.receipts, error.remaining]).to.deep.equal([undefined, [], calls]);
      expect([await allowanceOf(money, markets), await f.balanceOf(money)]).to.deep.equal([0n, RICH]);
    });

    for (const manners of ["unsupported", "refusing"] as const) {
      it(`given a wallet that is ${manners}, it signs a permit instead`, async function () {
        const f = await loadFixture(fixture);
        const { client } = walletOf(f, manners);
        const prepared = await prepareCalls(client, { calls: [splitOf(f, WAD)] });
        expect(kinds(prepared)).to.deep.equal(["permit", "call"]);
        await sendPrepared(client, { prepared });
        expect(RICH - (await f.balanceOf(f.money))).to.equal(WAD);
      });
    }

    it("is not asked for when one call is all, when it is told not to, or of a key of this process", async function () {
      const f = await loadFixture(fixture);
      const { client, asked } = walletOf(f, "supported");
      expect(kinds(await prepareCalls(client, { calls: [splitOf(f, WAD)], batch: false }))).to.include("permit");
      const approve = approveOutcomeCall({
        markets: f.markets,
        spender: f.rounds,
        id: longId(f.market, 0),
        amount: 1n,
      });
      expect(kinds(await prepareCalls(client, { calls: [approve] }))).to.deep.equal(["call"]);
      const key = { ...client, account: privateKeyToAccount(`0x${"5a".repeat(32)}`) } as WriteClient;
      expect(kinds(await prepareCalls(key, { calls: [splitOf(f, WAD)] }))).to.deep.equal(["permit", "call"]);
      expect(asked).not.to.include("wallet_getCapabilities");
    });

    it("given a user who rejects, everything remains", async function () {
      const f = await loadFixture(fixture);
      const { client } = walletOf(f, "rejecting");
      const calls = [splitOf(f, WAD)];
      const batch = await failure(
        sendPrepared(client, { prepared: await prepareCalls(client, { calls }) }),
        StepFailedError,
      );
      const signature = await failure(
        sendPrepared(client, { prepared: await prepareCalls(client, { calls, batch: false }) }),
        StepFailedError,
      );
      for (const { message, pending, receipts, remaining } of [batch, signature]) {
        expect(message).to.include("rejected");
        expect([pending, receipts, remaining]).to.deep.equal([undefined, [], calls]);
      }
    });
  });

  describe("when a step fails", function () {
    it("what is done stays, and the rest goes on when it is prepared again", async function () {
      const f = await loadFixture(fixture);
      const { account, balanceOf, fundingPool, plain, sponsor, user } = f;
      const calls = [splitPlain(f, WAD), fundCall({ fundingPool, token: plain, amount: 5n }), splitPlain(f, 2n)];
      const prepared = await prepareCalls(user, { calls });
      const block = (blocked: boolean) =>
        sponsor.writeContract({
          address: plain,
          abi: parseAbi(["function setBlocked(address account, bool blocked)"]),
          functionName: "setBlocked",
          args: [fundingPool, blocked],
        });
      await block(true);
      const error = await failure(sendPrepared(user, { prepared }), StepFailedError);
      expect([error.step, error.pending]).to.deep.equal([prepared.steps[3], undefined]);
      expect(error.receipts).to.have.length(3);
      expect(error.remaining).to.deep.equal(calls.slice(1));
      expect(error.message).to.include("Step 4 of 5 failed").and.include("Done before it").and.include("Not begun");
      expect(await balanceOf(plain)).to.equal(RICH - WAD);

      await block(false);
      const again = await prepareCalls(user, { calls: error.remaining });
      expect(kinds(again)).to.deep.equal(["call", "call"]);
      await sendPrepared(user, { prepared: again });
      expect(await balanceOf(plain)).to.equal(RICH - WAD - 7n);
      expect(again.account).to.equal(account);
    });

    it("a call that its contract refuses keeps the contract's own error", async function () {
      const f = await loadFixture(fixture);
      const prepared = await prepareCalls(f.user, { calls: [splitOf(f, WAD), buyOf(f, 5n * WAD, 0n)] });
      const error = await failure(sendPrepared(f.user, { prepared }), StepFailedError);
      expect(error.cause).to.be.instanceOf(MarketsZeroAmountError);
      expect(error.details).to.equal((error.cause as MarketsZeroAmountError).shortMessage);
    });

    it("a transaction that is not mined in time is not taken for lost", async function () {
      const f = await loadFixture(fixture);
      const { markets, money, user } = f;
      await user.writeContract({ address: money, abi: erc20Abi, functionName: "approve", args: [markets, maxUint256] });
      const prepared = await prepareCalls(user, { calls: [splitOf(f, WAD)] });
      const deaf = clientOf(user.account.address, async ({ method }) => {
        if (method === "eth_getTransactionReceipt") throw new Error("The connection is gone.");
        return undefined;
      });
      const error = await failure(sendPrepared(deaf, { prepared }), StepFailedError);
      expect(error.pending).to.match(/^0x[0-9a-f]{64}$/);
      expect(error.message).to.include(error.pending).and.include("may still happen");
    });

    it("a transaction whose sending was not answered is not taken for lost either", async function () {
      const f = await loadFixture(fixture);
      const { balanceOf, markets, money, user } = f;
      await user.writeContract({ address: money, abi: erc20Abi, functionName: "approve", args: [markets, maxUint256] });
      const prepared = await prepareCalls(user, { calls: [splitOf(f, WAD)] });
      const cutOff = (silent: string, passesOn: boolean) =>
        clientOf(user.account.address, async ({ method }) => {
          if (method !== silent) return undefined;
          const call = splitOf(f, WAD);
          if (passesOn) await user.writeContract(call);
          throw new TimeoutError({ body: { method }, url: "https://rpc.example" });
        });
      const sent = await failure(sendPrepared(cutOff("eth_sendTransaction", true), { prepared }), StepFailedError);
      expect(RICH - (await balanceOf(money))).to.equal(WAD);
      expect(sent.cause).to.be.instanceOf(SendUnansweredError);
      expect(sent.message).to.include("may still happen").and.not.include("Nothing is lost");
      const simulated = await failure(sendPrepared(cutOff("eth_call", false), { prepared }), StepFailedError);
      expect(simulated.cause).to.be.instanceOf(RpcUnreachableError);
      expect(simulated.message).to.include("Nothing is lost");
    });

    it("a transaction that reverts all the same, and one that the user replaces, are told apart", async function () {
      const f = await loadFixture(fixture);
      const { account, markets, money, user } = f;
      await user.writeContract({ address: money, abi: erc20Abi, functionName: "approve", args: [markets, maxUint256] });
      const prepared = await prepareCalls(user, { calls: [splitOf(f, WAD)] });
      let sent: unknown;
      const unlucky = clientOf(account, async ({ method }) => {
        if (method !== "eth_getTransactionReceipt" || sent === undefined) return undefined;
        const receipt = await provider.request({ method, params: [sent] });
        return { ...(receipt as object), status: "0x0" };
      });
      const onStep = (progress: StepProgress) => {
        if (progress.status === "sent") sent = progress.id;
      };
      const reverted = await failure(sendPrepared(unlucky, { prepared, onStep }), StepFailedError);
      expect(reverted.cause).to.be.instanceOf(TransactionRevertedError).and.include({ hash: sent });

      await provider.request({ method: "evm_setAutomine", params: [false] });
      const nonce = await f.reader.getTransactionCount({ address: account });
      const replace = async () => {
        await setTimeout(300); // until the SDK has seen what is to be replaced
        const fees = { maxFeePerGas: 10n ** 12n, maxPriorityFeePerGas: 10n ** 11n };
        await user.sendTransaction({ to: account, value: 0n, nonce, ...fees });
        await provider.request({ method: "hardhat_mine", params: ["0x2"] });
      };
      const replacing: Promise<void>[] = [];
      const onSent = ({ status }: StepProgress) => {
        if (status === "sent") replacing.push(replace());
      };
      const replaced = await failure(sendPrepared(user, { prepared, onStep: onSent }), StepFailedError);
      await Promise.all(replacing);
      await provider.request({ method: "evm_setAutomine", params: [true] });
      expect(replaced.cause).to.be.instanceOf(TransactionReplacedError);
      for (const { pending, remaining } of [reverted, replaced]) {
        expect([pending, remaining]).to.deep.equal([undefined, [splitOf(f, WAD)]]);
      }
    });

    it("steps of another account are refused", async function () {
      const f = await loadFixture(fixture);
      const prepared = await prepareCalls(f.user, { calls: [splitOf(f, WAD)] });
      await failure(sendPrepared(f.sponsor, { prepared }), InvalidParameterError);
    });
  });

  describe("what each function takes", function () {
    /** Sends calls after approving what they are said to take, and returns that and what the token really lost. */
    async function pay(client: WriteClient, call: AnyCall) {
      const prepared = await prepareCalls(client, { calls: [call], permit: false });
      const [spend, ...others] = prepared.spends;
      if (!spend || others.length > 0) throw new Error("It should take one token.");
      const owner = client.account.address;
      const before = spend.balance;
      await sendPrepared(client, { prepared });
      const after = (await prepareCalls(client, { calls: [call], permit: false })).spends[0]?.balance ?? 0n;
      return { ...spend, owner, paid: before - after };
    }

    it("of Markets: all of it where the amount is known, at most that where a bound is", async function () {
      const f = await loadFixture(fixture);
      const { account, market, markets, now, paramsOf, plain, user } = f;
      const receiver = account;
      const exact = [
        splitPlain(f, 11n),
        splitPairCall({ markets, market, outcome: 1, amount: 12n, receiver }),
        addReserveCall({ markets, market, amount: 20n * WAD }),
      ];
      for (const call of exact) {
        const { amount, paid } = await pay(user, call);
        expect([call.functionName, paid]).to.deep.equal([call.functionName, amount]);
      }
      const params = paramsOf(plain, { opener: account });
      const own = computeMarket({ chainId: f.chainId, markets, creator: account, params });
      const create = await prepareCalls(user, { calls: [createMarketCall({ markets, params })] });
      await sendPrepared(user, { prepared: create });
      const open = openPoolCall({ markets, market: own, prices: PRICES, b: B, receiver });
      const openPrepared = await prepareCalls(user, { calls: [open] });
      await sendPrepared(user, { prepared: openPrepared });
      expect(await f.balanceOf(plain)).to.equal(RICH - 11n - (openPrepared.spends[0]?.amount ?? 0n));

      const deadline = now + BigInt(DAY);
      const bounded = [
        buyOf(f, 6n * WAD),
        joinCall({ markets, market, shares: WAD, maxAssets: 5n * WAD, minLongs: [], deadline, receiver }),
      ];
      for (const call of bounded) {
        const { amount, paid } = await pay(user, call);
        expect(paid > 0n && paid < amount, call.functionName).to.equal(true);
      }
    });

    it("nothing where a sale brings money", async function () {
      const f = await loadFixture(fixture);
      const { user } = f;
      await sendPrepared(user, { prepared: await prepareCalls(user, { calls: [splitOf(f, 20n * WAD)] }) });
      const sale = await prepareCalls(user, { calls: [buyOf(f, -WAD, -10n * WAD)] });
      expect(kinds(sale)).to.deep.equal(["call"]);
      expect(sale.spends[0]?.amount).to.equal(0n);
      expect(sale.steps[0]?.description).to.match(/^Call `trade` of Markets \(0x\w{40}\)\.$/);
    });

    it("of an outcome token nothing to Markets itself; others are allowed it, once, or by an operator's right", async function () {
      const f = await loadFixture(fixture);
      const { account, chainId, factory, market, markets, paramsOf, reader, user } = f;
      const id = longId(market, 0);
      const params = paramsOf(markets, { assetId: id });
      const child = computeMarket({ chainId, markets, creator: account, params });
      const wrapper = await getWrapper(reader, { factory, id });
      const calls = [
        splitOf(f, 9n * WAD),
        createMarketCall({ markets, params }),
        splitCall({ markets, market: child, amount: 4n * WAD, receiver: account }),
        createWrapperCall({ factory, id }),
        wrapCall({ wrapper, amount: WAD, receiver: account }),
      ];
      const first = await prepareCalls(user, { calls });
      expect(kinds(first)).to.deep.equal(["approve", "permit", "call", "call", "call"]);
      expect(first.spends[2]).to.include({ asset: markets, assetId: id, spender: wrapper, amount: WAD });
      expect(first.spends[1]).to.include({ asset: markets, assetId: id, spender: markets, allowance: maxUint256 });
      await sendPrepared(user, { prepared: first });

      const wrap = wrapCall({ wrapper, amount: 2n * WAD, receiver: account });
      const second = await prepareCalls(user, { calls: [wrap] });
      expect(kinds(second)).to.deep.equal(["approve", "call"]);
      expect(second.spends[0]).to.include({ assetId: id, symbol: "LONG-0", balance: 4n * WAD, amount: 2n * WAD });
      expect(second.steps[0]?.description).to.equal(`Allow OutcomeERC20 (${wrapper}) to take 2 LONG-0.`);
      await sendPrepared(user, { prepared: second });
      expect(await f.balanceOf(wrapper)).to.equal(3n * WAD);
      const operator = setOperatorCall({ markets, spender: wrapper, approved: true });
      await sendPrepared(user, { prepared: await prepareCalls(user, { calls: [operator] }) });
      expect(kinds(await prepareCalls(user, { calls: [wrap] }))).to.deep.equal(["call"]);
    });

    it("of two outcome tokens by one contract each its own", async function () {
      const f = await loadFixture(fixture);
      const { account, auction, chainId, market, markets, paramsOf, user } = f;
      const children = [0, 1].map((outcome) => paramsOf(markets, { assetId: longId(market, outcome) }));
      const creations = children.map((params) => createMarketCall({ markets, params }));
      const deposits = children.map((params, i) => {
        const child = computeMarket({ chainId, markets, creator: account, params });
        return commitBidCall({ auction, market: child, commitment: TARGET, deposit: BigInt(i + 1) });
      });
      const { spends, steps } = await prepareCalls(user, { calls: [...creations, ...deposits] });
      expect(spends.map(({ assetId, amount }) => [assetId, amount])).to.deep.equal([
        [longId(market, 0), 1n],
        [longId(market, 1), 2n],
      ]);
      expect(steps.map(({ kind }) => kind)).to.deep.equal(["approve", "approve", "call", "call"]);
    });

    it("of OpeningAuction: budget and deposits", async function () {
      const f = await loadFixture(fixture);
      const { account, auction, chainId, markets, now, paramsOf, plain, user } = f;
      const params = paramsOf(plain, { opener: auction });
      const market = computeMarket({ chainId, markets, creator: account, params });
      const create = await prepareCalls(user, { calls: [createMarketCall({ markets, params })] });
      await sendPrepared(user, { prepared: create });
      const opensAt = now + BigInt(DAY);
      const prepare = prepareAuctionCall({ auction, market, context: params.context, prices: PRICES, b: B, opensAt });
      const commit = commitBidCall({ auction, market, commitment: TARGET, deposit: 4n * WAD });
      const prepared = await prepareCalls(user, { calls: [prepare, commit] });
      expect(kinds(prepared)).to.deep.equal(["approve", "call"]);
      expect(prepared.spends[0]?.amount).to.equal(sponsorBudget(B) + 4n * WAD);
      await sendPrepared(user, { prepared });
      expect(RICH - (await f.balanceOf(plain))).to.equal(prepared.spends[0]?.amount);
    });

    it("of Rounds, FundingPool, EdgeRegistry and Jury: gifts, bonds and stakes", async function () {
      const f = await loadFixture(fixture);
      const { balanceOf, conductor, fundingPool, jury, money, reader, registry, rounds, user } = f;
      const given = [
        sponsorCall({ rounds, amount: 3n * WAD }),
        fundCall({ fundingPool, token: money, amount: 2n }),
        giftCall({ jury, amount: 5n }),
      ];
      const gifts = await prepareCalls(user, { calls: given, permit: false });
      await sendPrepared(user, { prepared: gifts });
      expect(RICH - (await balanceOf(money))).to.equal(3n * WAD + 7n);

      await conductor.start();
      const rate = WAD / 100n;
      const { bond } = await getBond(reader, { registry, parent: TARGET, rate });
      const project = "https://github.com/new/project";
      const propose = proposeEdgeCall({ registry, parent: TARGET, project, rate, maxBond: bond });
      expect(await pay(user, propose).then(({ amount, paid }) => [amount, paid])).to.deep.equal([bond, bond]);
      const child = nodeId(project);
      const challenge = challengeEdgeCall({ registry, parent: TARGET, child, maxStake: bond });
      expect((await prepareCalls(user, { calls: [challenge] })).spends[0]).to.include({ asset: money, amount: bond });

      const audit = requestAuditCall({ jury, round: 1n, kind: "originality", index: 0, amount: 6n });
      const protest = challengeCall({ jury, market: f.market, reasonURI: "ipfs://reason" });
      const stakes = await prepareCalls(user, { calls: [audit, protest] });
      const { stake } = await getJury(reader, { jury });
      expect(stakes.spends[0]).to.include({ asset: money, spender: jury, amount: stake + 6n });
    });
  });

  describe("for a Safe", function () {
    async function safeFixture() {
      const f = await fixture();
      const owners = (await viem.getWalletClients()).slice(16, 19);
      const safe = await deploySafe(connection, { owners: owners.map(({ account }) => account.address), threshold: 2 });
      await f.sponsor.writeContract({ address: f.money, abi: mintAbi, functionName: "mint", args: [safe, RICH] });
      const { abi, bytecode } = multiSendArtifact as { abi: unknown[]; bytecode: string };
      const hash = await f.sponsor.deployContract({ abi, bytecode: bytecode as Hex });
      const { contractAddress } = await f.reader.waitForTransactionReceipt({ hash });
      if (!contractAddress) throw new Error("MultiSendCallOnly was not deployed.");
      const { market, markets, rounds } = f;
      const calls = [
        splitCall({ markets, market, amount: WAD, receiver: safe }),
        sponsorCall({ rounds, amount: 2n * WAD }),
      ];
      const prepared = await prepareCalls(f.user, { calls, account: safe });
      return { ...f, multiSend: contractAddress, owners, prepared, safe };
    }

    async function execute(
      { owners, safe, user }: Awaited<ReturnType<typeof safeFixture>>,
      transaction: ReturnType<typeof buildSafeTransaction>,
    ) {
      const signatures = await Promise.all(
        owners.slice(1).map((owner) => signSafeTransaction(owner, { safe, transaction })),
      );
      await executeSafeTransaction(user, { safe, transaction, signatures });
    }

    it("approves, for a contract has no key, and gives what buildSafeTransaction takes", async function () {
      const f = await loadFixture(safeFixture);
      const { balanceOf, money, prepared, safe } = f;
      expect(kinds(prepared)).to.deep.equal(["approve", "approve", "call", "call"]);
      const itself = createWalletClient({ account: safe, chain: hardhat, transport: custom(provider) });
      const call = splitCall({ markets: f.markets, market: f.market, amount: WAD, receiver: safe });
      expect(kinds(await prepareCalls(itself, { calls: [call] }))).to.deep.equal(["approve", "call"]);

      const { nonce } = await getSafe(f.reader, { safe });
      for (const [i, call] of transactionsOf(prepared).entries()) {
        await execute(f, buildSafeTransaction({ ...call, nonce: nonce + BigInt(i) }));
      }
      expect(await balanceOf(money, safe)).to.equal(RICH - 3n * WAD);
    });

    it("buildSafeBatch does it in one transaction, with one signature of each owner", async function () {
      const f = await loadFixture(safeFixture);
      const { balanceOf, money, multiSend, prepared, reader, safe } = f;
      const { nonce } = await getSafe(reader, { safe });
      const transaction = buildSafeBatch({ multiSend, calls: transactionsOf(prepared), nonce });
      await execute(f, transaction);
      expect(await balanceOf(money, safe)).to.equal(RICH - 3n * WAD);
      expect((await getSafe(reader, { safe })).nonce).to.equal(nonce + 1n);
    });

    it("buildSafeBatch of one call is that call, and of none is refused", async function () {
      const { multiSend, prepared } = await loadFixture(safeFixture);
      const [call] = transactionsOf(prepared);
      if (!call) throw new Error("There is no transaction.");
      expect(buildSafeBatch({ multiSend, calls: [call], nonce: 3n })).to.include({ to: call.to, operation: 0 });
      expect(() => buildSafeBatch({ multiSend, calls: [], nonce: 3n })).to.throw(InvalidParameterError);
    });

    it("nothing but transactions can be handed over: a permit is refused", async function () {
      const f = await loadFixture(fixture);
      const permit = await prepareCalls(f.user, { calls: [splitOf(f, WAD)] });
      expect(() => transactionsOf(permit)).to.throw(InvalidParameterError);
      const { client } = batchWallet(provider, f.account, "supported");
      const batch = await prepareCalls(client, { calls: [splitOf(f, WAD)] });
      expect(transactionsOf(batch).map(({ to }) => to)).to.deep.equal([f.money, f.markets]);
    });
  });
});

type Asked = { readonly method: string; readonly to: string | undefined; readonly data: string };

/** A client whose RPC answers some requests in its own way; what `answer` leaves undefined the network answers. */
function clientOf(account: Address, answer: (asked: Asked) => Promise<unknown>) {
  const request: EIP1193RequestFn = async ({ method, params = [] }: { method: string; params?: unknown }) => {
    const [transaction] = params as [{ to?: Address; data?: Hex } | undefined];
    const { to, data = "" } = transaction ?? {};
    const own = await answer({ method, to: to && getAddress(to), data });
    return (own ?? provider.request({ method, params: params as unknown[] })) as never;
  };
  const transport = custom({ request }, { retryCount: 0 });
  return createWalletClient({ account, chain: hardhat, pollingInterval: 50, transport });
}

/** A client of a token whose approvals cannot be changed but through 0. */
function stubbornClient(account: Address, token: Address, allowance: () => Promise<bigint>) {
  return clientOf(account, async ({ to, data }) => {
    const isApproval = to === getAddress(token) && data.startsWith("0x095ea7b3") && !/0{64}$/.test(data);
    if (isApproval && (await allowance()) > 0n) throw Object.assign(new Error("reverted"), { code: 3, data: "0x" });
    return undefined;
  });
}
