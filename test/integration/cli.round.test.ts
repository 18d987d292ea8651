import { expect } from "chai";
import { network } from "hardhat";

import { LOCAL_BEACON } from "../../scripts/beacon/testBeacon.ts";
import { deployCliRounds, waitFor, type Appointment } from "../utils/cliRounds.ts";
import { DAY, WAD } from "../utils/rounds.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);
const { time } = networkHelpers;

/** Accounts of the network: the sponsor, a trader, and who does what anyone can. */
const [SPONSOR, TRADER, KEEPER] = [0, 1, 2];

async function deployedFixture() {
  return deployCliRounds(connection, url);
}

async function registrationFixture() {
  const deployment = await deployedFixture();
  await deployment.start();
  return deployment;
}

async function evaluationFixture() {
  const deployment = await registrationFixture();
  await deployment.toTrading();
  await deployment.openSelections();
  await deployment.toEvaluation();
  return deployment;
}

async function beaconFixture() {
  const deployment = await deployCliRounds(connection, url, { randomness: "drand" });
  await deployment.start();
  await deployment.toTrading();
  await deployment.openSelections();
  await deployment.toEvaluation();
  return deployment;
}

type Task = { readonly action: string; readonly who: string; readonly call?: { readonly to: string } };
type Status = {
  readonly phase: string;
  readonly tasks: readonly Task[];
  readonly next?: Appointment;
};

const actionsOf = ({ tasks }: Pick<Status, "tasks">) => tasks.map(({ action }) => action);

