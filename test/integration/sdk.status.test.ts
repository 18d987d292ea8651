import { expect } from "chai";
import { network } from "hardhat";
import { getAddress, parseEther, zeroHash, type Address } from "viem";

import { deepFundingActions, type GetRoundStatusReturnType } from "../../sdk/src/actions/index.ts";
import type { AnyCall } from "../../sdk/src/index.ts";
import { write } from "../../sdk/src/internal/write.ts";
import { thousandths } from "../utils/settle.ts";
import { conductorOf, deployRounds, type RoundsOptions } from "../utils/rounds.ts";

const connection = await network.create();
const { networkHelpers, viem } = connection;
const { time } = networkHelpers;

async function contractsOf(deployment: Awaited<ReturnType<typeof deployRounds>>) {
  const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
  return {
    markets: await addressOf(deployment.markets),
    lens: deployment.lens,
    jury: await addressOf(deployment.jury),
    registry: await addressOf(deployment.registry),
    fundingPool: await addressOf(deployment.pool),
    openingAuction: await addressOf(deployment.auction),
    rounds: await addressOf(deployment.rounds),
  };
}

async function deploy(options: RoundsOptions = {}) {
  const deployment = await deployRounds(connection, options);
  const contracts = await contractsOf(deployment);
  const as = async (account: { readonly address: string }) =>
    (await viem.getWalletClient(getAddress(account.address))).extend(deepFundingActions(contracts));
  const keeper = await as(deployment.bob);
  const sponsor = await as(deployment.alice);
  const publicClient = await viem.getPublicClient();
  const mined = async (hash: `0x${string}`) => publicClient.waitForTransactionReceipt({ hash });
  return { ...deployment, ...conductorOf(connection, deployment), contracts, keeper, mined, sponsor };
}

async function plainFixture() {
  return deploy();
}

async function auctionFixture() {
  return deploy({ parameters: { openingPeriod: 4 * 86_400, openingKinds: 7 } });
}

type Fixture = Awaited<ReturnType<typeof deploy>>;

/** What the keeper may send as it is. */
function sendable({ tasks }: GetRoundStatusReturnType) {
  return tasks.filter(({ who, call }) => who === "anyone" && call !== undefined);
}

/** Every call that is listed succeeds, by itself, at the block that was read. */
async function assertAllSucceed(d: Fixture, status: GetRoundStatusReturnType) {
  for (const { action, who, call } of status.tasks) {
    if (call === undefined) continue;
    const account = who === "jurors' Safe" ? (d.safe as Address) : d.keeper.account.address;
    const publicClient = await viem.getPublicClient();
    await publicClient.simulateContract({ ...(call as AnyCall & { abi: [] }), account }).catch((error: unknown) => {
      throw new Error(`${action} is listed and fails`, { cause: error });
    });
  }
}

type Watcher = (status: GetRoundStatusReturnType) => Promise<void>;

/** Does nothing but what the list says, until the round is over. Returns what was sent, in order. */
async function keep(d: Fixture, watch: Watcher = async () => undefined): Promise<string[]> {
  const sent: string[] = [];
  for (let step = 0; step < 200; ++step) {
    const status = await d.keeper.getRoundStatus({});
    expect(status.tasks.length > 0 || status.next !== undefined, "an empty list and no appointment").to.equal(true);
    await assertAllSucceed(d, status);
    await watch(status);
    const [task] = sendable(status);
    if (task?.call) {
      await d.mined(await write(d.keeper, task.call));
      sent.push(task.action);
    } else if (status.next === undefined) {
      return sent;
    } else {
      await waitFor(status.next);
    }
  }
  throw new Error(`The round does not end: ${sent.join(" ")}`);
}

async function waitFor({ at, block }: { readonly at: bigint | undefined; readonly block: bigint | undefined }) {
  if (at !== undefined) await time.increaseTo(at);
  // One by one: a batch has no randomness.
  for (let latest = BigInt(await time.latestBlock()); block !== undefined && latest < block; ++latest) {
    await networkHelpers.mine(1);
  }
}

function countOf(sent: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const action of sent) counts[action] = (counts[action] ?? 0) + 1;
  return counts;
}

