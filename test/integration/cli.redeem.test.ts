import { expect } from "chai";
import { network } from "hardhat";

import { deployCliRounds, waitFor, type Appointment } from "../utils/cliRounds.ts";
import { ORIGINALITY, WAD } from "../utils/rounds.ts";
import { serve } from "../utils/serve.ts";

const connection = await network.create();
const { networkHelpers } = connection;
const { url, close } = await serve(connection);

const [TRADER, KEEPER] = [1, 2];
const FILES = {
  "weights.csv": "repo,parent,weight\na,target,0.7\nb,target,0.1\nc,target,0.1\nd,target,0.1\n",
  "originality.csv": "repo,originality\na,0.95\n",
};

/** A trader has something in the markets of weights and of one project's originality, by the command. */
async function tradedFixture() {
  const deployment = await deployCliRounds(connection, url);
  const { json, keyOf, openNode, openSelections, start, toTrading } = deployment;
  await start();
  await toTrading();
  await openSelections();
  await openNode(ORIGINALITY, 0);
  const env = keyOf(TRADER);
  await json("trade weights.csv --budget 50 --yes", { env, files: FILES });
  await json("trade originality.csv --budget 20 --yes", { env, files: FILES });
  return deployment;
}

/** The round has come to its end, and nobody has judged. */
async function settledFixture() {
  const deployment = await tradedFixture();
  const { cli, json, keyOf } = deployment;
  for (;;) {
    const { code, error } = await cli("round advance --all --yes", { env: keyOf(KEEPER) });
    expect([0, 5], error).to.include(code);
    const next = (await json("round status"))["next"] as Appointment | undefined;
    if (next === undefined) return deployment;
    await waitFor(connection, next);
  }
}

type Redeemed = {
  readonly markets: readonly { readonly title: string; readonly redeemable: string }[];
  readonly paid: string;
};

describe("deepfunding: redeeming", function () {
  this.timeout(240_000);
  after(close);

  it("positions are in money, whatever they are traded in", async function () {
    const { json, keyOf } = await networkHelpers.loadFixture(tradedFixture);
    const { positions, totals } = await json("positions", { env: keyOf(TRADER) });
    const titles = (positions as { title: string }[]).map(({ title }) => title);
    expect(titles).to.have.members([
      "Weights of the children of target",
      "Which projects' originality is evaluated",
      "Originality of a",
    ]);
    const [total] = totals as { markValue: string; saleValue: string; redeemable: string }[];
    expect(total?.redeemable).to.equal("0");
    // Less than what was paid for it, 70, and not by much: the pools are deep.
    expect(Number(total?.saleValue) / Number(WAD)).to.be.within(60, 70);
  });

  it("redeem pays what it says, through nested markets, and then there is nothing more: 5", async function () {
    const { cli, json, keyOf, money, alice } = await networkHelpers.loadFixture(settledFixture);
    const env = keyOf(TRADER);
    const before = await money.balanceOf(alice);
    const looked = (await json("redeem --dry-run", { env })) as unknown as Redeemed;
    expect(await money.balanceOf(alice)).to.equal(before);
    expect(looked.markets.map(({ title }) => title)).to.include("Weights of the children of target");

    const { totals } = await json("positions", { env });
    const done = (await json("redeem --yes", { env })) as unknown as Redeemed;
    const gained = (await money.balanceOf(alice)) - before;
    expect(gained > 0n).to.equal(true);
    expect(done.paid).to.equal(String(gained));
    expect(looked.markets.reduce((sum, { redeemable }) => sum + BigInt(redeemable), 0n)).to.equal(gained);
    expect((totals as { redeemable: string }[])[0]?.redeemable).to.equal(String(gained));
    expect(await cli("redeem --yes", { env })).to.include({ code: 5 });
  });
});
