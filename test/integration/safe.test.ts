import { expect } from "chai";
import type {} from "chai-as-promised";
import { network } from "hardhat";
import { getAddress, keccak256, type Address, type Hex } from "viem";

import { deploySafe, executeAsSafe } from "../../scripts/utils/safe.ts";
import { ContractError } from "../../sdk/src/errors/index.ts";
import { InvalidSumError, InvalidWeightsError } from "../../sdk/src/errors/math.ts";
import {
  DuplicateSafeSignerError,
  InvalidSafeSignatureError,
  NotSafeOwnerError,
  SafeNonceError,
  SafeThresholdError,
} from "../../sdk/src/errors/safe.ts";
import {
  buildAffirmation,
  buildAmendment,
  buildPosting,
  buildSafeTransaction,
  encodeSafeSignatures,
  executeSafeTransaction,
  getSafe,
  hashSafeTransaction,
  signSafeTransaction,
} from "../../sdk/src/safe/index.ts";
import {
  BALLOTS,
  CHALLENGE_WINDOW,
  createMarket,
  deployJury,
  EVIDENCE,
  hashOf,
  REASON,
  Status,
  WAD,
  weights,
} from "../utils/jury.ts";

const connection = await network.create();
const { ethers, networkHelpers, viem } = connection;
const { time } = networkHelpers;

/** Keccak of the runtime code of Safe v1.4.1 as it stands on public chains (`codeHash` of safe-deployments). */
const SAFE_CODE_HASH = "0x1fe2df852ba3299d6534ef416eefa406e56ced995bca886ab7a553e6d0c5e1c4";

async function closedFixture() {
  const deployment = await deployJury(connection);
  await networkHelpers.stopImpersonatingAccount(deployment.safe);
  const market = await createMarket(connection, deployment);
  await time.increaseTo(market.closesAt);
  const { jury, owners, safe } = deployment;
  const to = (await jury.getAddress()) as Address;
  const posting = jury.interface.encodeFunctionData("post", [market.market, weights(3), BALLOTS, EVIDENCE]) as Hex;
  const execute = (data: Hex, signers: readonly Address[]) => executeAsSafe(connection, { safe, to, data, signers });

  const client = await viem.getPublicClient();
  const wallets = await Promise.all(owners.map((owner) => viem.getWalletClient(owner)));
  const { nonce } = await getSafe(client, { safe });
  const transaction = buildSafeTransaction({ to, data: posting, nonce });
  const signatures = await Promise.all(wallets.map((wallet) => signSafeTransaction(wallet, { safe, transaction })));
  const [sender] = await viem.getWalletClients();
  if (!sender) throw new Error("The network has no accounts.");
  return { ...deployment, ...market, client, execute, posting, sender, signatures, to, transaction, wallets };
}