describe("The SDK's round status", function () {
  it("should lead a keeper through a round that nobody trades or judges, and say who starts the next", async function () {
    const d = await networkHelpers.loadFixture(plainFixture);
    const before = await d.keeper.getRoundStatus({});
    expect(before.phase).to.equal("none");
    expect(before.tasks.map(({ action, who }) => [action, who])).to.deep.equal([["sponsor", "sponsor"]]);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));

    const phases = new Set<string>();
    const sent = await keep(d, async ({ phase }) => void phases.add(phase));
    expect([...phases]).to.deep.equal(["none", "registration", "trading", "evaluation", "challenge", "settled"]);
    // Four seeds: three with children, two with more than one; one of each kind drawn.
    expect(countOf(sent)).to.deep.include({
      startRound: 1,
      openSeeds: 1,
      openSelection: 2,
      openNode: 5,
      commitDraw: 1,
      draw: 1,
      selectSeeds: 3,
      fallBack: 3,
      settleTarget: 1,
      settleSeed: 3,
      distributeRewards: 1,
    });
    const { pot, budget } = await d.keeper.getRound({});
    // Nobody traded: all is back but the 1,000 shares that each of the six pools locks for ever, and rounding.
    expect(budget - pot < 6_000n).to.equal(true);
    const { tasks } = await d.keeper.getRoundStatus({});
    expect(tasks.map(({ action }) => action)).to.deep.equal(["sponsor"]);
  });

  it("should tell a jury what to post, and the keeper what to finalize", async function () {
    const d = await networkHelpers.loadFixture(plainFixture);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    const posted: bigint[] = [];
    let audited = false;
    const sent = await keep(d, async ({ tasks, phase, round }) => {
      if (phase === "trading" && posted.length === 0) await tradeOnce(d, round);
      if (phase === "evaluation" && !audited) {
        await d.mined(await d.sponsor.requestAudit({ round, kind: "weight", index: 2, amount: parseEther("5") }));
        audited = true;
      }
      for (const { action, parameters } of tasks) {
        if (action !== "post") continue;
        const market = parameters["market"] as bigint;
        const { outcomes } = await d.sponsor.getSnapshot({ market });
        const payouts = [400n, 300n, 200n, 100n].slice(0, outcomes);
        const rest = 1000n - payouts.reduce((sum, part) => sum + part, 0n);
        const vector = thousandths(...payouts.map((part, i) => (i === 0 ? part + rest : part)));
        await d.jury.connect(d.jurors).post(market, vector, zeroHash, "ipfs://evidence");
        posted.push(market);
      }
    });
    const [originality, children] = await Promise.all([
      d.keeper.getSelection({ round: 1n, kind: "originality" }),
      d.keeper.getSelection({ round: 1n, kind: "children" }),
    ]);
    // The market that was traded is selected by volatility if the draw has not taken it.
    expect(originality.selected).to.include(0);
    const judged = 1 + originality.selected.length + children.selected.length;
    expect(posted).to.have.length(judged);
    const expected = { finalize: judged, settleVolatility: 1, collectAudit: 1, settleSeed: 3 };
    expect(countOf(sent)).to.deep.include(expected);
    expect(sent).to.not.include("fallBack");
  });

  it("should open pools by auction, and clear them", async function () {
    const d = await networkHelpers.loadFixture(auctionFixture);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    const decisions = new Set<string>();
    const sent = await keep(d, async ({ tasks }) => {
      for (const { action, call } of tasks) if (call === undefined) decisions.add(action);
    });
    expect(countOf(sent)).to.deep.include({ openSeeds: 1, openNode: 5, clearAuction: 6, settleSeed: 3 });
    expect([...decisions]).to.include.members(["commitBid", "revealBid", "proposeEdge", "commitJurors", "trade"]);
  });

  it("should list what holds the next round up", async function () {
    const d = await networkHelpers.loadFixture(plainFixture);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    await keep(d);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    const { tasks } = await d.keeper.getRoundStatus({});
    expect(tasks.map(({ action }) => action)).to.deep.equal(["startRound"]);
    await d.mined(await d.keeper.startRound({}));
    // In the second round nothing is left of the first; open a market and leave it unsettled for a third.
    await keepUntilSettled(d);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    await d.mined(await d.keeper.startRound({}));
    await d.toTrading();
    const held = await d.keeper.getRoundStatus({});
    await assertAllSucceed(d, held);
    expect(sendable(held).map(({ action, parameters }) => [action, parameters["round"]])).to.deep.include.members([
      ["settleTarget", 2n],
      ["settleSeed", 2n],
    ]);
    // Before that nothing of the third can be opened.
    expect(sendable(held).some(({ action }) => action === "openSeeds")).to.equal(false);
    for (const { call, action } of sendable(held)) {
      if (call && action.startsWith("settle")) await d.mined(await write(d.keeper, call));
    }
    const free = await d.keeper.getRoundStatus({});
    expect(free.tasks.map(({ action }) => action)).to.include.members(["openSeeds", "openSelection"]);
  });
});

/** A trader moves the originality of the first seed. */
async function tradeOnce(d: Fixture, round: bigint) {
  const { sponsor } = d;
  const market = await sponsor.getRoundMarket({ round, kind: "originality", index: 0 });
  if (market === 0n) return;
  const selection = await sponsor.getSelection({ round, kind: "originality" });
  const receiver = sponsor.account.address;
  const amount = parseEther("10");
  if ((await sponsor.getBalances({ account: receiver, ids: [selection.market] }))[0] !== 0n) return;
  await d.mined(await sponsor.splitPair({ market: selection.market, outcome: 0, amount, receiver }));
  const orders = [{ outcome: 0, short: false, amount: parseEther("3") }];
  await d.mined(await sponsor.trade({ market, orders, maxCost: amount, deadline: 10n ** 12n, receiver }));
}

/** As the keeper, but nobody settles. */
async function keepUntilSettled(d: Fixture) {
  for (;;) {
    const status = await d.keeper.getRoundStatus({});
    if (status.phase === "settled") return;
    const [task] = sendable(status);
    if (task?.call) await d.mined(await write(d.keeper, task.call));
    else if (status.next) await waitFor(status.next);
  }
}
