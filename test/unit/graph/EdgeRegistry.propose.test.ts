import { expect } from "chai";
import { network } from "hardhat";

import {
  A,
  appoint,
  B,
  baseRates,
  BOND_BASE,
  C,
  D,
  deploySealed,
  falling,
  id,
  Kind,
  LIQUIDITY,
  NO_LIMIT,
  outcome,
  Phase,
  TARGET,
  toImport,
  UNKNOWN,
  WAD,
  X,
  Y,
  Z,
} from "../../utils/registry.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture, time } = networkHelpers;
const RATE = WAD / 100n;
const MAX_RATE = WAD / 64n;
/** b ln(1 / (1 - r)), as a number of units of money. */
const rateBondOf = (b: bigint, rate: bigint) => (Number(b) / 1e18) * -Math.log1p(-Number(rate) / 1e18);
const ceilDiv = (x: bigint, y: bigint) => (x + y - 1n) / y;
/** The first candidate at 1/100 fills 8% of the quota of rates, and less of the slots. */
const SLOT_BOND = ceilDiv(BOND_BASE * 100n, 92n);

async function sealedFixture() {
  return deploySealed(connection);
}

/** A target with 128 seeds, the last of a weight above the floor. */
async function fullFixture() {
  const weights = falling(128);
  const edges = weights.map((weight, i) => [id(`seed ${i}`), weight] as const);
  return { ...(await deploySealed(connection, { genesis: [toImport(TARGET, 0n, edges)] })), weights };
}