describe("A Safe of five jurors, three of whom must sign", function () {
  it("should be the real Safe v1.4.1", async function () {
    const { safe, client, owners } = await networkHelpers.loadFixture(closedFixture);
    const slot = await client.getStorageAt({ address: safe, slot: "0x0" });
    const code = await client.getCode({ address: getAddress(`0x${(slot ?? "").slice(-40)}`) });
    expect(keccak256(code ?? "0x")).to.equal(SAFE_CODE_HASH);
    expect(await getSafe(client, { safe })).to.deep.equal({
      owners: owners.map((owner) => getAddress(owner)),
      threshold: 3n,
      nonce: 0n,
    });
  });

  it("should post with three signatures, in any order of the owners", async function () {
    const { jury, market, execute, posting, owners } = await networkHelpers.loadFixture(closedFixture);
    await execute(posting, [owners[4], owners[0], owners[2]] as Address[]);
    const { status, payoutsHash } = await jury.getPosting(market);
    expect([status, payoutsHash]).to.deep.equal([Status.Posted, hashOf(weights(3))]);
  });

  it("should refuse two signatures with GS020", async function () {
    const { jury, market, execute, posting, owners } = await networkHelpers.loadFixture(closedFixture);
    await expect(execute(posting, owners.slice(0, 2))).to.be.rejectedWith("GS020");
    expect((await jury.getPosting(market)).status).to.equal(Status.None);
  });

  it("should refuse the signature of a stranger with GS026", async function () {
    const { execute, posting, owners, alice } = await networkHelpers.loadFixture(closedFixture);
    const signers = [...owners.slice(0, 2), alice.address as Address];
    await expect(execute(posting, signers)).to.be.rejectedWith("GS026");
  });

  it("given a posting that the jury refuses, it should revert as a whole and keep its nonce", async function () {
    const { jury, client, safe, market, execute, owners } = await networkHelpers.loadFixture(closedFixture);
    const wrong = jury.interface.encodeFunctionData("post", [market, weights(2), BALLOTS, EVIDENCE]) as Hex;
    await expect(execute(wrong, owners.slice(0, 3))).to.be.rejectedWith("GS013");
    expect((await getSafe(client, { safe })).nonce).to.equal(0n);
  });

  it("executeSafeTransaction says what the call of the Safe would fail with, not GS013", async function () {
    const { client, jury, market, safe, sender, to, wallets } = await networkHelpers.loadFixture(closedFixture);
    const data = jury.interface.encodeFunctionData("post", [market, weights(2), BALLOTS, EVIDENCE]) as Hex;
    const { nonce } = await getSafe(client, { safe });
    const transaction = buildSafeTransaction({ to, data, nonce });
    const signing = wallets.slice(0, 3).map((wallet) => signSafeTransaction(wallet, { safe, transaction }));
    const signatures = await Promise.all(signing);
    const error: unknown = await executeSafeTransaction(sender, { safe, transaction, signatures }).catch(
      (e: unknown) => e,
    );
    expect(error).to.be.instanceOf(ContractError);
    expect((error as Error).message).to.not.include("GS013");
  });

  it("should carry a market from posting over a challenge and an amendment to the report", async function () {
    const { jury, markets, market, execute, posting, owners, alice, bob } =
      await networkHelpers.loadFixture(closedFixture);
    await execute(posting, owners.slice(0, 3));
    await jury.connect(alice).challenge(market, REASON);
    const amendment = jury.interface.encodeFunctionData("amend", [market, weights(3, 1), BALLOTS, EVIDENCE]) as Hex;
    await execute(amendment, owners.slice(1, 4));
    await jury.connect(bob).challenge(market, REASON);
    await execute(jury.interface.encodeFunctionData("affirm", [market]) as Hex, owners.slice(2, 5));
    await jury.finalize(market, weights(3, 1));
    expect(await markets.getPayouts(market)).to.deep.equal(weights(3, 1));
  });

  it("should let anyone finalize what the Safe posted, when the window has passed", async function () {
    const { jury, markets, market, execute, posting, owners, alice } = await networkHelpers.loadFixture(closedFixture);
    await execute(posting, owners.slice(0, 3));
    await time.increase(CHALLENGE_WINDOW);
    await jury.connect(alice).finalize(market, weights(3));
    expect(await markets.getPayouts(market)).to.deep.equal(weights(3));
  });
});

