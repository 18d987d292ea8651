import { expect } from "chai";
import { network } from "hardhat";

import { CLAIM_ROUNDS, deployFunding, ETH, node, TARGET, WAD } from "../../utils/funding.ts";

const connection = await network.create();
const { ethers, networkHelpers } = connection;

async function fundingFixture() {
  return deployFunding(connection);
}

describe("FundingPool.constructor", function () {
  for (const claimRounds of [0n, 101n]) {
    it(`given ${claimRounds} rounds to claim in, it should revert`, async function () {
      const { pool, deployer } = await networkHelpers.loadFixture(fundingFixture);
      await expect(ethers.deployContract("FundingPool", [deployer, claimRounds]))
        .to.be.revertedWithCustomError(pool, "FundingPool_InvalidClaimRounds")
        .withArgs(claimRounds, 100n);
    });
  }

  it("given nobody to connect it, it should revert", async function () {
    const { pool } = await networkHelpers.loadFixture(fundingFixture);
    await expect(
      ethers.deployContract("FundingPool", [ethers.ZeroAddress, CLAIM_ROUNDS]),
    ).to.be.revertedWithCustomError(pool, "Connected_NoDeployer");
  });

  it("should keep the rounds to claim in, up to the maximum", async function () {
    const { pool, deployer } = await networkHelpers.loadFixture(fundingFixture);
    expect(await pool.CLAIM_ROUNDS()).to.equal(CLAIM_ROUNDS);
    const longest = await ethers.deployContract("FundingPool", [deployer, await pool.MAX_CLAIM_ROUNDS()]);
    expect(await longest.CLAIM_ROUNDS()).to.equal(100n);
  });
});

describe("FundingPool before its rounds are connected", function () {
  it("FP-1 should take ether, and FP-2 allot it afterwards", async function () {
    const { deployer, funder, hostile, mock, token } = await networkHelpers.loadFixture(fundingFixture);
    const pool = await ethers.deployContract("FundingPool", [deployer, CLAIM_ROUNDS]);
    await token.connect(funder).approve(pool, 7n);
    const stipend = () => hostile.sendWithStipend(pool, { value: 7n });
    await expect(stipend()).to.be.revertedWithCustomError(hostile, "HostilePayee_Refused").withArgs(7n);
    const calls = [
      () => funder.sendTransaction({ to: pool, value: 7n, gasLimit: 500_000n }),
      () => pool.connect(funder).fund(token, 7n),
      () => pool.record(ETH),
      () => pool.fundETH({ value: 1n }),
      () => pool.pull(1n, ETH, TARGET, 0n),
      () => pool.claimFor(1n, ETH, node("a")),
      () => pool.sweep(1n, ETH),
    ];
    for (const call of calls) await expect(call()).to.be.revertedWithCustomError(pool, "FundingPool_NotConnected");
    await pool.getFunction("connect")(mock);
    await stipend();
    await pool.record(ETH);
    expect((await pool.potOf(1n, ETH)).allotted).to.equal(7n);
  });
});

describe("FundingPool.receive", function () {
  it("FP-1 given enough gas, it should record at once", async function () {
    const { funder, pool } = await networkHelpers.loadFixture(fundingFixture);
    const sent = funder.sendTransaction({ to: pool, value: 100n, gasLimit: 500_000n });
    await expect(sent).to.emit(pool, "Recorded").withArgs(ETH, 1n, 100n);
    expect((await pool.potOf(1n, ETH)).allotted).to.equal(100n);
    expect(await pool.held(ETH)).to.equal(100n);
  });

  it("FP-1 given 2,300 gas, it should take the ether, to be recorded later", async function () {
    const { hostile, mock, pool } = await networkHelpers.loadFixture(fundingFixture);
    await expect(hostile.sendWithStipend(pool, { value: 100n })).to.changeEtherBalance(ethers, pool, 100n);
    expect((await pool.potOf(1n, ETH)).allotted).to.equal(0n);
    expect(await pool.unrecorded(ETH)).to.equal(100n);
    await mock.setUnsettled(2n);
    await expect(pool.record(ETH)).to.emit(pool, "Recorded").withArgs(ETH, 2n, 100n);
    expect(await pool.unrecorded(ETH)).to.equal(0n);
  });

  it("FP-1 given any limit from 2,300 gas on, it should take the ether", async function () {
    const { funder, pool } = await networkHelpers.loadFixture(fundingFixture);
    const limits = [
      23_300n,
      24_000n,
      30_000n,
      60_000n,
      100_000n,
      171_000n,
      171_100n,
      171_200n,
      175_000n,
      200_000n,
      300_000n,
    ];
    let sent = 0n;
    for (const gasLimit of limits) {
      await (await funder.sendTransaction({ to: pool, value: 1n, gasLimit })).wait();
      expect(await ethers.provider.getBalance(pool)).to.equal(++sent);
      expect((await pool.potOf(1n, ETH)).allotted + (await pool.unrecorded(ETH))).to.equal(sent);
    }
    expect(await pool.unrecorded(ETH)).to.equal(0n);
  });

  it("FP-1 given that recording fails, it should take the ether", async function () {
    const { funder, pool } = await networkHelpers.loadFixture(fundingFixture);
    await networkHelpers.setBalance(await pool.getAddress(), 2n ** 128n);
    await funder.sendTransaction({ to: pool, value: 1n, gasLimit: 500_000n });
    expect(await pool.unrecorded(ETH)).to.equal(2n ** 128n + 1n);
    await expect(pool.record(ETH)).to.be.revertedWithCustomError(pool, "SafeCastOverflowedUintDowncast");
  });
});

