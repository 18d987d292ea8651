import { expect } from "chai";
import { network } from "hardhat";

import {
  deployFunding,
  edgesOf,
  ETH,
  milli,
  node,
  setGraph,
  TARGET,
  TWO_PARENTS,
  UNKNOWN,
  WAD,
} from "../../utils/funding.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

/** What the two paths of {@link TWO_PARENTS} bring `shared`, in millionths of millionths and in WAD. */
const SHARED = 10n ** 9n * (205n * 600n * 50n + 127n * 624n * 108n);
const EDGES = edgesOf(TWO_PARENTS);

async function fundingFixture() {
  return deployFunding(connection);
}

/** Round 1 has settled with 1e18 units of each asset. */
async function settledFixture() {
  const deployment = await deployFunding(connection);
  const { funder, mock, pool, token } = deployment;
  await pool.connect(funder).fund(token, WAD);
  await pool.connect(funder).fundETH({ value: WAD });
  await mock.setUnsettled(2n);
  return deployment;
}

/** Round 1 has settled and everything was pulled. */
async function pulledFixture() {
  const deployment = await settledFixture();
  for (const asset of [ETH, await deployment.token.getAddress()]) await deployment.pool.pullMany(1n, asset, EDGES);
  return deployment;
}

type Deployment = Awaited<ReturnType<typeof settledFixture>>;

/** FP-6 and FP-14, for all nodes and the given rounds. */
async function expectExact({ pool, token }: Deployment, rounds: readonly bigint[] = [1n, 2n, 3n, 4n]): Promise<void> {
  const names = ["target", "a", "b", "c", "x", "y", "shared", "unknown"];
  for (const asset of [ETH, await token.getAddress()]) {
    let sum = 0n;
    for (const round of rounds) {
      const pot = await pool.potOf(round, asset);
      sum += pot.allotted - pot.claimed - pot.returned - pot.swept;
      for (const name of names) {
        const account = await pool.accountOf(round, asset, node(name));
        const { received, claimed, claimable, pulled, pullable, dust } = account;
        expect(received).to.equal(claimed + claimable + pulled + pullable + dust);
      }
    }
    expect(await pool.held(asset)).to.equal(sum);
    const balance = asset === ETH ? await ethers.provider.getBalance(pool) : await token.balanceOf(pool);
    expect(balance).to.equal(sum + (await pool.unrecorded(asset)));
  }
}

