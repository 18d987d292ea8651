import { expect } from "chai";
import { network } from "hardhat";
import { getAddress, parseEther, zeroHash, type Hash } from "viem";

import {
  deepFundingActions,
  parseCollectLogs,
  parseDrawLogs,
  parseFallBackSelectionLogs,
  parseOpenNodeLogs,
  parseOpenSeedsLogs,
  parseOpenSelectionLogs,
  parseSelectSeedsLogs,
  parseSettleSeedLogs,
  parseSettleTargetLogs,
  parseSponsorLogs,
  parseStartRoundLogs,
  parseUnsponsorLogs,
  parseWithdrawSponsorshipLogs,
} from "../../sdk/src/client/index.ts";
import {
  RoundsBudgetTooSmallError,
  RoundsNotDrawnError,
  RoundsNotEligibleError,
  RoundsNotOpenedError,
  RoundsSponsorshipTooSmallError,
  RoundsWrongPhaseError,
} from "../../sdk/src/errors/index.ts";
import { conductorOf, deployRounds, nodeOf, TARGET } from "../utils/rounds.ts";

const connection = await network.create();
const { networkHelpers, viem } = connection;

/** What the only event of a kind carries. */
function first<args>([log]: readonly { readonly args: args }[]): args {
  return defined(log).args;
}

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("It is not there.");
  return value;
}

