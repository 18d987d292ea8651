import { expect } from "chai";
import { network } from "hardhat";

import {
  A,
  appoint,
  B,
  baseRates,
  C,
  D,
  deploySealed,
  floored,
  id,
  LIQUIDITY,
  NO_LIMIT,
  normalised,
  outcome,
  Phase,
  signAttestation,
  TARGET,
  UNKNOWN,
  WAD,
  X,
  Y,
} from "../../utils/registry.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture, time } = networkHelpers;
const DELAY = 14 * 86_400;
const RATE = WAD / 100n;
/** Weights of a's children at genesis. */
const WEIGHTS = [(6n * WAD) / 10n, WAD / 5n, WAD / 5n];
const toNumber = (amount: bigint) => Number(amount) / 1e18;

async function sealedFixture() {
  return deploySealed(connection);
}

/** alice maintains a, bob x. */
async function maintainedFixture() {
  const deployment = await deploySealed(connection);
  await appoint(connection, deployment, A, deployment.alice);
  await appoint(connection, deployment, X, deployment.bob);
  return deployment;
}

describe("EdgeRegistry.attest", function () {
  it("ER-40 should take effect after 14 days in public", async function () {
    const deployment = await loadFixture(sealedFixture);
    const { registry, alice, stranger } = deployment;
    const { args } = await signAttestation(deployment, A, alice.address);
    const at = (await time.latest()) + 10;
    await time.setNextBlockTimestamp(at);
    await expect(registry.connect(stranger).attest(...args))
      .to.emit(registry, "Attested")
      .withArgs(A, alice.address, 0, at + DELAY);
    expect(await registry.pendingMaintainerOf(A)).to.deep.equal([alice.address, BigInt(at + DELAY)]);
    await networkHelpers.time.increaseTo(at + DELAY - 1);
    expect(await registry.maintainerOf(A)).to.equal(ethers.ZeroAddress);
    expect(await registry.payeeOf(A)).to.equal(ethers.ZeroAddress);
    await networkHelpers.time.increaseTo(at + DELAY);
    expect(await registry.maintainerOf(A)).to.equal(alice.address);
    expect(await registry.payeeOf(A)).to.equal(alice.address);
    expect(await registry.pendingMaintainerOf(A)).to.deep.equal([ethers.ZeroAddress, 0n]);
  });

  it("ER-40 an attestation works once; a later one replaces one that waits", async function () {
    const deployment = await loadFixture(sealedFixture);
    const { registry, alice, bob } = deployment;
    const first = await signAttestation(deployment, A, alice.address);
    await registry.attest(...first.args);
    await expect(registry.attest(...first.args))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidNonce")
      .withArgs(A, 1, 0);
    await registry.attest(...(await signAttestation(deployment, A, bob.address)).args);
    expect(await registry.nonceOf(A)).to.equal(2);
    await time.increase(DELAY);
    expect(await registry.maintainerOf(A)).to.equal(bob.address);
  });

  it("ER-40 what the registrar did not sign should revert", async function () {
    const deployment = await loadFixture(sealedFixture);
    const { registry, registrar, alice, bob } = deployment;
    const good = await signAttestation(deployment, A, alice.address);
    const invalid = (args: typeof good.args) =>
      expect(registry.attest(...args))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidSignature")
        .withArgs(registrar.address);
    await invalid((await signAttestation(deployment, A, alice.address, { signer: alice })).args);
    await invalid((await signAttestation(deployment, A, alice.address, { chainId: 1 })).args);
    await invalid([A, bob.address, 0n, good.message.deadline, good.signature]);
    await invalid([B, alice.address, 0n, good.message.deadline, good.signature]);
    await invalid([A, alice.address, 0n, good.message.deadline + 1n, good.signature]);
    await registry.attest(...good.args);
  });

  it("ER-40 a registrar may be a contract (ERC-1271)", async function () {
    const deployment = await loadFixture(sealedFixture);
    const { registry, registrar, alice, bob } = deployment;
    const { args } = await signAttestation(deployment, A, alice.address, { signer: bob });
    await expect(registry.attest(...args)).to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidSignature");
    // From now on there is a contract at the registrar's address, which calls every signature valid.
    const word = ethers.zeroPadBytes("0x1626ba7e", 32);
    await networkHelpers.setCode(registrar.address, `0x7f${word.slice(2)}60005260206000f3`);
    await expect(registry.attest(...args)).to.emit(registry, "Attested");
  });

  it("ER-40 nobody, the target, UNKNOWN, or too late, should revert", async function () {
    const deployment = await loadFixture(sealedFixture);
    const { registry, alice } = deployment;
    for (const [node, maintainer] of [
      [A, ethers.ZeroAddress],
      [TARGET, alice.address],
      [UNKNOWN, alice.address],
    ] as const) {
      const { args } = await signAttestation(deployment, node, maintainer);
      await expect(registry.attest(...args))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidMaintainer")
        .withArgs(node, maintainer);
    }
    const deadline = BigInt(await time.latest()) + 100n;
    const { args } = await signAttestation(deployment, A, alice.address, { deadline });
    await time.setNextBlockTimestamp(deadline + 1n);
    await expect(registry.attest(...args))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_Expired")
      .withArgs(deadline, deadline + 1n);
  });

  it("ER-41 the maintainer in office may veto one that waits, until it does not", async function () {
    const deployment = await loadFixture(maintainedFixture);
    const { registry, alice, bob, carol } = deployment;
    await expect(registry.connect(alice).veto(A))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NothingToVeto")
      .withArgs(A);
    const first = await signAttestation(deployment, A, carol.address);
    await registry.attest(...first.args);
    for (const account of [bob, carol]) {
      await expect(registry.connect(account).veto(A))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotMaintainer")
        .withArgs(A, account.address, alice.address);
    }
    await expect(registry.connect(alice).veto(A)).to.emit(registry, "Vetoed").withArgs(A, alice.address, carol.address);
    await time.increase(DELAY);
    expect(await registry.maintainerOf(A)).to.equal(alice.address);
    await expect(registry.attest(...first.args)).to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidNonce");
    await registry.attest(...(await signAttestation(deployment, A, carol.address)).args);
    await time.increase(DELAY);
    await expect(registry.connect(alice).veto(A)).to.be.revertedWithCustomError(registry, "EdgeRegistry_NotMaintainer");
    await expect(registry.connect(carol).veto(A)).to.be.revertedWithCustomError(registry, "EdgeRegistry_NothingToVeto");
  });

  it("ER-42 the payee is the maintainer's choice, and ends with it", async function () {
    const deployment = await loadFixture(maintainedFixture);
    const { registry, alice, bob, carol, stranger } = deployment;
    await expect(registry.connect(alice).setPayee(A, stranger))
      .to.emit(registry, "PayeeSet")
      .withArgs(A, stranger.address);
    expect(await registry.payeeOf(A)).to.equal(stranger.address);
    await expect(registry.connect(bob).setPayee(A, bob)).to.be.revertedWithCustomError(
      registry,
      "EdgeRegistry_NotMaintainer",
    );
    // The same maintainer again: the payee stays.
    await appoint(connection, deployment, A, alice);
    expect(await registry.payeeOf(A)).to.equal(stranger.address);
    await appoint(connection, deployment, A, carol);
    expect(await registry.payeeOf(A)).to.equal(carol.address);
    await registry.connect(carol).setPayee(A, bob);
    expect(await registry.payeeOf(A)).to.equal(bob.address);
    await registry.connect(carol).setPayee(A, ethers.ZeroAddress);
    expect(await registry.payeeOf(A)).to.equal(carol.address);
    await appoint(connection, deployment, A, alice);
    await appoint(connection, deployment, A, carol);
    expect(await registry.payeeOf(A)).to.equal(carol.address);
  });
});

