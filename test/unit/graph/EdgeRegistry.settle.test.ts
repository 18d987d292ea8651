import { expect } from "chai";
import { network } from "hardhat";

import { moveReference } from "../../../sdk/src/math/index.ts";
import { generator } from "../../utils/random.ts";
import {
  A,
  appoint,
  B,
  baseRates,
  C,
  D,
  deploySealed,
  falling,
  id,
  Kind,
  LIQUIDITY,
  NO_LIMIT,
  normalised,
  outcome,
  Phase,
  TARGET,
  toImport,
  UNKNOWN,
  WAD,
  X,
  Y,
  type OutcomeOptions,
  type RegistryDeployment,
} from "../../utils/registry.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture } = networkHelpers;
const RATE = WAD / 100n;
const LEAST = WAD / 12_800n;

const toNumber = (amount: bigint) => Number(amount) / 1e18;
/** The divergence of w from p, in nats. */
const divergence = (w: readonly bigint[], p: readonly number[]) =>
  w.map(toNumber).reduce((sum, wj, j) => (wj === 0 ? sum : sum + wj * Math.log(wj / (p[j] ?? 0))), 0);

/** a with the candidate d of alice, which carol has challenged. */
async function challengedFixture() {
  const deployment = await deploySealed(connection);
  const { registry, alice, carol } = deployment;
  await registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT);
  const [[, , , slotBond, rateBond]] = (await registry.getCandidates(1, A)) as unknown as [
    [string, string, bigint, bigint, bigint],
  ];
  const stake = (slotBond + rateBond + 1n) / 2n;
  await registry.connect(carol).challengeEdge(A, D, stake);
  return { ...deployment, slotBond, rateBond, stake };
}

/** a with the candidates d, e and f of alice, at 1/100, 1/64 and 1/1000. */
async function candidatesFixture() {
  const deployment = await deploySealed(connection);
  const rates = [RATE, WAD / 64n, WAD / 1000n];
  for (const [i, rate] of rates.entries()) {
    await deployment.registry.connect(deployment.alice).proposeEdge(A, "def"[i] ?? "", rate, NO_LIMIT);
  }
  return { ...deployment, rates };
}

async function fullFixture() {
  const weights = falling(128);
  const edges = weights.map((weight, i) => [id(`seed ${i}`), weight] as const);
  const deployment = await deploySealed(connection, { genesis: [toImport(TARGET, 0n, edges)] });
  for (let i = 0; i < 127; ++i) {
    const account = new ethers.Wallet(ethers.id(`${i}`), ethers.provider);
    for (const [name, max] of [["proposer", NO_LIMIT]] as const) {
      await deployment.money.mint(account.address, 10n ** 24n);
      await networkHelpers.setBalance(account.address, 10n ** 20n);
      await deployment.money.connect(account).approve(deployment.registry, ethers.MaxUint256);
      // The least of 128 weights may be proposed, in ever more expensive slots.
      await deployment.registry.connect(account).proposeEdge(TARGET, `${name} ${i}`, WAD / 8_200n, max);
    }
  }
  for (let i = 0; i < 127; ++i) {
    const account = new ethers.Wallet(ethers.id(`challenger ${i}`), ethers.provider);
    await deployment.money.mint(account.address, 10n ** 24n);
    await networkHelpers.setBalance(account.address, 10n ** 20n);
    await deployment.money.connect(account).approve(deployment.registry, ethers.MaxUint256);
    await deployment.registry.connect(account).challengeEdge(TARGET, id(`proposer ${i}`), NO_LIMIT);
  }
  return deployment;
}

const settle = ({ rounds }: RegistryDeployment, weights: readonly bigint[], options?: OutcomeOptions) =>
  rounds.settle(1n, A, outcome(weights, options));

