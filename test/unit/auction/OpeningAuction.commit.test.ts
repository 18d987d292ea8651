import { expect } from "chai";

import {
  auctionFixture,
  type Bid,
  commit,
  commitmentOf,
  DAY,
  hostileAuction,
  MAX_MONEY,
  Phase,
  prepare,
  RATES,
  reveal,
  SALT,
} from "../../utils/auction.ts";
import { DEADLINE, ethers, loadFixture, time, UNIT, WAD } from "../../utils/markets.ts";

const A = ethers.id("a");
const HALVES = [WAD / 2n, WAD / 2n, 0n];

describe("OpeningAuction.commit", function () {
  it("OA-3 it should take the deposit and keep nothing but the hash", async function () {
    const { alice, auction, market, token } = await loadFixture(auctionFixture);
    const before = await token.balanceOf(alice);
    await expect(auction.connect(alice).commit(market, A, 7n * UNIT, "0x"))
      .to.emit(auction, "BidCommitted")
      .withArgs(market, alice.address, A, 7n * UNIT, "0x");
    expect(before - (await token.balanceOf(alice))).to.equal(7n * UNIT);
    expect([...(await auction.getBid(market, alice))]).to.deep.equal([A, 7n * UNIT, 0n, false]);
    const a = await auction.getAuction(market);
    expect([a.deposits, a.revealed]).to.deep.equal([7n * UNIT, 0n]);
    expect(await auction.pricesOf(market)).to.deep.equal(RATES);
  });

  it("OA-3 a commitment should bind chain, contract, market, bidder, budget, weights and salt", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, bob, market, markets } = d;
    const bid: Bid = { bidder: alice, budget: 5n, weights: HALVES };
    const { chainId } = await ethers.provider.getNetwork();
    const vector = ethers.keccak256(ethers.solidityPacked(["uint64", "uint64", "uint64"], [...bid.weights]));
    const types = ["uint256", "address", "uint256", "address", "uint256", "bytes32", "bytes32"];
    const values = [chainId, await auction.getAddress(), market, alice.address, 5n, vector, SALT];
    const expected = ethers.keccak256(ethers.AbiCoder.defaultAbiCoder().encode(types, values));
    expect(await commitmentOf(d, market, bid)).to.equal(expected);
    const twin = await ethers.deployContract("OpeningAuction", [markets]);
    const all = [
      expected,
      await commitmentOf(d, market | 1n, bid),
      await commitmentOf(d, market, { ...bid, bidder: bob }),
      await commitmentOf(d, market, { ...bid, budget: 6n }),
      await commitmentOf(d, market, { ...bid, weights: [...HALVES].reverse() }),
      await commitmentOf(d, market, { ...bid, salt: ethers.ZeroHash }),
      await twin.commitmentOf(market, alice, 5n, HALVES, SALT),
    ];
    expect(new Set(all).size).to.equal(all.length);
    await expect(commitmentOf(d, market, { ...bid, weights: [WAD, 1n, 0n] }))
      .to.be.revertedWithCustomError(markets, "Markets_InvalidSum")
      .withArgs(WAD + 1n);
  });

  it("OA-4 until reveals begin it may be replaced and added to, and never taken out of", async function () {
    const { alice, auction, market, revealsAt, token } = await loadFixture(auctionFixture);
    const mine = auction.connect(alice);
    const before = await token.balanceOf(alice);
    await mine.commit(market, A, 10n, "0x");
    await mine.commit(market, ethers.id("b"), 0n, "0x");
    expect([...(await auction.getBid(market, alice))]).to.deep.equal([ethers.id("b"), 10n, 0n, false]);
    await mine.commit(market, A, 5n, "0x");
    await time.setNextBlockTimestamp(revealsAt - 1n);
    await expect(mine.commit(market, ethers.id("c"), 1n, "0x"))
      .to.emit(auction, "BidCommitted")
      .withArgs(market, alice.address, ethers.id("c"), 16n, "0x");
    expect((await auction.getAuction(market)).deposits).to.equal(16n);
    expect(before - (await token.balanceOf(alice))).to.equal(16n);
    await expect(mine.commit(market, A, 1n, "0x"))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
      .withArgs(market, Phase.Revealing);
  });

  it("OA-2, OA-4 in no other phase should it be possible to commit or to take a deposit back", async function () {
    const { alice, auction, market, markets, closesAt, opensAt, revealsAt } = await loadFixture(auctionFixture);
    const mine = auction.connect(alice);
    await mine.commit(market, A, 10n, "0x");
    const refused = async (phase: bigint, calls: readonly (() => Promise<unknown>)[]) => {
      for (const call of calls) {
        await expect(call())
          .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
          .withArgs(market, phase);
      }
    };
    await refused(Phase.Committing, [() => mine.withdraw(market, alice)]);
    await time.increaseTo(revealsAt);
    await refused(Phase.Revealing, [() => mine.withdraw(market, alice), () => mine.commit(market, A, 1n, "0x")]);
    await time.increaseTo(opensAt);
    await refused(Phase.Clearing, [() => mine.withdraw(market, alice), () => mine.commit(market, A, 1n, "0x")]);
    await auction.clear(market);
    await refused(Phase.Opened, [() => mine.commit(market, A, 1n, "0x")]);
    await time.increaseTo(closesAt);
    await refused(Phase.Opened, [() => mine.commit(market, A, 1n, "0x")]);
    expect((await markets.getMarket(market)).pooled).to.equal(true);
    await expect(mine.commit(1n << 16n, A, 1n, "0x"))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_WrongPhase")
      .withArgs(1n << 16n, Phase.None);
  });

  it("it should refuse a commitment of zero, no deposit and more than a market holds", async function () {
    const { alice, auction, bob, market, token } = await loadFixture(auctionFixture);
    const mine = auction.connect(alice);
    await expect(mine.commit(market, ethers.ZeroHash, 1n, "0x"))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_EmptyCommitment")
      .withArgs(market);
    await expect(mine.commit(market, A, 0n, "0x"))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_NoDeposit")
      .withArgs(market, alice.address);
    await token.mint(alice, MAX_MONEY);
    for (const amount of [MAX_MONEY + 1n, ethers.MaxUint256]) {
      await expect(mine.commit(market, A, amount, "0x"))
        .to.be.revertedWithCustomError(auction, "OpeningAuction_TooMuchMoney")
        .withArgs(amount, MAX_MONEY);
    }
    await mine.commit(market, A, MAX_MONEY - 3n, "0x");
    await expect(auction.connect(bob).commit(market, A, 4n, "0x"))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_TooMuchMoney")
      .withArgs(4n, 3n);
    await auction.connect(bob).commit(market, A, 3n, "0x");
    expect((await auction.getAuction(market)).deposits).to.equal(MAX_MONEY);
    await mine.commit(market, ethers.id("b"), 0n, "0x");
  });

  it("MK-6 a token that keeps a part should be refused, and the bid be as before", async function () {
    const house = await loadFixture(auctionFixture);
    const { alice, auction } = house;
    const { hostile, asset, market } = await hostileAuction(house);
    const mine = auction.connect(alice);
    await mine.commit(market, A, 10_000n, "0x");
    await hostile.setFee(1);
    await expect(mine.commit(market, ethers.id("b"), 20_000n, "0x"))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_NotReceived")
      .withArgs(asset, 20_000n, 19_998n);
    expect([...(await auction.getBid(market, alice))]).to.deep.equal([A, 10_000n, 0n, false]);
    expect((await auction.getAuction(market)).deposits).to.equal(10_000n);
  });

  it("OA-15 a note should be emitted with every commitment, of at most 4,096 bytes", async function () {
    const { alice, auction, market } = await loadFixture(auctionFixture);
    const mine = auction.connect(alice);
    const longest = ethers.hexlify(ethers.randomBytes(4096));
    for (const [note, deposit] of [
      ["0x", 10n],
      [longest, 20n],
    ] as const) {
      await expect(mine.commit(market, A, 10n, note))
        .to.emit(auction, "BidCommitted")
        .withArgs(market, alice.address, A, deposit, note);
    }
    await expect(mine.commit(market, A, 10n, `${longest}00`))
      .to.be.revertedWithCustomError(auction, "OpeningAuction_NoteTooLong")
      .withArgs(4097, 4096);
    expect((await auction.getBid(market, alice)).deposit).to.equal(20n);
  });

  it("a token that calls back in the middle of a deposit should get nowhere", async function () {
    const house = await loadFixture(auctionFixture);
    const { alice, auction } = house;
    const { hostile, market } = await hostileAuction(house);
    const calls = [
      auction.interface.encodeFunctionData("commit", [market, A, 0n, "0x"]),
      auction.interface.encodeFunctionData("clear", [market]),
      auction.interface.encodeFunctionData("claim", [market, RATES, alice.address]),
      auction.interface.encodeFunctionData("withdraw", [market, alice.address]),
      auction.interface.encodeFunctionData("refund", [market]),
    ];
    const guard = auction.interface.encodeErrorResult("ReentrancyGuardReentrantCall");
    for (const [i, call] of calls.entries()) {
      await hostile.setHook(auction, call);
      await auction.connect(alice).commit(market, A, 5n, "0x");
      expect(await hostile.hookSucceeded(), `call ${i}`).to.equal(false);
      expect(await hostile.hookResult()).to.equal(guard);
    }
    expect((await auction.getBid(market, alice)).deposit).to.equal(25n);
  });

  it("given an outcome token as the asset, it should move exactly the deposit", async function () {
    const house = await loadFixture(auctionFixture);
    const { alice, auction, markets, params, sponsor } = house;
    const parent = await markets.computeMarket(sponsor, { ...params, opener: sponsor.address });
    await markets.createMarket({ ...params, opener: sponsor.address });
    for (const account of [sponsor, alice]) {
      await markets.connect(account).split(parent, 20_000n * UNIT, account);
      await markets.connect(account).approve(auction, parent | 256n, 15_000n * UNIT);
    }
    await markets.connect(sponsor).splitPair(parent, 0, 20_000n * UNIT, sponsor);
    await markets.connect(alice).splitPair(parent, 0, 20_000n * UNIT, alice);
    const market = await prepare(house, { asset: await markets.getAddress(), assetId: parent | 256n });
    const held = await markets.balanceOf(auction, parent | 256n);
    await auction.connect(alice).commit(market, A, 9n * UNIT, "0x");
    expect((await markets.balanceOf(auction, parent | 256n)) - held).to.equal(9n * UNIT);
    await expect(auction.connect(alice).commit(market, A, 15_000n * UNIT, "0x")).to.be.revertedWithCustomError(
      markets,
      "ERC6909InsufficientAllowance",
    );
  });
});