describe("EdgeRegistry.optOut", function () {
  it("ER-43 bars proposals at once, and leaves lists from the next round", async function () {
    const deployment = await loadFixture(maintainedFixture);
    const { registry, rounds, alice, bob } = deployment;
    await expect(registry.connect(alice).optOut(X)).to.be.revertedWithCustomError(
      registry,
      "EdgeRegistry_NotMaintainer",
    );
    await expect(registry.connect(bob).optOut(X)).to.emit(registry, "OptedOut").withArgs(X, 2);
    await expect(registry.connect(bob).optOut(X)).to.be.revertedWithCustomError(registry, "EdgeRegistry_OptedOut");
    await expect(registry.connect(alice).proposeEdge(TARGET, "x", RATE, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_OptedOut")
      .withArgs(X);
    await expect(registry.applyOptOut(A, X))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotOptedOut")
      .withArgs(X, 2);
    await expect(registry.applyOptOut(A, Y))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotOptedOut")
      .withArgs(Y, 0);

    await rounds.set(2n, Phase.Registration);
    await registry.connect(bob).proposeEdge(A, "d", RATE, NO_LIMIT);
    await expect(registry.applyOptOut(A, X)).to.emit(registry, "OptOutApplied").withArgs(2, A, X);
    for (const parent of [A, TARGET]) {
      await expect(registry.applyOptOut(parent, X))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotChild")
        .withArgs(parent, X);
    }
    expect(await registry.roster(2, A)).to.deep.equal([[Y, C, D], baseRates([WAD / 5n, WAD / 5n], [RATE])]);
    expect(await Promise.all([0, 1, 2].map((i) => registry.rosterAt(2, A, i)))).to.deep.equal([Y, C, D]);
    expect(await registry.rosterSize(2, A)).to.equal(3);
    await rounds.settle(2n, A, outcome([WAD / 2n, WAD / 4n, WAD / 4n]));
    await rounds.set(2n, Phase.Settled);
    expect((await registry.childrenAt(2, A))[0]).to.deep.equal([Y, C, D]);
  });

  it("ER-43 of a seed only in Registration, of others only after it", async function () {
    const deployment = await loadFixture(maintainedFixture);
    const { registry, rounds, alice, bob } = deployment;
    await registry.connect(bob).declareChildren(X, [Y, D], [WAD / 4n, (3n * WAD) / 4n], WAD / 3n);
    await appoint(connection, deployment, D, alice);
    await registry.connect(alice).optOut(D);
    await registry.connect(bob).optOut(X);
    const wrong = (parent: string, child: string, phase: number) =>
      expect(registry.applyOptOut(parent, child))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongPhase")
        .withArgs(2, phase);
    for (const phase of [Phase.None, Phase.Registration, Phase.Settled]) {
      await rounds.set(2n, phase);
      await wrong(X, D, phase);
    }
    for (const phase of [Phase.None, Phase.Opening, Phase.Trading, Phase.Evaluation, Phase.Challenge, Phase.Settled]) {
      await rounds.set(2n, phase);
      await wrong(A, X, phase);
    }
    await rounds.set(2n, Phase.Trading);
    await expect(registry.applyOptOut(X, D))
      .to.emit(registry, "ListWritten")
      .withArgs(2, X, WAD / 3n, [Y], [WAD]);
    await expect(registry.applyOptOut(X, D)).to.be.revertedWithCustomError(registry, "EdgeRegistry_NotChild");
    await appoint(connection, deployment, Y, alice);
    await registry.connect(alice).optOut(Y);
    await rounds.set(3n, Phase.Opening);
    await registry.applyOptOut(X, Y);
    await rounds.set(3n, Phase.Settled);
    expect(await registry.childrenAt(3, X)).to.deep.equal([[], []]);
    expect(await registry.originalityAt(3, X)).to.equal(WAD);
    expect(await registry.originalityAt(2, X)).to.equal(WAD / 3n);
    expect(await registry.childrenAt(1, X)).to.deep.equal([
      [Y, D],
      [WAD / 4n, (3n * WAD) / 4n],
    ]);
  });
});

describe("EdgeRegistry.applyOptOut, of nodes without market", function () {
  const E = id("e");
  const FREE = [
    [Y, D, E],
    [WAD / 2n, WAD / 8n, (3n * WAD) / 8n],
  ] as const;

  /** x, which is no seed, has y, d and e; y and d leave from round 2 on. */
  async function freeFixture() {
    const deployment = await deploySealed(connection);
    const { registry, rounds, alice, bob } = deployment;
    await appoint(connection, deployment, X, bob);
    await registry.connect(bob).declareChildren(X, [...FREE[0]], [...FREE[1]], WAD / 3n);
    for (const node of [Y, D]) {
      await appoint(connection, deployment, node, alice);
      await registry.connect(alice).optOut(node);
    }
    await rounds.set(2n, Phase.Trading);
    return deployment;
  }

  it("ER-43 two that leave in one round are both off the list of that round", async function () {
    const { registry, rounds } = await loadFixture(freeFixture);
    await expect(registry.applyOptOut(X, D))
      .to.emit(registry, "ListWritten")
      .withArgs(2, X, WAD / 3n, [Y, E], normalised([4n, 3n]));
    await expect(registry.applyOptOut(X, Y))
      .to.emit(registry, "ListWritten")
      .withArgs(2, X, WAD / 3n, [E], [WAD]);
    await rounds.set(3n, Phase.Settled);
    for (const round of [2n, 3n]) expect(await registry.childrenAt(round, X)).to.deep.equal([[E], [WAD]]);
    expect(await registry.childrenAt(1, X)).to.deep.equal(FREE);
    expect(await registry.originalityAt(2, X)).to.equal(WAD / 3n);
  });

  it("ER-8 nothing leaves the list of a node that takes part in the round, whatever made it", async function () {
    const { registry, rounds } = await loadFixture(freeFixture);
    // Rounds let only seeds take part; the registry does not count on it, a settlement would undo what left.
    await rounds.touch(X);
    await expect(registry.applyOptOut(X, D))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_HasMarket")
      .withArgs(X);
    await rounds.settle(2n, X, outcome([]));
    await rounds.set(3n, Phase.Trading);
    await registry.applyOptOut(X, D);
    await rounds.set(3n, Phase.Settled);
    expect(await registry.childrenAt(2, X)).to.deep.equal(FREE);
    expect((await registry.childrenAt(3, X))[0]).to.deep.equal([Y, E]);
  });
});

describe("EdgeRegistry.declare", function () {
  it("ER-30 within a factor of 2 it is free", async function () {
    const { registry, alice, money } = await loadFixture(maintainedFixture);
    const weights = [(3n * WAD) / 10n, (3n * WAD) / 10n, (4n * WAD) / 10n];
    const declaration = registry.connect(alice).declare(A, weights, WAD / 2n, 0n);
    await expect(declaration)
      .to.emit(registry, "Declared")
      .withArgs(1, A, alice.address, weights, WAD / 2n, 0, 0);
    await expect(declaration).to.changeTokenBalance(ethers, money, registry, 0n);
    expect((await registry.roster(1, A))[1]).to.deep.equal(weights);
    expect(await registry.originalityRate(1, A)).to.equal(WAD / 2n);
    expect(await registry.getDeclaration(1, A)).to.deep.equal([alice.address, WAD / 2n, weights, 0n, 0n]);
    await registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT);
    expect((await registry.roster(1, A))[1]).to.deep.equal(baseRates(weights, [RATE]));
    expect(await registry.isSettled(1, A)).to.equal(false);
  });

  it("ER-30 beyond a factor of 2 it is bonded, with b times the largest fall", async function () {
    const { registry, alice, money } = await loadFixture(maintainedFixture);
    const weights = [(29n * WAD) / 100n, (31n * WAD) / 100n, (40n * WAD) / 100n];
    const ofWeights = toNumber(LIQUIDITY.children) * Math.log(60 / 29);
    // 1/4 to 3/4: o triples, 1 - o falls to a third.
    const ofOriginality = toNumber(LIQUIDITY.originality) * Math.log(3);
    const bond = await registry.connect(alice).declare.staticCall(A, weights, (3n * WAD) / 4n, NO_LIMIT);
    expect(Math.abs(toNumber(bond) - ofWeights - ofOriginality)).to.be.below(1e-9);
    await expect(registry.connect(alice).declare(A, weights, (3n * WAD) / 4n, bond - 1n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_AboveMaximum")
      .withArgs(bond, bond - 1n);
    await expect(registry.connect(alice).declare(A, weights, (3n * WAD) / 4n, bond)).to.changeTokenBalance(
      ethers,
      money,
      registry,
      bond,
    );
  });

  it("ER-31 it pays what it cost the pools, at most its bond, and the rest comes back", async function () {
    const { registry, rounds, alice, money } = await loadFixture(maintainedFixture);
    const weights = [WAD / 10n, (8n * WAD) / 10n, WAD / 10n];
    const bond = await registry.connect(alice).declare.staticCall(A, weights, WAD / 100n, NO_LIMIT);
    await registry.connect(alice).declare(A, weights, WAD / 100n, NO_LIMIT);
    const [children, originality] = [toNumber(LIQUIDITY.children), toNumber(LIQUIDITY.originality)];
    const payouts = [WAD / 2n, (3n * WAD) / 10n, WAD / 5n];
    const share = WAD / 2n;
    const cases = [
      {
        options: { payouts, share },
        charge: (children / 2) * (0.5 * Math.log(6) + 0.3 * Math.log(1 / 4) + 0.2 * Math.log(2)),
      },
      { options: { payouts: [0n, WAD, 0n], share }, charge: 0 },
      {
        options: { originalityPayout: WAD / 2n, originalityShare: WAD / 3n },
        charge: (originality / 3) * (0.5 * Math.log(25) + 0.5 * Math.log(75 / 99)),
      },
      { options: {}, charge: 0 },
      {
        options: { payouts: [WAD, 0n, 0n], originalityPayout: WAD },
        charge: children * Math.log(6) + originality * Math.log(25),
      },
    ];
    const snapshot = await networkHelpers.takeSnapshot();
    for (const { options, charge } of cases) {
      const compensation = await rounds.settle.staticCall(1n, A, outcome(payouts, options));
      await rounds.settle(1n, A, outcome(payouts, options));
      await rounds.collectCompensation(1n);
      const paid = await money.balanceOf(rounds);
      expect(paid).to.equal(compensation);
      expect(Math.abs(toNumber(paid) - charge)).to.be.below(1e-9);
      expect(await registry.credits(alice)).to.equal(bond - paid);
      await snapshot.restore();
    }
  });

  it("ER-24 if nobody was asked, what was declared dies with the round, without candidates, and its bond comes back", async function () {
    const { registry, rounds, alice, bob, money } = await loadFixture(maintainedFixture);
    const weights = [WAD / 10n, (8n * WAD) / 10n, WAD / 10n];
    const bond = await registry.connect(alice).declare.staticCall(A, weights, NO_LIMIT, NO_LIMIT);
    expect(bond).to.be.greaterThan(0n);
    await registry.connect(alice).declare(A, weights, NO_LIMIT, NO_LIMIT);
    await registry.connect(bob).proposeEdge(A, "d", RATE, NO_LIMIT);
    const held = await money.balanceOf(registry);
    await rounds.settle(1n, A, outcome([], { originality: WAD / 4n }));
    await rounds.set(1n, Phase.Settled);
    expect(await registry.childrenAt(1, A)).to.deep.equal([[X, Y, C], WEIGHTS]);
    expect(await registry.credits(alice)).to.equal(bond);
    expect(await registry.credits(bob)).to.equal(held - bond);
  });

  it("ER-30 only one of both may be declared, and the other stays", async function () {
    const { registry, rounds, alice } = await loadFixture(maintainedFixture);
    await registry.connect(alice).declare(A, [], (3n * WAD) / 10n, 0n);
    expect((await registry.roster(1, A))[1]).to.deep.equal(WEIGHTS);
    expect(await registry.originalityRate(1, A)).to.equal((3n * WAD) / 10n);
    await rounds.settle(1n, A, outcome(WEIGHTS, { originality: WAD / 4n }));
    await rounds.set(2n, Phase.Registration);
    const weights = [WAD / 2n, WAD / 4n, WAD / 4n];
    await registry.connect(alice).declare(A, weights, NO_LIMIT, 0n);
    expect((await registry.roster(2, A))[1]).to.deep.equal(weights);
    expect(await registry.originalityRate(2, A)).to.equal(WAD / 4n);
  });

  it("ER-30 strangers, other nodes, other phases, twice, and bad weights should revert", async function () {
    const deployment = await loadFixture(maintainedFixture);
    const { registry, rounds, alice, bob } = deployment;
    const maintainer = registry.connect(alice);
    await expect(registry.connect(bob).declare(A, [], NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotMaintainer")
      .withArgs(A, bob.address, alice.address);
    await expect(registry.connect(bob).declare(X, [], NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotSeed")
      .withArgs(X);
    await appoint(connection, deployment, C, alice);
    await expect(maintainer.declare(C, [], NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_NoChildren")
      .withArgs(C);
    await expect(maintainer.declare(A, [WAD / 2n, WAD / 2n], NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongLength")
      .withArgs(3, 2);
    await expect(maintainer.declare(A, [WAD / 2n, WAD / 2n, 0n], NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_ZeroWeight")
      .withArgs(2);
    await expect(maintainer.declare(A, [WAD / 2n, WAD / 2n, 1n], NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidSum")
      .withArgs(WAD + 1n);
    await expect(maintainer.declare(A, [], WAD + 1n, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidOriginality")
      .withArgs(WAD + 1n);
    await maintainer.declare(A, WEIGHTS, NO_LIMIT, 0n);
    await expect(maintainer.declare(A, WEIGHTS, NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_AlreadyDeclared")
      .withArgs(A, 1);
    await rounds.set(1n, Phase.Opening);
    await expect(maintainer.declare(A, WEIGHTS, NO_LIMIT, 0n)).to.be.revertedWithCustomError(
      registry,
      "EdgeRegistry_WrongPhase",
    );
  });

  it("ER-30 opt-outs that have begun come first, so that weights stay in line with the roster", async function () {
    const deployment = await loadFixture(maintainedFixture);
    const { registry, rounds, alice, bob } = deployment;
    await registry.connect(bob).optOut(X);
    await rounds.set(2n, Phase.Registration);
    await expect(registry.connect(alice).declare(A, WEIGHTS, NO_LIMIT, 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_OptedOut")
      .withArgs(X);
    await registry.applyOptOut(A, X);
    const weights = [(4n * WAD) / 10n, (6n * WAD) / 10n];
    await registry.connect(alice).declare(A, weights, NO_LIMIT, 0n);
    expect(await registry.roster(2, A)).to.deep.equal([[Y, C], weights]);
  });
});

describe("EdgeRegistry.declareChildren", function () {
  it("ER-32 the list of a node without market holds from this round", async function () {
    const { registry, rounds, bob } = await loadFixture(maintainedFixture);
    const declared = registry.connect(bob).declareChildren(X, [D, UNKNOWN], [WAD / 4n, (3n * WAD) / 4n], WAD / 10n);
    await expect(declared)
      .to.emit(registry, "ListWritten")
      .withArgs(1, X, WAD / 10n, [D, UNKNOWN], [WAD / 4n, (3n * WAD) / 4n]);
    await rounds.set(1n, Phase.Settled);
    expect(await registry.childrenAt(1, X)).to.deep.equal([
      [D, UNKNOWN],
      [WAD / 4n, (3n * WAD) / 4n],
    ]);
    expect(await registry.originalityAt(1, X)).to.equal(WAD / 10n);
    expect(await registry.childCountAt(0, X)).to.equal(0);
    await rounds.set(2n, Phase.Registration);
    await registry.connect(bob).declareChildren(X, [], [], 0n);
    await rounds.set(2n, Phase.Settled);
    expect(await registry.originalityAt(2, X)).to.equal(WAD);
  });

  it("ER-32 such a node cannot become a seed in the same round; in the next its list is its roster", async function () {
    const { registry, rounds, alice, bob } = await loadFixture(maintainedFixture);
    await registry.connect(bob).declareChildren(X, [D], [WAD], WAD / 10n);
    await expect(registry.connect(alice).proposeEdge(TARGET, "x", RATE, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_AlreadyDeclared")
      .withArgs(X, 1);
    await rounds.set(2n, Phase.Registration);
    await registry.connect(alice).proposeEdge(TARGET, "x", RATE, NO_LIMIT);
    expect(await registry.roster(2, X)).to.deep.equal([[D], [WAD]]);
    await expect(registry.connect(bob).declareChildren(X, [Y], [WAD], 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_HasMarket")
      .withArgs(X);
  });

  it("ER-32 seeds, strangers, unknown nodes, twice, opted-out and duplicate children should revert", async function () {
    const deployment = await loadFixture(maintainedFixture);
    const { registry, alice, bob, carol } = deployment;
    await expect(registry.connect(alice).declareChildren(A, [X], [WAD], 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_HasMarket")
      .withArgs(A);
    await expect(registry.connect(alice).declareChildren(X, [D], [WAD], 0n)).to.be.revertedWithCustomError(
      registry,
      "EdgeRegistry_NotMaintainer",
    );
    await appoint(connection, deployment, id("new"), carol);
    await expect(registry.connect(carol).declareChildren(id("new"), [D], [WAD], 0n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_UnknownNode")
      .withArgs(id("new"));
    const declare = (children: string[], weights: bigint[], originality = 0n) =>
      expect(registry.connect(bob).declareChildren(X, children, weights, originality)).to.be;
    await declare([D, D], [WAD / 2n, WAD / 2n]).revertedWithCustomError(registry, "EdgeRegistry_DuplicateChild");
    await declare([X], [WAD]).revertedWithCustomError(registry, "EdgeRegistry_InvalidChild");
    await declare([TARGET], [WAD]).revertedWithCustomError(registry, "EdgeRegistry_InvalidChild");
    await declare([D], [WAD], WAD + 1n).revertedWithCustomError(registry, "EdgeRegistry_InvalidOriginality");
    await declare([], [WAD]).revertedWithCustomError(registry, "EdgeRegistry_WrongLength").withArgs(0, 1);
    await registry.connect(carol).optOut(id("new"));
    await declare([id("new")], [WAD])
      .revertedWithCustomError(registry, "EdgeRegistry_OptedOut")
      .withArgs(id("new"));
    await registry.connect(bob).declareChildren(X, [D], [WAD], 0n);
    await declare([D], [WAD]).revertedWithCustomError(registry, "EdgeRegistry_AlreadyDeclared").withArgs(X, 1);
  });

  it("ER-6 a declared weight below the floor is raised to it", async function () {
    const { registry, rounds, alice } = await loadFixture(maintainedFixture);
    await registry.connect(alice).declare(A, [1n, WAD / 2n, WAD / 2n - 1n], NO_LIMIT, NO_LIMIT);
    expect((await registry.roster(1, A))[1]).to.deep.equal(floored([1n, WAD / 2n, WAD / 2n - 1n]));
    await rounds.settle(1n, A, outcome(normalised([0n, 1n, 1n])));
    await rounds.set(2n, Phase.Registration);
    expect((await registry.roster(2, A))[1][0]).to.be.at.least((99n * WAD) / 10_000_000n);
  });
});
