import { expect } from "chai";
import { network } from "hardhat";
import { getAddress, parseEther, type Hex } from "viem";

import { deepFundingActions } from "../../sdk/src/client/index.ts";
import { deployCliRounds } from "../utils/cliRounds.ts";
import { CHILDREN, DAY, nodeOf, ORIGINALITY, WEIGHT } from "../utils/rounds.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers, viem } = connection;
const { url, close } = await serve(connection);
const { time } = networkHelpers;

/** Accounts of the network: the sponsor and giver, a project's payee, and another one. */
const [SPONSOR, PAYEE, OTHER] = [0, 1, 2];
/** An attestation waits so long, in seconds. */
const VETO_PERIOD = 14 * DAY;

async function deployedFixture() {
  return deployCliRounds(connection, url);
}

/** A round that nobody traded or judged has settled; alice is paid for x, a child of two seeds, and nobody for others. */
async function settledFixture() {
  const deployment = await deployedFixture();
  const { cli, keyOf, jury, rounds, pool, money, deployer } = deployment;
  await deployment.start();
  for (const line of ["fund 1000 --yes", "fund 2.5 --token eth --yes"]) {
    expect(await cli(line, { env: keyOf(SPONSOR) })).to.include({ code: 0 });
  }
  await attest(deployment, "x");
  await deployment.toTrading();
  await deployment.openSelections();
  await deployment.toChallenge();
  await rounds.fallBackSelection(1n, CHILDREN);
  await rounds.fallBackSelection(1n, ORIGINALITY);
  await jury.fallBack(await rounds.marketOf(1n, WEIGHT, 0));
  await deployment.toSettled();
  await rounds.settleTarget(1n);
  expect(await money.balanceOf(pool)).to.equal(parseEther("1000"));
  expect(await money.allowance(deployer, pool)).to.be.above(0n);
  return deployment;
}

/** Makes alice the maintainer of a project, who is paid for it. */
async function attest({ alice, contracts, registrar }: Awaited<ReturnType<typeof deployedFixture>>, name: string) {
  const client = (await viem.getWalletClient(getAddress(registrar.address))).extend(deepFundingActions(contracts));
  const deadline = BigInt((await time.latest()) + DAY);
  const maintainer = getAddress(alice.address);
  const attestation = await client.signAttestation({ node: nodeOf(name) as Hex, maintainer, deadline });
  await client.attest({ attestation });
  await time.increase(VETO_PERIOD);
}

type Claim = { readonly project: string; readonly symbol: string; readonly amount: string; readonly payee: string };
type Credit = {
  readonly title: string;
  readonly projects: readonly {
    readonly project: string;
    readonly share: string;
    readonly paths: readonly { readonly nodes: readonly string[]; readonly share: string }[];
  }[];
};

