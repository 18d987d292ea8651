import { expect } from "chai";
import { network } from "hardhat";
import { parseEther, zeroHash } from "viem";

import { LOCAL_BEACON, testBeacon } from "../../scripts/beacon/testBeacon.ts";
import { write } from "../../sdk/src/chain/write.ts";
import { BeaconNeededError, DrawTooEarlyError, WrongBeaconError } from "../../sdk/src/errors/index.ts";
import { assertAllSucceed, countOf, deployKept, keep, sendable, waitFor, type Kept } from "../utils/keeper.ts";
import { thousandths } from "../utils/settle.ts";

const connection = await network.create();
const { networkHelpers } = connection;

async function plainFixture() {
  return deployKept(connection);
}

async function auctionFixture() {
  return deployKept(connection, { parameters: { openingPeriod: 4 * 86_400, openingKinds: 7 } });
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
    const judged = 1 + originality.selected.length + children.selected.length;
    expect(posted).to.have.length(judged);
    const expected = { finalize: judged, collectAudit: 1, settleSeed: 3 };
    expect(countOf(sent)).to.deep.include(expected);
    expect(sent).to.not.include("fallBack");
  });

  it("should know every market of the round, and where each stands", async function () {
    const d = await networkHelpers.loadFixture(auctionFixture);
    expect(await d.keeper.getMarkets({})).to.deep.equal([]);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    const seen = new Map<string, Set<string>>();
    await keep(d, async ({ phase, round, tasks }) => {
      const markets = await d.keeper.getMarkets({});
      for (const { market, kind, isSelection, index, outcomes, status } of markets) {
        seen.set(phase, (seen.get(phase) ?? new Set()).add(status));
        expect(market === 0n).to.equal(status === "notOpened");
        if (market === 0n) continue;
        if (!isSelection) expect(await d.keeper.getRoundMarket({ round, kind, index: index ?? 0 })).to.equal(market);
        const snapshot = await d.keeper.getSnapshot({ market });
        expect(snapshot.outcomes).to.equal(kind === "originality" && !isSelection ? 2 : outcomes.length);
        expect(snapshot.payouts !== undefined).to.equal(status === "resolved");
      }
      const posted = tasks.find(({ action }) => action === "post")?.parameters["market"];
      if (posted === undefined) return;
      const { outcomes } = await d.sponsor.getSnapshot({ market: posted as bigint });
      const payouts = Array.from({ length: outcomes }, (_, i) => (i === 0 ? 10n ** 18n : 0n));
      await d.jury.connect(d.jurors).post(posted as bigint, payouts, zeroHash, "ipfs://evidence");
    });
    expect(Object.fromEntries([...seen].map(([phase, statuses]) => [phase, [...statuses].sort()]))).to.deep.equal({
      registration: ["notOpened"],
      opening: ["notOpened", "opening", "trading"],
      trading: ["opening", "trading"],
      evaluation: ["closed", "posted", "resolved"],
      challenge: ["closed", "resolved"],
      settled: ["closed", "resolved"],
    });
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

  async function closedFixture(d: Kept) {
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    await d.mined(await d.keeper.startRound({}));
    await d.toTrading();
    await d.openSelections();
    await d.toEvaluation();
    return d;
  }

  it("should say when the draw takes headers, and list it from the block after the one that decides", async function () {
    const d = await closedFixture(await networkHelpers.loadFixture(plainFixture));
    const { closesAt } = (await d.keeper.getRound({})).schedule;
    const draw = await d.keeper.getDraw({});
    const time = BigInt(closesAt) + 1536n;
    expect(draw).to.deep.equal({
      ...{ round: 1n, kind: "headers", source: await d.randomness.getAddress(), reference: time, time },
      ...{ missedAt: time + 48n * 3600n, chainHash: undefined },
    });
    const early = await d.keeper.getDrawProof({}).catch((error: unknown) => error);
    expect(early).to.be.instanceOf(DrawTooEarlyError);
    const waiting = await d.keeper.getRoundStatus({});
    expect(waiting.next).to.deep.include({ at: time, block: undefined });
    expect(waiting.next?.what).to.include("the headers of the first block");
    await networkHelpers.time.increaseTo(time + 5n);
    const deciding = BigInt(await networkHelpers.time.latestBlock());
    expect((await d.keeper.getRoundStatus({})).next).to.deep.include({ at: undefined, block: deciding + 1n });
    await networkHelpers.mine(1);
    const status = await d.keeper.getRoundStatus({});
    await assertAllSucceed(d, status);
    expect(sendable(status).map(({ action }) => action)).to.include("draw");
  });

  it("should not list a draw whose block is forgotten, but say when another one counts", async function () {
    const d = await closedFixture(await networkHelpers.loadFixture(plainFixture));
    const { time, missedAt } = await d.keeper.getDraw({});
    await networkHelpers.time.increaseTo(time);
    await networkHelpers.mine(300);
    const status = await d.keeper.getRoundStatus({});
    await assertAllSucceed(d, status);
    expect(sendable(status).map(({ action }) => action)).to.not.include("draw");
    expect(status.next?.at).to.equal(missedAt);
    expect(status.next?.what).to.include("forgotten");
    await networkHelpers.time.increaseTo(missedAt ?? 0n);
    await networkHelpers.mine(1);
    expect(sendable(await d.keeper.getRoundStatus({})).map(({ action }) => action)).to.include("draw");
  });

  it("should name the round of the beacon, and list the draw to whoever brings it", async function () {
    const d = await closedFixture(await deployKept(connection, { randomness: "drand" }));
    const { closesAt } = (await d.keeper.getRound({})).schedule;
    const draw = await d.keeper.getDraw({});
    const { chainHash, genesis, period, delay } = LOCAL_BEACON.parameters;
    expect(draw).to.deep.include({ kind: "drand", chainHash, missedAt: undefined });
    expect(draw.reference).to.equal(BigInt(Math.ceil((closesAt + delay - genesis) / period)) + 1n);
    expect((await d.keeper.getRoundStatus({})).next?.what).to.include(`round ${draw.reference} of drand`);
    await networkHelpers.time.increaseTo(draw.time);

    const without = await d.keeper.getRoundStatus({});
    const task = without.tasks.find(({ action }) => action === "draw");
    expect(task).to.deep.include({ who: "anyone", call: undefined, isOptional: false });
    expect(task?.parameters).to.deep.equal({ kind: "drand", reference: draw.reference, chainHash });
    const needed = await d.keeper.getDrawProof({}).catch((error: unknown) => error);
    expect(needed).to.be.instanceOf(BeaconNeededError);
    const other = JSON.stringify(LOCAL_BEACON.sign(draw.reference + 1n));
    const wrong = await d.keeper.getDrawProof({ beacon: other }).catch((error: unknown) => error);
    expect(wrong).to.be.instanceOf(WrongBeaconError);

    for (const beacon of [
      JSON.stringify(LOCAL_BEACON.sign(draw.reference)),
      LOCAL_BEACON.sign(draw.reference).signature,
    ]) {
      const status = await d.keeper.getRoundStatus({ beacon });
      await assertAllSucceed(d, status);
      expect(sendable(status).map(({ action }) => action)).to.include("draw");
    }
    // Another key's signature is a beacon, too, but the contract refuses it.
    const foreign = testBeacon(99n).sign(draw.reference).signature;
    const refused = await d.keeper.getRoundStatus({ beacon: foreign });
    expect(sendable(refused).map(({ action }) => action)).to.not.include("draw");
    await d.mined(
      await d.keeper.draw({
        proof: await d.keeper.getDrawProof({ beacon: LOCAL_BEACON.sign(draw.reference).signature }),
      }),
    );
    expect((await d.keeper.getRound({})).random).to.equal(`0x${LOCAL_BEACON.sign(draw.reference).randomness}`);
  });

  it("should list what holds the next round up", async function () {
    const d = await networkHelpers.loadFixture(plainFixture);
    await d.mined(await d.sponsor.sponsor({ amount: parseEther("10000") }));
    await d.money.connect(d.alice).transfer(d.contracts.fundingPool, 500n);
    expect(await keep(d)).to.include("record");
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
    // Two more rounds after the first are settled: what nobody claimed in it goes on.
    await keepUntilSettled(d);
    const settled = await d.keeper.getRoundStatus({});
    await assertAllSucceed(d, settled);
    const swept = sendable(settled).find(({ action }) => action === "sweep");
    expect(swept?.parameters["round"]).to.equal(1n);
  });
});

/** A trader moves the originality of the first seed. */
async function tradeOnce(d: Kept, round: bigint) {
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
async function keepUntilSettled(d: Kept) {
  for (;;) {
    const status = await d.keeper.getRoundStatus({});
    if (status.phase === "settled") return;
    const [task] = sendable(status);
    if (task?.call) await d.mined(await write(d.keeper, task.call));
    else if (status.next) await waitFor(d, status.next);
  }
}