describe("EdgeRegistry.proposeEdge", function () {
  it("ER-14 in the last eighth of Registration it should revert, so that all edges can be challenged", async function () {
    const { registry, rounds, alice, bob } = await loadFixture(sealedFixture);
    const now = await time.latest();
    // Registration began at second 0.
    const openingAt = Math.ceil(((now + 100) * 8) / 7);
    const end = openingAt - Math.floor(openingAt / 8);
    await rounds.setOpeningAt(openingAt);
    await time.setNextBlockTimestamp(end);
    await expect(registry.connect(alice).proposeEdge(TARGET, "d", RATE, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_ProposalsEnded")
      .withArgs(1n, end, end);
    await rounds.setOpeningAt(openingAt + 80);
    const later = openingAt + 80 - Math.floor((openingAt + 80) / 8);
    await time.setNextBlockTimestamp(later - 1);
    await registry.connect(alice).proposeEdge(TARGET, "d", RATE, NO_LIMIT);
    await registry.connect(bob).challengeEdge(TARGET, id("d"), NO_LIMIT);
  });

  it("ER-10 should take the bond and put the candidate behind the funded children", async function () {
    const { registry, alice, money } = await loadFixture(sealedFixture);
    const [slotBond, rateBond] = await registry.bondOf(TARGET, RATE);
    expect(slotBond).to.equal(SLOT_BOND);
    expect(Math.abs(Number(rateBond) / 1e18 - rateBondOf(LIQUIDITY.weight, RATE))).to.be.below(1e-9);
    const proposal = registry.connect(alice).proposeEdge(TARGET, "d", RATE, slotBond + rateBond);
    await expect(proposal)
      .to.emit(registry, "EdgeProposed")
      .withArgs(1, TARGET, D, alice.address, "d", 0, RATE, slotBond, rateBond);
    await expect(proposal).to.changeTokenBalance(ethers, money, registry, slotBond + rateBond);
    expect(await registry.getCandidates(1, TARGET)).to.deep.equal([
      [D, alice.address, RATE, slotBond, rateBond, ethers.ZeroAddress],
    ]);
    expect(await registry.rosterSize(1, TARGET)).to.equal(4);
    expect(await registry.rosterAt(1, TARGET, 2)).to.equal(C);
    expect(await registry.rosterAt(1, TARGET, 3)).to.equal(D);
    await expect(registry.rosterAt(1, TARGET, 4))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidIndex")
      .withArgs(4, 4);
    expect((await registry.getNode(D)).level).to.equal(1);
    expect((await registry.getNode(TARGET)).touchedRound).to.equal(1);
  });

  it("ER-6 each accepted edge multiplies all rates before it by 1 - r", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const rates = [MAX_RATE, WAD / 100_000n, RATE];
    for (const [i, rate] of rates.entries()) {
      await registry.connect(alice).proposeEdge(TARGET, `new ${i}`, rate, NO_LIMIT);
    }
    const [children, actual] = await registry.roster(1, TARGET);
    expect(children).to.deep.equal([A, B, C, id("new 0"), id("new 1"), id("new 2")]);
    expect(actual).to.deep.equal(baseRates([WAD / 2n, (3n * WAD) / 10n, WAD / 5n], rates));
    expect(actual.reduce((x, y) => x + y)).to.equal(WAD);
    expect(actual[4]).to.be.at.least((99n * WAD) / 10_000_000n);
  });

  it("ER-5 a childless seed's first candidate stands beside UNKNOWN, at an originality of 0.99", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    expect(await registry.rosterSize(1, C)).to.equal(0);
    expect(await registry.roster(1, C)).to.deep.equal([[], []]);
    await registry.connect(alice).proposeEdge(C, "d", RATE, NO_LIMIT);
    expect(await registry.roster(1, C)).to.deep.equal([
      [UNKNOWN, D],
      [WAD - RATE, RATE],
    ]);
    expect(await registry.rosterAt(1, C, 0)).to.equal(UNKNOWN);
    expect(await registry.originalityRate(1, C)).to.equal((99n * WAD) / 100n);
  });

  it("ER-7 originality rates are within [0.01, 0.99]", async function () {
    const { registry } = await loadFixture(sealedFixture);
    expect(await Promise.all([TARGET, A, C].map((node) => registry.originalityRate(1, node)))).to.deep.equal([
      WAD / 100n,
      WAD / 4n,
      (99n * WAD) / 100n,
    ]);
  });

  it("ER-10 UNKNOWN takes no candidates, not even where it is one of the target's children", async function () {
    const edges = [
      [A, WAD / 2n],
      [UNKNOWN, WAD / 2n],
    ] as const;
    const { registry, alice } = await deploySealed(connection, { genesis: [toImport(TARGET, 0n, edges)] });
    await expect(registry.connect(alice).proposeEdge(UNKNOWN, "z", RATE, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotSeed")
      .withArgs(UNKNOWN);
  });

  it("ER-10 a candidate for seed is a parent in the same round; any other node is not", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const propose = (parent: string, project: string) =>
      registry.connect(alice).proposeEdge(parent, project, RATE, NO_LIMIT);
    for (const parent of [D, X, UNKNOWN]) {
      await expect(propose(parent, "z"))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotSeed")
        .withArgs(parent);
    }
    expect(await registry.isSeed(1, D)).to.equal(false);
    await propose(TARGET, "d");
    expect(await registry.isSeed(1, D)).to.equal(true);
    await propose(D, "z");
    expect(await registry.roster(1, D)).to.deep.equal([
      [UNKNOWN, Z],
      [WAD - RATE, RATE],
    ]);
  });

  it("ER-10 out of Registration, it should revert", async function () {
    const { registry, rounds, alice } = await loadFixture(sealedFixture);
    for (const phase of [Phase.None, Phase.Opening, Phase.Trading, Phase.Evaluation, Phase.Challenge, Phase.Settled]) {
      await rounds.set(1n, phase);
      await expect(registry.connect(alice).proposeEdge(TARGET, "d", RATE, NO_LIMIT))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongPhase")
        .withArgs(1, phase);
    }
  });

  it("ER-10 the target, UNKNOWN, the parent, a duplicate, or no name should revert", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const propose = (parent: string, project: string) =>
      registry.connect(alice).proposeEdge(parent, project, RATE, NO_LIMIT);
    for (const [parent, project] of [
      [A, "ethereum"],
      [A, "UNKNOWN"],
      [A, "a"],
    ] as const) {
      await expect(propose(parent, project))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidChild")
        .withArgs(parent, id(project));
    }
    await propose(A, "d");
    for (const project of ["x", "d"]) {
      await expect(propose(A, project))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_DuplicateChild")
        .withArgs(A, id(project));
    }
    for (const project of ["", "x".repeat(513)]) {
      await expect(propose(A, project))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidProject")
        .withArgs(project.length, 512);
    }
    await propose(A, "x".repeat(512));
  });

  it("ER-10 a rate below 1e-5 or above 1/64 should revert", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    for (const rate of [WAD / 100_000n - 1n, MAX_RATE + 1n]) {
      await expect(registry.connect(alice).proposeEdge(TARGET, "d", rate, NO_LIMIT))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidRate")
        .withArgs(rate, WAD / 100_000n, MAX_RATE);
    }
  });

  it("ER-10 with 128 funded children the rate is at least the least of theirs", async function () {
    const { registry, alice, weights } = await loadFixture(fullFixture);
    const least = weights[127] ?? 0n;
    await expect(registry.connect(alice).proposeEdge(TARGET, "d", least - 1n, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidRate")
      .withArgs(least - 1n, least, MAX_RATE);
    await registry.connect(alice).proposeEdge(TARGET, "d", least, NO_LIMIT);
    expect(await registry.rosterSize(1, TARGET)).to.equal(129);
  });

  it("ER-11 the slot bond rises with slots and rates; the quota cannot be reached", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    for (let i = 1n; i <= 7n; ++i) {
      const [slotBond] = await registry.bondOf(TARGET, MAX_RATE);
      // Seven rates of 1/64 fill 7/8 of the quota.
      expect(slotBond).to.equal(ceilDiv(BOND_BASE * 8n, 8n - i));
      await registry.connect(alice).proposeEdge(TARGET, `new ${i}`, MAX_RATE, NO_LIMIT);
    }
    await expect(registry.connect(alice).proposeEdge(TARGET, "d", MAX_RATE, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_QuotaFull")
      .withArgs(8, WAD / 8n);
    await registry.connect(alice).proposeEdge(TARGET, "d", MAX_RATE / 2n, NO_LIMIT);
  });

  it("ER-11 at most 127 candidates, the last of which pays 128 times the base", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const rate = WAD / 100_000n;
    for (let i = 0; i < 126; ++i) await registry.connect(alice).proposeEdge(A, `new ${i}`, rate, NO_LIMIT);
    expect((await registry.bondOf(A, rate))[0]).to.equal(128n * BOND_BASE);
    await registry.connect(alice).proposeEdge(A, "last", rate, NO_LIMIT);
    expect(await registry.rosterSize(1, A)).to.equal(130);
    await expect(registry.connect(alice).proposeEdge(A, "more", rate, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_QuotaFull")
      .withArgs(128, 128n * rate);
  });

  it("ER-11 a bond above the caller's maximum should revert", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const [slotBond, rateBond] = await registry.bondOf(A, RATE);
    await expect(registry.connect(alice).proposeEdge(A, "d", RATE, slotBond + rateBond - 1n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_AboveMaximum")
      .withArgs(slotBond + rateBond, slotBond + rateBond - 1n);
  });

  it("ER-12 the rate bond is of the parent's pool, rounded up", async function () {
    const { registry, rounds } = await loadFixture(sealedFixture);
    for (const [parent, b] of [
      [TARGET, LIQUIDITY.weight],
      [A, LIQUIDITY.children],
    ] as const) {
      for (const rate of [WAD / 100_000n, WAD / 1000n, RATE, MAX_RATE]) {
        const [, rateBond] = await registry.bondOf(parent, rate);
        const exact = rateBondOf(b, rate);
        expect(Math.abs(Number(rateBond) / 1e18 / exact - 1)).to.be.below(1e-11);
      }
    }
    await rounds.setLiquidity(Kind.Children, 1n);
    expect((await registry.bondOf(A, RATE))[1]).to.equal(1);
  });

  it("ER-50 money that does not arrive in full should revert", async function () {
    const { registry, alice, money } = await loadFixture(sealedFixture);
    const [slotBond, rateBond] = await registry.bondOf(A, RATE);
    const bond = slotBond + rateBond;
    await money.setFee(10);
    await expect(registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotReceived")
      .withArgs(bond, bond - bond / 1000n);
    await money.setFee(0);
    await money.setLying(true);
    await expect(registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotReceived")
      .withArgs(bond, 0);
    await money.setLying(false);
    const withdraw = registry.interface.encodeFunctionData("withdraw", [alice.address]);
    await money.setHook(registry, withdraw);
    await registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT);
    expect(await money.hookResult()).to.equal(ethers.id("ReentrancyGuardReentrantCall()").slice(0, 10));
  });

  it("ER-8 a parent that waits for its settlement takes no candidates of the next round", async function () {
    const { registry, rounds, alice } = await loadFixture(sealedFixture);
    await rounds.touch(A);
    await rounds.touch(A); // again: no effect
    expect(await registry.isSettled(1, A)).to.equal(false);
    await rounds.set(2n, Phase.Registration);
    expect(await registry.isSettled(1, A)).to.equal(false);
    expect(await registry.isSettled(1, B)).to.equal(true);
    const propose = () => registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT);
    for (const call of [propose, () => rounds.touch(A), () => registry.childrenAt(1, A)]) {
      await expect(call()).to.be.revertedWithCustomError(registry, "EdgeRegistry_NotSettled").withArgs(A, 1);
    }
    await rounds.settle(1n, A, outcome([WAD / 2n, WAD / 4n, WAD / 4n]));
    await propose();
    expect(await registry.isSettled(2, A)).to.equal(false);
    expect(await registry.isSettled(1, A)).to.equal(true);
  });

  it("ER-8 while the target waits nobody knows the seeds", async function () {
    const { registry, rounds, alice } = await loadFixture(sealedFixture);
    await rounds.touch(TARGET);
    await rounds.set(2n, Phase.Registration);
    for (const parent of [TARGET, A]) {
      await expect(registry.connect(alice).proposeEdge(parent, "d", RATE, NO_LIMIT))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotSettled")
        .withArgs(TARGET, 1);
    }
  });
});

describe("EdgeRegistry levels", function () {
  it("ER-3 a seed without children goes below the seed that it is proposed to", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    expect((await registry.getNode(C)).level).to.equal(2);
    await registry.connect(alice).proposeEdge(TARGET, "d", RATE, NO_LIMIT);
    await registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT);
    expect((await registry.getNode(D)).level).to.equal(2);
  });

  it("ER-4 the child's own children that have none are pushed along", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const raising = registry.connect(alice).proposeEdge(A, "b", RATE, NO_LIMIT);
    await expect(raising).to.emit(registry, "LevelRaised").withArgs(B, 2);
    await expect(raising).to.emit(registry, "LevelRaised").withArgs(Y, 3);
    expect((await registry.getNode(UNKNOWN)).known).to.equal(false);
  });

  it("ER-3 no cycle, whatever its length and whether its edges are settled or not", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const propose = (parent: string, project: string) =>
      registry.connect(alice).proposeEdge(parent, project, RATE, NO_LIMIT);
    const violation = (call: Promise<unknown>) =>
      expect(call).to.be.revertedWithCustomError(registry, "EdgeRegistry_LevelViolation");
    await violation(propose(C, "a")); // a -> c is settled
    await propose(A, "b");
    await violation(propose(B, "a"));
    await propose(B, "c");
    await violation(propose(C, "a"));
    await violation(propose(C, "b"));
    await propose(C, "d");
    expect((await registry.getNode(C)).level).to.equal(3);
  });

  it("ER-4 a child whose children are parents has to be raised after them", async function () {
    const { registry, alice } = await loadFixture(sealedFixture);
    const propose = (parent: string, project: string) =>
      registry.connect(alice).proposeEdge(parent, project, RATE, NO_LIMIT);
    await propose(C, "d"); // a -> c -> d
    await expect(propose(B, "a"))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_LevelViolation")
      .withArgs(A, C, 2, 2);
    await registry.raiseLevel(C, B, 2n);
    await propose(B, "a");
    const levels = await Promise.all([B, A, C, D].map(async (node) => (await registry.getNode(node)).level));
    expect(levels).to.deep.equal([1n, 2n, 3n, 4n]);
  });

  it("ER-4 raising is for nodes of the graph, not the target, by 1 to 256 steps, and never lowers", async function () {
    const { registry } = await loadFixture(sealedFixture);
    for (const [node, parent] of [
      [D, A],
      [A, D],
    ] as const) {
      await expect(registry.raiseLevel(node, parent, 1n))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_UnknownNode")
        .withArgs(D);
    }
    await expect(registry.raiseLevel(TARGET, A, 1n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidChild")
      .withArgs(TARGET, TARGET);
    for (const steps of [0n, 257n]) {
      await expect(registry.raiseLevel(X, A, steps))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidSteps")
        .withArgs(steps, 256);
    }
    await registry.raiseLevel(X, A, 256n);
    await registry.raiseLevel(X, A, 1n);
    expect((await registry.getNode(X)).level).to.equal(257);
  });

  it("ER-3 a free list cannot make a cycle either", async function () {
    const deployment = await loadFixture(sealedFixture);
    const { registry, alice } = deployment;
    await appoint(connection, deployment, X, alice);
    const declare = (children: string[], weights: bigint[]) =>
      registry.connect(alice).declareChildren(X, children, weights, 0n);
    await expect(declare([A], [WAD])).to.be.revertedWithCustomError(registry, "EdgeRegistry_LevelViolation");
    await declare([C, Y, UNKNOWN, Z], [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n]);
    const levels = await Promise.all([X, C, Y, Z].map(async (node) => (await registry.getNode(node)).level));
    expect(levels).to.deep.equal([2n, 3n, 3n, 3n]);
    await expect(registry.connect(alice).proposeEdge(C, "x", RATE, NO_LIMIT)).to.be.revertedWithCustomError(
      registry,
      "EdgeRegistry_LevelViolation",
    );
  });
});