describe("OpeningAuction.permit", function () {
  const sign = async (d: Awaited<ReturnType<typeof auctionFixture>>, value: bigint, deadline = DEADLINE) => {
    const { stranger, auction, token } = d;
    const domain = {
      name: "Money",
      version: "1",
      chainId: (await ethers.provider.getNetwork()).chainId,
      verifyingContract: await token.getAddress(),
    };
    const fields = ["owner:address", "spender:address", "value:uint256", "nonce:uint256", "deadline:uint256"];
    const types = { Permit: fields.map((field) => field.split(":")).map(([name = "", type = ""]) => ({ name, type })) };
    const spender = await auction.getAddress();
    const message = { owner: stranger.address, spender, value, nonce: await token.nonces(stranger), deadline };
    return ethers.Signature.from(await stranger.signTypedData(domain, types, message));
  };

  it("it should permit and commit in one call, with a signature that somebody may have used before", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, market, revealsAt, stranger, token } = d;
    const bid: Bid = { bidder: stranger, budget: 40n, weights: HALVES };
    await token.mint(stranger, 100n);
    const calls = async (value: bigint) => {
      const { v, r, s } = await sign(d, value);
      const permit = [await token.getAddress(), value, DEADLINE, v, r, s] as const;
      return {
        signature: { v, r, s },
        batch: [
          auction.interface.encodeFunctionData("permit", [...permit]),
          auction.interface.encodeFunctionData("commit", [market, await commitmentOf(d, market, bid), value, "0x"]),
        ],
      };
    };
    await auction.connect(stranger).multicall((await calls(40n)).batch);
    const { signature, batch } = await calls(60n);
    const { v, r, s } = signature;
    await token.connect(alice).permit(stranger, auction, 60n, DEADLINE, v, r, s);
    await auction.connect(stranger).multicall(batch);
    expect((await auction.getBid(market, stranger)).deposit).to.equal(100n);
    await time.increaseTo(revealsAt);
    await reveal(d, market, bid);
  });

  it("when neither signature nor allowance suffices, it should revert with both amounts", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, markets, stranger, token } = d;
    const { v, r, s } = await sign(d, 40n);
    const address = await token.getAddress();
    await expect(auction.connect(stranger).permit(address, 41n, DEADLINE, v, r, s))
      .to.be.revertedWithCustomError(markets, "Markets_PermitFailed")
      .withArgs(address, 0, 41n);
    await expect(auction.connect(stranger).permit(alice.address, 40n, DEADLINE, v, r, s))
      .to.be.revertedWithCustomError(markets, "Markets_PermitFailed")
      .withArgs(alice.address, 0, 40n);
  });
});