describe("FundingPool.pull", function () {
  it("FP-4 should give a project under two parents the sum of its paths", async function () {
    const { pool } = await networkHelpers.loadFixture(pulledFixture);
    // .205 · .600 · .050 + .127 · .624 · .108
    expect(SHARED).to.equal(14_708_784_000_000_000n);
    expect(await pool.claimable(1n, ETH, node("shared"))).to.equal(SHARED);
    expect(await pool.claimable(1n, ETH, node("a"))).to.equal((205n * 400n * WAD) / 10n ** 6n);
    expect(await pool.claimable(1n, ETH, node("c"))).to.equal(milli(568));
  });

  it("should move what is due, and say so", async function () {
    const { pool } = await networkHelpers.loadFixture(settledFixture);
    expect(await pool.pullable(1n, ETH, TARGET, 0n)).to.equal(milli(205));
    await expect(pool.pull(1n, ETH, TARGET, 0n))
      .to.emit(pool, "Pulled")
      .withArgs(1n, ETH, node("a"), TARGET, 0n, milli(205));
    const { received, claimed, claimable, pulled, pullable, dust } = await pool.accountOf(1n, ETH, node("a"));
    expect([received, claimed, claimable]).to.deep.equal([milli(205), 0n, milli(82)]);
    expect([pulled, pullable, dust]).to.deep.equal([0n, milli(123), 0n]);
    expect(await pool.pulledOf(1n, ETH, TARGET, 2n)).to.deep.equal([milli(205), 0n]);
  });

  it("FP-4 given that nothing is due any more, it should do nothing", async function () {
    const { pool } = await networkHelpers.loadFixture(settledFixture);
    await pool.pull(1n, ETH, TARGET, 0n);
    await expect(pool.pull(1n, ETH, TARGET, 0n)).to.not.emit(pool, "Pulled");
    expect(await pool.pullable(1n, ETH, TARGET, 0n)).to.equal(0n);
    expect((await pool.accountOf(1n, ETH, node("a"))).received).to.equal(milli(205));
  });

  it("FP-4 given children before parents, it should bring all in rounds of pulls", async function () {
    const deployment = await networkHelpers.loadFixture(settledFixture);
    const { pool } = deployment;
    const backwards = EDGES.toReversed();
    for (let pass = 0; pass < 2; ++pass) {
      await pool.pullMany(1n, ETH, backwards);
      await expectExact(deployment);
    }
    expect(await pool.claimable(1n, ETH, node("shared"))).to.equal(SHARED);
  });

  it("FP-4 given that the parent received more after a pull, it should move the rest, rounded once", async function () {
    const { funder, mock, pool } = await networkHelpers.loadFixture(fundingFixture);
    const half = { target: { o: 0, children: { p: 500, q: 500 } }, p: { o: 0, children: { q: 1000 } } };
    await setGraph(mock, 1n, { ...half, q: { o: 0, children: { r: 333, s: 667 } } });
    await pool.connect(funder).fundETH({ value: 10n });
    await mock.setUnsettled(2n);
    await pool.pull(1n, ETH, TARGET, 1n);
    await pool.pull(1n, ETH, node("q"), 0n);
    expect((await pool.accountOf(1n, ETH, node("r"))).received).to.equal(1n); // 5 · .333
    await pool.pull(1n, ETH, TARGET, 0n);
    await pool.pull(1n, ETH, node("p"), 0n);
    await pool.pull(1n, ETH, node("q"), 0n);
    expect((await pool.accountOf(1n, ETH, node("r"))).received).to.equal(3n); // 10 · .333
    expect((await pool.accountOf(1n, ETH, node("q"))).dust).to.equal(1n); // .330 and .670, not 1 each
  });

  it("FP-5 given a round that has not settled, it should revert", async function () {
    const { funder, mock, pool } = await networkHelpers.loadFixture(fundingFixture);
    await pool.connect(funder).fundETH({ value: WAD });
    await expect(pool.pull(1n, ETH, TARGET, 0n))
      .to.be.revertedWithCustomError(pool, "FundingPool_NotSettled")
      .withArgs(1n, TARGET);
    expect(await pool.pullable(1n, ETH, TARGET, 0n)).to.equal(0n);
    expect((await pool.accountOf(1n, ETH, TARGET)).dust).to.equal(WAD);
    await mock.setUnsettled(2n);
    expect(await pool.pullable(1n, ETH, TARGET, 0n)).to.equal(milli(205));
  });

  it("FP-5 given a node whose weights are open, it should revert there and nowhere else", async function () {
    const { mock, pool } = await networkHelpers.loadFixture(settledFixture);
    await mock.setPending(1n, node("a"), true);
    await pool.pull(1n, ETH, TARGET, 0n);
    await expect(pool.pull(1n, ETH, node("a"), 0n))
      .to.be.revertedWithCustomError(pool, "FundingPool_NotSettled")
      .withArgs(1n, node("a"));
    await expect(pool.claimFor(1n, ETH, node("a"))).to.be.revertedWithCustomError(pool, "FundingPool_NotSettled");
    expect(await pool.claimable(1n, ETH, node("a"))).to.equal(0n);
    await mock.setPending(1n, node("a"), false);
    await pool.pull(1n, ETH, node("a"), 0n);
    await pool.claimFor(1n, ETH, node("a"));
  });

  it("given no such child, it should revert", async function () {
    const { mock, pool } = await networkHelpers.loadFixture(settledFixture);
    await expect(pool.pull(1n, ETH, TARGET, 4n)).to.be.revertedWithCustomError(mock, "MockFundingGraph_NoChild");
    await expect(pool.pull(1n, ETH, node("c"), 0n)).to.be.revertedWithCustomError(mock, "MockFundingGraph_NoChild");
  });

  it("FP-7 given a registry that changes final weights, no account should give more than it received", async function () {
    const deployment = await networkHelpers.loadFixture(pulledFixture);
    const { mock, pool } = deployment;
    await setGraph(mock, 1n, {
      target: { o: 0, children: { c: 1000, a: 1000, b: 1000, unknown: 1000 } },
      a: { o: 1000, children: { shared: 1000, x: 1000 } },
    });
    expect(await pool.pullable(1n, ETH, TARGET, 0n)).to.equal(0n); // all is gone
    await pool.claimFor(1n, ETH, node("a"));
    await pool.pullMany(1n, ETH, EDGES);
    await expectExact(deployment);
    expect((await pool.potOf(1n, ETH)).claimed).to.equal(milli(82));
  });

  it("should be exact at the largest amount that fits", async function () {
    const { funder, mock, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    const most = 2n ** 128n - 1n;
    await token.mint(funder, most);
    await pool.connect(funder).fund(token, most);
    await mock.setUnsettled(2n);
    await pool.pullMany(1n, token, EDGES);
    expect((await pool.accountOf(1n, token, node("c"))).claimable).to.equal((most * milli(568)) / WAD);
    await mock.setPayee(node("c"), funder);
    await pool.claimFor(1n, token, node("c"));
  });
});

describe("FundingPool.pull to UNKNOWN", function () {
  it("FP-8 should allot it to the round that settles next", async function () {
    const deployment = await networkHelpers.loadFixture(settledFixture);
    const { mock, pool } = deployment;
    await mock.setUnsettled(3n);
    await expect(pool.pull(1n, ETH, TARGET, 3n))
      .to.emit(pool, "Returned")
      .withArgs(1n, ETH, 3n, milli(100));
    expect((await pool.potOf(1n, ETH)).returned).to.equal(milli(100));
    expect((await pool.potOf(3n, ETH)).allotted).to.equal(milli(100));
    const account = await pool.accountOf(1n, ETH, UNKNOWN);
    expect([account.received, account.claimed, account.claimable]).to.deep.equal([milli(100), milli(100), 0n]);
    await expectExact(deployment);
  });

  it("FP-8 given somebody who is paid for UNKNOWN, it should have nothing to claim", async function () {
    const { bob, mock, pool } = await networkHelpers.loadFixture(pulledFixture);
    await mock.setPayee(UNKNOWN, bob);
    await expect(pool.claimFor(1n, ETH, UNKNOWN)).to.be.revertedWithCustomError(pool, "FundingPool_NothingToClaim");
    await mock.setPayee(TARGET, bob);
    await expect(pool.claimFor(1n, ETH, TARGET)).to.be.revertedWithCustomError(pool, "FundingPool_NothingToClaim");
  });
});

describe("FundingPool.claim", function () {
  it("FP-9 should pay the payee at a receiver of its choice, once", async function () {
    const { alice, carol, pool, token } = await networkHelpers.loadFixture(pulledFixture);
    const call = pool.connect(alice).claim(1n, token, node("a"), carol);
    await expect(call)
      .to.emit(pool, "Claimed")
      .withArgs(1n, await token.getAddress(), node("a"), alice.address, carol.address, milli(82));
    await expect(call).to.changeTokenBalances(ethers, token, [pool, carol], [-milli(82), milli(82)]);
    await expect(pool.connect(alice).claim(1n, token, node("a"), carol))
      .to.be.revertedWithCustomError(pool, "FundingPool_NothingToClaim")
      .withArgs(1n, await token.getAddress(), node("a"));
  });

  it("FP-9 should pay ether", async function () {
    const { alice, carol, pool } = await networkHelpers.loadFixture(pulledFixture);
    await expect(pool.connect(alice).claim(1n, ETH, node("a"), carol)).to.changeEtherBalances(
      ethers,
      [pool, carol],
      [-milli(82), milli(82)],
    );
  });

  it("FP-9 given another caller, it should revert", async function () {
    const { alice, bob, pool } = await networkHelpers.loadFixture(pulledFixture);
    await expect(pool.connect(bob).claim(1n, ETH, node("a"), bob))
      .to.be.revertedWithCustomError(pool, "FundingPool_NotPayee")
      .withArgs(node("a"), bob.address, alice.address);
  });

  it("FP-9 given nobody who is paid, it should revert", async function () {
    const { bob, pool } = await networkHelpers.loadFixture(pulledFixture);
    const calls = [() => pool.connect(bob).claim(1n, ETH, node("c"), bob), () => pool.claimFor(1n, ETH, node("c"))];
    for (const call of calls) {
      await expect(call()).to.be.revertedWithCustomError(pool, "FundingPool_NoPayee").withArgs(node("c"));
    }
  });

  it("given the zero address as receiver, it should revert", async function () {
    const { alice, pool } = await networkHelpers.loadFixture(pulledFixture);
    await expect(pool.connect(alice).claim(1n, ETH, node("a"), ethers.ZeroAddress))
      .to.be.revertedWithCustomError(pool, "FundingPool_InvalidReceiver")
      .withArgs(ethers.ZeroAddress);
  });

  it("FP-4 given that it receives more after a claim, it should pay the rest", async function () {
    const deployment = await networkHelpers.loadFixture(settledFixture);
    const { bob, pool } = deployment;
    const [viaA, viaB] = [milli(205) * 30n, milli(127) * 624n * 108n];
    for (const [parent, index] of [
      [TARGET, 0n],
      [node("a"), 0n],
    ] as const)
      await pool.pull(1n, ETH, parent, index);
    await expect(pool.claimFor(1n, ETH, node("shared"))).to.changeEtherBalance(ethers, bob, viaA / 1000n);
    for (const [parent, index] of [
      [TARGET, 1n],
      [node("b"), 1n],
    ] as const)
      await pool.pull(1n, ETH, parent, index);
    await expect(pool.claimFor(1n, ETH, node("shared"))).to.changeEtherBalance(ethers, bob, viaB / 10n ** 6n);
    await expectExact(deployment);
  });

  it("given the pool itself as receiver, it should be funding again", async function () {
    const deployment = await networkHelpers.loadFixture(pulledFixture);
    const { alice, pool, token } = deployment;
    const before = (await pool.potOf(2n, ETH)).allotted;
    for (const asset of [ETH, await token.getAddress()]) {
      await pool.connect(alice).claim(1n, asset, node("a"), pool, { gasLimit: 1_000_000n });
      expect(await pool.unrecorded(asset)).to.equal(milli(82));
      await pool.record(asset);
      expect((await pool.potOf(2n, asset)).allotted).to.equal(before + milli(82));
    }
    await expectExact(deployment);
  });
});

describe("FundingPool.claimFor", function () {
  it("FP-9 should let anyone pay the payee", async function () {
    const { bob, carol, pool } = await networkHelpers.loadFixture(pulledFixture);
    await expect(pool.connect(carol).claimFor(1n, ETH, node("shared"))).to.changeEtherBalances(
      ethers,
      [pool, bob],
      [-SHARED, SHARED],
    );
  });

  it("FP-10 given a payee that refuses, it should block nobody, and the payee can choose another receiver", async function () {
    const deployment = await networkHelpers.loadFixture(pulledFixture);
    const { bob, carol, hostile, mock, pool } = deployment;
    await mock.setPayee(node("a"), hostile);
    await hostile.setRefusing(true);
    await expect(pool.claimFor(1n, ETH, node("a"))).to.be.revertedWithCustomError(hostile, "HostilePayee_Refused");
    await expect(pool.claimFor(1n, ETH, node("shared"))).to.changeEtherBalance(ethers, bob, SHARED);
    const claim = pool.interface.encodeFunctionData("claim", [1n, ETH, node("a"), carol.address]);
    await expect(hostile.execute(pool, claim)).to.changeEtherBalance(ethers, carol, milli(82));
    await expectExact(deployment);
  });

  it("FP-11 given a payee that calls back, it should pay once", async function () {
    const deployment = await networkHelpers.loadFixture(pulledFixture);
    const { hostile, mock, pool } = deployment;
    await mock.setPayee(node("a"), hostile);
    const calls = [
      pool.interface.encodeFunctionData("claim", [1n, ETH, node("a"), await hostile.getAddress()]),
      pool.interface.encodeFunctionData("record", [ETH]),
      pool.interface.encodeFunctionData("pull", [1n, ETH, TARGET, 0n]),
    ];
    const once = await networkHelpers.takeSnapshot();
    for (const call of calls) {
      await hostile.setHook(pool, call);
      await pool.claimFor(1n, ETH, node("a"));
      expect(await hostile.hookSucceeded()).to.equal(false);
      expect(await hostile.hookResult()).to.equal(ethers.id("ReentrancyGuardReentrantCall()").slice(0, 10));
      expect(await ethers.provider.getBalance(hostile)).to.equal(milli(82));
      await expectExact(deployment);
      await once.restore();
    }
  });

  it("FP-11 given a payee that looks at the books, it should find them right", async function () {
    const { hostile, mock, pool } = await networkHelpers.loadFixture(pulledFixture);
    await mock.setPayee(node("a"), hostile);
    await hostile.setHook(pool, pool.interface.encodeFunctionData("unrecorded", [ETH]));
    await pool.claimFor(1n, ETH, node("a"));
    expect(await hostile.hookResult()).to.equal(ethers.ZeroHash);
    expect(await hostile.hookSucceeded()).to.equal(true);
  });

  it("FP-10 given a token that blocks the payee, it should block nothing else", async function () {
    const { alice, bob, pool, token } = await networkHelpers.loadFixture(pulledFixture);
    await token.setBlocked(alice, true);
    await expect(pool.claimFor(1n, token, node("a"))).to.be.revertedWithCustomError(token, "HostileToken_Blocked");
    await pool.claimFor(1n, token, node("shared"));
    expect(await token.balanceOf(bob)).to.equal(SHARED);
    await expect(pool.claimFor(1n, ETH, node("a"))).to.changeEtherBalance(ethers, alice, milli(82));
  });
});

describe("FundingPool.claimMany", function () {
  it("should pay all, and leave out what has nothing", async function () {
    const deployment = await networkHelpers.loadFixture(pulledFixture);
    const { alice, carol, mock, pool, token } = deployment;
    await mock.setPayee(node("shared"), alice);
    const claims = [
      { round: 1n, token: ETH, node: node("a") },
      { round: 1n, token: await token.getAddress(), node: node("shared") },
      { round: 1n, token: ETH, node: node("a") },
    ];
    const amounts = await pool.connect(alice).claimMany.staticCall(claims, carol);
    expect(amounts).to.deep.equal([milli(82), SHARED, 0n]);
    await expect(pool.connect(alice).claimMany(claims, carol)).to.changeEtherBalance(ethers, carol, milli(82));
    expect(await token.balanceOf(carol)).to.equal(SHARED);
    await expectExact(deployment);
  });

  it("FP-9 given a claim of another's, it should revert", async function () {
    const { alice, pool } = await networkHelpers.loadFixture(pulledFixture);
    const claims = ["a", "shared"].map((name) => ({ round: 1n, token: ETH, node: node(name) }));
    await expect(pool.connect(alice).claimMany(claims, alice)).to.be.revertedWithCustomError(
      pool,
      "FundingPool_NotPayee",
    );
  });
});

describe("FundingPool.multicall", function () {
  it("should pull and claim in one transaction", async function () {
    const { alice, pool } = await networkHelpers.loadFixture(settledFixture);
    const calls = [
      pool.interface.encodeFunctionData("pullMany", [1n, ETH, EDGES]),
      pool.interface.encodeFunctionData("claim", [1n, ETH, node("a"), alice.address]),
      pool.interface.encodeFunctionData("claimFor", [1n, ETH, node("shared")]),
    ];
    await expect(pool.connect(alice).multicall(calls)).to.changeEtherBalance(ethers, pool, -milli(82) - SHARED);
  });
});

describe("FundingPool.sweep", function () {
  it("FP-12 given that too few rounds have settled, it should revert", async function () {
    const { mock, pool } = await networkHelpers.loadFixture(pulledFixture);
    for (const [round, next] of [
      [1n, 2n],
      [1n, 3n],
      [3n, 4n],
      [4n, 4n],
      [ethers.MaxUint256, 4n],
    ] as const) {
      await mock.setUnsettled(next);
      const from = round === ethers.MaxUint256 ? round : round + 3n;
      await expect(pool.sweep(round, ETH))
        .to.be.revertedWithCustomError(pool, "FundingPool_TooEarly")
        .withArgs(round, from, next);
    }
  });

  it("FP-13 should allot what is left to the round that settles next, once", async function () {
    const deployment = await networkHelpers.loadFixture(pulledFixture);
    const { mock, pool } = deployment;
    await pool.claimFor(1n, ETH, node("a"));
    await mock.setUnsettled(4n);
    const left = WAD - milli(82) - milli(100);
    await expect(pool.sweep(1n, ETH)).to.emit(pool, "Swept").withArgs(1n, ETH, 4n, left);
    const { allotted, claimed, returned, swept, isSwept } = await pool.potOf(1n, ETH);
    expect([allotted, claimed, returned, swept]).to.deep.equal([WAD, milli(82), milli(100), left]);
    expect(isSwept).to.equal(true);
    expect((await pool.potOf(4n, ETH)).allotted).to.equal(left);
    await expectExact(deployment);
    await expect(pool.sweep(1n, ETH)).to.be.revertedWithCustomError(pool, "FundingPool_AlreadySwept").withArgs(1n, ETH);
  });

  it("FP-12 should end the round's pulls and claims in this token only, and not before", async function () {
    const deployment = await networkHelpers.loadFixture(settledFixture);
    const { alice, mock, pool, token } = deployment;
    await mock.setUnsettled(5n);
    await pool.pullMany(1n, token, EDGES);
    await pool.claimFor(1n, token, node("a"));
    await pool.sweep(1n, ETH);
    const calls = [
      () => pool.pull(1n, ETH, TARGET, 0n),
      () => pool.claimFor(1n, ETH, node("a")),
      () => pool.connect(alice).claim(1n, ETH, node("a"), alice),
    ];
    for (const call of calls) {
      await expect(call()).to.be.revertedWithCustomError(pool, "FundingPool_AlreadySwept").withArgs(1n, ETH);
    }
    expect(await pool.pullable(1n, ETH, TARGET, 0n)).to.equal(0n);
    expect(await pool.claimable(1n, ETH, node("shared"))).to.equal(0n);
    expect((await pool.accountOf(1n, ETH, TARGET)).dust).to.equal(WAD);
    await pool.claimFor(1n, token, node("shared"));
    await expectExact(deployment, [1n, 2n, 3n, 4n, 5n]);
  });

  it("FP-13 given what was swept, the later round should give it by its own weights", async function () {
    const { mock, pool } = await networkHelpers.loadFixture(settledFixture);
    await mock.setUnsettled(4n);
    await pool.sweep(1n, ETH);
    await mock.setUnsettled(5n);
    await pool.pullMany(4n, ETH, EDGES);
    expect(await pool.claimable(4n, ETH, node("shared"))).to.equal(SHARED);
    expect((await pool.potOf(5n, ETH)).allotted).to.equal(milli(100));
  });
});
