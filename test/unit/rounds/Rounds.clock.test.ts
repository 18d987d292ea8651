import { expect } from "chai";
import { network } from "hardhat";

import { deployLibraries } from "../../utils/libraries.ts";
import {
  CHALLENGE_PERIOD,
  CHILDREN,
  conductorOf,
  deployRounds,
  ORIGINALITY,
  PARAMETERS,
  Phase,
  WEIGHT,
} from "../../utils/rounds.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { time } = networkHelpers;

describe("Rounds: the clock", function () {
  async function fixture() {
    const deployment = await deployRounds(connection);
    return { ...deployment, ...conductorOf(connection, deployment) };
  }

  async function startedFixture() {
    const d = await fixture();
    await d.start();
    return d;
  }

  it("RO-1 it should say when each phase begins", async function () {
    const { rounds } = await networkHelpers.loadFixture(startedFixture);
    const s = await rounds.scheduleOf(1);
    const start = BigInt(await time.latest());
    expect(s.registrationAt).to.equal(start);
    expect(s.openingAt - start).to.equal(PARAMETERS.registration);
    expect(s.tradingAt).to.equal(s.openingAt);
    expect(s.closesAt - s.tradingAt).to.equal(PARAMETERS.trading);
    expect(s.auditedAt - s.closesAt).to.equal(PARAMETERS.auditPeriod);
    expect(s.evaluatedAt - s.closesAt).to.equal(PARAMETERS.evaluationPeriod + 1);
    expect(s.settlesAt - s.evaluatedAt).to.equal(CHALLENGE_PERIOD);
  });

  it("RO-1 a second before each boundary the earlier phase should hold, at it the later", async function () {
    const { rounds } = await networkHelpers.loadFixture(startedFixture);
    const s = await rounds.scheduleOf(1);
    const boundaries = [
      [s.tradingAt, Phase.Registration, Phase.Trading],
      [s.closesAt, Phase.Trading, Phase.Evaluation],
      [s.evaluatedAt, Phase.Evaluation, Phase.Challenge],
      [s.settlesAt, Phase.Challenge, Phase.Settled],
    ] as const;
    for (const [moment, before, after] of boundaries) {
      await time.increaseTo(moment - 1n);
      expect(await rounds.phaseOf(1)).to.equal(before);
      await time.increaseTo(moment);
      expect(await rounds.phaseOf(1)).to.equal(after);
    }
    expect(await rounds.phaseOf(2)).to.equal(Phase.None);
  });

  it("RO-1 with an Opening phase it should come between Registration and Trading", async function () {
    const deployment = await deployRounds(connection, { parameters: { openingKinds: 1, openingPeriod: 7200 } });
    const { start } = conductorOf(connection, deployment);
    await start();
    const s = await deployment.rounds.scheduleOf(1);
    expect(s.tradingAt - s.openingAt).to.equal(7200n);
    await time.increaseTo(s.openingAt);
    expect(await deployment.rounds.phaseOf(1)).to.equal(Phase.Opening);
    await time.increaseTo(s.tradingAt);
    expect(await deployment.rounds.phaseOf(1)).to.equal(Phase.Trading);
  });

  it("RO-2 it should start with the minimal budget, and not with one unit less", async function () {
    const { rounds, alice, bob } = await networkHelpers.loadFixture(fixture);
    await rounds.connect(alice).sponsor(PARAMETERS.minBudget - 1n);
    await expect(rounds.start())
      .to.be.revertedWithCustomError(rounds, "Rounds_BudgetTooSmall")
      .withArgs(PARAMETERS.minBudget - 1n, PARAMETERS.minBudget);
    expect(await rounds.current()).to.equal(0n);
    await rounds.connect(alice).sponsor(1n);
    await expect(rounds.connect(bob).start()).to.emit(rounds, "Started");
    expect(await rounds.current()).to.equal(1n);
  });

  it("RO-2 it should not start before the one before is settled, and then at once", async function () {
    const { rounds, alice } = await networkHelpers.loadFixture(startedFixture);
    await rounds.connect(alice).sponsor(PARAMETERS.minBudget);
    const { settlesAt } = await rounds.scheduleOf(1);
    await time.setNextBlockTimestamp(settlesAt - 1n);
    await expect(rounds.start())
      .to.be.revertedWithCustomError(rounds, "Rounds_WrongPhase")
      .withArgs(1n, Phase.Challenge);
    await time.setNextBlockTimestamp(settlesAt);
    await rounds.start();
    expect((await rounds.scheduleOf(2)).registrationAt).to.equal(settlesAt);
  });

  it("RO-2 it should not start over a graph that is not sealed", async function () {
    const { ethers } = connection;
    const { rounds, registry, money, deployer } = await networkHelpers.loadFixture(fixture);
    // The same rounds over a registry whose import has not ended.
    const fresh = await ethers.deployContract(
      "EdgeRegistry",
      [
        deployer,
        await registry.TARGET(),
        ethers.ZeroHash,
        await registry.REGISTRAR(),
        money,
        await registry.JURY(),
        1n,
      ],
      { libraries: await deployLibraries(connection, "EdgeRegistry") },
    );
    const other = await ethers.deployContract(
      "Rounds",
      [{ ...configOf(await rounds.config()), registry: await fresh.getAddress() }],
      { libraries: await deployLibraries(connection, "Rounds") },
    );
    await money.approve(other, ethers.MaxUint256);
    await other.sponsor(PARAMETERS.minBudget);
    await expect(other.start()).to.be.revertedWithCustomError(other, "Rounds_NoSeeds");
  });

  it("RO-2 it should not start before registry, jury and pool are connected to it", async function () {
    const { ethers } = connection;
    const { rounds, registry, money } = await networkHelpers.loadFixture(fixture);
    // Other rounds over the same contracts, which know the first ones only.
    const other = await ethers.deployContract("Rounds", [configOf(await rounds.config())], {
      libraries: await deployLibraries(connection, "Rounds"),
    });
    await money.approve(other, ethers.MaxUint256);
    await other.sponsor(PARAMETERS.minBudget);
    await expect(other.start())
      .to.be.revertedWithCustomError(other, "Rounds_NotConnected")
      .withArgs(await registry.getAddress(), await rounds.getAddress());
    expect(await other.current()).to.equal(0n);
    for (const part of [registry, await rounds.JURY(), (await rounds.config()).fundingPool]) {
      expect(await rounds.knows(part)).to.equal(true);
    }
    expect(await rounds.knows(money)).to.equal(false);
  });

  it("RO-2 it should not start while a single one of them is not connected", async function () {
    const { ethers } = connection;
    const { rounds, registry, pool, deployer, money } = await networkHelpers.loadFixture(fixture);
    const fresh = await ethers.deployContract("FundingPool", [deployer, 2n]);
    const config = { ...configOf(await rounds.config()), fundingPool: await fresh.getAddress() };
    const libraries = await deployLibraries(connection, "Rounds");
    const other = await ethers.deployContract("Rounds", [config], { libraries });
    // The pool of others does not know these rounds, nor they the pool.
    await expect(fresh.getFunction("connect")(rounds))
      .to.be.revertedWithCustomError(fresh, "Connected_NotKnown")
      .withArgs(await rounds.getAddress(), await fresh.getAddress());
    expect(await other.knows(pool)).to.equal(false);
    await fresh.getFunction("connect")(other);
    await money.approve(other, ethers.MaxUint256);
    await other.sponsor(PARAMETERS.minBudget);
    await expect(other.start())
      .to.be.revertedWithCustomError(other, "Rounds_NotConnected")
      .withArgs(await registry.getAddress(), await rounds.getAddress());
  });

  it("should name the round whose settlement comes next", async function () {
    const { rounds, start, toSettled } = await networkHelpers.loadFixture(fixture);
    expect(await rounds.unsettled()).to.equal(1n);
    await start();
    expect(await rounds.unsettled()).to.equal(1n);
    await toSettled();
    expect(await rounds.unsettled()).to.equal(2n);
    await start();
    expect(await rounds.unsettled()).to.equal(2n);
  });

  it("steps out of time should revert and change nothing", async function () {
    const d = await networkHelpers.loadFixture(startedFixture);
    const { rounds } = d;
    const refused = async (phase: bigint, ...steps: (() => Promise<unknown>)[]) => {
      for (const step of steps) {
        await expect(step()).to.be.revertedWithCustomError(rounds, "Rounds_WrongPhase").withArgs(1n, phase);
      }
    };
    const open = [() => rounds.openSeeds(), () => rounds.openSelection(ORIGINALITY)];
    const evaluate = [() => rounds.draw("0x"), () => rounds.select(CHILDREN, 0n)];
    const settle = [() => rounds.settleTarget(1), () => rounds.settleSeed(1, 0)];
    const late = [() => rounds.fallBackSelection(1, CHILDREN)];
    const collect = [() => rounds.collect(1, WEIGHT, 0)];
    await refused(Phase.Registration, ...open, ...evaluate, ...settle, ...late, ...collect);
    await d.toTrading();
    await refused(Phase.Trading, ...evaluate, ...settle, ...late, ...collect);
    await d.openSelections();
    await d.toEvaluation();
    await refused(Phase.Evaluation, ...open, ...settle, ...late, () => rounds.openNode(CHILDREN, 0));
    await d.toChallenge();
    await refused(Phase.Challenge, ...open, ...evaluate, ...settle, () => rounds.openNode(CHILDREN, 0));
    await d.toSettled();
    await refused(Phase.Settled, ...open, ...evaluate, () => rounds.openNode(CHILDREN, 0));
    expect((await rounds.getRound(1)).random).to.equal(connection.ethers.ZeroHash);
  });

  it("a configuration that cannot work should be refused at deployment", async function () {
    const { ethers } = connection;
    const { rounds } = await networkHelpers.loadFixture(fixture);
    const libraries = await deployLibraries(connection, "Rounds");
    const config = configOf(await rounds.config());
    const factory = await ethers.getContractFactory("Rounds", { libraries });
    const quota = { drawn: 1n, paid: 0n };
    const rest = BigInt(PARAMETERS.registration + PARAMETERS.evaluationPeriod + 1 + CHALLENGE_PERIOD);
    // A registry that pays what it slashes to another jury.
    const stranger = await (await deployRounds(connection)).registry.getAddress();
    const wrong: [string, bigint, Partial<typeof config>][] = [
      ["jury", 0n, { markets: ethers.ZeroAddress }],
      ["registry", 0n, { registry: stranger }],
      ["fundingPool", 0n, { fundingPool: ethers.ZeroAddress }],
      ["randomness", 0n, { randomness: ethers.ZeroAddress }],
      // Known as soon as trading has closed.
      ["randomness", 0n, { randomness: await (await ethers.deployContract("HeaderRandomness", [0])).getAddress() }],
      // Known when audits have ended, and not before.
      ["randomness", 1536n, { auditPeriod: 1536n }],
      ["openingPeriod", 5n, { openingPeriod: 5n }],
      ["openingPeriod", 7199n, { openingKinds: 1n, openingPeriod: 7199n }],
      ["openingKinds", 1n, { openingKinds: 1n }],
      ["openingKinds", 1n, { openingKinds: 1n, openingPeriod: 5n, opening: ethers.ZeroAddress }],
      ["openingKinds", 8n, { openingKinds: 8n, openingPeriod: 5n }],
      ["factor", 10n ** 18n - 1n, { policy: 2n, factor: 10n ** 18n - 1n }],
      ["factor", 10n ** 23n + 1n, { policy: 2n, factor: 10n ** 23n + 1n }],
      ["step", 10n ** 18n + 1n, { policy: 2n, step: 10n ** 18n + 1n }],
      ["registration", 0n, { registration: 0n }],
      ["twapWindow", 0n, { twapWindow: 0n }],
      ["twapWindow", BigInt(PARAMETERS.twapWindow), { trading: BigInt(PARAMETERS.twapWindow) - 1n }],
      // Times are stored in 40 bits.
      ["trading", 2n ** 39n, { trading: 2n ** 39n - rest }],
      ["auditPeriod", 0n, { auditPeriod: 0n }],
      ["auditPeriod", BigInt(PARAMETERS.evaluationPeriod), { auditPeriod: BigInt(PARAMETERS.evaluationPeriod) }],
      ["parts", 2n, { parts: [9000n, 1000n, 0n] }],
      ["parts", 9999n, { parts: [8000n, 1000n, 999n] }],
      ["drawn", 0n, { quotas: [quota, quota, quota] }],
      ["drawn", 2n, { quotas: [{ ...quota, drawn: 0n }, quota, { ...quota, drawn: 0n }] }],
      ["minBudget", 2n ** 95n + 1n, { minBudget: 2n ** 95n + 1n }],
      // b of a kind would be below the least that a pool takes: a part of 1 in 10,000 of 1e9 is 8,673 b.
      ["minBudget", 0n, { minBudget: 10n ** 9n, parts: [1n, 4999n, 5000n] }],
      ["minBudget", 2n, { minBudget: 10n ** 9n, parts: [5000n, 4999n, 1n] }],
      ["feeRate", 10_000_001n, { feeRate: 10_000_001n }],
    ];
    for (const [what, value, change] of wrong) {
      await expect(factory.deploy({ ...config, ...change }), what)
        .to.be.revertedWithCustomError(rounds, "Rounds_InvalidConfig")
        .withArgs(ethers.encodeBytes32String(what), value);
    }
    expect(await (await factory.deploy(config)).MONEY()).to.equal(await rounds.MONEY());
    await factory.deploy({ ...config, trading: 2n ** 39n - 1n - rest });
  });
});

type Configured = Awaited<ReturnType<Awaited<ReturnType<typeof deployRounds>>["rounds"]["config"]>>;

/** A copy of a configuration that can be changed. */
function configOf(c: Configured) {
  return {
    markets: c.markets,
    registry: c.registry,
    jury: c.jury,
    fundingPool: c.fundingPool,
    randomness: c.randomness,
    opening: c.opening,
    openingKinds: c.openingKinds,
    policy: c.policy,
    factor: c.factor,
    step: c.step,
    registration: c.registration,
    openingPeriod: c.openingPeriod,
    trading: c.trading,
    auditPeriod: c.auditPeriod,
    twapWindow: c.twapWindow,
    feeRate: c.feeRate,
    alpha: c.alpha,
    minBudget: c.minBudget,
    parts: [...c.parts] as [bigint, bigint, bigint],
    quotas: c.quotas.map(({ drawn, paid }) => ({ drawn, paid })) as Quotas,
  };
}

type Quota = { drawn: bigint; paid: bigint };
type Quotas = [Quota, Quota, Quota];