describe("EdgeRegistry.challengeEdge", function () {
  it("ER-13 should take half of the bond, once", async function () {
    const { registry, alice, bob, carol, money } = await loadFixture(challengedFixture);
    await registry.connect(alice).proposeEdge(A, "e", RATE, NO_LIMIT);
    const candidate = (await registry.getCandidates(1, A))[1];
    const stake = ((candidate?.slotBond ?? 0n) + (candidate?.rateBond ?? 0n) + 1n) / 2n;
    await expect(registry.connect(bob).challengeEdge(A, id("e"), stake - 1n))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_AboveMaximum")
      .withArgs(stake, stake - 1n);
    const challenge = registry.connect(bob).challengeEdge(A, id("e"), stake);
    await expect(challenge).to.emit(registry, "EdgeChallenged").withArgs(1, A, id("e"), bob.address, stake);
    await expect(challenge).to.changeTokenBalance(ethers, money, registry, stake);
    await expect(registry.connect(bob).challengeEdge(A, D, NO_LIMIT))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_AlreadyChallenged")
      .withArgs(A, D, carol.address);
  });

  it("ER-13 what is no candidate of the round should revert", async function () {
    const { registry, bob } = await loadFixture(challengedFixture);
    for (const child of [X, id("nobody")]) {
      await expect(registry.connect(bob).challengeEdge(A, child, NO_LIMIT))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotCandidate")
        .withArgs(1, A, child);
    }
  });

  it("ER-13 in Opening it is taken, from Trading on it is not", async function () {
    const { registry, rounds, alice, bob } = await loadFixture(challengedFixture);
    await registry.connect(alice).proposeEdge(A, "e", RATE, NO_LIMIT);
    for (const phase of [Phase.Trading, Phase.Evaluation, Phase.Challenge, Phase.Settled]) {
      await rounds.set(1n, phase);
      await expect(registry.connect(bob).challengeEdge(A, id("e"), NO_LIMIT))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongPhase")
        .withArgs(1, phase);
    }
    await rounds.set(1n, Phase.Opening);
    await expect(registry.connect(bob).challengeEdge(A, id("e"), NO_LIMIT)).to.emit(registry, "EdgeChallenged");
  });
});

