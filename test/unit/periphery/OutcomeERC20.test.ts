import { expect } from "chai";
import { network } from "hardhat";

import Core from "../../../deploy/modules/Core.ts";
import { weights } from "../../utils/jury.ts";

const connection = await network.create();
const { ethers, ignition, networkHelpers } = connection;
const AMOUNT = 1_000n;

async function splitFixture() {
  const [deployer, alice, bob] = await ethers.getSigners();
  if (!deployer || !alice || !bob) throw new Error("The network has too few accounts.");
  const core = await ignition.deploy(Core);
  const markets = await ethers.getContractAt("Markets", await core.markets.getAddress());
  const factory = await ethers.getContractAt("OutcomeERC20Factory", await core.outcomeERC20Factory.getAddress());
  const token = await ethers.deployContract("TestToken", ["Money", "MNY", 6]);
  await token.mint(alice, AMOUNT);
  await token.connect(alice).approve(markets, AMOUNT);

  const closesAt = (await networkHelpers.time.latest()) + 86_400;
  const parameters = {
    asset: await token.getAddress(),
    assetId: 0n,
    resolver: deployer.address,
    opener: deployer.address,
    outcomes: 3,
    closesAt,
    twapWindow: 3600,
    feeRate: 0,
    alpha: 0,
    context: ethers.ZeroHash,
  };
  const market = await markets.computeMarket(deployer, parameters);
  await markets.createMarket(parameters);
  await markets.connect(alice).split(market, AMOUNT, alice);
  return { alice, bob, deployer, factory, id: market | 1n, market, markets, token };
}

async function wrappedFixture() {
  const deployment = await splitFixture();
  const { alice, factory, id, markets } = deployment;
  await factory.create(id);
  const wrapper = await ethers.getContractAt("OutcomeERC20", await factory.computeAddress(id));
  await markets.connect(alice).setOperator(wrapper, true);
  return { ...deployment, wrapper };
}

