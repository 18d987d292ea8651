import { expect } from "chai";
import { network } from "hardhat";
import { getAddress, type Hash } from "viem";

import { deepFundingActions, watchEvents, watchMarket, watchRound, watchTrades } from "../../sdk/src/client/index.ts";
import { marketsAbi } from "../../sdk/src/abi/index.ts";
import { InvalidParameterError, ReorganisationTooDeepError, RpcUnreachableError } from "../../sdk/src/errors/index.ts";
import type { Snapshot } from "../../sdk/src/client/index.ts";
import { faultyClient, faultyProvider, type Fault, type FaultPlan } from "../utils/faultyTransport.ts";
import { conductorOf, deployRounds } from "../utils/rounds.ts";
import { deployPool, USD } from "../utils/sdk.ts";

const connection = await network.create();
const { networkHelpers, provider } = connection;
const POLLING = { pollingInterval: 5 };

async function poolFixture() {
  return deployPool(connection);
}

type Fixture = Awaited<ReturnType<typeof poolFixture>>;

async function buy({ mined, trader, market }: Fixture, amount: bigint) {
  const orders = [{ outcome: 0, short: false, amount }];
  const receiver = trader.account.address;
  return mined(await trader.trade({ market, orders, maxCost: amount, deadline: 10n ** 12n, receiver }));
}

/** Waits until something is so; a watcher that never tells it fails the test. */
async function until(holds: () => boolean, what: string): Promise<void> {
  for (let waited = 0; waited < 4000; waited += 5) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`It never happened: ${what}`);
}

/** A client over the chain whose requests fail by plan. */
function clientOf(d: Fixture, plan?: FaultPlan) {
  const unused = async () => undefined;
  return faultyClient(faultyProvider({ provider, reorganise: unused }, plan), d.trader.account);
}

/** What was told and not taken back: what goes must be the last that came. */
function ledger() {
  const hashes: Hash[] = [];
  let removed = 0;
  type Logs = readonly { readonly transactionHash: Hash }[];
  return {
    hashes,
    removed: () => removed,
    onTrades: (logs: Logs) => void hashes.push(...logs.map(({ transactionHash }) => transactionHash)),
    onRemoved: (logs: Logs) => {
      for (const { transactionHash } of logs) {
        expect(hashes.pop()).to.equal(transactionHash);
        ++removed;
      }
    },
  };
}