describe("EdgeRegistry.settle", function () {
  it("ER-22 an edge that leaves: a quarter of (a) to its challenger, the rest to the jury, (b) back", async function () {
    const deployment = await loadFixture(challengedFixture);
    const { registry, jury, alice, carol, slotBond, rateBond, stake, rounds, money } = deployment;
    const settlement = settle(deployment, [WAD / 2n, WAD / 4n, WAD / 4n - LEAST + 1n, LEAST - 1n]);
    await expect(settlement)
      .to.emit(registry, "EdgeSettled")
      .withArgs(1, A, D, false, 0, slotBond - slotBond / 4n);
    await expect(settlement).to.changeTokenBalances(ethers, money, [registry, jury, rounds], [0n, 0n, 0n]);
    const slashed = slotBond - slotBond / 4n;
    expect(await registry.slashed()).to.equal(slashed);
    const collected = registry.collectSlashed();
    await expect(collected).to.emit(registry, "SlashedCollected").withArgs(slashed);
    await expect(collected).to.changeTokenBalances(ethers, money, [registry, jury, rounds], [-slashed, slashed, 0n]);
    expect(await jury.rewardPot()).to.equal(slashed);
    expect(await registry.collectSlashed.staticCall()).to.equal(0);
    await expect(registry.collectSlashed(), "done is done").not.to.emit(registry, "SlashedCollected");
    expect(await registry.credits(alice)).to.equal(rateBond);
    expect(await registry.credits(carol)).to.equal(stake + slotBond / 4n);
    await rounds.set(1n, Phase.Settled);
    expect((await registry.childrenAt(1, A))[0]).to.deep.equal([X, Y, C]);
  });

  it("ER-22 an edge that stays: bond back, half of the stake to the proposer, half to the jury", async function () {
    const deployment = await loadFixture(challengedFixture);
    const { registry, jury, alice, carol, slotBond, rateBond, stake, rounds } = deployment;
    const weights = [WAD / 2n, WAD / 4n, WAD / 4n - LEAST, LEAST];
    await settle(deployment, weights);
    expect(await registry.credits(alice)).to.equal(slotBond + rateBond + stake / 2n);
    expect(await registry.credits(carol)).to.equal(0);
    await registry.collectSlashed();
    expect(await jury.rewardPot()).to.equal(stake - stake / 2n);
    await rounds.set(1n, Phase.Settled);
    expect(await registry.childrenAt(1, A)).to.deep.equal([[X, Y, C, D], weights]);
    expect(await registry.childAt(1, A, 3)).to.deep.equal([D, weights[3]]);
    expect((await registry.childAt(0, A, 0))[1], "the round before keeps its weights").to.not.equal(weights[0]);
    expect(await registry.originalityAt(1, A)).to.equal(WAD / 2n);
    expect(await registry.childrenAt(0, A)).to.deep.equal([
      [X, Y, C],
      [(6n * WAD) / 10n, WAD / 5n, WAD / 5n],
    ]);
  });

  for (const leaves of [false, true]) {
    it(`ER-22 challenging oneself never pays (${leaves ? "leaves" : "stays"})`, async function () {
      const deployment = await deploySealed(connection);
      const { registry, money, alice } = deployment;
      const before = await money.balanceOf(alice);
      await registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT);
      await registry.connect(alice).challengeEdge(A, D, NO_LIMIT);
      await settle(deployment, leaves ? [WAD / 2n, WAD / 4n, WAD / 4n, 0n] : [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n]);
      await registry.withdrawFor(alice);
      expect(await money.balanceOf(alice)).to.be.below(before);
    });
  }

  it("ER-20 a worthless edge costs the whole of (b), which goes to the rounds", async function () {
    const deployment = await loadFixture(challengedFixture);
    const { registry, alice, rateBond, rounds, money } = deployment;
    const weights = [WAD / 2n, WAD / 4n, WAD / 4n, 0n];
    const settlement = settle(deployment, weights, { payouts: weights });
    await expect(settlement).to.changeTokenBalance(ethers, money, rounds, 0n);
    expect(await registry.credits(alice)).to.equal(0);
    expect(await registry.compensationOf(1)).to.equal(rateBond);
    await expect(registry.connect(alice).collectCompensation(1n))
      .to.be.revertedWithCustomError(registry, "Connected_NotRounds")
      .withArgs(alice.address, await rounds.getAddress());
    await expect(rounds.collectCompensation(2n)).to.changeTokenBalance(ethers, money, rounds, 0n);
    const collected = rounds.collectCompensation(1n);
    await expect(collected).to.emit(registry, "CompensationCollected").withArgs(1, rateBond);
    await expect(collected).to.changeTokenBalance(ethers, money, rounds, rateBond);
    await expect(rounds.collectCompensation(1n), "once").to.changeTokenBalance(ethers, money, rounds, 0n);
  });

  it("ER-22 the rest of (b) comes back down to a single unit", async function () {
    const { registry, rounds, money, alice } = await deploySealed(connection);
    // Of b = 150 units a rate of 1/100 costs 1.5, rounded up to a bond of 2; a worthless edge pays the half of it.
    await rounds.setLiquidity(Kind.Children, 150n);
    await registry.connect(alice).proposeEdge(A, "d", RATE, NO_LIMIT);
    const [candidate] = await registry.getCandidates(1, A);
    expect(candidate?.rateBond).to.equal(2n);
    const weights = [WAD / 2n, WAD / 4n, WAD / 4n, 0n];
    await expect(rounds.settle(1n, A, outcome(weights, { payouts: weights, share: WAD / 2n })))
      .to.emit(registry, "EdgeSettled")
      .withArgs(1, A, D, false, 1n, candidate?.slotBond);
    expect(await registry.credits(alice)).to.equal(1n);
    await registry.collectSlashed();
    await rounds.collectCompensation(1n);
    expect(await money.balanceOf(registry)).to.equal(1n);
  });

  it("ER-20 the charge is b m times the divergence, times the share, of the pool's b if less was opened", async function () {
    const deployment = await loadFixture(candidatesFixture);
    const { rates, rounds } = deployment;
    // d is overrated, e worthless, f underrated.
    const weights = [WAD / 2n, WAD / 4n, WAD / 4n - (6n * WAD) / 1000n, WAD / 1000n, 0n, (5n * WAD) / 1000n];
    const snapshot = await networkHelpers.takeSnapshot();
    for (const { liquidity = 2n ** 100n, share = WAD } of [
      {},
      { share: WAD / 3n },
      { liquidity: LIQUIDITY.children / 2n },
    ]) {
      const b = toNumber(liquidity < LIQUIDITY.children ? liquidity : LIQUIDITY.children) * toNumber(share);
      const edge = (i: number) => {
        const m = weights.slice(0, 4 + i).reduce((x, y) => x + y);
        const [v, r] = [Number(weights[3 + i]) / Number(m), toNumber(rates[i] ?? 0n)];
        return b * toNumber(m) * ((v === 0 ? 0 : v * Math.log(v / r)) + (1 - v) * Math.log((1 - v) / (1 - r)));
      };
      const options = { payouts: weights, liquidity, share };
      const compensation = await rounds.settle.staticCall(1n, A, outcome(weights, options));
      expect(Math.abs(toNumber(compensation) - edge(0) - edge(1))).to.be.below(1e-9);
      await settle(deployment, weights, options);
      await rounds.collectCompensation(1n);
      expect(await deployment.money.balanceOf(rounds), "ER-23").to.equal(compensation);
      await snapshot.restore();
    }
  });

  it("ER-20 nothing is charged without a report, at m = 0, or for rates that were too low", async function () {
    const deployment = await loadFixture(candidatesFixture);
    const worthless = [WAD / 2n, WAD / 4n, WAD / 4n, 0n, 0n, 0n];
    const last = [0n, 0n, 0n, 0n, 0n, WAD];
    const fair = [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 12n, WAD / 12n, WAD / 12n + 1n];
    const exact = fair.with(5, WAD - fair.slice(0, 5).reduce((x, y) => x + y));
    const cases = [outcome(worthless), outcome(last, { payouts: last }), outcome(exact, { payouts: exact })];
    for (const given of cases) expect(await deployment.rounds.settle.staticCall(1n, A, given)).to.equal(0);
  });

  it("ER-20 what the proposers pay covers what their rates cost the pool, whatever it resolves to", async function () {
    const deployment = await loadFixture(candidatesFixture);
    const { rates, registry, rounds } = deployment;
    const prior = baseRates([(6n * WAD) / 10n, WAD / 5n, WAD / 5n]).map(toNumber);
    const [, opening] = await registry.roster(1, A);
    const random = generator(7);
    const next = () => random(1_000_000) / 1e6;
    for (let run = 0; run < 40; ++run) {
      // The candidates get less and less, and some nothing.
      const parts = Array.from({ length: 6 }, (_, i) => (next() < 0.3 ? 0 : next() ** (i > 2 ? 1 + (run % 8) : 1)));
      const weights = normalised(parts.map((part) => BigInt(Math.floor(part * 1e15))).with(0, 10n ** 14n));
      // Had each overrated candidate entered at what it turned out to be worth, this is where the pool had opened.
      let left = 1;
      const fair = new Array<number>(6).fill(0);
      for (let i = 5; i > 2; --i) {
        const m = weights.slice(0, i + 1).reduce((x, y) => x + y);
        const rate = Math.min(Number(weights[i]) / Number(m), toNumber(rates[i - 3] ?? 0n));
        fair[i] = rate * left;
        left *= 1 - rate;
      }
      prior.forEach((rate, i) => (fair[i] = rate * left));
      const cost = divergence(weights, opening.map(toNumber)) - divergence(weights, fair);
      const compensation = await rounds.settle.staticCall(1n, A, outcome(weights, { payouts: weights }));
      expect(Math.abs(toNumber(compensation) - toNumber(LIQUIDITY.children) * cost)).to.be.below(1e-9);
    }
  });

  it("ER-21 a list keeps 128: the heaviest, the lower index on ties; the rest is spread in proportion", async function () {
    const equal = Array.from({ length: 128 }, () => WAD / 128n);
    const genesis = [
      toImport(
        TARGET,
        0n,
        equal.map((weight, i) => [id(`seed ${i}`), weight] as const),
      ),
    ];
    const { registry, rounds, alice } = await deploySealed(connection, { genesis });
    for (const name of ["heavy", "tied", "light"]) {
      await registry.connect(alice).proposeEdge(TARGET, name, WAD / 128n, NO_LIMIT);
    }
    const given = [...equal.with(5, WAD / 300n).with(6, WAD / 400n), WAD / 64n, WAD / 300n, WAD / 20_000n];
    const weights = normalised(given);
    await rounds.settle(1n, TARGET, outcome(weights));
    await rounds.set(1n, Phase.Settled);
    const [children, kept] = await registry.childrenAt(1, TARGET);
    // Seed 6 is the lightest; seed 5 is as light as "tied", and older.
    const staying = weights.map((_, i) => i).filter((i) => i !== 6 && i < 129);
    expect(children).to.deep.equal(staying.map((i) => (i < 128 ? id(`seed ${i}`) : id("heavy"))));
    expect(kept).to.deep.equal(normalised(staying.map((i) => weights[i] ?? 0n)));
    expect(await registry.originalityAt(1, TARGET)).to.equal(0);
  });

  it("ER-21 a candidate below 1/12,800 leaves even a short list, one at it stays", async function () {
    const deployment = await loadFixture(candidatesFixture);
    const weights = [WAD, 0n, 0n, LEAST, LEAST - 1n, 0n];
    weights[0] = WAD - LEAST - (LEAST - 1n);
    await settle(deployment, weights);
    await deployment.rounds.set(2n, Phase.Registration);
    const [children, kept] = await deployment.registry.childrenAt(1, A);
    expect(children).to.deep.equal([X, Y, C, D]);
    expect(kept).to.deep.equal(normalised(weights.slice(0, 4)));
    // Base rates come from the reference, which no jury has moved.
    const references = [...(await deployment.registry.references(1, A))];
    expect((await deployment.registry.roster(2, A))[1]).to.deep.equal(baseRates(references.slice(0, 4)));
  });

  it("ER-60 the reference should be the import, with candidates at their rates and without declarations", async function () {
    const { registry, rates } = await loadFixture(candidatesFixture);
    const [, imported] = await registry.childrenAt(0, A);
    expect(await registry.references(1, A)).to.deep.equal(baseRates(imported, rates));
    expect(await registry.originalityReference(1, A)).to.equal(await registry.originalityRate(1, A));
  });

  it("ER-61 only what the jury has compared should move, to the root of reference and word", async function () {
    for (const compared of [0n, 0b111111n, 0b000101n, 0b001000n]) {
      const deployment = await loadFixture(candidatesFixture);
      const { registry, rounds } = deployment;
      const before = [...(await registry.references(1, A))];
      const verdict = normalised([1n, 2n, 3n, 4n, 5n, 0n]);
      // Prices and payouts say something else: nothing of it is to be seen.
      const weights = normalised([9n, 1n, 1n, 9n, 1n, 9n]);
      await settle(deployment, weights, { payouts: weights, verdict, compared });
      await rounds.set(2n, Phase.Registration);
      const flags = before.map((_, j) => (compared >> BigInt(j)) % 2n === 1n);
      const expected = moveReference(before, { weights: verdict, compared: flags });
      expect(await registry.references(2, A)).to.deep.equal(expected);
      expect((await registry.roster(2, A))[1]).to.deep.equal(expected);
      expect(await registry.originalityReference(2, A)).to.equal(await registry.originalityReference(1, A));
    }
  });

  it("ER-61 what leaves the list should leave the reference", async function () {
    const deployment = await loadFixture(candidatesFixture);
    const { registry, rounds } = deployment;
    const before = [...(await registry.references(1, A))];
    const weights = [WAD - LEAST, 0n, 0n, LEAST, 0n, 0n];
    await settle(deployment, weights, { verdict: weights, compared: 0b1001n });
    await rounds.set(2n, Phase.Registration);
    const flags = before.map((_, j) => j === 0 || j === 3);
    const kept = before.map((_, j) => j < 4);
    const expected = moveReference(before, { weights, compared: flags }, kept);
    expect(await registry.references(2, A)).to.deep.equal(expected);
    expect(expected.reduce((sum, weight) => sum + weight)).to.equal(WAD);
  });

  it("ER-61 the originality's should move by the jury alone, within its bounds", async function () {
    for (const [verdict, expected] of [
      [NO_LIMIT, undefined],
      [WAD / 10n, undefined],
      [0n, WAD / 100n],
      [WAD, WAD - WAD / 100n],
    ] as const) {
      const deployment = await loadFixture(candidatesFixture);
      const { registry, rounds } = deployment;
      const before = await registry.originalityReference(1, A);
      const weights = normalised([1n, 1n, 1n, 1n, 1n, 1n]);
      await settle(deployment, weights, { originality: WAD / 3n, originalityVerdict: verdict });
      await rounds.set(2n, Phase.Registration);
      const pair = (x: bigint) => [x, WAD - x];
      const word = verdict === NO_LIMIT ? undefined : { weights: pair(verdict), compared: [true, true] };
      const after = await registry.originalityReference(2, A);
      expect(after).to.equal(expected ?? moveReference(pair(before), word)[0]);
      expect(await registry.originalityRate(2, A)).to.equal(after);
      // The final one is what the round came to.
      expect(await registry.originalityAt(1, A)).to.equal(WAD / 3n);
    }
  });

  it("ER-21 127 challenged candidates of 127 proposers settle within 16,777,216 gas", async function () {
    this.timeout(240_000);
    const { registry, rounds } = await fullFixture();
    expect(await registry.rosterSize(1, TARGET)).to.equal(255);
    for (const payouts of [
      Array.from({ length: 255 }, (_, i) => (i < 128 ? 0n : 1n)), // all seeds leave but one
      Array.from({ length: 255 }, (_, i) => (i < 128 ? 1_000_000n : 1n)), // all candidates leave
    ]) {
      const weights = normalised(payouts);
      const gas = await rounds.settle.estimateGas(1n, TARGET, outcome(weights, { payouts: weights }));
      expect(gas).to.be.below(16_777_216n);
      if (process.env["SHOW_GAS"]) console.log(gas, await registry.roster.estimateGas(1, TARGET));
    }
  });

  it("ER-8 only the rounds settle, only what took part, and once", async function () {
    const deployment = await loadFixture(challengedFixture);
    const { registry, rounds, alice } = deployment;
    const weights = [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n];
    await expect(registry.connect(alice).settle(1n, A, outcome(weights)))
      .to.be.revertedWithCustomError(registry, "Connected_NotRounds")
      .withArgs(alice.address, await rounds.getAddress());
    await expect(registry.connect(alice).touch(B)).to.be.revertedWithCustomError(registry, "Connected_NotRounds");
    const pending = (round: bigint, node: string) =>
      expect(rounds.settle(round, node, outcome(weights)))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_NotPending")
        .withArgs(node, round);
    await pending(1n, B);
    await pending(2n, A);
    await settle(deployment, weights);
    await pending(1n, A);
    await rounds.touch(A); // settled in this round: it does not take part again
    await pending(1n, A);
  });

  it("ER-21 outcomes that do not fit the roster should revert", async function () {
    const deployment = await loadFixture(challengedFixture);
    const { registry } = deployment;
    const weights = [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n];
    for (const [given, options] of [
      [[WAD / 2n, WAD / 4n, WAD / 4n], {}],
      [weights, { payouts: [WAD / 2n, WAD / 4n, WAD / 4n] }],
    ] as const) {
      await expect(settle(deployment, given, options))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongLength")
        .withArgs(4, 3);
    }
    await expect(settle(deployment, weights.with(0, 0n)))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidSum")
      .withArgs((3n * WAD) / 4n);
    await expect(settle(deployment, weights, { originality: WAD + 1n }))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidOriginality")
      .withArgs(WAD + 1n);
  });

  it("ER-8 a childless node that was touched for nothing stays childless", async function () {
    const { registry, rounds } = await deploySealed(connection);
    await rounds.touch(C);
    await rounds.settle(1n, C, outcome([]));
    await rounds.set(1n, Phase.Settled);
    expect(await registry.originalityAt(1, C)).to.equal(WAD);
    expect(await registry.childrenAt(1, C)).to.deep.equal([[], []]);
    expect(await registry.isSettled(1, C)).to.equal(true);
  });

  it("ER-5 past rosters and lists stay what they were", async function () {
    const deployment = await loadFixture(challengedFixture);
    const { registry, rounds, alice } = deployment;
    const first = await registry.roster(1, A);
    const lists = [];
    await settle(deployment, [WAD / 4n, WAD / 4n, WAD / 4n, WAD / 4n]);
    for (let round = 2n; round < 7n; ++round) {
      await rounds.set(round, Phase.Registration);
      lists.push(await registry.childrenAt(round - 1n, A));
      await registry.connect(alice).proposeEdge(A, `new ${round}`, RATE, NO_LIMIT);
      await rounds.settle(round, A, outcome(falling(Number(round) + 3)));
    }
    await rounds.set(7n, Phase.Registration);
    expect(await registry.roster(1, A)).to.deep.equal(first);
    for (const [i, list] of lists.entries()) expect(await registry.childrenAt(i + 1, A)).to.deep.equal(list);
    expect(await registry.childrenAt(0, A)).to.deep.equal([
      [X, Y, C],
      [(6n * WAD) / 10n, WAD / 5n, WAD / 5n],
    ]);
    expect((await registry.roster(7, A))[0]).to.have.length(9);
  });

  it("ER-5 a seed whose children have all opted out is left with UNKNOWN", async function () {
    const deployment = await deploySealed(connection);
    const { registry, rounds, alice } = deployment;
    await rounds.set(1n, Phase.Challenge);
    await appoint(connection, deployment, Y, alice);
    await registry.connect(alice).optOut(Y);
    for (const node of [X, C]) {
      await appoint(connection, deployment, node, alice);
      await registry.connect(alice).optOut(node);
    }
    await rounds.set(2n, Phase.Registration);
    await registry.applyOptOut(A, Y);
    expect(await registry.rosterAt(2, A, 1)).to.equal(C);
    await registry.applyOptOut(A, X);
    await registry.applyOptOut(A, C);
    expect(await registry.roster(2, A)).to.deep.equal([[UNKNOWN], [WAD]]);
    expect(await registry.rosterAt(2, A, 0)).to.equal(UNKNOWN);
    await rounds.settle(2n, A, outcome([WAD]));
    await rounds.set(3n, Phase.Registration);
    expect(await registry.childrenAt(2, A)).to.deep.equal([[UNKNOWN], [WAD]]);
    expect(await registry.childrenAt(1, A)).to.deep.equal(await registry.childrenAt(0, A));
  });
});

describe("EdgeRegistry money", function () {
  it("ER-52 credits leave to their account, or where it says, and only once", async function () {
    const deployment = await loadFixture(challengedFixture);
    const { registry, alice, bob, carol, slotBond, rateBond, stake, money } = deployment;
    await settle(deployment, [WAD / 2n, WAD / 4n, WAD / 4n, 0n]);
    await expect(registry.connect(alice).withdraw(bob)).to.changeTokenBalances(
      ethers,
      money,
      [registry, alice, bob],
      [-rateBond, 0n, rateBond],
    );
    await expect(registry.connect(bob).withdrawFor(carol))
      .to.emit(registry, "Withdrawn")
      .withArgs(carol.address, carol.address, stake + slotBond / 4n);
    for (const account of [alice, carol]) {
      await expect(registry.connect(account).withdraw(account))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_NothingToWithdraw")
        .withArgs(account.address);
    }
    await registry.collectSlashed();
    expect(await money.balanceOf(registry)).to.equal(0);
  });
});
