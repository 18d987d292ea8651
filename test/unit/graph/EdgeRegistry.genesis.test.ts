import { expect } from "chai";
import { network } from "hardhat";

import {
  A,
  B,
  BOND_BASE,
  C,
  deployRegistry,
  deploySealed,
  falling,
  GENESIS,
  id,
  Phase,
  rootOf,
  TARGET,
  toArgument,
  toImport,
  UNKNOWN,
  WAD,
  X,
  Y,
  ZERO_HASH,
  type Import,
} from "../../utils/registry.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;
const { loadFixture } = networkHelpers;
const [target, a, b] = GENESIS as [Import, Import, Import];

async function freshFixture() {
  return deployRegistry(connection);
}

async function sealedFixture() {
  return deploySealed(connection);
}

describe("EdgeRegistry.constructor", function () {
  it("should keep every parameter", async function () {
    const { registry, registrar, money, jury, deployer } = await loadFixture(freshFixture);
    expect(await registry.TARGET()).to.equal(TARGET);
    expect(await registry.UNKNOWN()).to.equal(UNKNOWN);
    expect(await registry.GENESIS_ROOT()).to.equal(rootOf(GENESIS));
    expect(await registry.REGISTRAR()).to.equal(registrar.address);
    expect(await registry.MONEY()).to.equal(await money.getAddress());
    expect(await registry.JURY()).to.equal(await jury.getAddress());
    expect(await registry.BOND_BASE()).to.equal(BOND_BASE);
    expect(await registry.ATTESTATION_DELAY()).to.equal(14 * 86_400);
    expect(await registry.DEPLOYER()).to.equal(deployer.address);
    expect(await registry.isSealed()).to.equal(false);
  });

  it("given an address that cannot be right, it should revert", async function () {
    const { registry, deploy, parameters, alice, jury } = await loadFixture(freshFixture);
    const otherMoney = await ethers.deployContract("HostileToken");
    const cases = [
      [3, ethers.ZeroAddress, ethers.ZeroAddress],
      [4, alice.address, alice.address],
      [5, alice.address, alice.address],
      [4, otherMoney, await jury.getAddress()],
    ] as const;
    for (const [index, value, named] of cases) {
      await expect(deploy((parameters as readonly unknown[]).with(index, value)))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidAddress")
        .withArgs(named);
    }
  });

  it("given no target, UNKNOWN as target, or free bonds, it should revert", async function () {
    const { registry, deploy, parameters } = await loadFixture(freshFixture);
    for (const [index, value] of [
      [1, ZERO_HASH],
      [1, UNKNOWN],
      [6, 0n],
    ] as const) {
      await expect(deploy((parameters as readonly unknown[]).with(index, value))).to.be.revertedWithCustomError(
        registry,
        "EdgeRegistry_InvalidGenesis",
      );
    }
  });
});