describe("deepfunding: rounds", function () {
  after(close);

  it("round status says what a chain without a round waits for", async function () {
    const { cli, json } = await networkHelpers.loadFixture(deployedFixture);
    const { code, out } = await cli("round status");
    expect(code).to.equal(0);
    expect(out)
      .to.match(/No round was started yet/)
      .and.to.match(/sponsor \(sponsor\)/);
    const { phase, tasks } = (await json("round status")) as Status;
    expect([phase, actionsOf({ tasks })]).to.deep.equal(["none", ["sponsor"]]);
  });

  it("round status marks the phase, and its JSON has calls that can be sent", async function () {
    const { cli, contracts, json, openSelections, toTrading } = await networkHelpers.loadFixture(registrationFixture);
    expect((await cli("round status")).out).to.match(/Round 1: registration\n▶ Registration/);
    await toTrading();
    const { out } = await cli("round status");
    expect(out)
      .to.match(/▶ Trading/)
      .and.to.match(/openSeeds \(anyone\) +Opens the market/);
    const { tasks } = (await json("round status")) as Status;
    expect(tasks.find(({ action }) => action === "openSeeds")?.call).to.include({ to: contracts.rounds });
    // What is about one seed is named after it.
    await openSelections();
    expect((await cli("round status")).out).to.match(
      /openNode \(anyone\) +Creates the market of children of seed 1\. b\. before/,
    );
  });

  it("round advance --dry-run says what would be done, and does nothing", async function () {
    const { json, keyOf, rounds, toTrading } = await networkHelpers.loadFixture(registrationFixture);
    await toTrading();
    const block = await time.latestBlock();
    const advance = await json("round advance --dry-run", { env: keyOf(KEEPER) });
    expect(actionsOf(advance as Status)).to.deep.equal(["openSeeds", "openSelection", "openSelection"]);
    const { mode, steps } = advance["sending"] as { mode: string; steps: unknown[] };
    expect([mode, steps.length]).to.deep.equal(["dry-run", 3]);
    expect(await time.latestBlock()).to.equal(block);
    expect(await rounds.marketOf(1n, 0n, 0n)).to.equal(0n);
  });

  it("round advance ends with 5 where nothing is due", async function () {
    const { cli, keyOf } = await networkHelpers.loadFixture(registrationFixture);
    const { code, out } = await cli("round advance --yes", { env: keyOf(KEEPER) });
    expect([code, out.includes("Nothing is due")]).to.deep.equal([5, true]);
  });

  it("round advance --unsigned prints one transaction a call", async function () {
    const { cli, contracts, toTrading, bob } = await networkHelpers.loadFixture(registrationFixture);
    await toTrading();
    const { out } = await cli(`round advance --unsigned --account ${bob.address}`);
    const transactions = JSON.parse(out) as { to: string }[];
    expect(transactions.map(({ to }) => to)).to.deep.equal(new Array(3).fill(contracts.rounds));
  });

  it("round advance --all leads a round that nobody judges to its end", async function () {
    this.timeout(240_000);
    const { cli, json, keyOf } = await networkHelpers.loadFixture(registrationFixture);
    const done: string[] = [];
    for (let step = 0; step < 60; ++step) {
      const { code, out, error } = await cli("round advance --all --yes --json", { env: keyOf(KEEPER) });
      expect([0, 5], error).to.include(code);
      done.push(...actionsOf(JSON.parse(out) as Status));
      const { next, tasks } = (await json("round status")) as Status;
      if (next === undefined) {
        expect(actionsOf({ tasks })).to.deep.equal(["sponsor", "distributeRewards"]);
        break;
      }
      await waitFor(connection, next);
    }
    expect(done).to.include.members(["openSeeds", "draw", "selectSeeds", "fallBack", "settleTarget", "settleSeed"]);
    // What the round has ended without is still there to be done.
    const rest = await json("round advance --optional --yes", { env: keyOf(KEEPER) });
    expect(actionsOf(rest as Status)).to.deep.equal(["distributeRewards"]);
  });

  it("round draw finds the headers, and says what it drew by", async function () {
    const { cli, json, keyOf, rounds, randomness } = await networkHelpers.loadFixture(evaluationFixture);
    const env = keyOf(KEEPER);
    const early = await cli("round draw --yes", { env });
    expect([
      early.code,
      early.error.includes("DrawTooEarlyError") || early.error.includes("first block from"),
    ]).to.deep.equal([1, true]);
    const { closesAt } = await rounds.scheduleOf(1);
    await time.increaseTo(await randomness.next(closesAt));
    await networkHelpers.mine(1);
    expect(await json("round draw --dry-run", { env }))
      .to.include({ kind: "headers" })
      .and.not.have.property("random");
    expect(await json("round draw --yes", { env })).to.include({ random: (await rounds.getRound(1)).random });
    expect(await cli("round draw --yes", { env })).to.include({ code: 3 });
  });

  it("round draw and round advance take what drand answers, as a file or in hexadecimal", async function () {
    const d = await networkHelpers.loadFixture(beaconFixture);
    const { cli, json, keyOf, rounds, randomness } = d;
    const env = keyOf(KEEPER);
    const { closesAt } = await rounds.scheduleOf(1);
    const reference = await randomness.next(closesAt);
    const { signature, randomness: random } = LOCAL_BEACON.sign(reference);
    const files = { "beacon.json": JSON.stringify({ round: Number(reference), signature }) };
    expect((await cli("round status")).out).to.include(`round ${reference} of drand's beacon`);
    await time.increaseTo(await randomness.timeOf(reference));

    expect((await cli("round status")).out).to.match(/The round needs now\n +draw \(anyone\) +Draws the seeds/);
    await cli("round advance --all --yes", { env });
    expect((await cli("round advance --all --yes", { env })).code).to.equal(5);
    expect((await rounds.getRound(1)).random).to.equal(connection.ethers.ZeroHash);
    const without = await cli("round draw --yes", { env });
    expect([without.code, without.error.includes(`public/${reference}`)]).to.deep.equal([2, true]);
    expect((await cli("round draw --yes --beacon none.json", { env, files })).code).to.equal(2);
    const wrong = { "beacon.json": JSON.stringify({ ...LOCAL_BEACON.sign(reference + 1n) }) };
    expect((await cli("round draw --yes --beacon beacon.json", { env, files: wrong })).code).to.equal(2);

    expect(await json("round draw --dry-run --beacon beacon.json", { env, files })).to.include({ kind: "drand" });
    expect(actionsOf((await json(`round advance --dry-run --beacon 0x${signature}`, { env })) as Status)).to.deep.equal(
      ["draw"],
    );
    await json("round advance --yes --beacon beacon.json", { env, files });
    expect((await rounds.getRound(1)).random).to.equal(`0x${random}`);
  });

  it("edge propose pays the bond that it has shown, and edge challenge half of it", async function () {
    const { cli, json, keyOf, money, contracts, registry, alice, bob } =
      await networkHelpers.loadFixture(registrationFixture);
    const shown = await json("edge propose a newcomer --rate 1% --dry-run", { env: keyOf(TRADER) });
    const before = await money.balanceOf(alice);
    const proposed = await json("edge propose a newcomer --rate 1% --yes", { env: keyOf(TRADER) });
    expect(proposed["paid"]).to.equal(shown["bond"]);
    expect(before - (await money.balanceOf(alice))).to.equal(BigInt(proposed["paid"] as string));

    expect(await cli("edge challenge a nobody --yes", { env: keyOf(KEEPER) })).to.include({ code: 1 });
    const rich = await money.balanceOf(bob);
    const { code, out } = await cli("edge challenge a newcomer --yes", { env: keyOf(KEEPER) });
    expect(code).to.equal(0);
    expect(out).to.include(alice.address);
    expect(rich - (await money.balanceOf(bob))).to.equal((BigInt(proposed["paid"] as string) + 1n) / 2n);
    expect(await money.balanceOf(contracts.registry)).to.equal(
      BigInt(proposed["paid"] as string) + rich - (await money.balanceOf(bob)),
    );
    // Once each.
    expect(await cli("edge challenge a newcomer --yes", { env: keyOf(SPONSOR) })).to.include({ code: 3 });
    expect(await registry.getCandidates(1n, await registry.TARGET())).to.have.length(0);
  });

  it("edge propose refuses a rate that is none, and a bond above the maximum", async function () {
    const { cli, keyOf } = await networkHelpers.loadFixture(registrationFixture);
    const env = keyOf(TRADER);
    expect(await cli("edge propose a newcomer --rate 2 --yes", { env })).to.include({ code: 2 });
    expect(await cli("edge propose a newcomer --rate 50% --yes", { env })).to.include({ code: 3 });
    const { code, error } = await cli("edge propose a newcomer --rate 1% --max-bond 0.5 --yes", { env });
    expect(code, error).to.equal(3);
  });

  it("audit pays for a seed's judgment, and says what was paid before", async function () {
    const { cli, json, keyOf, jury } = await networkHelpers.loadFixture(evaluationFixture);
    const env = keyOf(TRADER);
    expect(await json("audit b 7 --kind originality --yes", { env })).to.include({ before: "0", symbol: "M" });
    expect(await json("audit b 3 --kind originality --dry-run", { env })).to.include({
      before: String(7n * WAD),
      amount: String(3n * WAD),
    });
    expect(await jury.auditOf(1n, 1n, 1n)).to.equal(7n * WAD);
    const unknown = await cli("audit x 3 --yes", { env });
    expect([unknown.code, unknown.error.includes("a seed of round 1")]).to.deep.equal([1, true]);
    await time.increase(30 * DAY);
    expect(await cli("audit b 3 --yes", { env })).to.include({ code: 3 });
  });
});
