import { expect } from "chai";
import { network } from "hardhat";
import { decodeFunctionData, getAddress, type Hex } from "viem";

import { juryAbi } from "../../sdk/src/abi/index.ts";
import { proveWeights } from "../../sdk/src/jury/index.ts";
import { cliOn } from "../utils/cli.ts";
import { DAY, PERIOD, WAD } from "../utils/sdk.ts";
import { BALLOTS, deployCommittedRound, deployPublishedRound, type JuryRound } from "../utils/sdkJury.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);
const { time } = networkHelpers;

/** The sponsor is the jury's Safe: an account whose key is known. Anyone can verify. */
const [SAFE, ANYONE] = [0, 2];
const FILES = {
  "names.txt": "owner/a\nowner/b\nowner/c\n",
  "weights.csv": "repo,parent,weight\nowner/c,target,0.1\nowner/a,target,0.6\nowner/b,target,0.3\n",
};
const PAYOUTS = [(6n * WAD) / 10n, (3n * WAD) / 10n, WAD / 10n];

async function closedFixture() {
  return deployCommittedRound(connection);
}

async function publishedFixture() {
  return deployPublishedRound(connection);
}

async function verifiableFixture() {
  const deployment = await publishedFixture();
  await time.increaseTo(deployment.now + DAY + PERIOD + 1n);
  return deployment;
}

/** The command on a jury's market, with the arguments that name it. */
function commandOn({ chainId, jury, lens, market, markets, money, sponsor }: JuryRound) {
  const contracts = { chainId, jury, lens, markets, money, safe: sponsor.account.address };
  return { ...cliOn({ url, contracts, files: FILES }), named: `--market ${market} --projects names.txt` };
}

type Outcome = { readonly name: string; readonly payout: string };
const payoutsOf = (data: Readonly<Record<string, unknown>>) =>
  (data["outcomes"] as Outcome[]).map(({ payout }) => BigInt(payout));