describe("deepfunding: money in and out", function () {
  after(close);

  it("fund gives the ecosystem's money, and says which round pays it out", async function () {
    const { json, keyOf, money, pool } = await networkHelpers.loadFixture(deployedFixture);
    const dry = await json("fund 12.5 --dry-run", { env: keyOf(SPONSOR) });
    expect(dry).to.include({ amount: String(parseEther("12.5")), round: "1", symbol: "M" });
    expect(await money.balanceOf(pool)).to.equal(0n);
    const given = await json("fund 12.5 --yes", { env: keyOf(SPONSOR) });
    expect(given["received"]).to.equal(String(parseEther("12.5")));
    expect(await money.balanceOf(pool)).to.equal(parseEther("12.5"));
  });

  it("fund --token eth gives ether, and refuses what is no token", async function () {
    const { cli, contracts, keyOf } = await networkHelpers.loadFixture(deployedFixture);
    const { code, out } = await cli("fund 2 --token eth --yes", { env: keyOf(OTHER) });
    expect(code).to.equal(0);
    expect(out).to.match(/Given +2 ETH/);
    const client = await viem.getPublicClient();
    expect(await client.getBalance({ address: contracts.fundingPool })).to.equal(parseEther("2"));
    expect(await cli("fund 2 --token ether --yes", { env: keyOf(OTHER) })).to.include({ code: 2 });
    expect(await cli(`fund 2 --token ${contracts.safe} --yes`, { env: keyOf(OTHER) }))
      .to.have.property("code")
      .above(0);
  });

  it("claim --dry-run says what is the account's, of all tokens, and pulls nothing", async function () {
    const { json, keyOf, pool } = await networkHelpers.loadFixture(settledFixture);
    const before = await time.latestBlock();
    const dry = await json("claim --dry-run", { env: keyOf(PAYEE) });
    expect((dry["claims"] as Claim[]).map(({ project, symbol }) => [project, symbol])).to.deep.equal([
      ["x", "ETH"],
      ["x", "M"],
    ]);
    expect(await time.latestBlock()).to.equal(before);
    expect((await pool.accountOf(1n, await pool.getAddress(), nodeOf("x"))).received).to.equal(0n);
  });

  it("claim pulls down all paths and pays the account exactly what was shown: its share by the credit", async function () {
    const { cli, json, keyOf, money, alice } = await networkHelpers.loadFixture(settledFixture);
    const { projects } = (await json("credit")) as unknown as Credit;
    const share = BigInt(projects.find(({ project }) => project === "x")?.share ?? 0);
    const before = await money.balanceOf(alice);
    const claimed = await json("claim --yes", { env: keyOf(PAYEE) });
    const paid = (await money.balanceOf(alice)) - before;
    expect(claimed["pulls"]).to.equal(8);
    expect((claimed["paid"] as { amount: string }[]).map(({ amount }) => amount)).to.deep.equal(
      (claimed["claims"] as Claim[]).map(({ amount }) => amount),
    );
    expect((claimed["claims"] as Claim[]).find(({ symbol }) => symbol === "M")?.amount).to.equal(String(paid));
    // The share is rounded down to a WAD, the payment on each of the two paths and at each project of them.
    const isDue = paid < (share + 1n) * 1000n && paid > share * 1000n - 10n;
    expect(isDue, `${paid} of ${share * 1000n}`).to.equal(true);
    const again = await cli("claim --yes", { env: keyOf(PAYEE) });
    expect(again.code).to.equal(5);
    expect(again.out).to.match(/^There is nothing to claim: /);
  });

  it("claim for a project that is another's pays its payee, of the token that was asked for", async function () {
    const { json, keyOf, money, alice, bob } = await networkHelpers.loadFixture(settledFixture);
    const [rich, before] = [await money.balanceOf(bob), await money.balanceOf(alice)];
    const { paid } = await json(`claim x --token ${await money.getAddress()} --yes`, { env: keyOf(OTHER) });
    expect(paid).to.have.length(1);
    const [{ receiver, amount }] = paid as [{ receiver: string; amount: string }];
    expect(receiver).to.equal(alice.address);
    expect((await money.balanceOf(alice)) - before).to.equal(BigInt(amount));
    expect(await money.balanceOf(bob)).to.equal(rich);
  });

  it("claim --all takes out what contracts owe the account, too, and what it has sponsored stays", async function () {
    const { cli, contracts, json, keyOf, rounds, money, deployer } = await networkHelpers.loadFixture(settledFixture);
    const env = keyOf(SPONSOR);
    await rounds.collect(1n, WEIGHT, 0);
    await rounds.connect(deployer).sponsor(parseEther("7"));
    const client = (await viem.getPublicClient()).extend(deepFundingActions(contracts));
    const account = getAddress(deployer.address);
    const { withdrawable: due } = await client.getSponsorship({ round: 1n, account });
    expect(due > 0n).to.equal(true);
    expect(await cli("claim --yes", { env })).to.include({ code: 5 });
    const before = await money.balanceOf(deployer);
    const { credits } = await json("claim --all --yes", { env });
    expect(
      (credits as { action: string; amount: string }[]).map(({ action, amount }) => [action, amount]),
    ).to.deep.equal([["withdrawSponsorship", String(due)]]);
    expect((await money.balanceOf(deployer)) - before).to.equal(due);
    expect(await cli("claim --all --yes", { env })).to.include({ code: 5 });
  });

  it("claim of what nobody is paid for, or of a round that pays nothing, is nothing to do: 5", async function () {
    const { cli, keyOf } = await networkHelpers.loadFixture(settledFixture);
    const waits = await cli("claim y --yes", { env: keyOf(PAYEE) });
    expect(waits.code).to.equal(5);
    expect(waits.out)
      .to.match(/^There is nothing to claim: what there is waits for somebody else\.\n/)
      .and.to.match(/\ny +[\d.,]+ M +nobody is paid for it yet/);
    const { reason, waiting } = JSON.parse((await cli("claim y --yes --json", { env: keyOf(PAYEE) })).out) as {
      readonly reason: string;
      readonly waiting: readonly { readonly project: string; readonly amount: string; readonly reason: string }[];
    };
    expect(reason).to.include("nothing to claim");
    expect(waiting.map(({ project }) => project)).to.deep.equal(["y", "y"]); // ether, and money
    for (const { amount, reason: why } of waiting) {
      expect(BigInt(amount) > 0n).to.equal(true);
      expect(why).to.include("nobody is paid for it yet");
    }
    const early = await cli("claim --round 7 --yes", { env: keyOf(PAYEE) });
    expect(early.out).to.include("round 7 has not settled");
    expect(await cli("claim --round 7 --yes", { env: keyOf(PAYEE) })).to.include({ code: 5 });
    expect(await cli("claim --yes", { env: keyOf(OTHER) })).to.include({ code: 5 });
  });

  it("credit of the chain sums to 1 with what nobody listed, and one project shows its paths", async function () {
    const { cli, json } = await networkHelpers.loadFixture(settledFixture);
    const { projects, title } = (await json("credit")) as unknown as Credit;
    expect(title).to.equal("round 1");
    const sum = projects.reduce((total, { share }) => total + BigInt(share), 0n);
    expect(10n ** 18n - sum < 10n, String(sum)).to.equal(true);
    const one = (await json("credit x")) as unknown as Credit;
    expect(one.projects.map(({ paths }) => paths.map(({ nodes }) => nodes))).to.deep.equal([
      [
        ["target", "a", "x"],
        ["target", "b", "x"],
      ],
    ]);
    const { out } = await cli("credit x");
    expect(out)
      .to.match(/14\.000% +target → a → x\n/)
      .and.to.match(/8\.400% +target → b → x\n/);
    expect(await cli("credit nobody")).to.include({ code: 1 });
    expect((await cli("credit --round 0")).out).to.match(/Credit by the genesis/);
  });
});