describe("OutcomeERC20Factory", function () {
  it("OW-10 it should create the wrapper at the address that it says, whoever creates it", async function () {
    const { bob, factory, id, markets } = await networkHelpers.loadFixture(splitFixture);
    const wrapper = await factory.computeAddress(id);
    expect(await ethers.provider.getCode(wrapper)).to.equal("0x");
    expect(await factory.connect(bob).create.staticCall(id)).to.equal(wrapper);
    await expect(factory.connect(bob).create(id)).to.emit(factory, "WrapperCreated").withArgs(id, wrapper);
    const contract = await ethers.getContractAt("OutcomeERC20", wrapper);
    expect(await contract.id()).to.equal(id);
    expect(await contract.MARKETS()).to.equal(await markets.getAddress());
  });

  it("OW-10 it should have another wrapper for every id", async function () {
    const { factory, id } = await networkHelpers.loadFixture(splitFixture);
    expect(await factory.computeAddress(id)).not.to.equal(await factory.computeAddress(id ^ 1n));
  });

  it("OW-11 given the wrapper, creating it again should return it and change nothing", async function () {
    const { alice, bob, factory, id, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await wrapper.connect(alice).deposit(5n, alice);
    expect(await factory.connect(bob).create.staticCall(id)).to.equal(await wrapper.getAddress());
    await expect(factory.connect(bob).create(id)).not.to.emit(factory, "WrapperCreated");
    expect(await wrapper.totalSupply()).to.equal(5n);
  });
});

describe("OutcomeERC20", function () {
  it("should read name, symbol and decimals of the id", async function () {
    const { id, markets, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    expect(await wrapper.name()).to.equal(await markets.name(id));
    expect(await wrapper.symbol()).to.equal(await markets.symbol(id));
    expect(await wrapper.decimals()).to.equal(6);
  });

  it("OW-1 deposit should take outcome tokens and mint as many to the receiver", async function () {
    const { alice, bob, id, markets, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await expect(wrapper.connect(alice).deposit(300n, bob))
      .to.emit(wrapper, "Deposited")
      .withArgs(alice.address, bob.address, 300n);
    expect(await markets.balanceOf(alice, id)).to.equal(AMOUNT - 300n);
    expect(await markets.balanceOf(wrapper, id)).to.equal(300n);
    expect(await wrapper.balanceOf(bob)).to.equal(300n);
    expect(await wrapper.totalSupply()).to.equal(300n);
  });

  it("OW-1 withdraw should burn and give as many to the receiver", async function () {
    const { alice, bob, deployer, id, markets, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await wrapper.connect(alice).deposit(300n, alice);
    await wrapper.connect(alice).transfer(bob, 200n);
    await expect(wrapper.connect(bob).withdraw(150n, deployer))
      .to.emit(wrapper, "Withdrawn")
      .withArgs(bob.address, deployer.address, 150n);
    expect(await markets.balanceOf(deployer, id)).to.equal(150n);
    expect(await wrapper.balanceOf(bob)).to.equal(50n);
    expect(await wrapper.totalSupply()).to.equal(150n);
  });

  it("OW-1 given a resolved market, both ways should still be open", async function () {
    const { alice, id, market, markets, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await wrapper.connect(alice).deposit(300n, alice);
    await markets.report(market, weights(3));
    await wrapper.connect(alice).deposit(1n, alice);
    await wrapper.connect(alice).withdraw(301n, alice);
    expect(await markets.balanceOf(alice, id)).to.equal(AMOUNT);
    expect(await wrapper.totalSupply()).to.equal(0n);
  });

  it("OW-1 given an allowance of the id and no operator, deposit should spend it", async function () {
    const { alice, id, markets, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await markets.connect(alice).setOperator(wrapper, false);
    await expect(wrapper.connect(alice).deposit(10n, alice)).to.revert(ethers);
    await markets.connect(alice).approve(wrapper, id, 10n);
    await wrapper.connect(alice).deposit(10n, alice);
    expect(await markets.allowance(alice, wrapper, id)).to.equal(0n);
    expect(await wrapper.balanceOf(alice)).to.equal(10n);
  });

  it("OW-2 given outcome tokens sent to it, no claim should change and they should stay", async function () {
    const { alice, bob, id, markets, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await wrapper.connect(alice).deposit(300n, alice);
    await markets.connect(alice).transfer(wrapper, id, 77n);
    expect(await wrapper.totalSupply()).to.equal(300n);
    await expect(wrapper.connect(bob).withdraw(77n, bob))
      .to.be.revertedWithCustomError(wrapper, "ERC20InsufficientBalance")
      .withArgs(bob.address, 0n, 77n);
    await wrapper.connect(alice).withdraw(300n, alice);
    expect(await markets.balanceOf(wrapper, id)).to.equal(77n);
  });

  it("OW-2 given another id of the market sent to it, nothing should be minted", async function () {
    const { alice, id, markets, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await markets.connect(alice).transfer(wrapper, id ^ 3n, 5n);
    expect(await wrapper.totalSupply()).to.equal(0n);
  });

  it("given the wrapper itself as the receiver, withdraw should revert: nobody could get them out", async function () {
    const { alice, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await wrapper.connect(alice).deposit(300n, alice);
    await expect(wrapper.connect(alice).withdraw(1n, wrapper))
      .to.be.revertedWithCustomError(wrapper, "OutcomeERC20_InvalidReceiver")
      .withArgs(await wrapper.getAddress());
  });

  it("OW-3 nobody should deposit or burn another's tokens", async function () {
    const { alice, bob, wrapper } = await networkHelpers.loadFixture(wrappedFixture);
    await wrapper.connect(alice).deposit(300n, alice);
    await expect(wrapper.connect(bob).deposit(1n, bob)).to.revert(ethers);
    await expect(wrapper.connect(bob).withdraw(1n, bob)).to.be.revertedWithCustomError(
      wrapper,
      "ERC20InsufficientBalance",
    );
  });

  it("given the implementation itself, deposit should revert: it wraps an id that no market has", async function () {
    const { alice, factory, id, market, markets } = await networkHelpers.loadFixture(wrappedFixture);
    const implementation = await ethers.getContractAt("OutcomeERC20", await factory.IMPLEMENTATION());
    await markets.connect(alice).setOperator(implementation, true);
    await expect(implementation.connect(alice).deposit(1n, alice)).to.revert(ethers);
    expect((await implementation.id()) >> 16n).not.to.equal(market >> 16n);
    expect(await markets.balanceOf(alice, id)).to.equal(AMOUNT);
  });

  it("given markets that answer false, neither way should move anything", async function () {
    const { alice } = await networkHelpers.loadFixture(splitFixture);
    const refusing = await ethers.deployContract("RefusingMarkets");
    const factory = await ethers.deployContract("OutcomeERC20Factory", [refusing]);
    await factory.create(7n);
    const wrapper = await ethers.getContractAt("OutcomeERC20", await factory.computeAddress(7n));
    const address = await wrapper.getAddress();
    await expect(wrapper.connect(alice).deposit(5n, alice))
      .to.be.revertedWithCustomError(wrapper, "OutcomeERC20_TransferFailed")
      .withArgs(alice.address, address, 5n);
    await refusing.setTakes(true);
    await wrapper.connect(alice).deposit(5n, alice);
    await expect(wrapper.connect(alice).withdraw(4n, alice))
      .to.be.revertedWithCustomError(wrapper, "OutcomeERC20_TransferFailed")
      .withArgs(address, alice.address, 4n);
    expect(await wrapper.balanceOf(alice)).to.equal(5n);
  });
});