describe("The SDK's actions of Rounds", function () {
  async function fixture() {
    const deployment = await deployRounds(connection);
    const addressOf = async (contract: { getAddress(): Promise<string> }) => getAddress(await contract.getAddress());
    const rounds = await addressOf(deployment.rounds);
    const contracts = {
      markets: await addressOf(deployment.markets),
      jury: await addressOf(deployment.jury),
      registry: await addressOf(deployment.registry),
      fundingPool: await addressOf(deployment.pool),
      rounds,
    };
    const publicClient = await viem.getPublicClient();
    const wallet = await viem.getWalletClient(getAddress(deployment.alice.address));
    const client = wallet.extend(deepFundingActions(contracts));
    /** The logs of a transaction, for the parsers of this contract. */
    const logsOf = async (hash: Hash) => {
      const { logs } = await publicClient.waitForTransactionReceipt({ hash });
      return { logs, rounds };
    };
    return { ...deployment, ...conductorOf(connection, deployment), client, logsOf, rounds };
  }

  it("should walk a round from sponsorship to the next, and read every event", async function () {
    const { client, logsOf, mineDraw, toChallenge, toEvaluation, toSelection, toSettled, toTrading, ...d } =
      await networkHelpers.loadFixture(fixture);
    const amount = parseEther("10000");
    const given = first(parseSponsorLogs(await logsOf(await client.sponsor({ amount: amount + 7n }))));
    expect(given).to.deep.equal({ round: 1n, sponsor: client.account.address, amount: amount + 7n });
    const receiver = client.account.address;
    const back = first(parseUnsponsorLogs(await logsOf(await client.unsponsor({ amount: 7n, receiver }))));
    expect(back.amount).to.equal(-7n);
    const started = first(parseStartRoundLogs(await logsOf(await client.startRound({}))));
    expect(started.budget).to.equal(amount);
    expect((await client.getRound({})).phase).to.equal("registration");

    await toTrading();
    const seeds = first(parseOpenSeedsLogs(await logsOf(await client.openSeeds({}))));
    expect(seeds.seeds).to.equal(4n);
    for (const kind of ["originality", "children"] as const) {
      const selection = first(parseOpenSelectionLogs(await logsOf(await client.openSelection({ kind }))));
      const { market, eligible, b } = await client.getSelection({ round: 1n, kind });
      expect(selection.market).to.equal(market);
      expect(eligible).to.deep.equal(kind === "originality" ? [0, 1, 2] : [0, 1]);
      expect(b > 0n).to.equal(true);
    }
    const opened = first(parseOpenNodeLogs(await logsOf(await client.openNode({ kind: "children", index: 1 }))));
    expect(opened.node).to.equal(nodeOf("b"));
    const market = await client.getRoundMarket({ round: 1n, kind: "children", index: 1 });
    expect(opened.market).to.equal(market);

    await toEvaluation();
    const { reference } = await client.getDraw({ round: 1n });
    const expected = await mineDraw();
    await networkHelpers.mine(1);
    const proof = await client.getDrawProof({ round: 1n });
    expect(proof).to.equal(expected);
    const drawn = first(parseDrawLogs(await logsOf(await client.draw({ proof }))));
    expect(drawn.drawReference).to.equal(reference);
    expect(drawn.random).to.equal((await client.getRound({ round: 1n })).random);

    await client.requestAudit({ round: 1n, kind: "originality", index: 2, amount: 5n });
    await toSelection();
    const set = await client.getEvaluationSet({ round: 1n, kind: "originality" });
    const selected = first(
      parseSelectSeedsLogs(await logsOf(await client.selectSeeds({ kind: "originality", ...set }))),
    );
    expect(selected.paid).to.equal(set.drawn === 4n ? 0n : 4n);
    expect((await client.getSelection({ round: 1n, kind: "originality" })).selected).to.include(2);

    await toChallenge();
    const fallen = await logsOf(await client.fallBackSelection({ round: 1n, kind: "children" }));
    expect(parseFallBackSelectionLogs(fallen)).to.have.length(1);
    await client.fallBack({ market: seeds.market });
    await client.fallBack({ market });

    await toSettled();
    const target = first(parseSettleTargetLogs(await logsOf(await client.settleTarget({ round: 1n }))));
    expect(target).to.deep.equal({ round: 1n, node: TARGET, compensation: 0n });
    const seed = first(parseSettleSeedLogs(await logsOf(await client.settleSeed({ round: 1n, index: 1 }))));
    expect(seed.node).to.equal(nodeOf("b"));
    const collected = first(
      parseCollectLogs(await logsOf(await client.collect({ round: 1n, kind: "weight", index: 0 }))),
    );
    expect(collected.amount).to.equal((await client.getRound({ round: 1n })).pot);
    const { withdrawable } = await client.getSponsorship({ round: 1n, account: receiver });
    const paid = await logsOf(await client.withdrawSponsorship({ round: 1n, receiver }));
    expect(first(parseWithdrawSponsorshipLogs(paid)).amount).to.equal(withdrawable);
    expect(await client.getSponsorship({ round: 1n, account: receiver })).to.deep.equal({
      given: amount,
      paid: withdrawable,
      withdrawable: 0n,
    });
    await client.sponsor({ amount });
    await client.startRound({});
    expect((await client.getRound({})).round).to.equal(2n);
    expect(await d.registry.isSettled(1n, TARGET)).to.equal(true);
  });

  it("should say what is wrong in the classes of its errors, with the values", async function () {
    const { client, toTrading, toEvaluation } = await networkHelpers.loadFixture(fixture);
    const failure = (promise: Promise<unknown>) =>
      promise.then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(await failure(client.startRound({}))).to.be.instanceOf(RoundsBudgetTooSmallError);
    expect(await failure(client.unsponsor({ amount: 1n, receiver: client.account.address }))).to.be.instanceOf(
      RoundsSponsorshipTooSmallError,
    );
    await client.sponsor({ amount: parseEther("1000") });
    await client.startRound({});
    const early = (await failure(client.openSeeds({}))) as RoundsWrongPhaseError;
    expect(early).to.be.instanceOf(RoundsWrongPhaseError);
    expect(early.shortMessage).to.include('"registration"');
    await toTrading();
    expect(await failure(client.openNode({ kind: "children", index: 0 }))).to.be.instanceOf(RoundsNotOpenedError);
    await client.openSeeds({});
    await client.openSelection({ kind: "children" });
    const none = await failure(client.openNode({ kind: "children", index: 3 }));
    if (!(none instanceof RoundsNotEligibleError)) throw none;
    expect(none.values).to.deep.equal({ round: 1n, kind: 2, index: 3n });
    await toEvaluation();
    expect(await failure(client.getEvaluationSet({ round: 1n, kind: "children" }))).to.be.instanceOf(
      RoundsNotDrawnError,
    );
    expect((await client.getRound({})).random ?? zeroHash).to.equal(zeroHash);
  });
});