describe("The SDK's watchers", function () {
  for (const fault of ["timeout", "dropped", "old"] as const satisfies readonly Fault[]) {
    it(`should tell every trade once when a request is ${fault}, whichever it is`, async function () {
      const d = await networkHelpers.loadFixture(poolFixture);
      const fromBlock = await d.client.getBlockNumber();
      const expected = [(await buy(d, 3n * USD)).transactionHash, (await buy(d, 2n * USD)).transactionHash];
      for (let at = 1, failed = true; failed; ++at) {
        const { hashes, onTrades, onRemoved } = ledger();
        const errors: unknown[] = [];
        const provided = faultyProvider({ provider, reorganise: async () => undefined }, { fault, at });
        const client = faultyClient(provided, d.trader.account);
        const onError = (error: unknown) => void errors.push(error);
        const watch = { markets: d.markets, market: d.market, fromBlock, onTrades, onRemoved, onError };
        const unwatch = watchTrades(client, { ...watch, ...POLLING });
        await until(() => hashes.length === 2, `two trades, request ${at} failing`);
        // A while longer: nothing comes twice.
        const made = provided.requests.length;
        await until(() => provided.requests.length > made + 3, "more polls");
        unwatch();
        failed = at < 12;
        expect(hashes).to.deep.equal(expected);
        expect(errors).to.have.length(fault === "old" || !provided.hasFailed() ? 0 : 1);
        expect(errors.every((error) => error instanceof RpcUnreachableError)).to.equal(true);
      }
    });
  }

  it("should take back what a reorganisation replaced, and tell what took its place", async function () {
    const d = await networkHelpers.loadFixture(poolFixture);
    const { hashes, onTrades, onRemoved, removed } = ledger();
    const unwatch = watchTrades(clientOf(d), { markets: d.markets, onTrades, onRemoved, ...POLLING });
    const snapshots: Snapshot[] = [];
    const unwatchMarket = watchMarket(clientOf(d), {
      ...{ markets: d.markets, lens: d.lens, market: d.market, ...POLLING },
      onSnapshot: (snapshot) => void snapshots.push(snapshot),
    });
    await until(() => snapshots.length === 1, "the market at first");
    const first = await buy(d, 3n * USD);
    await until(() => hashes.length === 1, "the first trade");
    await until(() => snapshots.length === 2, "the market after it");
    expect(snapshots[1]?.holdings.long[0]).to.equal(3n * USD);

    const fork = await provider.request({ method: "evm_snapshot" });
    const gone = [await buy(d, 5n * USD), await buy(d, 7n * USD)].map(({ transactionHash }) => transactionHash);
    await until(() => hashes.length === 3, "two more");
    await provider.request({ method: "evm_revert", params: [fork] });
    await networkHelpers.mine(1);
    const instead = await buy(d, 11n * USD);
    await networkHelpers.mine(1);
    await until(() => removed() === 2, "both to be taken back");
    await until(() => hashes.at(-1) === instead.transactionHash, "the one that took their place");
    expect(hashes).to.deep.equal([first.transactionHash, instead.transactionHash]);
    expect(hashes).to.not.include.members(gone);
    await until(() => snapshots.at(-1)?.holdings.long[0] === 14n * USD, "the market with it");
    unwatch();
    unwatchMarket();
    // Nothing more is told.
    const [told, seen] = [hashes.length, snapshots.length];
    await buy(d, 1n * USD);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([hashes.length, snapshots.length]).to.deep.equal([told, seen]);
  });

  it("should filter by arguments, wait for confirmations and survive what its listener throws", async function () {
    const d = await networkHelpers.loadFixture(poolFixture);
    const { mined, sponsor, trader, market, markets } = d;
    const names: string[] = [];
    const errors: unknown[] = [];
    const fromBlock = await d.client.getBlockNumber();
    const stop = d.client.watchEvents({
      address: markets,
      abi: marketsAbi,
      events: ["SetsChanged", "Traded"],
      args: { market },
      fromBlock,
      confirmations: 2,
      ...POLLING,
      onEvents: (events) => {
        names.push(...events.map(({ eventName }) => eventName));
        throw new Error("The listener's own.");
      },
      onError: (error) => void errors.push(error),
    });
    await buy(d, 3n * USD);
    await mined(await trader.split({ market, amount: USD, receiver: trader.account.address }));
    await mined(await sponsor.recentre({ market }));
    await until(() => names.length === 1, "the first event");
    await networkHelpers.mine(1);
    await until(() => names.length === 2, "the second");
    stop();
    expect(names).to.deep.equal(["Traded", "SetsChanged"]);
    expect(errors.map(String)).to.deep.equal(["Error: The listener's own.", "Error: The listener's own."]);

    const nothing = () => undefined;
    const base = { address: markets, abi: marketsAbi, onEvents: nothing } as const;
    expect(() => watchEvents(d.client, { ...base, depth: 0 })).to.throw(InvalidParameterError);
    expect(() => watchEvents(d.client, { ...base, confirmations: -1 })).to.throw(InvalidParameterError);
    const args = { market, trader: trader.account.address };
    expect(() => watchEvents(d.client, { ...base, events: ["Traded", "Recentred"], args })).to.throw(
      InvalidParameterError,
    );
  });

  it("should say when a reorganisation is deeper than it remembers", async function () {
    const d = await networkHelpers.loadFixture(poolFixture);
    const { hashes, onTrades, onRemoved } = ledger();
    const errors: unknown[] = [];
    const onError = (error: unknown) => void errors.push(error);
    const fork = await provider.request({ method: "evm_snapshot" });
    const unwatch = watchTrades(clientOf(d), {
      markets: d.markets,
      onTrades,
      onRemoved,
      onError,
      depth: 2,
      ...POLLING,
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (let trade = 0; trade < 4; ++trade) await buy(d, 3n * USD);
    await until(() => hashes.length === 4, "four trades");
    await provider.request({ method: "evm_revert", params: [fork] });
    await networkHelpers.mine(6);
    await until(() => errors.length === 1, "the warning");
    unwatch();
    expect(errors[0]).to.be.instanceOf(ReorganisationTooDeepError);
    // The two that were remembered are gone.
    expect(hashes).to.have.length(2);
  });

  it("should tell the phases of rounds", async function () {
    const deployment = await networkHelpers.loadFixture(roundsFixture);
    const { conductor, rounds, client } = deployment;
    const phases: string[] = [];
    const stop = watchRound(client, {
      rounds,
      onPhase: ({ round, phase }) => void phases.push(`${round} ${phase}`),
      ...POLLING,
    });
    await until(() => phases.length === 1, "no round yet");
    await conductor.start();
    await until(() => phases.length === 2, "Registration");
    await conductor.toTrading();
    await networkHelpers.mine(1);
    await until(() => phases.length === 3, "Trading");
    stop();
    expect(phases).to.deep.equal(["0 none", "1 registration", "1 trading"]);
  });
});

async function roundsFixture() {
  const deployment = await deployRounds(connection);
  const rounds = getAddress(await deployment.rounds.getAddress());
  const markets = getAddress(await deployment.markets.getAddress());
  const client = (await connection.viem.getPublicClient()).extend(deepFundingActions({ markets, rounds }));
  return { ...deployment, conductor: conductorOf(connection, deployment), client, rounds };
}