describe("FundingPool.record", function () {
  it("FP-2 should allot plain transfers to the round that settles next, once", async function () {
    const { funder, mock, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    await mock.setUnsettled(3n);
    await token.connect(funder).transfer(pool, 40n);
    await token.connect(funder).transfer(pool, 2n);
    expect(await pool.unrecorded(token)).to.equal(42n);
    await expect(pool.record(token))
      .to.emit(pool, "Recorded")
      .withArgs(await token.getAddress(), 3n, 42n);
    await expect(pool.record(token)).to.not.emit(pool, "Recorded");
    expect((await pool.potOf(3n, token)).allotted).to.equal(42n);
    expect(await pool.held(token)).to.equal(42n);
  });

  it("FP-2 given no round yet, it should allot to round 1", async function () {
    const { funder, mock, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    await mock.setUnsettled(0n);
    await token.connect(funder).transfer(pool, 42n);
    await pool.record(token);
    expect((await pool.potOf(1n, token)).allotted).to.equal(42n);
  });

  it("FP-3 given a settlement, it should leave what the round was allotted as it is", async function () {
    const { funder, mock, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    await pool.connect(funder).fund(token, 10n);
    await mock.setUnsettled(2n);
    await token.connect(funder).transfer(pool, 5n);
    await pool.record(token);
    expect((await pool.potOf(1n, token)).allotted).to.equal(10n);
    expect((await pool.potOf(2n, token)).allotted).to.equal(5n);
  });

  it("given what is not a token, it should revert", async function () {
    const { alice, funder, pool } = await networkHelpers.loadFixture(fundingFixture);
    const calls = [() => pool.record(alice), () => pool.connect(funder).fund(alice, 1n), () => pool.unrecorded(alice)];
    for (const call of calls) {
      await expect(call()).to.be.revertedWithCustomError(pool, "FundingPool_NotToken").withArgs(alice.address);
    }
    await expect(pool.connect(funder).fund(ETH, 1n))
      .to.be.revertedWithCustomError(pool, "FundingPool_NotToken")
      .withArgs(ETH);
  });

  it("FP-10 given a token with a balance beyond all bounds, it should refuse that token only", async function () {
    const { funder, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    const huge = await ethers.deployContract("HostileToken");
    await huge.mint(pool, ethers.MaxUint256);
    await expect(pool.record(huge))
      .to.be.revertedWithCustomError(pool, "SafeCastOverflowedUintDowncast")
      .withArgs(128n, ethers.MaxUint256);
    await pool.connect(funder).fund(token, 10n);
    expect(await pool.held(token)).to.equal(10n);
  });
});

describe("FundingPool.fund", function () {
  it("should take and record in one call, and count plain transfers, but not as the funder's", async function () {
    const { funder, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    await token.connect(funder).transfer(pool, 5n);
    const address = await token.getAddress();
    const call = pool.connect(funder).fund(token, 10n);
    await expect(call).to.emit(pool, "Recorded").withArgs(address, 1n, 15n);
    await expect(call).to.emit(pool, "Funded").withArgs(funder.address, address, 10n);
    await expect(call).to.changeTokenBalances(ethers, token, [funder, pool], [-10n, 10n]);
  });

  it("FP-2 given a fee on the transfer, it should record what arrives", async function () {
    const { funder, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    await token.setFee(1_000);
    expect(await pool.connect(funder).fund.staticCall(token, 100n)).to.equal(90n);
    await pool.connect(funder).fund(token, 100n);
    expect((await pool.potOf(1n, token)).allotted).to.equal(90n);
  });

  it("FP-2 given a token that lies, it should revert", async function () {
    const { funder, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    await token.setLying(true);
    await token.connect(funder).transfer(pool, 5n); // not the funder's by `fund`
    await expect(pool.connect(funder).fund(token, 10n))
      .to.be.revertedWithCustomError(pool, "FundingPool_NothingReceived")
      .withArgs(await token.getAddress());
  });

  it("FP-11 given a token that calls back, it should not record twice", async function () {
    const { funder, pool, token } = await networkHelpers.loadFixture(fundingFixture);
    await token.setHook(pool, pool.interface.encodeFunctionData("record", [await token.getAddress()]));
    await pool.connect(funder).fund(token, 10n);
    expect(await token.hookSucceeded()).to.equal(false);
    expect(await token.hookResult()).to.equal(ethers.id("ReentrancyGuardReentrantCall()").slice(0, 10));
    expect(await pool.held(token)).to.equal(10n);
  });
});

describe("FundingPool.fundETH", function () {
  it("should record the value, and what came without gas", async function () {
    const { funder, hostile, pool } = await networkHelpers.loadFixture(fundingFixture);
    await hostile.sendWithStipend(pool, { value: 3n });
    const call = pool.connect(funder).fundETH({ value: WAD });
    await expect(call)
      .to.emit(pool, "Recorded")
      .withArgs(ETH, 1n, WAD + 3n);
    await expect(call).to.emit(pool, "Funded").withArgs(funder.address, ETH, WAD);
  });

  it("given no value, it should revert", async function () {
    const { pool } = await networkHelpers.loadFixture(fundingFixture);
    await expect(pool.fundETH()).to.be.revertedWithCustomError(pool, "FundingPool_NothingReceived").withArgs(ETH);
  });

  it("should not be payable through multicall", async function () {
    const { funder, pool } = await networkHelpers.loadFixture(fundingFixture);
    await pool.connect(funder).fundETH({ value: 5n });
    const fundEth = pool.interface.encodeFunctionData("fundETH");
    await expect(pool.multicall([fundEth, fundEth])).to.be.revertedWithCustomError(pool, "FundingPool_NothingReceived");
  });
});

describe("FundingPool.permit", function () {
  async function permitFixture() {
    const { funder, hostile, pool, token: plain } = await deployFunding(connection);
    const token = await ethers.deployContract("TestToken", ["Test", "TST", 18]);
    await token.mint(funder, 100n);
    const { chainId } = await ethers.provider.getNetwork();
    const verifyingContract = await token.getAddress();
    const types = {
      Permit: ["owner address", "spender address", "value uint256", "nonce uint256", "deadline uint256"].map(
        (field) => {
          const [name = "", type = ""] = field.split(" ");
          return { name, type };
        },
      ),
    };
    const deadline = 4_000_000_000n;
    const message = { owner: funder.address, spender: await pool.getAddress(), value: 60n, nonce: 0n, deadline };
    const signature = await funder.signTypedData(
      { name: "Test", version: "1", chainId, verifyingContract },
      types,
      message,
    );
    const { v, r, s } = ethers.Signature.from(signature);
    return { deadline, funder, hostile, plain, pool, r, s, token, v };
  }

  it("should let the caller fund in the same transaction, also if somebody has used the signature first", async function () {
    const { deadline, funder, pool, r, s, token, v } = await networkHelpers.loadFixture(permitFixture);
    await token.permit(funder, pool, 60n, deadline, v, r, s);
    const address = await token.getAddress();
    const calls = [
      pool.interface.encodeFunctionData("permit", [address, 60n, deadline, v, r, s]),
      pool.interface.encodeFunctionData("fund", [address, 60n]),
    ];
    await pool.connect(funder).multicall(calls);
    expect(await pool.held(token)).to.equal(60n);
  });

  it("given another's signature, a token without permits or no token, it should revert", async function () {
    const { deadline, hostile, plain, pool, r, s, token, v } = await networkHelpers.loadFixture(permitFixture);
    const address = await token.getAddress();
    await expect(pool.permit(token, 60n, deadline, v, r, s))
      .to.be.revertedWithCustomError(pool, "FundingPool_PermitFailed")
      .withArgs(address, 0n, 60n);
    await expect(pool.permit(plain, 60n, deadline, v, r, s))
      .to.be.revertedWithCustomError(pool, "FundingPool_PermitFailed")
      .withArgs(await plain.getAddress(), 0n, 60n);
    await expect(pool.permit(hostile, 0n, deadline, v, r, s)).to.be.revert(ethers);
    await expect(pool.permit(ETH, 60n, deadline, v, r, s))
      .to.be.revertedWithCustomError(pool, "FundingPool_NotToken")
      .withArgs(ETH);
  });
});

describe("FundingPool.connect", function () {
  it("should connect once, by the deployer, to a contract", async function () {
    const { deployer, funder, mock } = await networkHelpers.loadFixture(fundingFixture);
    const pool = await ethers.deployContract("FundingPool", [deployer, CLAIM_ROUNDS]);
    const connect = pool.getFunction("connect");
    const byAnother = pool.connect(funder).getFunction("connect");
    await expect(byAnother(mock))
      .to.be.revertedWithCustomError(pool, "Connected_NotDeployer")
      .withArgs(funder.address, deployer.address);
    await expect(connect(funder)).to.be.revertedWithCustomError(pool, "Connected_NotContract").withArgs(funder.address);
    await mock.setStranger(pool);
    await expect(connect(mock))
      .to.be.revertedWithCustomError(pool, "Connected_NotKnown")
      .withArgs(await mock.getAddress(), await pool.getAddress());
    await mock.setStranger(mock);
    await expect(connect(mock))
      .to.emit(pool, "RoundsConnected")
      .withArgs(await mock.getAddress());
    await expect(connect(mock))
      .to.be.revertedWithCustomError(pool, "Connected_AlreadyConnected")
      .withArgs(await mock.getAddress());
    expect(await pool.rounds()).to.equal(await mock.getAddress());
  });
});