describe("The SDK's Safe helpers", function () {
  it("should build the calls that the jury understands", async function () {
    const { jury, market, posting, to } = await networkHelpers.loadFixture(closedFixture);
    const ballotsRoot = BALLOTS as Hex;
    const parameters = { jury: to, market, payouts: weights(3), ballotsRoot, evidenceURI: EVIDENCE, nonce: 7n };
    const built = [buildPosting(parameters), buildAmendment(parameters), buildAffirmation(parameters)];
    expect(built.map(({ data }) => data)).to.deep.equal([
      posting,
      jury.interface.encodeFunctionData("amend", [market, weights(3), BALLOTS, EVIDENCE]),
      jury.interface.encodeFunctionData("affirm", [market]),
    ]);
    for (const { to: target, nonce, operation } of built) expect([target, nonce, operation]).to.deep.equal([to, 7n, 0]);
  });

  it("given payouts that the jury would refuse, should refuse before anybody signs", async function () {
    const { market, to } = await networkHelpers.loadFixture(closedFixture);
    const rest = { jury: to, market, ballotsRoot: BALLOTS as Hex, evidenceURI: EVIDENCE, nonce: 0n };
    expect(() => buildPosting({ ...rest, payouts: [WAD, 1n] })).to.throw(InvalidSumError);
    expect(() => buildAmendment({ ...rest, payouts: [WAD + 1n, -1n] })).to.throw(InvalidWeightsError);
  });

  it("should predict the hash that the Safe computes and emits", async function () {
    const { client, safe, sender, signatures, transaction } = await networkHelpers.loadFixture(closedFixture);
    const predicted = hashSafeTransaction({ safe, transaction, chainId: await client.getChainId() });
    const hash = await executeSafeTransaction(sender, { safe, transaction, signatures: signatures.slice(0, 3) });
    const { logs } = await client.waitForTransactionReceipt({ hash });
    expect(logs.filter(({ address }) => getAddress(address) === safe).at(-1)?.topics[1]).to.equal(predicted);
  });

  it("should let an account that is no owner send what the owners have signed", async function () {
    const { jury, market, safe, sender, signatures, transaction } = await networkHelpers.loadFixture(closedFixture);
    await executeSafeTransaction(sender, { safe, transaction, signatures });
    expect((await jury.getPosting(market)).status).to.equal(Status.Posted);
  });

  it("given too few signatures, should name the threshold", async function () {
    const { safe, sender, signatures, transaction } = await networkHelpers.loadFixture(closedFixture);
    await expect(
      executeSafeTransaction(sender, { safe, transaction, signatures: signatures.slice(0, 2) }),
    ).to.be.rejectedWith(SafeThresholdError);
  });

  it("given the signature of a stranger, should name the stranger", async function () {
    const { alice, safe, sender, signatures, transaction } = await networkHelpers.loadFixture(closedFixture);
    const stranger = await viem.getWalletClient(alice.address as Address);
    const foreign = await signSafeTransaction(stranger, { safe, transaction });
    await expect(
      executeSafeTransaction(sender, { safe, transaction, signatures: [...signatures.slice(0, 2), foreign] }),
    ).to.be.rejectedWith(NotSafeOwnerError, alice.address);
  });

  it("given a nonce that has passed, should say so", async function () {
    const { safe, sender, signatures, transaction } = await networkHelpers.loadFixture(closedFixture);
    await executeSafeTransaction(sender, { safe, transaction, signatures });
    await expect(executeSafeTransaction(sender, { safe, transaction, signatures })).to.be.rejectedWith(SafeNonceError);
  });

  it("given one owner twice, should refuse before it asks the chain", async function () {
    const { signatures } = await networkHelpers.loadFixture(closedFixture);
    expect(() => encodeSafeSignatures([...signatures, ...signatures.slice(0, 1)])).to.throw(DuplicateSafeSignerError);
  });

  it("given a signature that ends in a parity, should write the v that the Safe reads", async function () {
    const { signatures } = await networkHelpers.loadFixture(closedFixture);
    const withParity = signatures.map(({ signer, signature }) => ({
      signer,
      signature: signature.replace(/1b$/, "00").replace(/1c$/, "01") as Hex,
    }));
    expect(withParity).not.to.deep.equal(signatures);
    expect(encodeSafeSignatures(withParity)).to.equal(encodeSafeSignatures(signatures));
  });

  it("given something else than an ECDSA signature, should refuse", async function () {
    const { signatures, owners } = await networkHelpers.loadFixture(closedFixture);
    const signer = owners[0] as Address;
    const compact = signatures[0]?.signature.slice(0, 130) as Hex;
    for (const signature of [compact, `${compact}1f`] as Hex[]) {
      expect(() => encodeSafeSignatures([{ signer, signature }])).to.throw(InvalidSafeSignatureError);
    }
  });

  it("should create Safes with other owners and thresholds", async function () {
    const { client } = await networkHelpers.loadFixture(closedFixture);
    const [owner] = await ethers.getSigners();
    const safe = await deploySafe(connection, { owners: [owner?.address as Address], threshold: 1 });
    expect((await getSafe(client, { safe })).threshold).to.equal(1n);
  });
});