describe("EdgeRegistry.importNodes", function () {
  it("ER-1 should take the committed graph, with levels by the longest path", async function () {
    const { registry } = await loadFixture(sealedFixture);
    expect(await registry.isSealed()).to.equal(true);
    const levels = await Promise.all([TARGET, A, B, C, X, Y].map(async (node) => (await registry.getNode(node)).level));
    expect(levels).to.deep.equal([0n, 1n, 1n, 2n, 2n, 2n]);
    expect(await registry.isSettled(0, A)).to.equal(true);
    expect(await registry.childrenAt(0, A)).to.deep.equal([[...a.children], [...a.weights]]);
    expect(await registry.childAt(0, B, 1)).to.deep.equal([Y, WAD / 2n]);
    expect(await registry.childCountAt(0, TARGET)).to.equal(3);
    expect(await registry.childCountAt(0, C)).to.equal(0);
    expect(
      await Promise.all([TARGET, A, C, id("nobody")].map((node) => registry.originalityAt(0, node))),
    ).to.deep.equal([0n, WAD / 4n, WAD, WAD]);
    expect((await registry.getNode(id("nobody"))).known).to.equal(false);
    expect((await registry.getNode(TARGET)).known).to.equal(true);
  });

  it("ER-1 a child beyond the list should revert", async function () {
    const { registry } = await loadFixture(sealedFixture);
    await expect(registry.childAt(0, A, 3))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_InvalidIndex")
      .withArgs(3, 3);
  });

  it("ER-1 only the deployer imports and seals", async function () {
    const { registry, alice, deployer } = await loadFixture(freshFixture);
    const stranger = registry.connect(alice);
    for (const call of [() => stranger.importNodes([]), () => stranger.seal()]) {
      await expect(call())
        .to.be.revertedWithCustomError(registry, "Connected_NotDeployer")
        .withArgs(alice.address, deployer.address);
    }
  });

  it("ER-1 after sealing the deployer has no power", async function () {
    const { registry } = await loadFixture(sealedFixture);
    await expect(registry.importNodes([])).to.be.revertedWithCustomError(registry, "EdgeRegistry_AlreadySealed");
    await expect(registry.seal()).to.be.revertedWithCustomError(registry, "EdgeRegistry_AlreadySealed");
  });

  it("ER-1 another graph than the committed one is not sealed", async function () {
    const { registry } = await loadFixture(freshFixture);
    await registry.importNodes([toArgument(target)]);
    await expect(registry.seal())
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongRoot")
      .withArgs(rootOf(GENESIS), rootOf([target]));
  });

  it("ER-1 an empty graph is not sealed", async function () {
    const { registry } = await deployRegistry(connection, { root: ZERO_HASH });
    await expect(registry.seal()).to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongOrder").withArgs(TARGET);
  });

  it("ER-1 before sealing nothing else works", async function () {
    const { registry, rounds } = await loadFixture(freshFixture);
    await registry.importNodes([toArgument(target)]);
    await rounds.set(1n, Phase.Registration);
    for (const call of [
      () => registry.proposeEdge(TARGET, "d", WAD / 100n, 0n),
      () => registry.challengeEdge(TARGET, A, 0n),
      () => registry.raiseLevel(A, B, 1n),
      () => registry.attest(A, rounds, 0n, 0n, "0x"),
      () => registry.applyOptOut(TARGET, A),
      () => rounds.touch(A),
    ]) {
      await expect(call()).to.be.revertedWithCustomError(registry, "EdgeRegistry_NotSealed");
    }
    expect(await registry.isSettled(0, A)).to.equal(false);
  });

  it("ER-1 out of order, it should revert", async function () {
    const { registry } = await loadFixture(freshFixture);
    const attempt = (...imports: readonly Import[]) => registry.importNodes(imports.map(toArgument));
    const wrong = (node: string, ...imports: readonly Import[]) =>
      expect(attempt(...imports))
        .to.be.revertedWithCustomError(registry, "EdgeRegistry_WrongOrder")
        .withArgs(node);
    await wrong(A, a);
    await wrong(TARGET, target, target);
    await wrong(X, target, toImport(X, 0n, [[Y, WAD]]));
    await wrong(UNKNOWN, target, b, toImport(UNKNOWN, 0n, [[Y, WAD]]));
    await wrong(A, target, a, a);
    await attempt(target, a);
    await wrong(A, a);
  });

  it("ER-3 a child that is a parent already and would go deeper, or a cycle, should revert", async function () {
    const { registry } = await loadFixture(freshFixture);
    const cycle = [target, toImport(A, 0n, [[X, WAD]]), toImport(X, 0n, [[A, WAD]])];
    await expect(registry.importNodes(cycle.map(toArgument)))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_LevelViolation")
      .withArgs(X, A, 2, 1);
    const shuffled = [target, toImport(C, 0n, [[X, WAD]]), a];
    await expect(registry.importNodes(shuffled.map(toArgument)))
      .to.be.revertedWithCustomError(registry, "EdgeRegistry_LevelViolation")
      .withArgs(A, C, 1, 1);
  });

  it("ER-2 lists that are none should revert", async function () {
    const { registry } = await loadFixture(freshFixture);
    const attempt = (entry: Import) => expect(registry.importNodes([toArgument(entry)])).to.be;
    const many = Array.from({ length: 129 }, (_, i) => [id(`${i}`), 1n] as const);
    await attempt(toImport(TARGET, 0n, []))
      .revertedWithCustomError(registry, "EdgeRegistry_WrongLength")
      .withArgs(1, 0);
    await attempt(toImport(TARGET, 0n, many))
      .revertedWithCustomError(registry, "EdgeRegistry_WrongLength")
      .withArgs(128, 129);
    await attempt({ ...target, weights: [WAD] })
      .revertedWithCustomError(registry, "EdgeRegistry_WrongLength")
      .withArgs(3, 1);
    await attempt(toImport(TARGET, 0n, [[A, WAD - 1n]]))
      .revertedWithCustomError(registry, "EdgeRegistry_InvalidSum")
      .withArgs(WAD - 1n);
    await attempt(
      toImport(TARGET, 0n, [
        [A, 2n ** 256n - 1n],
        [B, WAD + 1n],
      ]),
    )
      .revertedWithCustomError(registry, "EdgeRegistry_InvalidSum")
      .withArgs(2n ** 256n - 1n);
    await attempt(
      toImport(TARGET, 0n, [
        [A, WAD],
        [B, 0n],
      ]),
    )
      .revertedWithCustomError(registry, "EdgeRegistry_ZeroWeight")
      .withArgs(1);
    await attempt(
      toImport(TARGET, 0n, [
        [A, WAD / 2n],
        [A, WAD / 2n],
      ]),
    )
      .revertedWithCustomError(registry, "EdgeRegistry_DuplicateChild")
      .withArgs(TARGET, A);
    await attempt(toImport(TARGET, 0n, [[TARGET, WAD]]))
      .revertedWithCustomError(registry, "EdgeRegistry_InvalidChild")
      .withArgs(TARGET, TARGET);
    await attempt(toImport(TARGET, 1n, [[A, WAD]]))
      .revertedWithCustomError(registry, "EdgeRegistry_InvalidOriginality")
      .withArgs(1);
    await registry.importNodes([toArgument(target)]);
    await attempt(toImport(A, WAD + 1n, [[X, WAD]]))
      .revertedWithCustomError(registry, "EdgeRegistry_InvalidOriginality")
      .withArgs(WAD + 1n);
    await attempt(toImport(A, 0n, [[A, WAD]]))
      .revertedWithCustomError(registry, "EdgeRegistry_InvalidChild")
      .withArgs(A, A);
  });

  it("ER-2 the same children may be on several lists of one transaction", async function () {
    const { registry } = await loadFixture(freshFixture);
    await registry.importNodes(GENESIS.map(toArgument));
    await registry.seal();
    expect(await registry.genesisHash()).to.equal(rootOf(GENESIS));
  });

  it("a list of 128 new children should cost less than 5 million gas, of known ones less than 2.5 million", async function () {
    const { registry } = await loadFixture(freshFixture);
    const seeds = Array.from({ length: 128 }, (_, i) => id(`seed ${i}`));
    const list = Array.from({ length: 128 }, (_, i) => id(`child ${i}`));
    const edges = (ids: readonly `0x${string}`[]) => ids.map((child, i) => [child, falling(128)[i] ?? 0n] as const);
    const [first, second] = seeds as [`0x${string}`, `0x${string}`];
    await registry.importNodes([toArgument(toImport(TARGET, 0n, edges(seeds)))]);
    const fresh = await (await registry.importNodes([toArgument(toImport(first, 1n, edges(list)))])).wait();
    const known = await (await registry.importNodes([toArgument(toImport(second, 1n, edges(list)))])).wait();
    expect(fresh?.gasUsed).to.be.below(5_000_000n);
    expect(known?.gasUsed).to.be.below(2_500_000n);
    if (process.env["SHOW_GAS"]) console.log(fresh?.gasUsed, known?.gasUsed);
  });
});