describe("OpeningAuction: time", function () {
  it("OA-2 an auction prepared at the last moment should have an hour for commitments, and one for reveals", async function () {
    const house = await loadFixture(auctionFixture);
    const { alice, auction, markets, params, sponsor } = house;
    const changes = { ...params, alpha: 3 };
    await markets.createMarket(changes);
    const market = await markets.computeMarket(sponsor, changes);
    const now = (await time.latest()) + DAY;
    const [hour, bid] = [3600, { bidder: alice, budget: UNIT, weights: HALVES }];
    await time.setNextBlockTimestamp(now);
    await auction.prepare(market, params.context, RATES, UNIT, 13n * UNIT, now + 2 * hour);
    await time.setNextBlockTimestamp(now + hour - 1);
    await commit(house, market, bid);
    await time.setNextBlockTimestamp(now + 2 * hour - 1);
    await reveal(house, market, bid);
    await time.increaseTo(now + 2 * hour);
    await auction.clear(market);
    expect((await markets.getPool(market)).b).to.equal(UNIT);
  });

  it("a deposit after all that is committed should not be needed: a bid below its deposit is a bid", async function () {
    const d = await loadFixture(auctionFixture);
    const { alice, auction, market, revealsAt } = d;
    const bid: Bid = { bidder: alice, budget: 3n * UNIT, weights: HALVES, deposit: 10n * UNIT };
    await commit(d, market, bid);
    await time.increaseTo(revealsAt);
    await reveal(d, market, bid);
    expect((await auction.getAuction(market)).revealed).to.equal(10n * UNIT);
    expect((await auction.moneyOf(market))[0]).to.equal(500n * UNIT + (3n * UNIT) / 2n);
  });
});