describe("deepfunding: the jury's word", function () {
  after(close);

  it("jury post --safe is a batch from the Safe of exactly the file's weights", async function () {
    const deployment = await networkHelpers.loadFixture(closedFixture);
    const { cli, named } = commandOn(deployment);
    const { code, out, error } = await cli(`jury post weights.csv --evidence ipfs://evidence --safe ${named}`);
    expect(code, error).to.equal(0);
    const { meta, transactions } = JSON.parse(out) as {
      meta: { createdFromSafeAddress: string };
      transactions: { to: string; data: Hex }[];
    };
    expect(meta.createdFromSafeAddress).to.equal(getAddress(deployment.sponsor.account.address));
    const [post] = transactions;
    expect(post?.to).to.equal(getAddress(deployment.jury));
    const { functionName, args } = decodeFunctionData({ abi: juryAbi, data: post?.data ?? "0x" });
    expect([functionName, args?.[0], args?.[1], args?.[3]]).to.deep.equal([
      "post",
      deployment.market,
      PAYOUTS,
      "ipfs://evidence",
    ]);
  });

  it("jury post needs the Safe's key, whatever other key there is: 2", async function () {
    const { cli, keyOf, named } = commandOn(await networkHelpers.loadFixture(closedFixture));
    const line = `jury post weights.csv --evidence ipfs://evidence --yes ${named}`;
    const { code, error } = await cli(line, { env: keyOf(ANYONE) });
    expect(code).to.equal(2);
    expect(error)
      .to.match(/^The key of the jurors' Safe \(0x/)
      .and.to.include("--safe");
    const refused = await cli(`${line} --dry-run --account 0x000000000000000000000000000000000000dEaD`);
    expect(refused.code, refused.error).to.equal(3);
  });

  it("jury post with the Safe's own key posts, and amends after a challenge", async function () {
    const deployment = await networkHelpers.loadFixture(closedFixture);
    const { cli, json, keyOf, named } = commandOn(deployment);
    const { client, market, mined, trader } = deployment;
    const env = keyOf(SAFE);
    const dry = await cli(`jury post weights.csv --evidence ipfs://evidence --dry-run ${named}`);
    expect(dry.out)
      .to.match(/owner\/a +█+ +60\.000%/)
      .and.to.include("Nothing was sent.");
    expect((await client.getPosting({ market })).status).to.equal("none");

    const posted = await json(`jury post weights.csv --evidence ipfs://evidence --yes ${named}`, { env });
    expect(payoutsOf(posted)).to.deep.equal(PAYOUTS);
    expect((await client.getPosting({ market })).status).to.equal("posted");
    await mined(await trader.challenge({ market, reasonURI: "ipfs://reason" }));
    const files = { "other.csv": "repo,parent,weight\nowner/c,target,1\nowner/a,target,0\nowner/b,target,0\n" };
    await json(`jury post other.csv --evidence ipfs://corrected --yes ${named}`, { env, files });
    expect(await client.getPosting({ market })).to.include({ status: "posted", amendments: 1 });
  });

  it("jury post names what is wrong with the file: 2", async function () {
    const { cli, named } = commandOn(await networkHelpers.loadFixture(closedFixture));
    const files = { "short.csv": "repo,parent,weight\nowner/a,target,1\n" };
    const { code, error } = await cli(`jury post short.csv --evidence ipfs://evidence --safe ${named}`, { files });
    expect(code).to.equal(2);
    expect(error)
      .to.match(/^short\.csv: /)
      .and.to.include("owner/b");
  });

  it("jury verify before the end of Evaluation shows what ballots say so far: 5", async function () {
    const deployment = await networkHelpers.loadFixture(publishedFixture);
    const { cli, keyOf, named } = commandOn(deployment);
    const { code, out } = await cli(`jury verify --yes ${named}`, { env: keyOf(ANYONE) });
    expect(code).to.equal(5);
    expect(out)
      .to.match(/Ballots +2, with 3 comparisons/)
      .and.to.match(/Can be posted from/);
  });

  it("jury verify --dry-run sends nothing, then jury verify resolves the market to what the ballots prove", async function () {
    const deployment = await networkHelpers.loadFixture(verifiableFixture);
    const { cli, json, keyOf, named } = commandOn(deployment);
    const { client, market } = deployment;
    const block = await time.latestBlock();
    const dry = await json(`jury verify --dry-run ${named}`, { env: keyOf(ANYONE) });
    expect(await time.latestBlock()).to.equal(block);
    const verified = await json(`jury verify --yes ${named}`, { env: keyOf(ANYONE) });
    expect(verified["isResolved"]).to.equal(true);
    expect(verified["outcomes"]).to.deep.equal(dry["outcomes"]);
    const { loss } = await client.getJury({});
    const { payouts } = proveWeights({ ballots: BALLOTS, outcomes: 3, loss });
    expect(payoutsOf(verified)).to.deep.equal(payouts);
    expect(await client.getPayouts({ market })).to.deep.equal(payouts);
    expect(await cli(`jury verify --yes ${named}`, { env: keyOf(ANYONE) })).to.include({ code: 3 });
  });

  it("jury verify goes on where an interrupted walk has ended", async function () {
    const deployment = await networkHelpers.loadFixture(verifiableFixture);
    const { json, keyOf, named } = commandOn(deployment);
    const { client, market, mined, other } = deployment;
    const { loss } = await client.getJury({});
    const { x } = proveWeights({ ballots: BALLOTS, outcomes: 3, loss });
    await mined(await other.walkBallots({ market, x, ballots: BALLOTS.slice(0, 1) }));
    const verified = await json(`jury verify --yes ${named}`, { env: keyOf(ANYONE) });
    expect(verified["isResolved"]).to.equal(true);
    const left = verified["sending"] as { steps: { description: string }[] };
    expect(left.steps.map(({ description }) => /`(\w+)`/.exec(description)?.[1])).to.deep.equal([
      "walkBallots",
      "postVerified",
    ]);
  });

  it("jury verify with too few ballots says how many are missing: 1", async function () {
    const { cli, keyOf, named } = commandOn(await networkHelpers.loadFixture(closedFixture));
    const { code, error } = await cli(`jury verify --yes ${named}`, { env: keyOf(ANYONE) });
    expect([code, error.split("\n")[0]]).to.deep.equal([1, "The market has 0 published ballots; a proof needs 2."]);
  });
});
